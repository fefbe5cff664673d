"""/summary, /article and /quotes: one article in short, whole, or by what is said in it."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import brief, several
from bot.answer.articles import PASSAGE, choices, points_at_one, resolve, summary_message
from bot.answer.filters import with_filters
from bot.answer.parts import Intent, Parts, Turn, article_result, narrowing, nothing, result_of
from bot.model import (
    Answer,
    ArticleRef,
    Choice,
    Memory,
    Note,
    Quote,
    Result,
    Status,
    StoredArticle,
    StoredQuote,
)
from bot.text import paragraphs, sentences


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """One article, as the command says; a choice where several fit."""
    words = intent.article or intent.words or None
    filters = intent.filters
    together = several.asked_for(parts, words or "", filters) if intent.command == "summary" else None
    if together and len(together.articles) > 1:
        return several.told(parts, intent, together, memory)
    words = together.topic or words if together else words
    found = resolve(parts.store, parts.search, words, memory, filters)
    if intent.command == "summary" and words and not points_at_one(words):
        together = several.meant(parts, words, filters, found)
        if together:
            return several.told(parts, intent, together, memory)
    stored = parts.store.article(found[0].id) if len(found) == 1 else None
    if stored:
        about = _about(parts, intent, stored, _passage(words or memory.passage, stored))
        return about, _after(memory, stored.ref, intent.command)
    if found:
        return _which(intent, found, words or ""), replace(memory, listed=tuple(one.id for one in found))
    if filters.narrow and resolve(parts.store, parts.search, words, memory):
        without = f"/{intent.command} {words or ''}".strip()
        return nothing(intent, Note.FILTERED_OUT, words, (without,), narrowing(filters)), memory
    empty = parts.store.census().articles == 0
    note = Note.EMPTY_ARCHIVE if empty else Note.NO_SUCH_ARTICLE
    suggestions = () if empty else ("/articles", summary_message(parts.store.articles(limit=1)[0]))
    return nothing(intent, note, words, suggestions), memory


def _after(memory: Memory, article: ArticleRef, command: str) -> Memory:
    return replace(memory, article_id=article.id, command=command)


def _which(intent: Intent, found: list[ArticleRef], words: str) -> Answer:
    return Answer(
        intent.message,
        intent.command,
        Status.AMBIGUOUS,
        tuple(map(article_result, found)),
        Note.WHICH_ARTICLE,
        subject=words,
        choices=choices(intent.command, found),
        again=with_filters(f"/{intent.command} {words}", intent.filters),
    )


def _passage(words: str | None, stored: StoredArticle) -> str | None:
    """The passage of the article that is meant, as "start-end"; None where none is."""
    named = PASSAGE.fullmatch((words or "").strip().casefold())
    return f"{named['start']}-{named['end']}" if named and named["article"] == stored.ref.id else None


def _about(parts: Parts, intent: Intent, stored: StoredArticle, passage: str | None) -> Answer:
    results = {"summary": _summary, "article": _whole, "quotes": _quotes}[intent.command](parts, intent, stored)
    length = f" in {intent.sentences} sentences" if intent.sentences else ""
    key = f"q_{stored.ref.id}-{passage}" if passage and intent.command == "article" else stored.ref.id
    return Answer(
        intent.message,
        intent.command,
        results=results or (article_result(stored.ref),),
        subject=stored.ref.headline,
        again=f"/{intent.command} {key}{length}",
        choices=_lengths(stored, intent) if intent.command == "summary" else (),
        facts=brief.facts(stored) | ({"passage": passage} if passage else {}),
    )


def _summary(parts: Parts, intent: Intent, stored: StoredArticle) -> tuple[Result, ...]:
    told = brief.told(parts, stored, min(intent.sentences or brief.usual(stored), brief.MOST_SENTENCES))
    shown = [span for result in told for span in result.content]
    quotes = brief.key_quotes(stored, shown) if intent.sentences != 1 else ()
    return (*told, *(result_of(_as_stored(stored, quote)) for quote in quotes))


def _lengths(stored: StoredArticle, intent: Intent) -> tuple[Choice, ...]:
    """What a shorter or longer summary is asked for with."""
    usual, asked = brief.usual(stored), intent.sentences
    message = f"/summary {stored.ref.id}"
    if asked and asked > usual:
        return (Choice("shorter", message),)
    if len(sentences(stored.article.text)) <= (asked or usual):
        return ()
    return (Choice("longer", message if asked and asked < usual else f"{message} in {brief.LONG} sentences"),)


def _whole(_: Parts, __: Intent, stored: StoredArticle) -> tuple[Result, ...]:
    text = stored.article.text
    return tuple(Result("sentence", span.of(text), stored.ref, (span,)) for span in paragraphs(text))


def _quotes(_: Parts, __: Intent, stored: StoredArticle) -> tuple[Result, ...]:
    return tuple(result_of(_as_stored(stored, quote)) for quote in stored.extraction.quotes)


def _as_stored(stored: StoredArticle, quote: Quote) -> StoredQuote:
    """The quote with the rest of its paragraph."""
    text = stored.article.text
    start, end = quote.span
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return StoredQuote(
        quote, stored.ref, quote.text(text), text[begin:start], text[end : stop if stop >= 0 else len(text)]
    )
