"""/summary, /article and /quotes: one article in short, whole, or by what is said in it."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.articles import choices, resolve, summary_message
from bot.answer.filters import with_filters
from bot.answer.parts import Intent, Parts, Turn, article_result, narrowing, nothing, result_of
from bot.model import (
    Answer,
    ArticleRef,
    Memory,
    Note,
    Quote,
    QuoteKind,
    Result,
    Span,
    Status,
    StoredArticle,
    StoredQuote,
)
from bot.text import paragraphs

SENTENCES = 3
MOST_SENTENCES = 20
KEY_QUOTES = 2
KEY_QUOTE_LENGTH = range(25, 400)
"""Characters: shorter quotations tell little alone, longer ones are no summary."""
MOST_NAMED = 5
"""Speakers named in a summary."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """One article, as the command says; a choice where several fit."""
    words = intent.article or intent.words or None
    filters = intent.filters
    found = resolve(parts.store, parts.search, words, memory, filters)
    stored = parts.store.article(found[0].id) if len(found) == 1 else None
    if stored:
        return _about(parts, intent, stored), _after(memory, stored.ref, intent.command)
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


def _about(parts: Parts, intent: Intent, stored: StoredArticle) -> Answer:
    results = {"summary": _summary, "article": _whole, "quotes": _quotes}[intent.command](parts, intent, stored)
    length = f" in {intent.sentences} sentences" if intent.sentences else ""
    return Answer(
        intent.message,
        intent.command,
        results=results or (article_result(stored.ref),),
        subject=stored.ref.headline,
        again=f"/{intent.command} {stored.ref.id}{length}",
        facts=_facts(stored),
    )


def _summary(parts: Parts, intent: Intent, stored: StoredArticle) -> tuple[Result, ...]:
    wanted = min(intent.sentences or SENTENCES, MOST_SENTENCES)
    spans = parts.summarizer.summarize(stored.article, wanted)
    text = stored.article.text
    sentences = [Result("summary", span.of(text), stored.ref, (span,)) for span in spans]
    quotes = [result_of(_as_stored(stored, quote)) for quote in _key_quotes(stored, spans)]
    return (*sentences, *quotes)


def _key_quotes(stored: StoredArticle, shown: list[Span]) -> list[Quote]:
    """Quotations that the summary's sentences don't hold, each of another speaker where possible."""
    fit = [
        quote
        for quote in stored.extraction.quotes
        if quote.kind is QuoteKind.DIRECT
        and quote.speaker
        and quote.span.end - quote.span.start in KEY_QUOTE_LENGTH
        and not any(span.start < quote.span.end and quote.span.start < span.end for span in shown)
    ]
    firsts = {quote.speaker.name: quote for quote in reversed(fit) if quote.speaker}
    ranked = sorted(fit, key=lambda quote: quote not in firsts.values())
    return sorted(ranked[:KEY_QUOTES], key=lambda quote: quote.span)


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


def _facts(stored: StoredArticle) -> dict[str, str]:
    """Where, when and who, as far as the article tells."""
    speaking = [person for person in stored.extraction.people if person.quotes]
    named = [f"{one.name} ({one.roles[0]})" if one.roles else one.name for one in speaking[:MOST_NAMED]]
    dateline = stored.article.dateline
    facts = {
        "where": (dateline.place if dateline else None) or stored.ref.place,
        "when": stored.ref.published or (dateline.date if dateline else None),
        "who": "; ".join(named),
        "quotes": str(len(stored.extraction.quotes)),
    }
    return {name: fact for name, fact in facts.items() if fact}
