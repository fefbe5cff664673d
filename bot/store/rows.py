"""Articles, quotes and people as rows: each way round, nothing lost."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import UTC, datetime
from typing import Any

from bot.model import (
    Article,
    ArticleRef,
    Cue,
    Dateline,
    Drafted,
    Extraction,
    Parsed,
    Person,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)

_COARSE = re.compile(r"[0-9]{4}(?:-[0-9]{2})?")

Stored = str | bytes
"""A text as SQLite takes it: bytes where it holds half a surrogate pair, which is no UTF-8."""


def packed(text: str) -> Stored:
    """A text as it is stored, whatever its characters."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def unpacked(stored: Stored) -> str:
    """The text that `packed` was given."""
    return stored.decode("utf-8", "surrogatepass") if isinstance(stored, bytes) else stored


def maybe_packed(text: str | None) -> Stored | None:
    """`packed` for what may be unknown."""
    return None if text is None else packed(text)


def maybe_unpacked(stored: Stored | None) -> str | None:
    """`unpacked` for what may be unknown."""
    return None if stored is None else unpacked(stored)


def as_json(value: object) -> Stored:
    """Plain lists, texts and numbers as one text."""
    return packed(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def from_json(stored: Stored) -> Any:
    """What `as_json` was given; tuples come back as lists."""
    return json.loads(unpacked(stored))


# --- articles


def rest_of(article: Article) -> Stored:
    """The fields that have no column of their own."""
    dateline = None if article.dateline is None else astuple(article.dateline)
    return as_json(
        [
            article.byline,
            dateline,
            article.published,
            article.desk,
            article.language,
            article.format,
            article.dropped,
            article.guid,
        ]
    )


def article_from(text: str, ref: ArticleRef, rest: Stored) -> Article:
    """The article of a row."""
    byline, dateline, published, desk, language, format, dropped, *later = from_json(rest)
    return Article(
        text=text,
        headline=ref.headline,
        section=ref.section,
        byline=byline,
        dateline=None if dateline is None else Dateline(*dateline),
        provider=ref.provider,
        published=published,
        url=ref.url,
        desk=desk,
        language=language,
        format=format,
        dropped=tuple(dropped),
        guid=later[0] if later else None,  # rows of the first versions have none
    )


def fingerprint(article: Article) -> bytes:
    """Tells whether two articles are alike in every field."""
    *told, guid = astuple(article)
    whole = json.dumps(told if guid is None else [*told, guid], separators=(",", ":"))
    return hashlib.sha256(whole.encode("ascii")).digest()[:16]


def shown_date(article: Article) -> str | None:
    """The article's own date; the dateline's where nothing better is known."""
    return article.published or (article.dateline.date if article.dateline else None)


def sorting_date(date: str | None, loaded: float) -> str:
    """A date that sorts: in universal time, to the second.

    A date of a year or a month alone sorts before its days. A date without a year is of the year of loading, or of
    the one before where that would be later than loading. An article without a date, or with one that can't be read,
    counts as of the moment it was loaded.

    Args:
        date: ISO 8601, or "--MM-DD".
        loaded: Seconds since 1970.
    """
    now = datetime.fromtimestamp(loaded, UTC)
    if date and date.startswith("--"):
        this_year = f"{now.year:04}{date[1:]}"
        return this_year if this_year <= now.date().isoformat() else f"{now.year - 1:04}{date[1:]}"
    if date and _COARSE.fullmatch(date):
        return date
    try:
        own = datetime.fromisoformat(date or "")
        universal = own.astimezone(UTC) if own.tzinfo else own
    except (ValueError, OverflowError):
        universal = now
    return universal.replace(tzinfo=None, microsecond=0).isoformat()


# --- quotes and people


def said(quote: Quote) -> Stored:
    """A quote as one text."""
    return as_json([quote.kind, quote.content, _cue(quote.cue), _speaker(quote.speaker), quote.via, quote.confidence])


def quote_from(stored: Stored) -> Quote:
    """The quote that `said` was given."""
    kind, content, cue, speaker, via, confidence = from_json(stored)
    return Quote(
        QuoteKind(kind),
        tuple(Span(*span) for span in content),
        None if cue is None else Cue(cue[0], Span(*cue[1])),
        None if speaker is None else _speaker_from(*speaker),
        via,
        confidence,
    )


def _cue(cue: Cue | None) -> list[Any] | None:
    return None if cue is None else [cue.text, cue.span]


def _speaker(speaker: Speaker | None) -> list[Any] | None:
    return None if speaker is None else [speaker.name, speaker.mention, speaker.span, speaker.role, speaker.kind]


def _speaker_from(name: str, mention: str, span: list[int], role: str | None, kind: str) -> Speaker:
    return Speaker(name, mention, Span(*span), role, SpeakerKind(kind))


def people_json(people: tuple[Person, ...]) -> Stored:
    """People as one text."""
    return as_json([[one.name, one.kind, one.roles, one.aliases, one.quotes] for one in people])


def people_from(stored: Stored) -> tuple[Person, ...]:
    """The people that `people_json` was given."""
    return tuple(
        Person(name, SpeakerKind(kind), tuple(roles), tuple(aliases), quotes)
        for name, kind, roles, aliases, quotes in from_json(stored)
    )


def drafted_json(items: Iterable[Drafted]) -> Stored:
    """Articles that are not on record yet, with what was found in them, as one text."""
    return as_json(
        [
            [
                one.parsed.path,
                astuple(one.parsed.article),
                [unpacked(said(quote)) for quote in one.extraction.quotes],
                unpacked(people_json(one.extraction.people)),
            ]
            for one in items
        ]
    )


def drafted_from(stored: Stored) -> tuple[Drafted, ...]:
    """What `drafted_json` was given."""
    return tuple(
        Drafted(Parsed(_article_from(values), path), Extraction(tuple(map(quote_from, quotes)), people_from(people)))
        for path, values, quotes, people in from_json(stored)
    )


def _article_from(values: Sequence[Any]) -> Article:
    given = dict(zip((field.name for field in fields(Article)), values, strict=False))
    dateline = given["dateline"]
    return Article(
        **{**given, "dateline": None if dateline is None else Dateline(*dateline), "dropped": tuple(given["dropped"])}
    )


def revision_json(article: Article, extraction: Extraction) -> Stored:
    """An article and what was found in it, as one text: what is kept of an earlier revision."""
    quotes = [unpacked(said(quote)) for quote in extraction.quotes]
    return as_json([astuple(article), quotes, unpacked(people_json(extraction.people))])
