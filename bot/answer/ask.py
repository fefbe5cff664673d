"""/ask: questions about what happened, answered by sentences of the articles."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.articles import summary_message
from bot.answer.filters import with_filters
from bot.answer.parts import Intent, Parts, Turn, listed, narrowing, nothing
from bot.model import Answer, Filters, Memory, Note, PassageHit, QuoteKind, Result, StoredArticle
from bot.text import normalise, paragraphs

ANSWERS = 3
"""Sentences shown at most."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """The sentences that answer a question, or that the articles don't say."""
    if not intent.words:
        return nothing(intent, Note.USAGE, subject="ask"), memory
    return find(parts, intent, memory) or (_unanswered(parts, intent), memory)


def find(parts: Parts, intent: Intent, memory: Memory) -> Turn | None:
    """The sentences that answer the question: of the article last talked of where it does, else of any; or None."""
    last = _of_the_last(intent, memory)
    hits = parts.search.passages(intent.words, ANSWERS, last) if last else []
    filters = last if last and hits else intent.filters
    hits = hits or parts.search.passages(intent.words, ANSWERS, intent.filters)
    if not hits:
        return None
    results = _results(parts, hits)
    found = Answer(
        intent.message,
        "ask",
        results=results,
        subject=intent.words,
        again=with_filters(f"/ask {intent.words}", filters),
        facts=narrowing(intent.filters),
    )
    return found, replace(memory, article_id=hits[0].article.id, listed=listed(results, memory.listed), command="ask")


def _of_the_last(intent: Intent, memory: Memory) -> Filters | None:
    """What narrows a question to the article last talked of; None where there is none, or it is narrowed already."""
    if memory.article_id is None or intent.filters.narrow:
        return None
    return replace(intent.filters, article=memory.article_id)


def _results(parts: Parts, hits: list[PassageHit]) -> tuple[Result, ...]:
    """One result a sentence; the same sentence in other articles is told with it."""
    groups: dict[str, list[PassageHit]] = {}
    for hit in hits:
        groups.setdefault(normalise(hit.text), []).append(hit)
    return tuple(_result(parts, group) for group in groups.values())


def _result(parts: Parts, group: list[PassageHit]) -> Result:
    hit = group[0]
    stored = parts.store.article(hit.article.id)
    made = Result("sentence", hit.text, hit.article, (hit.span,), score=hit.score, answer=hit.answer,
                  also=tuple(other.article for other in group[1:]))  # fmt: skip
    return _told_by(_in_its_paragraph(made, hit, stored), hit, stored) if stored else made


def _in_its_paragraph(result: Result, hit: PassageHit, stored: StoredArticle) -> Result:
    text = stored.article.text
    around = next(one for one in paragraphs(text) if one.start <= hit.span.start < one.end)
    return replace(result, before=text[around.start : hit.span.start], after=text[hit.span.end : around.end])


def _told_by(result: Result, hit: PassageHit, stored: StoredArticle) -> Result:
    """With the speaker, where the words that answer are somebody's statement and not the article's own."""
    wanted = hit.answer or hit.span
    for quote in stored.extraction.quotes:
        said = any(span.start <= wanted.start and wanted.end <= span.end for span in quote.content)
        if said and quote.kind is not QuoteKind.ATTRIBUTED:
            return replace(result, speaker=quote.speaker, quote_kind=quote.kind, via=quote.via)
    return result


def _unanswered(parts: Parts, intent: Intent) -> Answer:
    if parts.store.census().articles == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE, intent.words)
    if intent.filters.narrow and parts.search.passages(intent.words, 1):
        return nothing(intent, Note.FILTERED_OUT, intent.words, [f"/ask {intent.words}"], narrowing(intent.filters))
    suggestions = [summary_message(hit.article) for hit in parts.search.articles(intent.words, limit=1)]
    return nothing(replace(intent, command="ask"), Note.ARTICLES_DONT_SAY, intent.words, suggestions)
