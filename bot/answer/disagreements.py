"""Numbers on which outlets differ, each with the sentence that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bot.answer.figures import Figure, figures
from bot.answer.terms import held, terms
from bot.model import Result, StoredArticle
from bot.text import sentences

ALIKE = 0.5
"""0-1: share of the words of the shorter of two sentences that the other holds, from which their numbers count the
same thing. Set on invented reports."""
LEAST_SHARED = 3
"""Words that both sentences have to hold, what is counted included."""
READ = 12
"""Sentences of a report that are looked at: those behind hold background."""
MOST_OUTLETS = 8
MOST = 2
"""Disagreements told of one event."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A number as a report tells it."""

    report: StoredArticle
    figure: Figure
    result: Result
    about: frozenset[str]
    """The terms of its sentence, the number left out."""


def disagreements(reports: Sequence[StoredArticle]) -> tuple[tuple[Result, Result], ...]:
    """Pairs of sentences of different outlets that give different numbers for the same thing.

    Where one of the outlets gives the other's number as well, they don't disagree. Of each outlet the latest report
    counts; `reports` come latest first.
    """
    latest = {report.ref.provider: report for report in reversed(reports) if report.ref.provider}
    told = [list(_told(report)) for report in list(reversed(latest.values()))[:MOST_OUTLETS]]
    found: list[tuple[Result, Result]] = []
    for mine, others in combinations(told, 2):
        pair = _pair(mine, others)
        if pair and not any({one.text for one in pair} & {one.text for one in known} for known in found):
            found.append(pair)
    return tuple(found[:MOST])


def _told(report: StoredArticle) -> Iterator[_Told]:
    text = report.article.text
    for span in sentences(text)[:READ]:
        for figure in figures(text, span):
            rest = text[span.start : figure.span.start] + " " + text[figure.span.end : span.end]
            result = Result("sentence", span.of(text), report.ref, (span,))
            yield _Told(report, figure, result, terms(rest))


def _pair(mine: Sequence[_Told], others: Sequence[_Told]) -> tuple[Result, Result] | None:
    """The first two sentences that disagree."""
    known = [{(one.figure.unit, one.figure.value) for one in side} for side in (mine, others)]
    for one in mine:
        for other in others:
            unit, numbers = one.figure.unit, (one.figure.value, other.figure.value)
            shared = unit == other.figure.unit and numbers[0] != numbers[1] and _same_thing(one, other)
            if shared and (unit, numbers[0]) not in known[1] and (unit, numbers[1]) not in known[0]:
                return one.result, other.result
    return None


def _same_thing(one: _Told, other: _Told) -> bool:
    return held(one.about, other.about) >= ALIKE and len(one.about & other.about) >= LEAST_SHARED - 1
