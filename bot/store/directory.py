"""Reading the people of an archive."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import Any

from bot.model import Person, Profile, QuoteKind, RoleUse, SpeakerKind
from bot.naming.names import sounds
from bot.store.rows import packed, unpacked

BEARERS = 3_000
"""People that one word is looked up for at most, those quoted most: each costs about a microsecond."""
MOST_FACTS = 60
"""Roles, and aliases, of one person that are read, the most frequent; hundreds of wordings tell nothing more."""

_PEOPLE = "SELECT number, name, plain, kind, quotes FROM person"
_WITH_FIELD = """
SELECT DISTINCT person FROM form
WHERE ?1 LIKE '%)' AND name = substr(?1, 1, instr(?1, ' (') - 1) AND name || ' (' || fields || ')' = ?1"""
_NAMED = (
    "SELECT number FROM person WHERE name = ?",
    "SELECT DISTINCT person FROM form WHERE name = ?",
    _WITH_FIELD,
    "SELECT DISTINCT person FROM form_fact JOIN form ON form.number = form WHERE sort = 'alias' AND fact = ?",
)


def everybody(connection: sqlite3.Connection, limit: int | None) -> list[Person]:
    """Everybody with a quote, most quoted first."""
    rows = connection.execute(
        f"{_PEOPLE} WHERE quotes > 0 ORDER BY quotes DESC, name LIMIT ?", (-1 if limit is None else max(0, limit),)
    ).fetchall()
    return _people(connection, rows)


def numbers_named(connection: sqlite3.Connection, name: str) -> list[int]:
    """The people of that very name: so called in the archive, else by articles, else by an article in passing.

    A name with its field ("Mara Lind (sport)") is also understood while nobody else has the name.
    """
    for asked in _NAMED:
        found = [number for (number,) in connection.execute(asked, (packed(name),))]
        if found:
            return sorted(found)
    return []


def forms_named(connection: sqlite3.Connection, name: str) -> list[int]:
    """The forms of all people of that very name."""
    people = json.dumps(numbers_named(connection, name))
    rows = connection.execute(
        "SELECT number FROM form WHERE person IN (SELECT value FROM json_each(?)) ORDER BY number", (people,)
    )
    return [number for (number,) in rows]


def people_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Person]:
    """The people of these numbers, in their order."""
    wanted = json.dumps(list(numbers))
    rows = {
        row[0]: row
        for row in connection.execute(
            f"{_PEOPLE} WHERE number IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own columns
            (wanted,),
        )
    }
    return _people(connection, [rows[number] for number in numbers if number in rows])


def matching(connection: sqlite3.Connection, words: Sequence[str], limit: int) -> list[Person]:
    """People with any of the words, or one that sounds alike, in names, aliases or roles; see `Store.match_people`."""
    shared: dict[int, float] = defaultdict(float)
    sizes: dict[int, int] = {}
    for word in dict.fromkeys(words):
        for known, people in _alike(connection, word):
            worth = (1 + people) ** -0.25
            rows = connection.execute(
                "SELECT person, size FROM person_word WHERE word = ? ORDER BY size DESC, person LIMIT ?",
                (packed(known), BEARERS),
            )
            for person, size in rows:
                shared[person] += worth
                sizes[person] = size
    for person in _wholly(connection, words):
        shared[person] += len(words)
    ranked = ((-worth, -sizes.get(person, 0), person) for person, worth in shared.items())
    return people_of(connection, [person for _, _, person in nsmallest(max(0, limit), ranked)])


def _alike(connection: sqlite3.Connection, word: str) -> Iterator[tuple[str, int]]:
    """The word, and others that sound alike, with the number of people who have each."""
    rows = connection.execute(
        "SELECT word, people FROM name_word WHERE word = ?1 UNION SELECT word, people FROM name_word WHERE sound = ?2 "
        "AND length(?1) > 1",
        (packed(word), packed(sounds(word))),
    )
    for known, people in rows.fetchall():
        yield unpacked(known), people


def _wholly(connection: sqlite3.Connection, words: Sequence[str]) -> list[int]:
    """People with a quote whose whole name is a run of the words, however many others bear each of them."""
    runs = {" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 2, len(words) + 1)}
    rows = connection.execute(
        "SELECT DISTINCT person.number FROM form JOIN person ON person.number = form.person "
        "WHERE whole IN (SELECT value FROM json_each(?)) AND person.quotes > 0",
        (packed(json.dumps(sorted(runs))),),
    )
    return [number for (number,) in rows]


def vocabulary(connection: sqlite3.Connection, prefix: str) -> list[str]:
    """Words of names and roles that begin so, those of most people first."""
    rows = connection.execute(
        "SELECT word FROM name_word WHERE word >= ? AND word < ? ORDER BY people DESC, word",
        (packed(prefix), packed(prefix + "\U0010ffff")),
    )
    return [unpacked(word) for (word,) in rows]


def profiles(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Profile]:
    """All that is known of the people of these numbers."""
    known = zip(numbers, people_of(connection, numbers), strict=True)
    return [Profile(person, _roles(connection, one), _kinds(connection, one)) for one, person in known]


def _roles(connection: sqlite3.Connection, number: int) -> tuple[RoleUse, ...]:
    rows = connection.execute(
        "SELECT form_fact.fact, min(role_use.dated), max(role_use.dated), count(DISTINCT role_use.article), "
        "min(published) FILTER (WHERE published BETWEEN '0' AND ':'), "
        "max(published) FILTER (WHERE published BETWEEN '0' AND ':') "
        "FROM form JOIN form_fact ON form = form.number JOIN role_use ON role_use.fact = form_fact.number "
        "LEFT JOIN article ON article.number = role_use.article WHERE person = ? AND sort = 'role' "
        "GROUP BY form_fact.fact ORDER BY 2, 3, form_fact.fact",
        (number,),
    )
    return tuple(
        RoleUse(unpacked(role), begun, ended, articles, (first, last) if first else None)
        for role, begun, ended, articles, first, last in rows
    )


def _kinds(connection: sqlite3.Connection, number: int) -> tuple[tuple[QuoteKind, int], ...]:
    rows = connection.execute(
        "SELECT substr(said, 3, 3), count(*) FROM quote WHERE speaker IN (SELECT number FROM form WHERE person = ?) "
        "GROUP BY 1",
        (number,),
    )
    begins = {kind.value[:3]: kind for kind in QuoteKind}
    counts: Counter[QuoteKind] = Counter()
    for begin, count in rows:
        counts[begins[unpacked(begin)]] += count
    return tuple(counts.most_common())


def _people(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> list[Person]:
    facts = _facts(connection, [row[0] for row in rows])
    return [_person(row, facts.get(row[0], {})) for row in rows]


def _person(row: tuple[Any, ...], facts: dict[str, Counter[str]]) -> Person:
    _, name, plain, kind, quotes = row
    called, bare = unpacked(name), unpacked(plain)
    aliases = _most_frequent(facts.get("alias", Counter()))
    others = [*([bare] if bare != called else []), *(one for one in aliases if one not in (called, bare))]
    return Person(called, SpeakerKind(kind), _most_frequent(facts.get("role", Counter())), tuple(others), quotes)


def _most_frequent(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(fact for fact, _ in counted.most_common(MOST_FACTS))


def _facts(connection: sqlite3.Connection, people: Iterable[int]) -> dict[int, dict[str, Counter[str]]]:
    """Roles and aliases of people, each counted; those counted alike in the articles' own order."""
    wanted = json.dumps(list(people))
    rows = connection.execute(
        "SELECT person, sort, fact, sum(count), sum(places) FROM form JOIN form_fact ON form = form.number "
        "WHERE person IN (SELECT value FROM json_each(?1)) AND sort != 'kind' GROUP BY person, sort, fact "
        "UNION ALL SELECT person, 'alias', name, sum(articles), 0 FROM form "
        "WHERE person IN (SELECT value FROM json_each(?1)) GROUP BY person, name",
        (wanted,),
    ).fetchall()
    found: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for person, sort, fact, count, _ in sorted(rows, key=lambda row: (row[4], unpacked(row[2]))):
        found[person][sort][unpacked(fact)] += count
    return found
