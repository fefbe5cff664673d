"""Who said it: words half remembered or misspelt -> the statements that hold them."""

from __future__ import annotations

from bot.model import Filters, Hit, Match, StoredQuote
from bot.search.curve import Curve, load
from bot.search.index import Index
from bot.search.matching import Candidate, Measures, compare, in_a_row
from bot.search.query import Query

CANDIDATES, FEW = 40, 15
"""Quotes that the index is asked for, and for one answer alone; the right one is nearly always among the first ten."""
EXACT_FLOOR = 0.6
"""Probability at least, where the very words stand in a row: they are on record, if perhaps in several places."""
CLOSE_LETTERS = 0.8
"""0-1 (likeness letter by letter): from here on the differences are small. Set by eye on made-up slips."""

_CURVE: Curve = load("who")


def who(index: Index, fragment: str, limit: int, filters: Filters) -> list[Hit]:
    """The statements that hold the fragment, best first; none where none is likely enough."""
    query = index.query(fragment)
    if query is None:
        return []
    found = index.store.match_quotes(query.terms, CANDIDATES if limit > 1 else FEW, filters=filters)
    hits = [_hit(query, one, measures) for one, measures in compare(query, found)]
    good = [hit for hit in hits if hit.match is Match.EXACT or hit.score >= _CURVE.threshold]
    good.sort(key=lambda hit: (hit.match is not Match.EXACT, -hit.score))
    return _distinct(_without_rest(query, good))[:limit]


def _distinct(hits: list[Hit]) -> list[Hit]:
    """Of statements of one speaker that overlap, such as one within another, the better alone."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(_overlap(hit.quote, other.quote) for other in kept):
            kept.append(hit)
    return kept


def _overlap(one: StoredQuote, other: StoredQuote) -> bool:
    a, b = one.quote, other.quote
    together = one.article.id == other.article.id and a.span.start < b.span.end and b.span.start < a.span.end
    return together and (a.speaker and a.speaker.name) == (b.speaker and b.speaker.name)


def _without_rest(query: Query, hits: list[Hit]) -> list[Hit]:
    """Where several telling words stand on record to the letter, statements that hold some of them were not meant."""
    if len(query.contents) > 1 and hits and hits[0].match is Match.EXACT:
        return [hit for hit in hits if hit.match is not Match.PARTIAL]
    return hits


def _hit(query: Query, one: Candidate, measures: Measures) -> Hit:
    probability = _CURVE.probability(measures.vector())
    if in_a_row(query.words, one.words):
        return Hit(one.quote, max(EXACT_FLOOR, probability), Match.EXACT)
    close = measures.letters >= CLOSE_LETTERS
    return Hit(one.quote, probability, Match.CLOSE if close else Match.PARTIAL)
