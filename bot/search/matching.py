"""How well the words of a question stand in a statement: measures from 0 to 1, made for `curve.probability`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.model import StoredQuote
from bot.search.forms import stem
from bot.search.query import Query
from bot.text import tokens_of

ALIKE = 0.72
"""0-1 (OSA similarity): words less alike are different words. Set on made-up slips."""
LEAST_LETTERS = 3
"""Letters: shorter words have to be the same to the letter."""
SAME_STEM = 0.92
"""0-1: what another form of a word is worth."""
BESIDE = 0.6
"""0-1: what a word is worth that stands beside the statement, not in it."""
BESIDE_CHARACTERS = 100
"""Characters before and behind a statement that are looked at: about a line."""
WINDOW = 1.5
"""Words of the statement that hold a fragment, for each of its words: what was forgotten stands between them."""
WINDOW_MORE = 3
ENOUGH_BITS = 40.0
"""Bits: about four rare words; more of them make nothing surer."""

FULLY = 20
"""Candidates compared in full: those that hold most of what was asked for anywhere."""

_Found = tuple[int, int, float]
"""A word found: its place in the candidate, the row of the query it is, what it is worth there."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How a fragment and a statement compare; each from 0 to 1."""

    whole: float
    """Share of the fragment's weight that stands anywhere in it."""
    letters: float
    """Likeness of the stretch that holds most, letter by letter."""
    bits: float
    """How much the words found tell, against `ENOUGH_BITS`."""

    def vector(self) -> tuple[float, ...]:
        """The measures in the order of their fields."""
        return (self.whole, self.letters, self.bits)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote with its words made ready."""

    quote: StoredQuote
    words: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The words of the statement with those beside it."""
        return (*self.before, *self.words, *self.after)


def candidate(quote: StoredQuote) -> Candidate:
    """A quote's words: its content without what interrupts it, and a line on both sides."""
    return _with_context(_bare(quote))


def _bare(quote: StoredQuote) -> Candidate:
    return Candidate(quote, tuple(tokens_of(said(quote))))


def _with_context(one: Candidate) -> Candidate:
    before, after = one.quote.before[-BESIDE_CHARACTERS:], one.quote.after[:BESIDE_CHARACTERS]
    return replace(one, before=tuple(tokens_of(before)[1:]), after=tuple(tokens_of(after)[:-1]))


def said(quote: StoredQuote) -> str:
    """The words of a statement, its spans joined across what interrupts them."""
    start = quote.quote.span.start
    return " ".join(quote.text[span.start - start : span.end - start] for span in quote.quote.content)


def compare(query: Query, quotes: Sequence[StoredQuote]) -> list[tuple[Candidate, Measures]]:
    """The quotes that hold most of the query, with their measures."""
    bare = _with_places(query, [_bare(quote) for quote in quotes])
    likely = sorted(bare, key=lambda pair: -_weight(query, pair[1]))[:FULLY]
    full = _with_places(query, [_with_context(one) for one, _ in likely])
    return [(one, _measures(query, one, places)) for one, places in full]


def _with_places(query: Query, candidates: Sequence[Candidate]) -> list[tuple[Candidate, list[_Found]]]:
    vocabulary = list(dict.fromkeys(chain.from_iterable(one.all for one in candidates)))
    alike = likenesses(query.words, vocabulary)
    return [(one, _found(one, alike)) for one in candidates]


def likenesses(wanted: Sequence[str], vocabulary: Sequence[str]) -> dict[str, list[tuple[int, float]]]:
    """For each word of a vocabulary that is like words wanted: their places among those, and how alike they are."""
    if not vocabulary:
        return {}
    table = process.cdist(wanted, vocabulary, scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
    found: dict[str, list[tuple[int, float]]] = {}
    for row, column in np.argwhere(table):
        one, other = wanted[row], vocabulary[column]
        if one == other or min(len(one), len(other)) >= LEAST_LETTERS:
            found.setdefault(other, []).append((int(row), float(table[row, column])))
    _add_stems(wanted, vocabulary, found)
    return found


def _add_stems(wanted: Sequence[str], vocabulary: Sequence[str], found: dict[str, list[tuple[int, float]]]) -> None:
    rows: dict[str, list[int]] = {}
    for row, word in enumerate(wanted):
        rows.setdefault(stem(word), []).append(row)
    for word in vocabulary:
        for row in rows.get(stem(word), ()):
            if wanted[row] != word:
                others = [one for one in found.get(word, ()) if one[0] != row]
                found[word] = [*others, (row, SAME_STEM)]


def _found(one: Candidate, alike: dict[str, list[tuple[int, float]]]) -> list[_Found]:
    first, last = len(one.before), len(one.before) + len(one.words)
    known = [(place, word) for place, word in enumerate(one.all) if word in alike]  # most are not: this has to be quick
    return [
        (place, row, value if first <= place < last else value * BESIDE)
        for place, word in known
        for row, value in alike[word]
    ]


def _weight(query: Query, found: Sequence[_Found]) -> float:
    """The weight of the query's words that were found, each where it is worth most."""
    best: dict[int, float] = {}
    for _, row, value in found:
        if value > best.get(row, 0.0):
            best[row] = value
    return sum(query.weights[row] * value for row, value in best.items())


def _measures(query: Query, one: Candidate, found: list[_Found]) -> Measures:
    window = _best_window(query, found)
    return Measures(
        _weight(query, found) / sum(query.weights),
        _letters(" ".join(query.words), " ".join(_stretch(query, one, window))),
        min(1.0, _weight(query, window) / ENOUGH_BITS),
    )


def _stretch(query: Query, one: Candidate, window: Sequence[_Found]) -> tuple[str, ...]:
    """The words of the statement around those found; a long one, compared whole letter by letter, takes very long."""
    places = [place - len(one.before) for place, _, _ in window] or [0]
    return one.words[max(0, places[0] - len(query.words)) : max(0, places[-1] + len(query.words))]


def _best_window(query: Query, found: list[_Found]) -> list[_Found]:
    """The words found in the stretch that holds most of the weight."""
    size = int(len(query.words) * WINDOW) + WINDOW_MORE
    best: list[_Found] = []
    most = 0.0
    end = 0
    for start, (place, _, _) in enumerate(found):
        if start and (end == len(found) or found[end][0] >= place + size):
            continue  # no more than the window before it held
        while end < len(found) and found[end][0] < place + size:
            end += 1
        weight = _weight(query, found[start:end])
        if weight > most:
            best, most = found[start:end], weight
    return best


def _letters(fragment: str, statement: str) -> float:
    if len(statement) < len(fragment):
        return fuzz.ratio(fragment, statement) / 100
    return fuzz.partial_ratio(fragment, statement) / 100


def in_a_row(words: Sequence[str], within: Sequence[str]) -> bool:
    """Whether the words stand within others in that very order with nothing between them."""
    return f" {' '.join(words)} " in f" {' '.join(within)} "
