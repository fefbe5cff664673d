"""How well the words of a question stand in a statement: measures from 0 to 1, made for `curve.probability`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.model import StoredQuote
from bot.search.forms import stem
from bot.search.query import STOP_WEIGHT, Query
from bot.text import tokens_of

ALIKE = 0.72
"""0-1 (OSA similarity): words less alike are different words. Set on made-up slips."""
SAME_STEM = 0.92
"""0-1: what another form of a word is worth."""
BESIDE = 0.6
"""0-1: what a word is worth that stands beside the statement, not in it."""
BESIDE_CHARACTERS = 100
"""Characters before and behind a statement that are looked at: about a line."""
WINDOW = 1.5
"""Words of the statement that hold a fragment, for each of its words: what was forgotten stands between them."""
WINDOW_MORE = 3
NEAR = 4
"""Words: two that follow one another in a fragment stand at most so far apart on record."""
ENOUGH_BITS = 40.0
"""Bits: about four rare words; more of them make nothing surer."""

_Table = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Measures:
    """How a fragment and a statement compare; each from 0 to 1."""

    window: float
    """Share of the fragment's weight that stands close together in the statement."""
    whole: float
    """Share of the fragment's weight that stands anywhere in it."""
    order: float
    """Share of neighbouring words of the fragment that stand in that order and near one another."""
    letters: float
    """Likeness of the best stretch of the statement, letter by letter."""
    bits: float
    """How much the words found tell, against `ENOUGH_BITS`."""

    def vector(self) -> npt.NDArray[np.float64]:
        """The measures in the order of their fields."""
        return np.array(astuple(self), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote with its words made ready."""

    quote: StoredQuote
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """The words of the statement with those beside it."""
        return (*self.before, *self.words, *self.after)


def candidate(quote: StoredQuote) -> Candidate:
    """A quote's words: its content without what interrupts it, and a line on both sides."""
    before, after = quote.before[-BESIDE_CHARACTERS:], quote.after[:BESIDE_CHARACTERS]
    return Candidate(quote, tuple(tokens_of(said(quote))), tuple(tokens_of(before)[1:]), tuple(tokens_of(after)[:-1]))


def said(quote: StoredQuote) -> str:
    """The words of a statement, its spans joined across what interrupts them."""
    start = quote.quote.span.start
    return " ".join(quote.text[span.start - start : span.end - start] for span in quote.quote.content)


def compare(query: Query, candidates: Sequence[Candidate]) -> list[Measures]:
    """The measures of each candidate."""
    vocabulary = list(dict.fromkeys(word for one in candidates for word in one.all))
    places = {word: n for n, word in enumerate(vocabulary)}
    table = likenesses(query, vocabulary)
    return [_measures(query, one, table[:, [places[word] for word in one.all]]) for one in candidates]


def likenesses(query: Query, vocabulary: Sequence[str]) -> _Table:
    """How alike each word of the query (rows) and each word of a vocabulary (columns) are; 0 for different words."""
    if not vocabulary:
        return np.zeros((len(query.words), 0), np.float32)
    table: _Table = process.cdist(query.words, vocabulary, scorer=OSA.normalized_similarity, dtype=np.float32)
    lengths = np.array([len(word) for word in vocabulary])
    short = (lengths < 4)[None, :] | np.array([len(word) < 4 for word in query.words])[:, None]
    table[(table < ALIKE) | (short & (table < 1))] = 0
    stems = np.array([stem(word) for word in vocabulary])
    for row, word in enumerate(query.words):
        same = (stems == stem(word)) & (table[row] < SAME_STEM)
        table[row, same] = SAME_STEM
    return table


def _measures(query: Query, one: Candidate, table: _Table) -> Measures:
    weights = np.array(query.weights, np.float32)
    total = float(weights.sum())
    letters = _letters(" ".join(query.words), " ".join(one.words))
    if not table.shape[1]:
        return Measures(0, 0, 0, letters, 0)
    beside = np.full(table.shape[1], BESIDE, np.float32)
    beside[len(one.before) : len(one.before) + len(one.words)] = 1
    worth = table * beside
    start, size = _best_window(worth, weights)
    best = worth[:, start : start + size]
    found = best.max(axis=1)
    bits = float(weights @ found)
    whole = float(weights @ worth.max(axis=1)) / total
    return Measures(bits / total, whole, _order(query, best), letters, min(1.0, bits / ENOUGH_BITS))


def _best_window(worth: _Table, weights: _Table) -> tuple[int, int]:
    """Where the window begins that holds most of the weight, and its size in words."""
    size = min(worth.shape[1], int(len(weights) * WINDOW) + WINDOW_MORE)
    windows = np.lib.stride_tricks.sliding_window_view(worth, size, axis=1).max(axis=2)
    return int(np.argmax(weights @ windows)), size


def _order(query: Query, window: _Table) -> float:
    """Share of the fragment's telling neighbours that stand in order and near one another."""
    telling = [row for row, weight in enumerate(query.weights) if weight > STOP_WEIGHT]
    if len(telling) < 2:
        return float(window.max()) if telling else 0.0
    places = [np.flatnonzero(window[row]) for row in telling]
    kept = [
        bool(len(a) and len(b) and ((b[None, :] > a[:, None]) & (b[None, :] <= a[:, None] + NEAR)).any())
        for a, b in pairwise(places)
    ]
    return sum(kept) / len(kept)


def _letters(fragment: str, statement: str) -> float:
    if len(statement) < len(fragment):
        return fuzz.ratio(fragment, statement) / 100
    return fuzz.partial_ratio(fragment, statement) / 100


def in_a_row(words: Sequence[str], within: Sequence[str]) -> bool:
    """Whether the words stand within others in that very order with nothing between them."""
    return f" {' '.join(words)} " in f" {' '.join(within)} "
