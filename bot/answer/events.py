"""Articles -> events: those that tell the same story stand together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from math import log
from statistics import fmean

from bot.answer.terms import likeness, terms, weighted
from bot.model import StoredArticle
from bot.text import sentences

SAME = 0.28
"""0-1: likeness of headline and opening from which two articles tell the same event, on average over the articles of
an event. Set by hand on a few invented reports."""
APART = 3
"""Days between two reports of one event, at most."""
OPENING = 3
"""Sentences that tell, with the headline, what a report is about."""
READ = 2000
"""Characters in which they stand."""
HEADLINE_WORTH = 2.0
"""Times that a word of the headline counts."""


@dataclass(slots=True)
class Group:
    """Reports of one event."""

    reports: list[StoredArticle]
    """In the order of the articles that `grouped` was given."""
    vectors: list[dict[str, float]] = field(default_factory=list)


def grouped(articles: Sequence[StoredArticle]) -> list[Group]:
    """The articles by events, in the order in which each event comes first."""
    counts = [_counted(one) for one in articles]
    frequency = Counter(chain.from_iterable(counts))
    groups: list[Group] = []
    for article, counted in zip(articles, counts, strict=True):
        vector = weighted(
            {term: worth * log((1 + len(articles)) / frequency[term] + 1) for term, worth in counted.items()}
        )
        group = _best(groups, article, vector)
        if group is None:
            groups.append(group := Group([]))
        group.reports.append(article)
        group.vectors.append(vector)
    return groups


def _counted(stored: StoredArticle) -> dict[str, float]:
    """The terms of headline and opening, with what each counts."""
    text = stored.article.text[:READ]
    opening = " ".join(span.of(text) for span in sentences(text)[:OPENING])
    counted = dict.fromkeys(terms(opening), 1.0)
    return counted | dict.fromkeys(terms(stored.article.headline or ""), HEADLINE_WORTH)


def _best(groups: Sequence[Group], article: StoredArticle, vector: dict[str, float]) -> Group | None:
    """The event that the article tells, too."""
    near = [group for group in groups if any(_days_apart(article, one) <= APART for one in group.reports)]
    scored = [(fmean(likeness(vector, other) for other in group.vectors), group) for group in near]
    score, group = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return group if score >= SAME else None


def _days_apart(one: StoredArticle, other: StoredArticle) -> int:
    """0 where a date isn't known, or lacks its year: then the words alone decide."""
    days = [_day(stored.ref.published) for stored in (one, other)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else 0


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:  # a year alone, or none
        return None
