"""Who follows what, and what of it they were told. Chats are known by the names that a face gives them."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace

from bot.model import Bulletin, Follow, Habits, News
from bot.store import directory, reading
from bot.store.database import Database
from bot.store.ranking import phrases
from bot.store.rows import Stored, as_json, from_json, maybe_packed, maybe_unpacked, packed, unpacked

SHOWN = 30
"""New statements of one follow that are looked at closely; of more, the latest."""
_HOLDING = "SELECT rowid FROM quote_index WHERE quote_index MATCH ? AND rowid > ? AND rowid <= ?"
_FOLLOW = "number, chat, owner, speaker, topic, mark"


class SqliteFollows:
    """`bot.ports.Follows` in the archive's file. Safe from any thread.

    What is new is told by the numbers of statements, which only rise: also where another process stored them.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        """`clock` tells the seconds since 1970."""
        self._database, self._clock = database, clock

    # --- who follows what

    def add(self, chat: str, owner: str, speaker: str | None, topic: str | None) -> Follow:
        """Follow from now on; what the chat follows already is that."""
        with self._database.writing() as connection:
            asked = "SELECT number FROM follow WHERE chat = ? AND speaker IS ? AND topic IS ?"
            values = (packed(chat), maybe_packed(speaker), maybe_packed(topic))
            row = connection.execute(asked, values).fetchone()
            number = row[0] if row else connection.execute(
                "INSERT INTO follow (chat, owner, speaker, topic, mark, made) VALUES (?, ?, ?, ?, ?, ?)",
                (values[0], packed(owner), *values[1:], _mark(connection), self._clock()),
            ).lastrowid  # fmt: skip
            return next(_follows(connection, "number = ?", number))

    def of(self, chat: str) -> list[Follow]:
        """What a chat follows, in the order in which it began to."""
        with self._database.reading() as connection:
            return list(_follows(connection, "chat = ?", packed(chat)))

    def drop(self, chat: str, number: int) -> Follow | None:
        """Follow something no longer; what it was, None if the chat didn't."""
        with self._database.writing() as connection:
            found = next(_follows(connection, "chat = ? AND number = ?", packed(chat), number), None)
            connection.execute("DELETE FROM follow WHERE chat = ? AND number = ?", (packed(chat), number))
            return found

    def drop_chat(self, chat: str) -> None:
        """Forget what a chat follows, and its habits."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM follow WHERE chat = ?", (packed(chat),))
            connection.execute("DELETE FROM habits WHERE chat = ?", (packed(chat),))

    def move_chat(self, chat: str, to: str) -> None:
        """Call a chat by another name; what it had under that name before is forgotten."""
        self.drop_chat(to)
        with self._database.writing() as connection:
            connection.execute("UPDATE follow SET chat = ? WHERE chat = ?", (packed(to), packed(chat)))
            connection.execute("UPDATE habits SET chat = ? WHERE chat = ?", (packed(to), packed(chat)))

    # --- when and how a chat is told

    def habits(self, chat: str) -> Habits:
        """When and how a chat wants to be told."""
        with self._database.reading() as connection:
            return _habits(connection, chat)

    def set_habits(self, chat: str, habits: Habits) -> None:
        """Replace them."""
        with self._database.writing() as connection:
            _set_habits(connection, chat, habits)

    # --- what is new

    def mark(self) -> int:
        """The number of the statement that was stored last; it rises, whatever is removed."""
        with self._database.reading() as connection:
            return _mark(connection)

    def waiting(self, until: int) -> list[tuple[str, Habits]]:
        """The chats that may have something new up to a mark, with their habits."""
        with self._database.reading() as connection:
            chats = [unpacked(chat) for (chat,) in connection.execute(
                "SELECT DISTINCT chat FROM follow WHERE mark < ? ORDER BY chat", (until,)
            )]  # fmt: skip
            return [(chat, _habits(connection, chat)) for chat in chats]

    def claim(self, chat: str, until: int, due: float | None = None) -> Bulletin | None:
        """Take what is new for a chat up to a mark, so that nobody else tells it; None where nothing is.

        It is read first and then claimed in one transaction: of a follow that changed in between nothing is told.
        `due` is when the chat's next digest is.
        """
        with self._database.reading() as connection:
            follows = [one for one in _follows(connection, "chat = ?", packed(chat)) if one.mark < until]
            found = {one.number: _news(connection, one, until) for one in follows}
            before = _habits(connection, chat)
        with self._database.writing() as connection:
            claimed = [one for one in follows if _advance(connection, one, until)]
            if due is not None:
                _set_habits(connection, chat, replace(_habits(connection, chat), due=due))
        news = tuple(found[one.number] for one in claimed if found[one.number].count)
        return Bulletin(chat, news, before, until) if news else None

    def give_back(self, bulletin: Bulletin) -> None:
        """Undo a claim of what surely wasn't told."""
        with self._database.writing() as connection:
            for one in bulletin.news:
                connection.execute(
                    "UPDATE follow SET mark = ? WHERE number = ? AND mark = ?",
                    (one.follow.mark, one.follow.number, bulletin.until),
                )
            _set_habits(connection, bulletin.chat, replace(_habits(connection, bulletin.chat), due=bulletin.habits.due))


def _mark(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'quote'").fetchone()
    return int(row[0]) if row else 0


def _follows(connection: sqlite3.Connection, condition: str, *values: Stored | int | None) -> Iterator[Follow]:
    rows = connection.execute(f"SELECT {_FOLLOW} FROM follow WHERE {condition} ORDER BY number", values).fetchall()  # noqa: S608
    for number, chat, owner, speaker, topic, mark in rows:
        yield Follow(number, unpacked(chat), unpacked(owner), maybe_unpacked(speaker), maybe_unpacked(topic), mark)


def _habits(connection: sqlite3.Connection, chat: str) -> Habits:
    row = connection.execute("SELECT habits FROM habits WHERE chat = ?", (packed(chat),)).fetchone()
    if row is None:
        return Habits()
    fields = from_json(row[0])
    return Habits(**{**fields, "quiet": tuple(fields["quiet"]) if fields["quiet"] else None})


def _set_habits(connection: sqlite3.Connection, chat: str, habits: Habits) -> None:
    connection.execute("INSERT OR REPLACE INTO habits VALUES (?, ?)", (packed(chat), as_json(asdict(habits))))


def _advance(connection: sqlite3.Connection, follow: Follow, until: int) -> bool:
    changed = connection.execute(
        "UPDATE follow SET mark = ? WHERE number = ? AND mark = ?", (until, follow.number, follow.mark)
    )
    return changed.rowcount > 0


def _news(connection: sqlite3.Connection, follow: Follow, until: int) -> News:
    """What is new for a follow, the latest first. The index is asked for topics, the table of quotes for speakers."""
    parts, values = ["q.number > ?", "q.number <= ?"], [follow.mark, until]
    asked: list[Stored | int] = list(values)
    if follow.topic is not None:
        parts.append(
            "q.number IN (SELECT rowid FROM quote_index WHERE quote_index MATCH ? AND rowid > ? AND rowid <= ?)"
        )
        asked += [phrases(topic_terms(follow.topic)), *values]
    if follow.speaker is not None:
        parts.append("+q.speaker IN (SELECT value FROM json_each(?))")
        asked.append(json.dumps(directory.forms_named(connection, follow.speaker)))
    rows = connection.execute(
        f"SELECT q.number FROM quote AS q WHERE {' AND '.join(parts)} ORDER BY q.number DESC",  # noqa: S608
        asked,
    ).fetchall()
    numbers: Sequence[int] = [number for (number,) in rows]
    return News(follow, tuple(reading.quotes_of(connection, numbers[:SHOWN])), len(numbers))


def topic_terms(topic: str) -> list[str]:
    """What has to stand in a statement: each word, and what is between quotation marks in a row."""
    terms: list[str] = []
    for place, part in enumerate(topic.replace("“", '"').replace("”", '"').split('"')):
        terms += [part] if place % 2 else part.split()
    return [term for term in terms if term.strip()]
