"""Scores -> labels: the best row of them, as what may follow what has it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.extract.tagger.features import Ints

Scores = NDArray[np.int32]
Places = NDArray[np.int64]

LONGEST = 400
"""Tokens decoded together; a longer paragraph is cut."""


def best(scores: Scores, edges: Ints, transitions: Scores) -> Places:
    """The labels of the highest total score, each paragraph for itself (Viterbi, 1967); breaks are outside.

    Args:
        scores: As `Network.scores` gives them.
        edges: Where the breaks stand.
        transitions: What it brings that one label (row) is followed by another (column).
    """
    labels = np.zeros(len(scores), np.int64)
    firsts, sizes = stretches(scores, edges)
    if not len(firsts):
        return labels
    ways = reached(scores, firsts, sizes, np.ascontiguousarray(transitions.T), transitions[0][:, None])
    row = np.empty(len(scores), np.int64)
    current = np.zeros(len(firsts), np.int64)
    at, following = int(sizes.sum()), 0
    for here in reversed(ways):
        count = here.shape[1]
        if following:
            current[:following] = (here[:, :following] + transitions[:, current[:following]]).argmax(axis=0)
        if count > following:
            current[following:count] = here[:, following:].argmax(axis=0)
        at, following = at - count, count
        row[at : at + count] = current[:count]
    order = _by_step(firsts, sizes, 1)
    labels[order] = row[: len(order)]
    return labels


def reached(
    scores: Scores, firsts: Places, sizes: Places, onto: Scores, begun: Scores | int = 0, pace: int = 1
) -> list[Scores]:
    """The best totals up to each step, a row a label and a column a stretch; longest stretches first.

    Args:
        scores: Of all tokens.
        firsts: The token each stretch begins with.
        sizes: Tokens of each, falling.
        onto: What it brings that a label (row) follows on another (column).
        begun: What it brings to begin with each label.
        pace: 1 to go forwards, -1 backwards.
    """
    order = _by_step(firsts, sizes, pace)
    by_label = np.ascontiguousarray(scores[order].T)
    at = len(firsts)
    totals = by_label[:, :at] + begun
    ways = [totals]
    from_each = onto[:, :, None]
    for count in _live(sizes)[1:].tolist():
        totals = (totals[:, :count] + from_each).max(axis=1)
        totals += by_label[:, at : at + count]
        ways.append(totals)
        at += count
    return ways


def _live(sizes: Places) -> Places:
    """How many stretches have a token at each step."""
    live: Places = np.searchsorted(-sizes, -np.arange(int(sizes[0])), "left")
    return live


def _by_step(firsts: Places, sizes: Places, pace: int) -> Places:
    """The tokens of all stretches, first those of the first step."""
    live = _live(sizes)
    steps = np.repeat(np.arange(len(live)), live)
    column = np.arange(len(steps)) - np.repeat(np.cumsum(live) - live, live)
    order: Places = firsts[column] + pace * steps
    return order


def stretches(scores: Scores, edges: Ints) -> tuple[Places, Places]:
    """Where the paragraphs begin and how long they are, longest first; very long ones are cut where nothing is said."""
    found: list[tuple[int, int]] = []
    first = 0
    for edge in edges.tolist():
        while edge - first > LONGEST:
            quiet = np.flatnonzero(scores[first : first + LONGEST].argmax(axis=1) == 0)
            past = first + (int(quiet[-1]) + 1 if len(quiet) else LONGEST)
            found.append((first, past - first))
            first = past
        if first < edge:
            found.append((first, edge - first))
        first = edge + 1
    firsts, sizes = np.array(found, np.int64).reshape(-1, 2).T
    order = np.argsort(-sizes, kind="stable")
    return firsts[order], sizes[order]
