"""Two attributors beside each other: each mends what it is the surer of.

Measured on the tagger without and with the rules beside it (quote+speaker F1 of all statements): agency copy
77.1 -> 78.9, PolNeAR's development half 72.0 -> 70.8.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from bot.model import Attribution, Span
from bot.ports import Attributor

SURE_OF_NEW, SURE_OF_SAME = 0.9, 0.75
"""Confidence (0 to 1) from which the second's finding counts where the first has none, and where it has the same."""
COVERED, SAME = 0.2, 0.5
"""Share (0 to 1) of a finding's characters among the first's up to which it is new; overlap from which it is one."""


class Both:
    """The first attributor's findings, bounded and filled in by the second's (`bot.ports.Attributor`)."""

    def __init__(self, first: Attributor, second: Attributor) -> None:
        """Args: first: Whose findings stand. second: Who bounds them and fills in."""
        self._first, self._second = first, second

    def attribute(self, text: str) -> list[Attribution]:
        """The attributions of a text, by place."""
        found = sorted(self._first.attribute(text), key=lambda one: one.content)
        other = sorted(self._second.attribute(text), key=lambda one: one.content)
        taken = _united(span for one in found for span in one.content)
        new = [one for one in other if one.confidence >= SURE_OF_NEW and _common(one.content, taken) <= _few(one)]
        return sorted([*(_bounded(one, other) for one in found), *new], key=lambda one: one.content)


def _few(one: Attribution) -> float:
    return COVERED * _size(one.content)


def _bounded(one: Attribution, others: list[Attribution]) -> Attribution:
    """A finding with the bounds, cue and speaker of the same one by the other attributor, if that is sure of it."""
    at = bisect_left(others, one.content[0].start, key=lambda other: other.content[0].start)
    for other in others[max(0, at - 3) : at + 4]:
        shared = _common(one.content, other.content)
        if shared and shared >= SAME * (_size(one.content) + _size(other.content) - shared):
            if other.source is not None and other.confidence >= SURE_OF_SAME:
                return replace(one, content=other.content, cue=other.cue, source=other.source)
            return one
    return one


def _size(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap put together."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _common(some: Iterable[Span], others: list[Span] | tuple[Span, ...]) -> int:
    """How many characters two rows of spans have in common; `others` in order."""
    shared = 0
    for span in some:
        at = max(0, bisect_left(others, span.start, key=lambda one: one.start) - 1)
        while at < len(others) and others[at].start < span.end:
            shared += max(0, min(others[at].end, span.end) - max(others[at].start, span.start))
            at += 1
    return shared
