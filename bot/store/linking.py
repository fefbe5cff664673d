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
from typing import Any, NamedTuple

from bot.naming.identity import Bearer, block_of, clusters, core_of, is_partial, keys_of, meant_by, partial_key
from bot.store import roster
from bot.store.rows import Stored, packed, unpacked
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
    keys: frozenset[str]
    """Partial names by which the bearer may be meant."""
    cluster: int
    base: int
    person: int


_COLUMNS = "number, whole, fields, block, articles, bodies, keys, cluster, base, person"
_BETWEEN = "|"
"""Parts keys; no word holds it."""


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
    blocks = {form.block for form in seen if form.block}
    connection.executemany("DELETE FROM form WHERE number = ?", ((number,) for number in gone))
    for whole in {form.whole for form in seen}:
        blocks |= _file(connection, whole)
    for block in blocks:
        _group(connection, _forms(connection, "block", [block]))
    regrouped = _forms(connection, "block", blocks)
    keys = {key for form in (*seen, *regrouped) for key in form.keys}
    partial = _forms(connection, "block", {PARTIAL + key for key in keys} - blocks)
    partial += [form for form in regrouped if form.block[0] == PARTIAL]
    for block in {form.block for form in partial}:
        _attach(connection, [form for form in partial if form.block == block])
    return _assign(connection, _forms(connection, "number", (form.number for form in (*regrouped, *partial))))


def _file(connection: sqlite3.Connection, whole: str) -> set[str]:
    """Put the forms of one name into their blocks; the blocks they left and those they are in now."""
    forms = _forms(connection, "whole", [whole])
    persons = sum(1 << (form.articles - form.bodies).bit_length() for form in forms if form.articles > form.bodies)
    bodies = sum(1 << form.bodies.bit_length() for form in forms if form.bodies)
    words = core_of(whole)[0] if persons >= bodies and not whole.startswith(BODY) else ()
    own = apart(connection)
    blocks = set()
    for form in forms:
        block = f"{APART}{form.number}" if form.number in own else _block(whole, words)
        keys = _keys(connection, form.number, words)
        if (block, keys) != (form.block, form.keys):
            connection.execute(
                "UPDATE form SET block = ?, keys = ? WHERE number = ?",
                (packed(block), packed(_BETWEEN.join(sorted(keys))), form.number),
            )
            _set_keys(connection, form, keys)
        blocks |= {form.block or block, block}
    return blocks


def _keys(connection: sqlite3.Connection, form: int, words: Sequence[str]) -> frozenset[str]:
    if is_partial(words):
        return frozenset()
    rows = connection.execute("SELECT fact FROM form_fact WHERE form = ? AND sort = 'alias'", (form,))
    return keys_of(words, [unpacked(alias) for (alias,) in rows])


def _set_keys(connection: sqlite3.Connection, form: Form, keys: frozenset[str]) -> None:
    new, gone = ([(packed(key), form.number) for key in some] for some in (keys - form.keys, form.keys - keys))
    connection.executemany("INSERT INTO form_key VALUES (?, ?)", new)
    connection.executemany("DELETE FROM form_key WHERE word = ? AND form = ?", gone)


def _block(whole: str, words: Sequence[str]) -> str:
    if not words:
        return BODY + whole
    return PARTIAL + partial_key(whole) if is_partial(words) else FULL + block_of(words, core_of(whole)[1])


def _group(connection: sqlite3.Connection, forms: Sequence[Form]) -> None:
    """Find who is one among the forms of a block."""
    groups: list[tuple[int, ...]] = [tuple(form.number for form in forms)]
    if len(forms) > 1 and forms[0].block[0] in (FULL, PARTIAL):
        groups = [person.numbers for person in clusters(_bearers(connection, forms))]
    cluster_of = {number: min(numbers) for numbers in groups for number in numbers}
    moved = [form.number for form in forms if (form.cluster, form.base) != (cluster_of[form.number],) * 2]
    connection.executemany(
        "UPDATE form SET cluster = ?1, base = ?1 WHERE number = ?2", ((cluster_of[number], number) for number in moved)
    )


def _attach(connection: sqlite3.Connection, forms: Sequence[Form]) -> None:
    """Let the partial names of a block mean the one person each fits; else they stand for themselves."""
    key = forms[0].block[len(PARTIAL) :]
    rows = connection.execute("SELECT form FROM form_key WHERE word = ?", (packed(key),)).fetchall()
    full = _forms(connection, "number", (number for (number,) in rows))
    known = _people(connection, full) if len({form.cluster for form in full}) <= MOST_MEANT else {}
    by_bearer = {bearer: cluster for cluster, bearer in known.items()}
    for cluster, bearer in _people(connection, forms).items():
        meant = meant_by(bearer, by_bearer)
        base = cluster if meant is None else by_bearer[meant]
        connection.executemany("UPDATE form SET base = ? WHERE number = ?", ((base, one) for one in bearer.numbers))


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
            core_of(form.whole)[0],
            frozenset(form.fields.split()),
            frozenset(roles[form.number]),
            1 << form.articles.bit_length(),
        )
        for form in forms
    ]


def _assign(connection: sqlite3.Connection, forms: Iterable[Form]) -> set[int]:
    """Say whose each form is, rulings included; the people concerned."""
    ruled = merges(connection)
    stands = _forms(connection, "person", {form.person for form in _forms(connection, "number", ruled)})
    moved: set[int] = set()
    for form in {*forms, *stands}:
        person = ruled.get(form.base, form.base)
        if person != form.person:
            connection.execute("UPDATE form SET person = ? WHERE number = ?", (person, form.number))
            moved |= {form.person, person}
    return moved


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
    return [_form(*row) for row in rows]


def _form(number: int, whole: Stored, fields: str, block: Stored, articles: int, bodies: int, *more: Any) -> Form:
    keys, *people = more
    return Form(number, unpacked(whole), fields, unpacked(block), articles, bodies, _parted(unpacked(keys)), *people)


def _parted(keys: str) -> frozenset[str]:
    return frozenset(keys.split(_BETWEEN)) if keys else frozenset()
