"""Who is on record: one entry a name over all articles, kept up to date as articles come and go."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.model import Extraction, Person, SpeakerKind
from bot.store.rows import packed, unpacked
from bot.store.totals import grow

_Fact = tuple[str, str]
"""A sort ("kind", "role", "alias") and what it says."""


def number_of(connection: sqlite3.Connection, name: str) -> int | None:
    """The number of the speaker of that very name; None if nobody is on record so."""
    row = connection.execute("SELECT number FROM person WHERE name = ?", (packed(name),)).fetchone()
    return row[0] if row else None


def enter(connection: sqlite3.Connection, extraction: Extraction) -> dict[str, int]:
    """Add what an article tells of its speakers; the numbers of their names."""
    quotes = _quoted(extraction)
    facts = _facts(extraction)
    numbers = {}
    for name in dict.fromkeys([*quotes, *facts]):
        number = numbers[name] = _made(connection, name)
        _add_quotes(connection, number, quotes[name])
        for (sort, fact), place in facts.get(name, {}).items():
            connection.execute(
                "INSERT INTO person_fact VALUES (?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET count = count + 1",
                (number, sort, packed(fact), place),
            )
    return numbers


def withdraw(connection: sqlite3.Connection, extraction: Extraction) -> None:
    """Take back what `enter` added for just this extraction, whose quotes are gone already."""
    quotes = _quoted(extraction)
    facts = _facts(extraction)
    for name in dict.fromkeys([*quotes, *facts]):
        number = _made(connection, name)
        _add_quotes(connection, number, -quotes[name])
        for sort, fact in facts.get(name, ()):
            key = (number, sort, packed(fact))
            connection.execute(
                "UPDATE person_fact SET count = count - 1 WHERE person = ? AND sort = ? AND fact = ?", key
            )
        connection.execute("DELETE FROM person_fact WHERE person = ? AND count <= 0", (number,))
        connection.execute(
            "DELETE FROM person WHERE number = ?1 AND quotes = 0 "
            "AND NOT EXISTS (SELECT 1 FROM person_fact WHERE person = ?1)",
            (number,),
        )


def everybody(connection: sqlite3.Connection) -> list[Person]:
    """Everybody with a quote, most quoted first."""
    facts: dict[int, dict[str, list[tuple[int, int, str]]]] = {}
    for number, sort, *fact in connection.execute("SELECT person, sort, -count, place, fact FROM person_fact"):
        facts.setdefault(number, {}).setdefault(sort, []).append((fact[0], fact[1], unpacked(fact[2])))
    rows = connection.execute("SELECT number, name, quotes FROM person WHERE quotes > 0 ORDER BY quotes DESC, name")
    return list(_people(rows, facts))


def _people(rows: sqlite3.Cursor, facts: dict[int, dict[str, list[tuple[int, int, str]]]]) -> Iterator[Person]:
    for number, name, quotes in rows:
        told = facts.get(number, {})
        (kind, *_) = _most_frequent_first(told, "kind") or (SpeakerKind.PERSON,)
        roles, aliases = _most_frequent_first(told, "role"), _most_frequent_first(told, "alias")
        yield Person(unpacked(name), SpeakerKind(kind), roles, aliases, quotes)


def _most_frequent_first(told: dict[str, list[tuple[int, int, str]]], sort: str) -> tuple[str, ...]:
    return tuple(fact for _, _, fact in sorted(told.get(sort, ())))


def _quoted(extraction: Extraction) -> Counter[str]:
    return Counter(quote.speaker.name for quote in extraction.quotes if quote.speaker)


def _facts(extraction: Extraction) -> dict[str, dict[_Fact, int]]:
    """What an article tells of each name, with its place in the article's own order."""
    found: dict[str, dict[_Fact, int]] = defaultdict(dict)
    for person in extraction.people:
        told = [("kind", person.kind.value), *(("role", role) for role in person.roles)]
        told += [("alias", alias) for alias in person.aliases]
        for place, fact in enumerate(told):
            found[person.name].setdefault(fact, place)
    listed = set(found)
    for quote in extraction.quotes:
        if quote.speaker and quote.speaker.name not in listed:
            found[quote.speaker.name].setdefault(("kind", quote.speaker.kind.value), 0)
            if quote.speaker.role:
                found[quote.speaker.name].setdefault(("role", quote.speaker.role), 1)
    return found


def _made(connection: sqlite3.Connection, name: str) -> int:
    known = number_of(connection, name)
    if known is not None:
        return known
    made = connection.execute("INSERT INTO person (name) VALUES (?) RETURNING number", (packed(name),))
    return int(made.fetchone()[0])


def _add_quotes(connection: sqlite3.Connection, number: int, by: int) -> None:
    if by:
        asked = "UPDATE person SET quotes = quotes + ? WHERE number = ? RETURNING quotes"
        (now,) = connection.execute(asked, (by, number)).fetchone()
        grow(connection, "people", int(now > 0) - int(now - by > 0))
