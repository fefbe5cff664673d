"""The people whom forms belong to: what each is called, how much they said, and by which words they are found."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.model import SpeakerKind
from bot.naming.identity import core_of, is_partial, whole_of
from bot.naming.names import name_words, sounds
from bot.naming.roles import role_words
from bot.store.rows import packed, unpacked
from bot.store.totals import grow

MOST_LETTERS = 40
"""Letters: longer words are no words of names, and nobody types them."""

_Facts = dict[str, list[str]]
"""Kinds, roles and aliases, each most frequent first."""


class _Form(NamedTuple):
    number: int
    name: str
    fields: str
    articles: int
    bodies: int
    quotes: int


class _Known(NamedTuple):
    """A person as written down before."""

    plain: str | None = None
    quotes: int = 0
    words: frozenset[str] = frozenset()


def refresh(connection: sqlite3.Connection, people: Iterable[int], changed: set[int]) -> None:
    """Count people anew.

    Args:
        connection: In the caller's transaction.
        people: Numbers; of those without any form left nothing stays.
        changed: Those of them whose names, aliases or roles may have changed.
    """
    plain: set[str] = set()
    for number in people:
        forms, before = _forms_of(connection, number), _known(connection, number)
        now = sum(form.quotes for form in forms)
        grow(connection, "people", int(now > 0) - int(before.quotes > 0))
        called = max(forms, key=_fullness).name if forms else None
        anew = number in changed or called != before.plain
        if not forms:
            connection.execute("DELETE FROM person WHERE number = ?", (number,))
        else:
            _write(connection, number, forms, called or "", now)
        if anew or size_of(now) != size_of(before.quotes):
            _index(connection, number, _words(connection, forms) if now else frozenset(), now, before)
        if anew:
            plain |= {name for name in (called, before.plain) if name is not None}
    for name in plain:
        _tell_apart(connection, name)


def size_of(quotes: int) -> int:
    """About how much somebody is quoted, in steps so large that it seldom changes."""
    return (quotes.bit_length() + 1) // 2


def _forms_of(connection: sqlite3.Connection, person: int) -> list[_Form]:
    asked = "SELECT number, name, fields, articles, bodies, quotes FROM form WHERE person = ?"
    return [_Form(row[0], unpacked(row[1]), *row[2:]) for row in connection.execute(asked, (person,))]


def _known(connection: sqlite3.Connection, person: int) -> _Known:
    row = connection.execute("SELECT plain, quotes, words FROM person WHERE number = ?", (person,)).fetchone()
    return _Known(unpacked(row[0]), row[1], frozenset(unpacked(row[2]).split())) if row else _Known()


def _write(connection: sqlite3.Connection, number: int, forms: Sequence[_Form], called: str, quotes: int) -> None:
    """Put down one person as the forms have it."""
    kinds = _facts(connection, forms)["kind"] if any(form.bodies for form in forms) else []
    fields = " ".join(sorted({field for form in forms for field in form.fields.split()}))
    connection.execute(
        "INSERT INTO person (number, name, plain, kind, fields, quotes) VALUES (?1, ?2, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (number) DO UPDATE SET name = CASE plain WHEN ?2 THEN name ELSE ?2 END, plain = ?2, kind = ?3, "
        "fields = ?4, quotes = ?5",
        (number, packed(called), kinds[0] if kinds else SpeakerKind.PERSON.value, fields, quotes),
    )


def _fullness(form: _Form) -> tuple[bool, bool, int, int, str]:
    """Which of several names a person is called by: with the given name, quoted, of most articles, the longest."""
    return not is_partial(core_of(whole_of(form.name))[0]), form.quotes > 0, form.articles, len(form.name), form.name


class _Namesake(NamedTuple):
    number: int
    name: str
    label: str
    """The fields, where the person has the shared name in a field alone."""
    order: list[tuple[str, str]]


def _tell_apart(connection: sqlite3.Connection, plain: str) -> None:
    """Give those of one name names of their own: "Mara Lind (sport)"; who has no field keeps the bare name."""
    people = _namesakes(connection, plain)
    used: Counter[str] = Counter()
    for one in sorted(people, key=lambda one: (one.label, one.order)):
        name = f"{plain} ({one.label})" if one.label and len(people) > 1 else plain
        used[name] += 1
        name = name if used[name] == 1 else f"{name} ({used[name]})"
        if name != one.name:
            connection.execute("UPDATE person SET name = ? WHERE number = ?", (packed(name), one.number))


def _namesakes(connection: sqlite3.Connection, plain: str) -> list[_Namesake]:
    rows = connection.execute(
        "SELECT person.number, person.name, CASE min(form.fields) WHEN '' THEN '' ELSE person.fields END "
        "FROM form CROSS JOIN person ON person.number = form.person WHERE form.name = ?1 AND plain = ?1 "
        "GROUP BY person.number",
        (packed(plain),),
    ).fetchall()
    alone = len(rows) == 1
    return [
        _Namesake(number, unpacked(name), label, [] if alone else _order(connection, number))
        for number, name, label in rows
    ]


def _order(connection: sqlite3.Connection, person: int) -> list[tuple[str, str]]:
    return sorted((form.name, form.fields) for form in _forms_of(connection, person))


def _index(connection: sqlite3.Connection, number: int, words: frozenset[str], quotes: int, before: _Known) -> None:
    """Let a person be found by words; those quoted most come first."""
    now, then = size_of(quotes), size_of(before.quotes)
    gone = before.words if now != then else before.words - words
    new = words if now != then else words - before.words
    connection.executemany(
        "DELETE FROM person_word WHERE word = ? AND size = ? AND person = ?",
        ((packed(word), then, number) for word in gone),
    )
    connection.executemany(
        "INSERT INTO person_word VALUES (?, ?, ?)", ((packed(word), now, number) for word in sorted(new))
    )
    if words != before.words:
        _count_words(connection, words - before.words, 1)
        _count_words(connection, before.words - words, -1)
        stored = packed(" ".join(sorted(words)))
        connection.execute("UPDATE person SET words = ? WHERE number = ?", (stored, number))


def _count_words(connection: sqlite3.Connection, words: Iterable[str], by: int) -> None:
    words = sorted(words)
    connection.executemany(
        "INSERT INTO name_word VALUES (?, ?, ?) ON CONFLICT (word) DO UPDATE SET people = people + excluded.people",
        ((packed(word), packed(sounds(word)), by) for word in words),
    )
    if by < 0:
        connection.executemany("DELETE FROM name_word WHERE word = ? AND people <= 0", ((packed(w),) for w in words))


def _words(connection: sqlite3.Connection, forms: Sequence[_Form]) -> frozenset[str]:
    facts = _facts(connection, forms)
    words = {word for name in (*(form.name for form in forms), *facts["alias"]) for word in name_words(name)}
    words |= {word for role in facts["role"] for word in role_words(role)}
    return frozenset(word for word in words if len(word) <= MOST_LETTERS)


def _facts(connection: sqlite3.Connection, forms: Sequence[_Form]) -> _Facts:
    """What articles tell of some forms."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for form in forms:
        rows = connection.execute("SELECT sort, fact, count, places FROM form_fact WHERE form = ?", (form.number,))
        for sort, fact, count, places in rows:
            known = counts[sort, unpacked(fact)]
            known[0] -= count
            known[1] += places
    found: _Facts = {"kind": [], "role": [], "alias": []}
    for (sort, fact), _ in sorted(counts.items(), key=lambda item: (item[1], item[0][1])):
        found[sort].append(fact)
    return found
