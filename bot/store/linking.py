"""Forms of names -> people: the rules of `bot.naming.identity` over what is on record, and the operator's rulings.

Three steps, each a function of the state of the archive alone: full names of one block are grouped; partial names (a
surname, an initial) join the one person they fit; what the operator merged is merged. Only what an article touched is
looked at: names that sound alike, and the partial names that may mean them.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.naming.identity import Bearer, block_of, clusters, is_partial, keys_of, meant_by, partial_key
from bot.store import roster
from bot.store.rows import packed, unpacked
from bot.store.rulings import apart, merges

FULL, PARTIAL, BODY, APART = "+", "~", "=", "!"
"""How blocks begin: of full names, of partial ones, of what is no person, of what the operator keeps apart."""
MOST_MEANT = 60
"""People with a surname: of more, none is meant by it alone."""


@dataclass(slots=True)
class Changed:
    """What a write did to forms."""

    forms: set[int] = field(default_factory=set)
    """Those of which something changed that the rules see."""
    counted: set[int] = field(default_factory=set)
    """Those of which any number changed."""


class Form(NamedTuple):
    """A row of the table."""

    number: int
    whole: str
    fields: str
    block: str
    articles: int
    bodies: int
    cluster: int
    base: int
    person: int


_COLUMNS = "number, whole, fields, block, articles, bodies, cluster, base, person"


def settle(connection: sqlite3.Connection, changed: Changed) -> None:
    """Bring forms and people in line after a write."""
    counted = _forms(connection, "number", changed.counted | changed.forms)
    touched = {form.person for form in counted}
    gone = {form.number for form in counted if form.articles <= 0}
    seen = [form for form in counted if form.number in changed.forms or form.number in gone]
    moved = _regroup(connection, seen, gone) if seen else set()
    people = touched | moved
    roster.refresh(connection, people, moved | {form.person for form in seen})


def _regroup(connection: sqlite3.Connection, seen: Sequence[Form], gone: set[int]) -> set[int]:
    """Apply the rules around forms that changed; the people concerned, those that are no more included."""
    keys = _keys(connection, (form.number for form in seen))
    blocks = {form.block for form in seen if form.block}
    connection.executemany("DELETE FROM form WHERE number = ?", ((number,) for number in gone))
    for whole in {form.whole for form in seen}:
        blocks |= _file(connection, whole)
    for block in blocks:
        _group(connection, block)
    keys |= _keys(connection, (form.number for form in _forms(connection, "block", blocks)))
    partial = {PARTIAL + key for key in keys} | {block for block in blocks if block[0] == PARTIAL}
    for block in partial:
        _attach(connection, block)
    return _assign(connection, _forms(connection, "block", blocks | partial))


def _file(connection: sqlite3.Connection, whole: str) -> set[str]:
    """Put the forms of one name into their blocks; the blocks they left and those they are in now."""
    forms = _forms(connection, "whole", [whole])
    persons = sum(1 << (form.articles - form.bodies).bit_length() for form in forms if form.articles > form.bodies)
    bodies = sum(1 << form.bodies.bit_length() for form in forms if form.bodies)
    words = [] if whole.startswith(BODY) else whole.split()
    blocks = set()
    for form in forms:
        block = _block(whole, words if persons >= bodies else [])
        if apart(connection, form.number):
            block = f"{APART}{form.number}"
        if block != form.block:
            connection.execute("UPDATE form SET block = ? WHERE number = ?", (packed(block), form.number))
        _set_keys(connection, form.number, words if persons >= bodies else [])
        blocks |= {form.block or block, block}
    return blocks


def _block(whole: str, words: Sequence[str]) -> str:
    if not words:
        return BODY + whole
    return PARTIAL + partial_key(whole) if is_partial(words) else FULL + block_of(words)


def _set_keys(connection: sqlite3.Connection, form: int, words: Sequence[str]) -> None:
    """Write down by which partial names the bearer of a full one may be meant."""
    wanted: frozenset[str] = frozenset()
    if words and not is_partial(words):
        rows = connection.execute("SELECT fact FROM form_fact WHERE form = ? AND sort = 'alias'", (form,))
        wanted = keys_of(words, [unpacked(alias) for (alias,) in rows])
    known = _keys(connection, [form])
    connection.executemany("INSERT INTO form_key VALUES (?, ?)", ((packed(key), form) for key in wanted - known))
    connection.executemany(
        "DELETE FROM form_key WHERE word = ? AND form = ?", ((packed(key), form) for key in known - wanted)
    )


def _group(connection: sqlite3.Connection, block: str) -> None:
    """Find who is one within a block."""
    forms = _forms(connection, "block", [block])
    if block[0] in (FULL, PARTIAL):
        groups = [person.numbers for person in clusters(_bearers(connection, forms))]
    else:
        groups = [tuple(form.number for form in forms)] if forms else []
    for numbers in groups:
        connection.executemany(
            "UPDATE form SET cluster = ?1, base = ?1 WHERE number = ?2", ((min(numbers), number) for number in numbers)
        )


def _attach(connection: sqlite3.Connection, block: str) -> None:
    """Let the partial names of a block mean the one person each fits; else they stand for themselves."""
    partial = _people(connection, _forms(connection, "block", [block]))
    if not partial:
        return
    rows = connection.execute("SELECT form FROM form_key WHERE word = ?", (packed(block[1:]),)).fetchall()
    forms = _forms(connection, "number", (number for (number,) in rows))
    known = {form.cluster for form in forms}
    people = _people(connection, forms) if len(known) <= MOST_MEANT else {}
    by_bearer = {bearer: cluster for cluster, bearer in people.items()}
    for cluster, bearer in partial.items():
        meant = meant_by(bearer, by_bearer)
        base = cluster if meant is None else by_bearer[meant]
        connection.execute("UPDATE form SET base = ? WHERE block = ? AND cluster = ?", (base, packed(block), cluster))


def _people(connection: sqlite3.Connection, forms: Sequence[Form]) -> dict[int, Bearer]:
    """The people that grouping found among forms, by cluster."""
    cluster_of = {form.number: form.cluster for form in forms}
    found: dict[int, Bearer] = {}
    for bearer in _bearers(connection, forms):
        cluster = cluster_of[bearer.numbers[0]]
        found[cluster] = found[cluster].joined(bearer) if cluster in found else bearer
    return found


def _bearers(connection: sqlite3.Connection, forms: Sequence[Form]) -> list[Bearer]:
    roles: dict[int, set[str]] = defaultdict(set)
    asked = "SELECT form, fact FROM form_fact WHERE sort = 'role' AND form IN (SELECT value FROM json_each(?))"
    for form, role in connection.execute(asked, (json.dumps([form.number for form in forms]),)):
        roles[form].add(unpacked(role))
    return [
        Bearer(
            (form.number,),
            tuple(form.whole.split()),
            frozenset(form.fields.split()),
            frozenset(roles[form.number]),
            1 << form.articles.bit_length(),
        )
        for form in forms
    ]


def _assign(connection: sqlite3.Connection, forms: Iterable[Form]) -> set[int]:
    """Say whose each form is, rulings included; the people concerned."""
    ruled = merges(connection)
    moved: set[int] = set()
    for form in {*forms, *_forms(connection, "base", ruled)}:
        person = ruled.get(form.base, form.base)
        if person != form.person:
            connection.execute("UPDATE form SET person = ? WHERE number = ?", (person, form.number))
            moved |= {form.person, person}
    return moved


def _keys(connection: sqlite3.Connection, forms: Iterable[int]) -> set[str]:
    asked = "SELECT DISTINCT word FROM form_key WHERE form IN (SELECT value FROM json_each(?))"
    return {unpacked(word) for (word,) in connection.execute(asked, (json.dumps(list(forms)),))}


def _forms(connection: sqlite3.Connection, column: str, values: Iterable[int | str]) -> list[Form]:
    """The forms with one of some values in a column."""
    rows = (
        row
        for value in dict.fromkeys(values)
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM form WHERE {column} = ?",  # noqa: S608 - our own columns
            (packed(value) if isinstance(value, str) else value,),
        )
    )
    return [Form(row[0], unpacked(row[1]), row[2], unpacked(row[3]), *row[4:]) for row in rows]
