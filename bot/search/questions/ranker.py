"""Weights over the measures: which sentence answers a question best, and whether any does."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log1p

import numpy as np
from numpy.typing import NDArray

from bot.search.questions.measures import NAMES, Candidates

_Floats = NDArray[np.float64]

FOUND = (
    *("bm25", "held", "soft", "beside", "paragraph", "article", "pairs", "close", "names_missing", "numbers_missing"),
    *("sign", "second_sign", "score", "lead", "terms", "held_terms", "beside_terms", "names", "names_beside"),
    *("unknown_names", "unmet_names", "absent", "bits_beside", "bits_missing"),
    *("several", "one_article", "one_paragraph"),
)
"""What tells whether the best sentence is an answer at all, in the order of the weights."""
HALF = 0.5
"""0-1: a term of which less is met counts as missing."""
FIRST = 10
"""Candidates of which it is told whether they stand together: those of a question that an article answers do."""


@dataclass(frozen=True, slots=True)
class Ranker:
    """What `bench/train_questions.py` learned."""

    weights: _Floats
    """Of `NAMES`: their sum with the measures is a sentence's score, to be compared within one question only."""
    found: _Floats
    """Of `FOUND`, behind a logistic curve."""
    bias: float
    threshold: float
    """Probability from which on a sentence is shown as an answer."""

    def scores(self, measured: _Floats) -> _Floats:
        """A score for each row of measures."""
        return measured @ self.weights

    def probability(self, signs: _Floats) -> float:
        """The probability that the best sentence of a question, with these signs, answers it."""
        return 1 / (1 + exp(-float(signs @ self.found + self.bias)))


def signs(found: Candidates, scores: _Floats) -> _Floats:
    """What tells whether the best of the sentences is an answer, in the order of `FOUND`."""
    best, expected = int(scores.argmax()), found.question.expected
    told = dict(zip(NAMES, found.measured[best].tolist(), strict=True))
    told |= {"sign": told[f"{expected}_1"], "second_sign": told[f"{expected}_2"], "score": float(scores[best])}
    told |= {"lead": float(1 / np.exp(scores - scores[best]).sum())}
    told |= _of_terms(found, best) | _together(found, best)
    return np.array([told[name] for name in FOUND])


def _of_terms(found: Candidates, best: int) -> dict[str, float]:
    """How many of the question's words are met, absolutely: two of two tell less than six of seven."""
    names, beside = np.array([term.name for term in found.question.terms], dtype=bool), found.beside[best]
    return {
        "terms": log1p(len(names)),
        "held_terms": log1p(found.held[best].sum()),
        "beside_terms": log1p((beside > 0).sum()),
        "names": float(names.sum()),
        "names_beside": float(beside[names].sum()),
        "unknown_names": float((names & ~found.known).any()),
        "unmet_names": float((names & ~found.met).sum()),
        "absent": float(found.bits[~found.met].sum() / (found.bits.sum() or 1.0)),
        "bits_beside": log1p(float(found.bits @ beside)),
        "bits_missing": float(found.bits[beside < HALF].max(initial=0.0)),
    }


def _together(found: Candidates, best: int) -> dict[str, float]:
    """Whether the first candidates stand in the best one's article, beyond chance, and in its paragraph."""
    several = bool(found.share[best] < 1)
    in_it = (found.article[:FIRST] == found.article[best]).mean() - found.share[best]
    same = (found.paragraph[:FIRST] == found.paragraph[best]).mean()
    return {"several": float(several), "one_article": float(several * in_it), "one_paragraph": float(same)}


@cache
def load() -> Ranker:
    """The weights in the package."""
    stored = json.loads(files("bot.search.questions").joinpath("weights.json").read_text(encoding="utf-8"))
    weights = np.array([stored["weights"][name] for name in NAMES])
    return Ranker(weights, np.array([stored["found"][name] for name in FOUND]), stored["bias"], stored["threshold"])
