"""What somebody said about something: the topic's words in the statement, beside it, or in the headline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import mul
from typing import NamedTuple

from bot.model import Filters, Hit, Match, StoredQuote
from bot.search.forms import kin, synonyms
from bot.search.index import Index
from bot.search.matching import Candidate, candidate, in_a_row, likenesses
from bot.search.query import Query
from bot.text import tokens_of

MOST_READ = 200
"""Quotes of one speaker that are all read, so that the topic may stand beside them; of more, those the index finds."""
BESIDE, HEADLINE, SYNONYM = 0.6, 0.5, 0.7
"""0-1: what a word of the topic is worth beside the statement, in the headline, as a word of like meaning in it."""
NEARLY = 0.9
"""0-1: from here on the topic stands in the statement, if not to the letter."""

FOUND = 0.5
"""0-1: share of the topic's weight that has to be found.

Set on 500 topics of two words each, over quotes marked by hand in 84 articles: of those taken from one of the speaker's
statements 98 in 100 find it, of those taken from somebody else's 98 in 100 find nothing."""
FOUND_BY_ANYBODY = 0.75
"""0-1: the same where nobody is named, so that a topic of two words is more than either of them. By hand."""
WORTH, SHARE = 0.95, 0.7
"""0-1: the score of a statement that holds the topic; how much of it words beside the statement can earn. By hand."""


class TopicMeasures(NamedTuple):
    """How a topic and a statement compare."""

    share: float
    """0-1: share of the topic's weight that stands in the statement, beside it or in the headline."""
    inside: float
    """0-1: share that stands in the statement itself."""
    exact: bool
    """Whether the topic's words stand there in a row."""


def said(index: Index, speaker: str | None, topic: str | None, limit: int, filters: Filters) -> list[Hit]:
    """What the speaker of that very name said: all, latest first (or earliest); on a topic best first, or anybody."""
    if topic is None:
        quotes = index.store.quotes_of(speaker, limit, filters) if speaker is not None else []
        return [Hit(quote, 1.0, Match.EXACT) for quote in quotes]
    query = index.query(topic)
    if query is None:
        return []
    found = [candidate(quote) for quote in _candidates(index, query, speaker, filters)]
    asked = _Topic(query, found)
    least = FOUND if speaker is not None else FOUND_BY_ANYBODY
    hits = [_hit(one, measures) for one in found if (measures := asked.measures(one)).share >= least]
    return sorted(hits, key=lambda hit: -hit.score)[:limit]


def _hit(one: Candidate, measures: TopicMeasures) -> Hit:
    score = WORTH * (SHARE * measures.share + (1 - SHARE) * measures.inside)
    close = Match.CLOSE if measures.inside > NEARLY else Match.PARTIAL
    return Hit(one.quote, round(score, 4), Match.EXACT if measures.exact else close)


def _candidates(index: Index, query: Query, speaker: str | None, filters: Filters) -> list[StoredQuote]:
    words = [query.words[place] for place in query.contents]
    meant = [one for found in query.meant.values() for one in found]
    alike = [one for word in words for one in sorted(synonyms(word))]
    found = index.store.match_quotes([*words, *meant, *alike], MOST_READ, speaker, filters)
    if speaker is None:
        return found
    rest = index.store.quotes_of(speaker, MOST_READ + 1, filters)
    if len(rest) > MOST_READ:
        return found
    known = {quote.id for quote in found}
    return [*found, *(quote for quote in rest if quote.id not in known)]


class _Topic:
    """The telling words of a topic, compared once with all the words of the candidates."""

    def __init__(self, query: Query, candidates: Sequence[Candidate]) -> None:
        self._words = [query.words[place] for place in query.contents]
        self._weights = [query.weights[place] for place in query.contents]
        texts = (one.all for one in candidates)
        headlines = {one.quote.article.headline or "" for one in candidates}
        self._headlines = {headline: tokens_of(headline) for headline in headlines}
        vocabulary = list(dict.fromkeys(chain.from_iterable([*texts, *self._headlines.values()])))
        self._alike = self._same(query, likenesses(self._words, vocabulary))
        for row, word in enumerate(self._words):
            for other in synonyms(word) & set(vocabulary):
                self._alike.setdefault(other, []).append((row, SYNONYM))

    def _same(self, query: Query, alike: dict[str, list[tuple[int, float]]]) -> dict[str, list[tuple[int, float]]]:
        """Of the likenesses those that mean the same: a word on record is no slip of another ("treaty", "treat")."""
        return {
            other: [
                (row, value) for row, value in found if self._words[row] in query.meant or kin(self._words[row], other)
            ]
            for other, found in alike.items()
        }

    def measures(self, one: Candidate) -> TopicMeasures:
        """How a candidate fits the topic."""
        inside = self._found(one.words)
        beside = self._found((*one.before, *one.after))
        headline = self._found(self._headlines[one.quote.article.headline or ""])
        best = [max(a, b * BESIDE, c * HEADLINE) for a, b, c in zip(inside, beside, headline, strict=True)]
        return TopicMeasures(self._share(best), self._share(inside), in_a_row(self._words, one.words))

    def _share(self, found: Sequence[float]) -> float:
        return float(sum(map(mul, self._weights, found)) / sum(self._weights))

    def _found(self, words: Iterable[str]) -> list[float]:
        """How well each word of the topic stands among words."""
        found = [0.0] * len(self._words)
        for word in words:
            for row, value in self._alike.get(word, ()):
                found[row] = max(found[row], value)
        return found
