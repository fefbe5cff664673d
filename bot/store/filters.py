"""Filters as conditions of SQL, on `article AS a` and `quote AS q`. Values are bound, never written into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.model import Filters, StoredQuote
from bot.store.rows import Stored, as_json, packed, unpacked
from bot.text import normalise, tokens_of

_BEFORE_YEARS, _BEHIND_YEARS = "0", ":"
"""Every text that begins with a figure sorts between these; "--10-19" and words don't."""
_BEHIND = "~"
"""Sorts behind all that stands in a date: "2023-10~" is behind "2023-10-31T23:59"."""
_DAYS = {len("2023-10-19"): 1, len("2023-10"): 31, len("2023"): 366}
"""Days at most from the first of a day, month or year to the first behind it."""
_COLUMNS = ("provider", "section", "place")


class Condition(NamedTuple):
    """What stands behind WHERE, and its values in order."""

    sql: str
    values: tuple[Stored, ...] = ()


def of_articles(connection: sqlite3.Connection, filters: Filters) -> Condition:
    """What the filters ask of an article."""
    parts = [Condition("1"), *_dated(filters, "a.dated")]
    if filters.outlet is not None:
        parts.append(_one_of(connection, filters.outlet, "provider"))
    if filters.place is not None:
        parts.append(_one_of(connection, filters.place, "section", "place"))
    if filters.article is not None:
        parts.append(Condition("a.id = ?", (packed(filters.article),)))
    return _all(parts)


def of_quotes(connection: sqlite3.Connection, filters: Filters) -> Condition:
    """What the filters ask of a quote and its article, all but exact words."""
    parts = [of_articles(connection, filters), *_dated(filters, "q.dated")]
    if filters.kind is not None:
        parts.append(Condition("instr(q.said, ?) = 1", (as_json([filters.kind])[:-1],)))
    return _all(parts)


def holding(filters: Filters, quotes: Iterable[StoredQuote]) -> list[StoredQuote]:
    """Those of the quotes that hold the exact words, in just these forms: the index knows stems alone."""
    wanted = [f" {normalise(words)} " for words in filters.exact]
    return [one for one in quotes if all(words in f" {_said(one)} " for words in wanted)]


def _said(quote: StoredQuote) -> str:
    start = quote.quote.span.start
    spans = (quote.text[span.start - start : span.end - start] for span in quote.quote.content)
    return " ".join(word for span in spans for word in tokens_of(span))


def distinct(connection: sqlite3.Connection, column: str) -> list[str]:
    """The values of an article's provider, section or place, each once: a step through the index for each."""
    assert column in _COLUMNS  # noqa: S101 - it becomes SQL
    rows = connection.execute(
        f"WITH RECURSIVE one (value) AS (SELECT min({column}) FROM article UNION ALL "  # noqa: S608
        f"SELECT (SELECT min({column}) FROM article WHERE {column} > value) FROM one WHERE value IS NOT NULL) "
        "SELECT value FROM one WHERE value IS NOT NULL"
    )
    return [unpacked(value) for (value,) in rows]


def _one_of(connection: sqlite3.Connection, wanted: str, *columns: str) -> Condition:
    """That one of the columns holds the words wanted in a row."""
    asked, values = [], []
    for column in columns:
        named = [value for value in distinct(connection, column) if _holds(value, wanted)]
        asked.append(f"a.{column} IN ({', '.join('?' * len(named))})")
        values += [packed(value) for value in named]
    return Condition(f"({' OR '.join(asked)})", tuple(values))


def _holds(value: str, wanted: str) -> bool:
    words = normalise(wanted)
    return bool(words) and f" {words} " in f" {normalise(value)} "


def _dated(filters: Filters, sorted_by: str) -> list[Condition]:
    """The date shown is what counts; the one sorted by is in universal time, but an index leads to it."""
    if not (filters.since or filters.until):
        return []
    first = (filters.since or _BEFORE_YEARS).removesuffix("-01").removesuffix("-01")  # "2023" counts as its first day
    behind = f"{filters.until}{_BEHIND}" if filters.until else _BEHIND_YEARS
    parts = [Condition("a.published >= ? AND a.published < ?", (first, behind))]
    if filters.since:
        parts.append(Condition(f"{sorted_by} >= ?", (_moved(filters.since, -1),)))
    if filters.until:
        parts.append(Condition(f"{sorted_by} < ?", (_moved(filters.until, _DAYS[len(filters.until)] + 1),)))
    return parts


def _moved(day: str, days: int) -> str:
    """The first day of a day, month or year, moved."""
    return (date.fromisoformat(f"{day}-01-01"[:10] if len(day) < 7 else f"{day}-01"[:10]) + timedelta(days)).isoformat()


def _all(parts: Sequence[Condition]) -> Condition:
    return Condition(" AND ".join(part.sql for part in parts), tuple(value for part in parts for value in part.values))
