"""Running totals, so that nothing has to be counted when it is asked."""

from __future__ import annotations

import sqlite3

from bot.model import Census


def grow(connection: sqlite3.Connection, name: str, by: int) -> None:
    """Change one of the totals: "articles", "quotes", "people", "changes" (writes that readers can see)."""
    if by:
        connection.execute("UPDATE total SET number = number + ? WHERE name = ?", (by, name))


def set_total(connection: sqlite3.Connection, name: str, number: int) -> None:
    """Set one of the totals: "index", the form of words that the index is made with."""
    connection.execute("UPDATE total SET number = ? WHERE name = ?", (number, name))


def total(connection: sqlite3.Connection, name: str) -> int:
    """One of the totals."""
    return int(connection.execute("SELECT number FROM total WHERE name = ?", (name,)).fetchone()[0])


def census(connection: sqlite3.Connection) -> Census:
    """How much is on record."""
    totals = dict(connection.execute("SELECT name, number FROM total"))
    return Census(totals["articles"], totals["quotes"], totals["people"])
