"""The command line's JSON, as other programs rely on it: one function an object. Fields are added, never renamed."""

from __future__ import annotations

from typing import Any

from bot.model import (
    Answer,
    Article,
    ArticleRef,
    Dateline,
    Difference,
    Extraction,
    Person,
    Quote,
    Receipt,
    Result,
    Span,
    Speaker,
)

Json = dict[str, Any]


def article(item: Article) -> Json:
    """An article whole, as `extract` prints it."""
    return {
        "id": item.id,
        "format": item.format,
        "language": item.language,
        "section": item.section,
        "headline": item.headline,
        "byline": item.byline,
        "dateline": _dateline(item.dateline),
        "provider": item.provider,
        "published": item.published,
        "url": item.url,
        "desk": item.desk,
        "text": item.text,
        "dropped": list(item.dropped),
    }


def extraction(path: str, item: Article, found: Extraction, summary: list[str]) -> Json:
    """One line of `extract`."""
    return {
        "path": path,
        "error": None,
        "article": article(item),
        "summary": summary,
        "people": [person(one) for one in found.people],
        "quotes": [quote(one, item) for one in found.quotes],
    }


def failure(path: str, error: str) -> Json:
    """One line of `extract` or `summarize` for an input that failed."""
    return {"path": path, "error": error}


def summary(path: str, item: Article, spans: list[Span]) -> Json:
    """One line of `summarize`."""
    return {
        "path": path,
        "error": None,
        "headline": item.headline,
        "sentences": [span.of(item.text) for span in spans],
        "spans": [list(span) for span in spans],
    }


def receipt(item: Receipt) -> Json:
    """One line of `ingest`; "note" only where there is one."""
    line = {
        "path": item.path,
        "error": item.error,
        "article_id": item.article_id,
        "state": item.state,
        "quotes": item.quotes,
    }
    return line if item.note is None else {**line, "note": item.note}


def person(item: Person) -> Json:
    """Somebody with statements on record."""
    return {
        "name": item.name,
        "kind": item.kind,
        "roles": list(item.roles),
        "aliases": list(item.aliases),
        "quotes": item.quotes,
    }


def quote(item: Quote, of: Article) -> Json:
    """One statement of an article."""
    return {
        "id": item.id(of.id),
        "kind": item.kind,
        "text": item.text(of.text),
        "content": [list(span) for span in item.content],
        "cue": {"text": item.cue.text, "span": list(item.cue.span)} if item.cue else None,
        "speaker": {**_speaker(item.speaker), "span": list(item.speaker.span)} if item.speaker else None,
        "via": item.via,
        "confidence": round(item.confidence, 4),
    }


def answer(item: Answer, reply: str, milliseconds: float) -> Json:
    """One line of `ask`."""
    return {
        "message": item.message,
        "command": item.command,
        "status": item.status,
        "reply": reply,
        "results": [result(one) for one in item.results],
        "suggestions": list(item.suggestions),
        "verdict": item.verdict,
        "ms": round(milliseconds, 3),
    }


def result(item: Result) -> Json:
    """One result of an answer."""
    return {
        "kind": item.kind,
        "text": item.text,
        "quote_kind": item.quote_kind,
        "speaker": _speaker(item.speaker) if item.speaker else None,
        "article": _reference(item.article) if item.article else None,
        "content": [list(span) for span in item.content],
        "score": round(item.score, 4),
        "match": item.match,
        "quote_id": item.quote_id,
        "via": item.via,
        "also": [_reference(one) for one in item.also],
        "nearly": [_reference(one) for one in item.nearly],
        "differences": [_difference(one) for one in item.differences],
        "count": item.count,
        "answer": list(item.answer) if item.answer else None,
    }


def _difference(item: Difference) -> Json:
    return {"change": item.change, "yours": item.yours, "record": item.record, "flags": list(item.flags)}


def _speaker(item: Speaker) -> Json:
    return {"name": item.name, "role": item.role, "mention": item.mention, "kind": item.kind}


def _reference(item: ArticleRef) -> Json:
    return {
        "id": item.id,
        "headline": item.headline,
        "published": item.published,
        "provider": item.provider,
        "place": item.place,
        "url": item.url,
        "path": item.path,
    }


def _dateline(item: Dateline | None) -> Json | None:
    if item is None:
        return None
    return {"raw": item.raw, "place": item.place, "date": item.date, "agency": item.agency}
