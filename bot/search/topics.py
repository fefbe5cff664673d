"""What somebody said about something: the topic's words in the statement, beside it, or in the headline."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from bot.model import Hit, Match, StoredQuote
from bot.search.curve import Curve, load
from bot.search.forms import synonyms
from bot.search.index import Index
from bot.search.matching import Candidate, candidate, in_a_row, likenesses
from bot.search.query import Query
from bot.text import tokens_of

MOST_READ = 400
"""Quotes of one speaker that are all read, so that the topic may stand beside them; of more, those the index finds."""
BESIDE, HEADLINE, SYNONYM = 0.6, 0.5, 0.7
"""0-1: what a word of the topic is worth beside the statement, in the headline, as a word of like meaning in it."""

_CURVE: Curve = load("said")


def said(index: Index, speaker: str, topic: str | None, limit: int) -> list[Hit]:
    """What the speaker of that very name said: all, latest first; on a topic, best first."""
    if topic is None:
        return [Hit(quote, 1.0, Match.EXACT) for quote in index.store.quotes_of(speaker)[:limit]]
    query = index.query(topic)
    if query is None:
        return []
    hits = [_hit(query, candidate(quote)) for quote in _candidates(index, query, speaker)]
    good = [hit for hit in hits if hit.score >= _CURVE.threshold]
    return sorted(good, key=lambda hit: -hit.score)[:limit]


def _candidates(index: Index, query: Query, speaker: str) -> list[StoredQuote]:
    words = [query.words[place] for place in query.contents]
    meant = [one for found in query.meant.values() for one in found]
    alike = [one for word in words for one in sorted(synonyms(word))]
    found = index.store.match_quotes([*words, *meant, *alike], MOST_READ, speaker)
    rest = index.store.quotes_of(speaker)
    if len(rest) > MOST_READ:
        return found
    known = {quote.id for quote in found}
    return [*found, *(quote for quote in rest if quote.id not in known)]


def _hit(query: Query, one: Candidate) -> Hit:
    share, inside = cover(query, one)
    telling = [query.words[place] for place in query.contents]
    exact = in_a_row(telling, one.words)
    probability = _CURVE.probability(np.array([share, inside, float(exact)]))
    return Hit(one.quote, probability, Match.EXACT if exact else Match.CLOSE if inside > 0.9 else Match.PARTIAL)


def cover(query: Query, one: Candidate) -> tuple[float, float]:
    """Share of the topic's weight that stands in the statement or near it, and share in the statement alone."""
    places = query.contents
    weights = np.array([query.weights[place] for place in places])
    inside = _found(query, one.words)[list(places)]
    beside = _found(query, (*one.before, *one.after))[list(places)] * BESIDE
    headline = _found(query, tuple(tokens_of(one.quote.article.headline or "")))[list(places)] * HEADLINE
    best = np.maximum(np.maximum(inside, beside), headline)
    return float(weights @ best / weights.sum()), float(weights @ inside / weights.sum())


def _found(query: Query, words: tuple[str, ...]) -> npt.NDArray[np.float32]:
    """How well each word of the query stands among words, those of like meaning included."""
    vocabulary = list(dict.fromkeys(words))
    if not vocabulary:
        return np.zeros(len(query.words), np.float32)
    found: npt.NDArray[np.float32] = likenesses(query, vocabulary).max(axis=1)
    for row, word in enumerate(query.words):
        if found[row] < SYNONYM and not synonyms(word).isdisjoint(vocabulary):
            found[row] = SYNONYM
    return found
