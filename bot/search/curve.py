"""Measures -> the probability that a candidate is what was asked for: logistic curves of `bench/calibrate.py`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Curve:
    """1 / (1 + exp(-(weights · measures + bias)))."""

    weights: tuple[float, ...]
    bias: float
    threshold: float
    """Probability from which on a candidate is an answer."""

    def probability(self, measures: Sequence[float]) -> float:
        """The probability for one candidate's measures."""
        sum_ = sum(weight * measure for weight, measure in zip(self.weights, measures, strict=True))
        return 1 / (1 + exp(-(sum_ + self.bias)))


def load(name: str) -> Curve:
    """The curve of that name, as `bench/calibrate.py` wrote it."""
    stored = json.loads(files("bot.search").joinpath("curves.json").read_text(encoding="utf-8"))
    return curve(**stored["curves"][name])


def curve(weights: Sequence[float] | dict[str, float], bias: float, threshold: float) -> Curve:
    """A curve from plain numbers; weights may carry the names of their measures."""
    values = weights.values() if isinstance(weights, dict) else weights
    return Curve(tuple(values), bias, threshold)
