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
    onto = np.ascontiguousarray(transitions.T)
    ways = reached(scores, firsts, sizes, onto, transitions[0])
    current = np.zeros(len(firsts), np.int64)
    following = 0
    for step in range(len(ways) - 1, -1, -1):
        here = ways[step]
        count = len(here)
        if following:
            current[:following] = (here[:following] + onto[current[:following]]).argmax(axis=1)
        if count > following:
            current[following:count] = here[following:].argmax(axis=1)
        labels[firsts[:count] + step] = current[:count]
        following = count
    return labels


def reached(
    scores: Scores, firsts: Places, sizes: Places, onto: Scores, begun: Scores | int = 0, pace: int = 1
) -> list[Scores]:
    """The best totals up to each step, a row a stretch and a column a label; longest stretches first.

    Args:
        scores: Of all tokens.
        firsts: The token each stretch begins with.
        sizes: Tokens of each, falling.
        onto: What it brings that a label (row) follows on another (column).
        begun: What it brings to begin with each label.
        pace: 1 to go forwards, -1 backwards.
    """
    live = np.searchsorted(-sizes, -np.arange(int(sizes[0])), "left").tolist()
    totals = scores[firsts] + begun
    ways = [totals]
    for step, count in enumerate(live[1:], 1):
        totals = (totals[:count, None, :] + onto).max(axis=2)
        totals += scores[firsts[:count] + pace * step]
        ways.append(totals)
    return ways


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
