"""What is measured of each sentence of an article, for the trained scorer."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from bot.summarize.lexicon import CONNECTIVES, FIRST_PERSON, PRONOUNS, REPORTS
from bot.summarize.reading import Reading, Sentence

PLACE = ("at_start", "second", "third", "decay", "log_place", "relative", "short_article")
LENGTH = ("log_length", "length", "too_short", "too_long")
CONTENT = (
    "centrality", "common", "centroid", "density", "like_lead", "like_opening", "neighbours", "repeated_pairs", "new",
)  # fmt: skip
MANNER = (
    "names", "main_names", "numbers", "quoted", "opens_quote", "reports", "pronoun", "connective", "first_person",
    "question", "unended", "colon", "paragraph_start",
)  # fmt: skip
TOPICS = ("top_terms",)
TOGETHER = (
    *(("at_start", other) for other in ("centrality", "centroid", "repeated_pairs", "pronoun", "length", "names",
                                        "main_names", "unended", "top_terms")),
    *(("decay", other) for other in ("centrality", "centroid", "length", "pronoun", "short_article")),
    *(("length", other) for other in ("centrality", "common", "like_lead", "length")),
    ("centrality", "centrality"), ("relative", "relative"),
)  # fmt: skip
"""Measures whose product tells more: a first sentence counts for much where it holds what the rest is about."""
SINGLE = PLACE + LENGTH + CONTENT + MANNER + TOPICS
NAMES = (*SINGLE, *(f"{one} x {other}" for one, other in TOGETHER))
"""All measures, in the order of the columns of `features`."""
TOP_TERMS, MAIN_NAMES = 10, 3
LOOKED_BACK = 8
"""Sentences before one, among which its words are looked for to tell what is new in it."""

_LEFT = [SINGLE.index(one) for one, _ in TOGETHER]
_RIGHT = [SINGLE.index(other) for _, other in TOGETHER]
_OPENERS = "“\"‘'«"


def features(reading: Reading) -> NDArray[np.float64]:
    """A row a sentence, a column for each of `NAMES`."""
    document = _Document(reading)
    rows = [document.row(place) for place in range(len(reading.sentences))]
    single = np.array(rows, dtype=np.float64).reshape(-1, len(SINGLE))
    return np.hstack([single, single[:, _LEFT] * single[:, _RIGHT]])


class _Document:
    """An article's counts, each taken once."""

    def __init__(self, reading: Reading) -> None:
        self.all, self.counts = reading.sentences, reading.counts
        self.terms = [frozenset(one.terms) for one in self.all]
        self.bits = {term: log(1 + count) for term, count in self.counts.items()}
        self.norm = sqrt(sum(count * count for count in self.counts.values())) or 1.0
        self.shared = [sum(self.counts[term] - 1 for term in one) for one in self.terms]
        self.most_shared = max(self.shared, default=0) or 1
        self.top = {term for term, _ in self.counts.most_common(TOP_TERMS)}
        self.pairs = Counter(pair for one in self.all for pair in set(pairwise(one.terms)))
        names = Counter(name for one in self.all for name in one.names)
        self.main = {name for name, count in names.most_common(MAIN_NAMES) if count > 1}
        self.lead = frozenset().union(*self.terms[:1])
        self.opening = frozenset().union(*self.terms[:3])

    def row(self, place: int) -> list[float]:
        """The single measures of the sentence at a place."""
        one = self.all[place]
        top = sum(term in self.top for term in self.terms[place]) / TOP_TERMS
        return [*self._place(place), *_length(len(one.words)), *self._content(place), *_manner(one, self.main), top]

    def _place(self, place: int) -> list[float]:
        last = max(1, len(self.all) - 1)
        first_ones = [float(place == one) for one in range(3)]
        return [*first_ones, 1 / (1 + place), log(1 + place) / 4, place / last, 1 / sqrt(len(self.all))]

    def _content(self, place: int) -> list[float]:
        terms = self.terms[place]
        number = len(terms) or 1
        held = sum(self.counts[term] for term in terms)
        pairs = set(pairwise(self.all[place].terms))
        near = self.terms[max(0, place - 1) : place] + self.terms[place + 1 : place + 2]
        before = frozenset().union(*self.terms[max(0, place - LOOKED_BACK) : place])
        return [
            self.shared[place] / self.most_shared,
            4 * held / number / max(4, len(self.all)),
            held / sqrt(number) / self.norm,
            sum(self.bits[term] for term in terms) / number,
            _alike(terms, self.lead) if place else 0.0,
            _alike(terms, self.opening) if place > 2 else 0.0,
            sum(_alike(terms, other) for other in near) / 2,
            sum(self.pairs[pair] > 1 for pair in pairs) / (len(pairs) or 1),
            len(terms - before) / number,
        ]


def _length(words: int) -> list[float]:
    return [log(1 + words) / 4, min(words, 60) / 60, max(0, 10 - words) / 10, max(0, words - 40) / 40]


def _manner(one: Sentence, main: set[str]) -> list[float]:
    first = one.words[0] if one.words else ""
    return [
        min(1.0, 3 * len(one.names) / (len(one.words) or 1)),
        min(2, len(main.intersection(one.words))) / 2,
        min(3, sum(any(map(str.isdigit, word)) for word in one.words)) / 3,
        _quoted(one.text) / (len(one.text) or 1),
        float(one.text[:1] in _OPENERS),
        float(not REPORTS.isdisjoint(one.words)),
        float(first in PRONOUNS),
        float(first in CONNECTIVES),
        min(3, sum(word in FIRST_PERSON for word in one.words)) / 3,
        float(one.text.endswith("?")),
        float(one.text.rstrip("\"'”’»)")[-1:] not in (".", "!", "?", "…")),
        float(":" in one.text),
        float(one.first),
    ]


def _quoted(text: str) -> int:
    """Characters between quotation marks; a pair that isn't closed reaches to the end."""
    inside, since = 0, -1
    for place, mark in enumerate(text):
        if since < 0 and mark in '“«"':
            since = place
        elif since >= 0 and mark in '”»"':
            inside, since = inside + place - since, -1
    return inside + (len(text) - since if since >= 0 else 0)


def _alike(some: frozenset[str], others: frozenset[str]) -> float:
    """Cosine of two sets, 0 to 1."""
    return len(some & others) / sqrt(len(some) * len(others)) if some and others else 0.0
