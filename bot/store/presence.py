"""Where somebody is on record: articles, outlets, dates, and who is quoted beside; and the latest of all quotes."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.model import Filters, Person, Presence, SpeakerKind
from bot.store import filters as narrowing
from bot.store.rows import maybe_unpacked, packed, people_from, unpacked

BESIDE = 300
"""Articles, the latest with somebody's quotes, in which is looked who else is quoted: each costs 10 microseconds."""
MOST_BESIDE = 20


def presence(connection: sqlite3.Connection, people: Sequence[int], forms: Sequence[int]) -> Presence:
    """Where the people of these numbers, with the forms of their names, are quoted."""
    rows = connection.execute(
        "SELECT a.number, a.published, a.provider FROM quote AS q CROSS JOIN article AS a ON a.number = q.article "
        "WHERE q.speaker IN (SELECT value FROM json_each(?)) GROUP BY a.number ORDER BY a.dated DESC, a.number DESC",
        (json.dumps(list(forms)),),
    ).fetchall()
    outlets = Counter(unpacked(provider) for _, _, provider in rows if provider is not None)
    dates = sorted(date for _, shown, _ in rows if (date := maybe_unpacked(shown)) and date[0].isdecimal())
    beside = _beside(connection, people, [number for number, _, _ in rows[:BESIDE]])
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return Presence(len(rows), first, last, tuple(outlets.most_common()), beside)


def _beside(
    connection: sqlite3.Connection, people: Sequence[int], articles: Sequence[int]
) -> tuple[tuple[str, int], ...]:
    rows = connection.execute(
        "SELECT person.name, count(DISTINCT q.article) FROM quote AS q CROSS JOIN form ON form.number = q.speaker "
        "CROSS JOIN person ON person.number = form.person WHERE q.article IN (SELECT value FROM json_each(?)) "
        "AND person.number NOT IN (SELECT value FROM json_each(?)) AND person.kind IN (?, ?) "
        "GROUP BY person.number ORDER BY 2 DESC, person.quotes DESC, person.name LIMIT ?",
        (json.dumps(articles), json.dumps(list(people)), SpeakerKind.PERSON, SpeakerKind.INSTITUTION, MOST_BESIDE),
    )
    return tuple((unpacked(name), count) for name, count in rows)


def latest(connection: sqlite3.Connection, limit: int, filters: Filters) -> list[int]:
    """The numbers of the latest quotes of anybody; exact words are not looked at."""
    asked = narrowing.of_quotes(connection, filters)
    rows = connection.execute(
        f"SELECT q.number FROM article AS a CROSS JOIN quote AS q ON q.article = a.number WHERE {asked.sql} "  # noqa: S608
        "ORDER BY a.dated DESC, a.number DESC, q.place LIMIT ?",
        (*asked.values, max(0, limit)),
    )
    return [number for (number,) in rows]


def people_in(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Person]:
    """Everybody whom articles name, article by article, as each of them does."""
    wanted = packed(json.dumps(list(articles)))
    rows = connection.execute("SELECT people FROM article WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return [person for (people,) in rows for person in people_from(people)]
