"""What the operator decided about people: kept for good, and stronger than the rules."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from bot.model import Ruling
from bot.store.rows import Stored, unpacked

MERGE, SPLIT = "merge", "split"

Key = tuple[Stored, str]
"""A form: its name and its fields; they outlast the form's row."""


def merges(connection: sqlite3.Connection) -> dict[int, int]:
    """For each base that a merge names, the base that stands for all that are merged with it."""
    root: dict[int, int] = {}

    def top(base: int) -> int:
        root.setdefault(base, base)
        while root[base] != base:
            base = root[base]
        return base

    rows = connection.execute(
        "SELECT one.base, two.base FROM ruling LEFT JOIN form AS one ON (one.name, one.fields) = "
        "(ruling.name, ruling.fields) LEFT JOIN form AS two ON (two.name, two.fields) = (other, other_fields) "
        "WHERE sort = ?",
        (MERGE,),
    )
    for pair in rows:
        known = [top(base) for base in pair if base is not None]
        for base in known:
            root[base] = min(known)
    return {base: top(base) for base in list(root)}


def apart(connection: sqlite3.Connection) -> set[int]:
    """The forms that are to stand for themselves."""
    asked = "SELECT form.number FROM ruling CROSS JOIN form USING (name, fields) WHERE sort = ?"
    return {number for (number,) in connection.execute(asked, (SPLIT,))}


def add_merge(connection: sqlite3.Connection, one: Key, other: Key) -> None:
    """Keep that two forms are one person's."""
    pair = sorted((one, other), key=lambda key: (str(key[0]), key[1]))
    connection.execute(
        "INSERT OR IGNORE INTO ruling (sort, name, fields, other, other_fields) VALUES (?, ?, ?, ?, ?)",
        (MERGE, *pair[0], *pair[1]),
    )


def take_merges(connection: sqlite3.Connection, keys: Sequence[Key]) -> list[Key]:
    """Forget the merges that name one of some forms; all the forms that those merges named."""
    freed: list[Key] = []
    for key in keys:
        rows = connection.execute(
            "DELETE FROM ruling WHERE sort = ? AND ((name, fields) = (?, ?) OR (other, other_fields) = (?, ?)) "
            "RETURNING name, fields, other, other_fields",
            (MERGE, *key, *key),
        ).fetchall()
        freed += [pair for row in rows for pair in ((row[0], row[1]), (row[2], row[3]))]
    return freed


def add_split(connection: sqlite3.Connection, key: Key) -> None:
    """Keep that a form stands for itself."""
    connection.execute(
        "INSERT INTO ruling (sort, name, fields) SELECT ?1, ?2, ?3 WHERE NOT EXISTS "
        "(SELECT 1 FROM ruling WHERE sort = ?1 AND name = ?2 AND fields = ?3)",
        (SPLIT, *key),
    )


def all_rulings(connection: sqlite3.Connection) -> list[Ruling]:
    """What was decided, in the order in which it was."""
    rows = connection.execute("SELECT name, fields, other, other_fields FROM ruling ORDER BY number")
    return [Ruling(labelled(*row[:2]), None if row[2] is None else labelled(*row[2:])) for row in rows]


def labelled(name: Stored, fields: str) -> str:
    """A form's name with its field, as it is asked for."""
    return f"{unpacked(name)} ({fields})" if fields else unpacked(name)
