"""What tells texts apart: their words without those that say nothing, in any form; and how much two share."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from bot.search.forms import stem
from bot.summarize.lexicon import STOP_WORDS
from bot.text import tokens_of


def terms(text: str) -> frozenset[str]:
    """The stems of the telling words."""
    return frozenset(stem(word) for word in tokens_of(text) if word not in STOP_WORDS)


def held(some: frozenset[str], others: frozenset[str]) -> float:
    """Share of the smaller set that the other holds, 0 to 1."""
    return len(some & others) / min(len(some), len(others)) if some and others else 0.0


def weighted(vector: Mapping[str, float]) -> dict[str, float]:
    """The weights at length 1, for `likeness`."""
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two weighted sets of terms, 0 to 1."""
    short, long = sorted((one, other), key=len)
    return sum(weight * long[term] for term, weight in short.items() if term in long)
