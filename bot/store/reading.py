"""Rows -> articles and quotes."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.model import Article, ArticleRef, Extraction, Filters, Quote, Sort, StoredArticle, StoredQuote
from bot.store import filters as narrowing
from bot.store.ranking import phrases
from bot.store.rows import Stored, article_from, maybe_unpacked, packed, people_from, quote_from, unpacked

_REF = "id, headline, section, published, provider, place, url, path, quotes, story"
_BREAK = re.compile(r"[\r\u2028\u2029]")
_QUOTE_ID = re.compile(r"(?P<article>[0-9a-f]{16})-(?P<start>[0-9]{1,10})-(?P<end>[0-9]{1,10})", re.ASCII)


def article_number(connection: sqlite3.Connection, article_id: str) -> int | None:
    """The number of an article by its id, or by the id of an earlier revision of it."""
    asked = (packed(article_id),)
    row = connection.execute("SELECT number FROM article WHERE id = ?", asked).fetchone()
    row = row or connection.execute("SELECT article FROM revision WHERE id = ? ORDER BY loaded DESC", asked).fetchone()
    return row[0] if row else None


def stored_article(connection: sqlite3.Connection, number: int) -> StoredArticle:
    """One article, whole, with what was found in it."""
    row = connection.execute(
        f"SELECT {_REF}, rest, people, revision, text FROM article WHERE number = ?",  # noqa: S608 - our own columns
        (number,),
    ).fetchone()
    ref, (rest, people, revision, text) = _ref(row), row[10:]
    rows = connection.execute("SELECT said FROM quote WHERE article = ? ORDER BY place", (number,))
    quotes = tuple(quote_from(said) for (said,) in rows)
    article = article_from(unpacked(text), ref, rest)
    return StoredArticle(ref, article, Extraction(quotes, people_from(people)), revision)


def refs(connection: sqlite3.Connection, limit: int, offset: int, filters: Filters) -> list[ArticleRef]:
    """Articles, latest first."""
    asked = narrowing.of_articles(connection, filters)
    rows = connection.execute(
        f"SELECT {_REF} FROM article AS a WHERE {asked.sql} "  # noqa: S608 - our own columns and conditions
        "ORDER BY dated DESC, number DESC LIMIT ? OFFSET ?",
        (*asked.values, max(0, limit), max(0, offset)),
    )
    return [_ref(row) for row in rows]


def refs_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[ArticleRef]:
    """The articles of these numbers, in their order."""
    rows = dict(_rows(connection, f"SELECT number, {_REF} FROM article WHERE number IN", numbers))  # noqa: S608
    return [_ref(rows[number]) for number in numbers if number in rows]


def quote_by_id(connection: sqlite3.Connection, quote_id: str) -> StoredQuote | None:
    """One quote; None where there is none (any more)."""
    match = _QUOTE_ID.fullmatch(quote_id)
    row = match and connection.execute("SELECT number FROM article WHERE id = ?", (match["article"],)).fetchone()
    if not match or not row:
        return None
    rows = connection.execute("SELECT number, said FROM quote WHERE article = ? ORDER BY place", row)
    span = (int(match["start"]), int(match["end"]))
    number = next((number for number, said in rows if quote_from(said).span == span), None)
    return None if number is None else quotes_of(connection, [number])[0]


def numbers_said_by(
    connection: sqlite3.Connection, speakers: Sequence[int], limit: int | None, filters: Filters
) -> list[int]:
    """Numbers of what forms of a name are on record with, latest article first, or earliest; exact words by stems."""
    order = "q.dated, q.article" if filters.sort is Sort.OLD else "q.dated DESC, q.article DESC"
    asked = narrowing.of_quotes(connection, filters)
    values: list[Stored | int] = [*speakers, *asked.values]
    source, where = "quote AS q", f"q.speaker IN ({', '.join('?' * len(speakers))}) AND {asked.sql}"
    if filters.narrow:
        source += " CROSS JOIN article AS a ON a.number = q.article"
    exactly = phrases(filters.exact)
    if exactly:
        where += " AND q.number IN (SELECT rowid FROM quote_index WHERE quote_index MATCH ?)"
        values.append(exactly)
    rows = connection.execute(
        f"SELECT q.number FROM {source} WHERE {where} ORDER BY {order}, q.place LIMIT ?",  # noqa: S608
        (*values, -1 if limit is None else max(0, limit)),
    )
    return [number for (number,) in rows]


def quotes_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[StoredQuote]:
    """The quotes of these numbers, in their order; each article is read once."""
    rows = dict(_rows(connection, "SELECT number, article, said FROM quote WHERE number IN", numbers))
    articles = {
        number: (_ref(row), unpacked(row[10]))
        for number, row in _rows(
            connection,
            f"SELECT number, {_REF}, text FROM article WHERE number IN",  # noqa: S608 - our own columns
            {article for article, _ in rows.values()},
        )
    }
    found = (rows[number] for number in numbers if number in rows)
    return [_stored_quote(quote_from(said), *articles[article]) for article, said in found]


def _rows(connection: sqlite3.Connection, asked: str, numbers: Iterable[int]) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of some numbers, by number, in one question: asking for each alone would take most of the time."""
    wanted = json.dumps(list(numbers))
    for number, *row in connection.execute(asked + " (SELECT value FROM json_each(?))", (wanted,)):  # noqa: S608
        yield number, row


def _ref(row: Sequence[Any]) -> ArticleRef:
    headline, section, published, provider, place, url = map(maybe_unpacked, row[1:7])
    return ArticleRef(row[0], headline, section, published, provider, place, url, unpacked(row[7]), *row[8:10])


def _stored_quote(quote: Quote, ref: ArticleRef, text: str) -> StoredQuote:
    start, end = quote.span
    begins, ends = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before = _BREAK.split(text[begins:start])[-1]
    after = _BREAK.split(text[end : ends if ends >= 0 else len(text)], maxsplit=1)[0]
    return StoredQuote(quote, ref, text[start:end], before.lstrip(), after.rstrip())


def article_of(connection: sqlite3.Connection, number: int) -> tuple[Article, Extraction]:
    """An article and its extraction, as they were stored."""
    stored = stored_article(connection, number)
    return stored.article, stored.extraction
