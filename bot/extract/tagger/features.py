"""A text as the network reads it: its words, each with its place among marks, sentences and paragraphs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.extract.marks import Quotation, quotations
from bot.extract.tagger.layout import read_paragraphs
from bot.extract.tagger.words import CLASS
from bot.extract.tokens import spans_of
from bot.model import Span

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

BREAK = ""
"""The word that stands between two paragraphs."""
OUTSIDE, OPENS, INSIDE, CLOSES, SINGLE_OPENS, SINGLE_INSIDE, SINGLE_CLOSES = range(7)
"""Where a token stands among quotation marks."""
CONTEXTS = 7 * 16 * 2
PLACES = 64
SENTENCE_ENDS = ("end", "ellipsis")


class Reading(NamedTuple):
    """A text's tokens in order; every paragraph is followed by a break."""

    paragraphs: tuple[Span, ...]
    words: list[str]
    starts: Ints
    ends: Ints
    edges: Ints
    """Where the breaks stand, one a paragraph."""
    states: Ints


class Context(NamedTuple):
    """What stands around each token, as rows of the network's tables."""

    around: Ints
    place: Ints
    unit: Ints
    """The number of each token's sentence; one goes on to where a quotation in it ends."""


def read(text: str) -> Reading:
    """The tokens of a text with their states among the quotation marks. Linear in length."""
    paragraphs = read_paragraphs(text)
    spans: list[tuple[int, int]] = []
    edges: list[int] = []
    marks: list[Quotation] = []
    for paragraph in paragraphs:
        spans += spans_of(text, paragraph.start, paragraph.end)
        edges.append(len(spans))
        spans.append((paragraph.end, paragraph.end))
        marks += quotations(text, paragraph)
    places = np.array(spans, np.int32).reshape(-1, 2)
    starts, ends = places[:, 0], places[:, 1]
    words = [text[a:b] for a, b in spans]
    return Reading(paragraphs, words, starts, ends, np.array(edges, np.int32), _states(starts, marks))


def _states(starts: Ints, marks: list[Quotation]) -> Ints:
    states = np.zeros(len(starts), np.int32)
    if not marks:
        return states
    places = np.array([(q.outer.start, q.inner.start, q.inner.end, q.outer.end) for q in marks], np.int32)
    bounds = np.searchsorted(starts, places).tolist()
    for (first, opened, closing, past), quotation in zip(bounds, marks, strict=True):
        base = SINGLE_OPENS - OPENS if quotation.single else 0
        states[first:opened] = OPENS + base
        states[opened:closing] = INSIDE + base
        if quotation.closed:
            states[closing:past] = CLOSES + base
        else:
            states[closing:past] = INSIDE
    return states


def context(reading: Reading, classes: Ints, upper: Bools) -> Context:
    """The rows of the context tables.

    Args:
        reading: The text.
        classes: The class of each word (`bot.extract.tagger.words.CLASS`).
        upper: Whether each word begins with a capital letter.
    """
    states = reading.states
    size = len(states)
    broken = np.zeros(size, np.bool_)
    broken[reading.edges] = True
    quoted = states != OUTSIDE
    double = quoted & (states < SINGLE_OPENS)
    opens = states == OPENS
    ends = _unit_ends(states, classes, upper, broken)
    unit = np.zeros(size, np.int64)
    np.cumsum(ends[:-1], out=unit[1:])
    reporting = (classes >= CLASS["report"]) & (classes < CLASS["report"] + 5) & ~quoted
    left, right = _beside(reporting, unit)
    marks_left, marks_right = _beside(double, unit)
    first = np.ones(size, np.bool_)
    first[1:] = ends[:-1]
    around = (((states * 2 + left) * 2 + right) * 2 + marks_left) * 2 + marks_right
    place = _places(reading, classes, unit, opens, quoted)
    return Context((around * 2 + first).astype(np.int32), place, unit.astype(np.int32))


def _unit_ends(states: Ints, classes: Ints, upper: Bools, broken: Bools) -> Bools:
    """The last token of each sentence; one that ends inside a quotation goes on to where that closes."""
    point = (classes == CLASS["end"]) | (classes == CLASS["ellipsis"])
    closing = (states == CLOSES) | (states == SINGLE_CLOSES)
    after_point = np.zeros_like(point)
    after_point[1:] = point[:-1]
    following = np.ones_like(point)
    following[:-1] = upper[1:] | (states[1:] == OPENS) | (states[1:] == SINGLE_OPENS) | broken[1:]
    ends: Bools = (((point & (states == OUTSIDE)) | (closing & after_point)) & following) | broken
    return ends


def _beside(flags: Bools, unit: NDArray[np.int64]) -> tuple[Ints, Ints]:
    """Whether a flag is set before, and behind, each token in its own unit."""
    total = np.cumsum(flags)
    sizes = np.bincount(unit)
    last = np.cumsum(sizes) - 1
    at_end = total[last]
    before = np.concatenate(([0], at_end[:-1]))[unit]
    return ((total - flags) > before).astype(np.int32), (at_end[unit] > total).astype(np.int32)


def _places(reading: Reading, classes: Ints, unit: NDArray[np.int64], opens: Bools, quoted: Bools) -> Ints:
    """Where each token's paragraph stands and how it begins, ends, and follows on the one before."""
    edges = reading.edges
    begins = np.concatenate(([0], edges[:-1] + 1)).astype(np.int64)
    last = np.maximum(edges - 1, begins)
    colon = classes[last] == CLASS["colon"]
    stopped = (classes[last] == CLASS["end"]) | (reading.states[last] == CLOSES) | colon
    left_open = quoted[last] & (reading.states[last] == INSIDE)
    after_colon = np.concatenate(([False], colon[:-1]))
    after_open = np.concatenate(([False], left_open[:-1]))
    first = np.arange(len(edges)) == 0
    row = (((first * 2 + ~stopped) * 2 + after_colon) * 2 + after_open) * 2 + opens[begins]
    opening = unit == np.repeat(unit[begins], edges + 1 - begins)
    places: Ints = (np.repeat(row, edges + 1 - begins) * 2 + opening).astype(np.int32)
    return places
