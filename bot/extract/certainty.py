"""How sure it is who is meant: the probability that a resolved name is right, from how plainly it was chosen.

The figures are logistic regressions, one for each way to resolve a mention, fitted by `python -m bench.confidence`.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

LEAST = 0.6
"""Probability (0 to 1) below which a mention stays as it is written; set on labelled mentions of PolNeAR's training
half."""
_FEWEST = 1e-3


class Evidence(NamedTuple):
    """How somebody was chosen for a mention."""

    way: str
    """How the mention was resolved: "person" ("he"), "body" ("they", "it"), "description" or "relative" ("who")."""
    share: float = 1.0
    """The weight of the one chosen, of that of the two likeliest, 0 to 1."""
    weight: float = 1.0
    """How present the one chosen is, or how well a description fits."""
    known: bool = True
    """Whether the one chosen is known to fit: by gender, by a role, by name."""
    sure: bool = True
    """Whether the one chosen is certainly somebody, and no mere capitalised word."""

    @property
    def measures(self) -> tuple[float, ...]:
        """What the regression weighs, a constant first."""
        return 1.0, self.share, log(max(_FEWEST, self.weight)), float(self.known), float(self.sure)


def certainty(evidence: Evidence) -> float:
    """The probability that whoever was chosen is meant, 0 to 1."""
    weights = _weights()[evidence.way]
    return 1 / (1 + exp(-sum(weight * measure for weight, measure in zip(weights, evidence.measures, strict=True))))


@cache
def _weights() -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads((files("bot.extract") / "certainty.json").read_text(encoding="utf-8"))
    return found
