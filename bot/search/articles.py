"""Articles by their headline or by what they are about, and words that stand in an article's own voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from rapidfuzz import fuzz

from bot.model import ArticleHit, ArticleRef, Filters, Match, Span, StoredArticle
from bot.search.forms import stem
from bot.search.index import Index
from bot.search.matching import in_a_row, likenesses
from bot.search.query import Query
from bot.text import sentences, tokens_of, words

CANDIDATES = 50
"""Articles that the index is asked for."""
MOST_ABOUT = 1000
"""Articles that the index is asked for with each word of a topic."""
READ = 6
"""Articles read whole, the best by the index's rank: enough for a list, few enough to stay quick."""
LATEST = 100
"""Articles, the latest, whose headlines are compared where the index knows none of the words: all may be misspelt."""
HEADLINE_FOUND = 0.62
"""0-1: share of the words asked for, by weight, that a headline has to hold."""
TEXT_FOUND = 0.8
"""0-1: share that a text has to hold."""
HEADLINE_WORTH, TEXT_WORTH = 0.95, 0.75
"""Probability: that an article is meant whose headline, whose text holds all the words. Set by hand."""


def articles(index: Index, phrase: str, limit: int, filters: Filters) -> list[ArticleHit]:
    """Articles whose headline fits the phrase, else whose text holds its words; best first."""
    query = index.query(phrase)
    if query is None:
        return []
    found = index.store.match_articles(_terms(query), CANDIDATES, filters)
    hits = _by_headlines(query, found)
    hits = hits or [hit for ref in found[:READ] if (hit := _by_text(index, query, ref))]
    hits = hits or _by_headlines(query, index.store.articles(LATEST, filters=filters))
    return sorted(hits, key=lambda hit: (hit.match is not Match.EXACT, -hit.score))[:limit]


def about(index: Index, topic: str, limit: int, filters: Filters) -> list[ArticleRef]:
    """Articles that hold all telling words of a topic in any form; the best by the index's rank."""
    query = index.query(topic)
    if query is None or not query.contents:
        return []
    asked = [[word, *query.meant.get(word, ())] for word in dict.fromkeys(query.words[at] for at in query.contents)]
    found = [index.store.match_articles(words, MOST_ABOUT, filters) for words in asked]
    ids = [{ref.id for ref in refs} for refs in found]
    return [ref for ref in min(found, key=len) if all(ref.id in held for held in ids)][:limit]


def _terms(query: Query) -> list[str]:
    words = [query.words[place] for place in query.contents]
    return list(dict.fromkeys([*words, *(one for found in query.meant.values() for one in found)]))


def _by_headlines(query: Query, refs: Iterable[ArticleRef]) -> list[ArticleHit]:
    return [hit for ref in refs if (hit := _by_headline(query, ref))]


def _by_headline(query: Query, ref: ArticleRef) -> ArticleHit | None:
    headline = tokens_of(ref.headline or "")
    share = _share(query, headline)
    if share < HEADLINE_FOUND:
        return None
    exact = in_a_row(query.words, headline)
    alike = fuzz.token_sort_ratio(" ".join(query.words), " ".join(headline)) / 100
    score = HEADLINE_WORTH * (0.8 * share + 0.2 * alike)
    return ArticleHit(ref, round(score, 4), Match.EXACT if exact else Match.CLOSE if share > 0.9 else Match.PARTIAL)


def _by_text(index: Index, query: Query, ref: ArticleRef) -> ArticleHit | None:
    stored = index.store.article(ref.id)
    share = _held(query, frozenset(tokens_of(stored.article.text))) if stored else 0.0
    return ArticleHit(ref, round(TEXT_WORTH * share, 4), Match.PARTIAL) if share >= TEXT_FOUND else None


def _held(query: Query, text: frozenset[str]) -> float:
    """Share of the weight of the telling words that a text holds in any form; slips count as the words meant."""
    stems = frozenset(map(stem, text))
    held = (
        query.weights[place]
        for place in query.contents
        if stem(query.words[place]) in stems or not text.isdisjoint(query.meant.get(query.words[place], ()))
    )
    return sum(held) / sum(query.weights[place] for place in query.contents)


def _share(query: Query, within: Iterable[str]) -> float:
    """Share of the weight of the telling words that stands within others."""
    places = query.contents
    alike = likenesses([query.words[place] for place in places], list(dict.fromkeys(within)))
    best: dict[int, float] = {}
    for row, value in chain.from_iterable(alike.values()):
        best[row] = max(best.get(row, 0.0), value)
    total = sum(query.weights[place] for place in places)
    return sum(query.weights[places[row]] * value for row, value in best.items()) / total


def own_voice(index: Index, fragment: str, limit: int) -> list[ArticleHit]:
    """Sentences that hold the very words outside anybody's statement."""
    query = index.query(fragment)
    if query is None:
        return []
    found = index.store.match_articles([" ".join(query.words)], CANDIDATES)
    stored = (one for ref in found[: READ * 2] if (one := index.store.article(ref.id)))
    return list(islice((hit for one in stored for hit in _passages(query, one)), limit))


def _passages(query: Query, stored: StoredArticle) -> Iterator[ArticleHit]:
    """The first passage of an article that nobody is quoted with."""
    text = stored.article.text
    said = [span for quote in stored.extraction.quotes for span in quote.content]
    for place in _places(query.words, text):
        if not any(span.start < place.end and place.start < span.end for span in said):
            span = _sentences_around(text, place)
            yield ArticleHit(stored.ref, 1.0, Match.EXACT, span.of(text), span)
            return


def _places(wanted: tuple[str, ...], text: str) -> Iterator[Span]:
    """Where the words stand in a row."""
    found = words(text)
    size = len(wanted)
    for n in range(len(found) - size + 1):
        if found[n].text == wanted[0] and tuple(word.text for word in found[n : n + size]) == wanted:
            yield Span(found[n].span.start, found[n + size - 1].span.end)


def _sentences_around(text: str, place: Span) -> Span:
    touched = [one for one in sentences(text) if one.start < place.end and place.start < one.end]
    return Span(touched[0].start, touched[-1].end)
