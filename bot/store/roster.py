"""The people whom forms belong to: what each is called, how much they said, and by which words they are found."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bot.model import SpeakerKind
from bot.naming.identity import is_partial
from bot.naming.names import name_words, sounds
from bot.naming.roles import role_words
from bot.store.rows import Stored, packed, unpacked
from bot.store.totals import grow

MOST_LETTERS = 40
"""Letters: longer words are no words of names, and nobody types them."""


class _Form(NamedTuple):
    number: int
    name: str
    fields: str
    articles: int
    quotes: int


def refresh(connection: sqlite3.Connection, people: Iterable[int], changed: set[int]) -> None:
    """Count people anew.

    Args:
        connection: In the caller's transaction.
        people: Numbers; of those without any form left nothing stays.
        changed: Those of them whose names, aliases or roles may have changed.
    """
    plain: set[str] = set()
    for number in people:
        forms = _forms_of(connection, number)
        row = connection.execute("SELECT plain, quotes FROM person WHERE number = ?", (number,)).fetchone()
        before, quotes = (unpacked(row[0]), row[1]) if row else (None, 0)
        now = sum(form.quotes for form in forms)
        grow(connection, "people", int(now > 0) - int(quotes > 0))
        called = _write(connection, number, forms, now)
        if number in changed or now.bit_length() != quotes.bit_length():
            _index(connection, number, forms if now else [], now.bit_length())
        if number in changed or called != before:
            plain |= {name for name in (called, before) if name is not None}
    for name in plain:
        _tell_apart(connection, name)


def _forms_of(connection: sqlite3.Connection, person: int) -> list[_Form]:
    rows = connection.execute("SELECT number, name, fields, articles, quotes FROM form WHERE person = ?", (person,))
    return [_Form(number, unpacked(name), *rest) for number, name, *rest in rows]


def _write(connection: sqlite3.Connection, number: int, forms: Sequence[_Form], quotes: int) -> str | None:
    """Put down one person as its forms have it; the name."""
    if not forms:
        connection.execute("DELETE FROM person WHERE number = ?", (number,))
        return None
    called = max(forms, key=_fullness).name
    kinds = facts_of(connection, [form.number for form in forms], "kind")
    kind = kinds[0] if kinds else SpeakerKind.PERSON.value
    fields = " ".join(sorted({field for form in forms for field in form.fields.split()}))
    connection.execute(
        "INSERT INTO person (number, name, plain, kind, fields, quotes) VALUES (?1, ?2, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (number) DO UPDATE SET name = CASE plain WHEN ?2 THEN name ELSE ?2 END, plain = ?2, kind = ?3, "
        "fields = ?4, quotes = ?5",
        (number, packed(called), kind, fields, quotes),
    )
    return called


def _fullness(form: _Form) -> tuple[bool, bool, int, int, str]:
    """Which of several names a person is called by: with the given name, quoted, of most articles, the longest."""
    return not is_partial(name_words(form.name)), form.quotes > 0, form.articles, len(form.name), form.name


def _tell_apart(connection: sqlite3.Connection, plain: str) -> None:
    """Give those of one name names of their own: "Mara Lind (sport)"; who has no field keeps the bare name."""
    rows = connection.execute("SELECT number, fields FROM person WHERE plain = ?", (packed(plain),)).fetchall()
    bare = "SELECT min(fields), min(name) FROM form WHERE person = ? AND name = ?"
    first = {number: connection.execute(bare, (number, packed(plain))).fetchone() for number, _ in rows}
    used: Counter[str] = Counter()
    for number, fields in sorted(rows, key=lambda row: (first[row[0]][0] or "", row[1], _least(connection, row[0]))):
        label = fields if len(rows) > 1 and first[number][0] else ""
        name = f"{plain} ({label})" if label else plain
        used[name] += 1
        name = name if used[name] == 1 else f"{name} ({used[name]})"
        connection.execute("UPDATE person SET name = ? WHERE number = ?", (packed(name), number))


def _least(connection: sqlite3.Connection, person: int) -> list[tuple[str, str]]:
    return sorted((form.name, form.fields) for form in _forms_of(connection, person))


def _index(connection: sqlite3.Connection, number: int, forms: Sequence[_Form], size: int) -> None:
    """Let a person be found by the words of names, aliases and roles; `size` puts those quoted most first."""
    rows = connection.execute("SELECT word, size FROM person_word WHERE person = ?", (number,)).fetchall()
    known = {(unpacked(word), size) for word, size in rows}
    wanted = {(word, size) for word in _words(connection, forms)}
    gone, new = known - wanted, wanted - known
    connection.executemany(
        "DELETE FROM person_word WHERE word = ? AND size = ? AND person = ?", ((packed(w), s, number) for w, s in gone)
    )
    connection.executemany("INSERT INTO person_word VALUES (?, ?, ?)", ((packed(w), s, number) for w, s in new))
    _count_words(connection, {word for word, _ in new} - {word for word, _ in gone}, 1)
    _count_words(connection, {word for word, _ in gone} - {word for word, _ in new}, -1)


def _count_words(connection: sqlite3.Connection, words: Iterable[str], by: int) -> None:
    words = sorted(words)
    connection.executemany(
        "INSERT INTO name_word VALUES (?, ?, ?) ON CONFLICT (word) DO UPDATE SET people = people + excluded.people",
        ((packed(word), packed(sounds(word)), by) for word in words),
    )
    if by < 0:
        connection.executemany("DELETE FROM name_word WHERE word = ? AND people <= 0", ((packed(w),) for w in words))


def _words(connection: sqlite3.Connection, forms: Sequence[_Form]) -> set[str]:
    numbers = [form.number for form in forms]
    names = [*(form.name for form in forms), *facts_of(connection, numbers, "alias")]
    words = {word for name in names for word in name_words(name)}
    words |= {word for role in facts_of(connection, numbers, "role") for word in role_words(role)}
    return {word for word in words if len(word) <= MOST_LETTERS}


def facts_of(connection: sqlite3.Connection, forms: Sequence[int], sort: str) -> list[str]:
    """What articles tell of some forms ("kind", "role", "alias"), most frequent first."""
    rows: Iterable[tuple[Stored]] = connection.execute(
        "SELECT fact FROM form_fact WHERE form IN (SELECT value FROM json_each(?)) AND sort = ? "
        "GROUP BY fact ORDER BY sum(count) DESC, sum(places), fact",
        (json.dumps(list(forms)), sort),
    )
    return [unpacked(fact) for (fact,) in rows]
