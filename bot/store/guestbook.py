"""What is kept of those who ask: told, deleted, and no longer kept than it has to be.

`HOLDINGS` lists every table with anything of theirs; `PUBLIC` all others. A test holds that no table is in neither.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from bot.config import RetentionSettings
from bot.model import ChatSettings
from bot.store.database import Database
from bot.store.drafts import DRAFTS_LAST
from bot.store.rows import as_json, from_json, packed, unpacked

CODE_BYTES = 12
"""Of chance in a code of invitation: 16 characters, 96 bits."""
_DAY = 24 * 60 * 60.0


@dataclass(frozen=True, slots=True)
class Holding:
    """A table that holds something of those who ask, and which of its rows are somebody's.

    In conditions `:owner` is somebody's or a group's name, `:as_user` and `:as_chat` patterns of their conversations.
    """

    table: str
    theirs: str
    gone: str = ""
    """The rows that go with them; empty: the same."""


def _of_chats(column: str) -> str:
    return f"({column} GLOB :as_user OR {column} GLOB :as_chat OR {column} = :owner)"


_BEHIND_THEIRS = f"id IN (SELECT message FROM button WHERE {_of_chats('chat')})"  # noqa: S608 - all our own words
_BEHIND_OTHERS = f"id IN (SELECT message FROM button WHERE NOT {_of_chats('chat')})"  # noqa: S608

_IN_PLACE = "(chat = :owner OR chat GLOB :owner || '/*')"
"""In their chat, or in a topic of it."""

HOLDINGS = (
    Holding("message", _BEHIND_THEIRS, f"{_BEHIND_THEIRS} AND NOT {_BEHIND_OTHERS}"),
    Holding("button", _of_chats("chat")),
    Holding("chat", _of_chats("chat")),
    Holding("draft", _of_chats("owner")),
    Holding("follow", f"owner = :owner OR {_IN_PLACE}"),
    Holding("habits", _IN_PLACE),
    Holding("setting", "owner = :owner"),
    Holding("guest", "owner = :owner"),
    Holding("invitation", "made_by = :owner"),
)
"""In the order of deletion: messages before the buttons that they stand behind."""
PUBLIC = frozenset(
    "article revision form form_fact role_use form_key person person_word name_word ruling quote quote_index "
    "article_index word stem total seen_update withdrawn feed failure band".split()
)
"""Tables with nothing of theirs: the record, and the bare numbers of updates."""


class SqliteGuestbook:
    """`bot.ports.Guestbook` in the archive's file. Safe from any thread."""

    def __init__(self, database: Database, keep: RetentionSettings, clock: Callable[[], float]) -> None:
        """`keep` tells how long things are kept; `clock` the seconds since 1970."""
        self._database, self._keep, self._clock = database, keep, clock

    def settings(self, owner: str) -> ChatSettings:
        """What somebody, or a group's admins, chose."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT settings FROM setting WHERE owner = ?", (packed(owner),)).fetchone()
        return ChatSettings(**from_json(row[0])) if row else ChatSettings()

    def keep_settings(self, owner: str, settings: ChatSettings) -> None:
        """Replace it."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO setting VALUES (?, ?)", (packed(owner), as_json(asdict(settings)))
            )

    def everything(self, owner: str) -> dict[str, list[dict[str, Any]]]:
        """All that is stored about somebody, table by table."""
        with self._database.reading() as connection:
            return {one.table: rows for one in HOLDINGS if (rows := _rows(connection, one, owner))}

    def forget(self, owner: str) -> int:
        """Delete all of that; SQLite overwrites what it deletes, and the log beside the archive is emptied."""
        names = _names(owner)
        with self._database.wiping() as connection:
            gone = [
                connection.execute(f"DELETE FROM {one.table} WHERE {one.gone or one.theirs}", names).rowcount  # noqa: S608
                for one in HOLDINGS
            ]
        return sum(gone)

    def invite(self, by: str, uses: int) -> str:
        """A new code that lets in so many people."""
        code = secrets.token_urlsafe(CODE_BYTES)
        until = self._clock() + self._keep.invite_days * _DAY
        with self._database.writing() as connection:
            connection.execute("INSERT INTO invitation VALUES (?, ?, ?, ?)", (_hash(code), packed(by), until, uses))
        return code

    def admit(self, owner: str, code: str) -> bool:
        """Let somebody in by a code; one who is in uses none up."""
        with self._database.writing() as connection:
            if _is_guest(connection, owner):
                return True
            used = connection.execute(
                "UPDATE invitation SET uses = uses - 1 WHERE code = ? AND uses > 0 AND until >= ?",
                (_hash(code), self._clock()),
            )
            if used.rowcount:
                connection.execute("INSERT INTO guest VALUES (?, ?)", (packed(owner), self._clock()))
            return used.rowcount > 0

    def admitted(self, owner: str) -> bool:
        """Whether somebody was let in by a code."""
        with self._database.reading() as connection:
            return _is_guest(connection, owner)

    def counts(self) -> dict[str, int]:
        """How many rows there are in each table that holds something of theirs."""
        with self._database.reading() as connection:
            asked = ((one.table, f"SELECT count(*) FROM {one.table}") for one in HOLDINGS)  # noqa: S608
            return {table: int(connection.execute(count).fetchone()[0]) for table, count in asked}

    def tidy(self) -> int:
        """Delete what is older than it is to be kept."""
        now, keep = self._clock(), self._keep
        old = (
            ("DELETE FROM chat WHERE used < ?", now - 60 * keep.memory_minutes),
            ("DELETE FROM draft WHERE made < ?", now - DRAFTS_LAST),
            ("DELETE FROM seen_update WHERE seen < ?", now - keep.update_days * _DAY),
            (
                "DELETE FROM button WHERE used < ? OR message NOT IN (SELECT id FROM message)",
                now - keep.button_days * _DAY,
            ),
            ("DELETE FROM invitation WHERE uses = 0 OR until < ?", now),
        )
        with self._database.writing() as connection:
            gone = [connection.execute(statement, (since,)).rowcount for statement, since in old]
            left = connection.execute("DELETE FROM message WHERE id NOT IN (SELECT message FROM button)")
            return sum(gone) + left.rowcount


def _names(owner: str) -> dict[str, Any]:
    face, _, number = owner.partition(":")
    return {"owner": packed(owner), "as_user": f"{face}:*:{number}", "as_chat": f"{face}:{number}:*"}


def _rows(connection: sqlite3.Connection, holding: Holding, owner: str) -> list[dict[str, Any]]:
    found = connection.execute(f"SELECT * FROM {holding.table} WHERE {holding.theirs}", _names(owner))  # noqa: S608
    names = [column[0] for column in found.description]
    return [{name: _plain(value) for name, value in zip(names, row, strict=True)} for row in found]


def _plain(value: Any) -> Any:
    """A stored value as plain data: texts that hold lists and the like as these."""
    if not isinstance(value, str | bytes):
        return value
    text = unpacked(value)
    try:
        return json.loads(text) if text[:1] in ("{", "[") else text
    except ValueError:
        return text


def _is_guest(connection: sqlite3.Connection, owner: str) -> bool:
    return connection.execute("SELECT 1 FROM guest WHERE owner = ?", (packed(owner),)).fetchone() is not None


def _hash(code: str) -> str:
    """A code as it is stored; nobody can be let in by what is read there."""
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()
