"""The trained summariser: sentences scored by what is measured of them, and nothing told twice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from bot.model import Article, Span
from bot.summarize.features import NAMES, features
from bot.summarize.reading import Reading, Sentence, read

TOLD = 0.75
"""0-1: share of the terms of the shorter of two sentences that the other holds, from which they tell the same. Set by
eye on made-up articles; the training data hardly has such pairs."""
TELLS_HEADLINE = 0.5
"""0-1: share of the headline's terms from which an article's first sentence is its summary in one. None of the texts
trained on has a headline; there a first sentence is the best single one where people wrote for readers."""
LEAST_WORDS = 4
"""Shorter sentences ("Not so.") tell nothing alone; they are taken last."""
FILE = "weights.json"


class UnfitWeightsError(RuntimeError):
    """The weights file was made for other measures than this version takes."""


@dataclass(frozen=True, slots=True)
class Model:
    """A linear scorer."""

    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """A number a row; the higher, the sooner the sentence belongs in a summary."""
        scores: NDArray[np.float64] = ((rows - self.mean) / self.scale) @ self.weights
        return scores


class TrainedSummarizer:
    """Takes the sentences that a scorer trained on human summaries ranks first (`bot.ports.Summarizer`)."""

    def summarize(self, article: Article, sentences: int = 3) -> list[Span]:
        """The first `sentences` of the ranking, in reading order."""
        return sorted(self.ranked(article, sentences)[:sentences])

    def ranked(self, article: Article, sentences: int = 3) -> list[Span]:
        """The article's sentences, best first; see `bot.ports.Summarizer`."""
        reading = read(article)
        scores = model("one" if sentences == 1 else "several").score(features(reading))
        places = ranked(reading, scores, sentences)
        if sentences == 1 and _lead_tells_headline(reading):
            places.sort(key=bool)  # the first sentence first
        return [reading.sentences[place].span for place in places]


def _lead_tells_headline(reading: Reading) -> bool:
    told = reading.headline.intersection(*(one.terms for one in reading.sentences[:1]))
    return bool(reading.headline) and len(told) >= TELLS_HEADLINE * len(reading.headline)


def ranked(reading: Reading, scores: NDArray[np.float64], sentences: int) -> list[int]:
    """The places of sentences by their scores, best first; what tells again what a better one does comes last."""
    order = [int(place) for place in np.argsort(-scores, kind="stable")]
    order.sort(key=lambda place: len(reading.sentences[place].words) < LEAST_WORDS)
    kept: list[int] = []
    again: list[int] = []
    for place in order:
        told = len(kept) < sentences and any(
            _tells_again(reading.sentences[place], reading.sentences[other]) for other in kept
        )
        (again if told else kept).append(place)
    return kept + again


def _tells_again(one: Sentence, other: Sentence) -> bool:
    short, long = sorted((frozenset(one.terms), frozenset(other.terms)), key=len)
    return bool(short) and len(short & long) >= TOLD * len(short)


@cache
def model(name: str) -> Model:
    """The scorer for summaries of "one" sentence or of "several"; MODEL_CARD.md tells what it is.

    Raises:
        UnfitWeightsError: If the file's measures are others.
    """
    kept = json.loads(files("bot.summarize").joinpath(FILE).read_text(encoding="utf-8"))
    if tuple(kept["names"]) != NAMES:
        raise UnfitWeightsError(f"{FILE} was made for other measures; run bench/train_summaries.py")
    return Model(*(np.array(kept[name][part], dtype=np.float64) for part in ("mean", "scale", "weights")))
