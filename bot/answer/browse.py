"""/articles and /people: what and who is on record."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.articles import choices, resolve
from bot.answer.filters import with_filters
from bot.answer.parts import Intent, Parts, Turn, article_result, by_story, in_order, narrowing, nothing, person_result
from bot.answer.speakers import quote_message
from bot.model import Answer, Memory, Note, Result
from bot.text import tokens_of

MOST_LISTED = 200
"""Articles or people in one list; more are found by words."""


def articles(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """The articles on record, or those that words find."""
    words = intent.words if tokens_of(intent.words) else ""
    filters = intent.filters
    census = parts.store.census()
    if not census.articles:
        return nothing(intent, Note.EMPTY_ARCHIVE), memory
    if words:
        hits = parts.search.articles(words, filters=filters)
        results = tuple(article_result(hit.article, hit.score, hit.match) for hit in hits)
    else:
        results = tuple(map(article_result, parts.store.articles(limit=MOST_LISTED, filters=filters)))
    if not results and filters.narrow and (not words or parts.search.articles(words)):
        without = f"/articles {words}".strip()
        return nothing(intent, Note.FILTERED_OUT, words, (without,), narrowing(filters)), memory
    if not results:
        return nothing(intent, Note.NO_SUCH_ARTICLE, words, ("/articles",)), memory
    results = by_story(in_order(results, filters.sort))
    found = Answer(
        intent.message,
        "articles",
        results=results,
        subject=words or None,
        again=with_filters(f"/articles {words}".strip(), filters),
        choices=choices("summary", [result.article for result in results if result.article]),
        facts={"articles": str(census.articles), "quotes": str(census.quotes), "people": str(census.people)}
        | narrowing(filters),
    )
    shown = tuple(result.article.id for result in found.results if result.article)
    return found, replace(memory, listed=shown, article_id=None, command="articles")


def people(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """Everybody on record, those whose name fits, or those of one article."""
    words = (intent.article or intent.words).strip()
    if parts.store.census().people == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE), memory
    if not tokens_of(words):
        return _list(intent, tuple(map(person_result, parts.store.people(MOST_LISTED)))), memory
    hits = () if intent.article else parts.search.speakers(words)
    if hits:
        return _list(intent, tuple(person_result(hit.person, hit.score, hit.match) for hit in hits), words), memory
    return _people_of(parts, intent, words, memory)


def _people_of(parts: Parts, intent: Intent, words: str, memory: Memory) -> Turn:
    found = resolve(parts.store, parts.search, words, memory)
    stored = parts.store.article(found[0].id) if found else None
    if stored is None:
        near = [quote_message(name) for name in parts.search.near_speakers(words)]
        return nothing(intent, Note.NO_SUCH_SPEAKER, words, near), memory
    results = tuple(map(person_result, stored.extraction.people)) or (article_result(stored.ref),)
    answer = replace(_list(intent, results, stored.ref.headline), again=f"/people {stored.ref.id}")
    return answer, replace(memory, article_id=stored.ref.id, command="people")


def _list(intent: Intent, results: tuple[Result, ...], subject: str | None = None) -> Answer:
    return Answer(intent.message, "people", results=results, subject=subject, again=f"/people {subject or ''}".strip())
