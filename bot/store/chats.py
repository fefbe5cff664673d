"""What chats need to outlive a restart: messages behind buttons, what was last talked of, updates seen.

No more is kept than that: no message that a button doesn't carry, and of each chat only the last turn, for a while.
"""

from __future__ import annotations

import hashlib
import sqlite3
from base64 import urlsafe_b64encode
from dataclasses import asdict

from bot.model import Memory
from bot.store.rows import as_json, from_json, packed, unpacked

MOST_MESSAGES = 100_000
"""Messages behind buttons that are kept, those used last: some 10 MB. A hundred new questions a day, with five buttons
each, are half a year's."""
MOST_SEEN = 10_000
"""Updates that are remembered; Telegram repeats none from longer ago than a day."""


def id_of(message: str) -> str:
    """The id of a message: 96 bits of its hash, in 16 characters."""
    digest = hashlib.sha256(message.encode("utf-8", "surrogatepass")).digest()
    return urlsafe_b64encode(digest[:12]).decode("ascii")


def message_of(connection: sqlite3.Connection, message_id: str) -> str | None:
    """The message of an id, if it was remembered."""
    row = connection.execute("SELECT message FROM message WHERE id = ?", (packed(message_id),)).fetchone()
    return unpacked(row[0]) if row else None


def is_fresh(connection: sqlite3.Connection, message_id: str, most: int) -> bool:
    """Whether a message was used lately: it is among the last half of the `most` that are kept."""
    row = connection.execute(
        "SELECT number > (SELECT max(number) FROM message) - ? / 2 FROM message WHERE id = ?",
        (most, packed(message_id)),
    ).fetchone()
    return bool(row and row[0])


def remember(connection: sqlite3.Connection, message: str, most: int) -> None:
    """Keep a message under its id, as the one used last; of more than `most` the longest unused are forgotten."""
    kept = id_of(message)
    connection.execute("DELETE FROM message WHERE id = ?", (kept,))
    new = connection.execute("INSERT INTO message (id, message) VALUES (?, ?)", (kept, packed(message)))
    connection.execute("DELETE FROM message WHERE number <= ?", ((new.lastrowid or 0) - most,))


def is_shown_lately(connection: sqlite3.Connection, message_id: str, chat: str, since: float) -> bool:
    """Whether a chat was shown a button with the message at or after a time (seconds since 1970)."""
    asked = "SELECT 1 FROM button WHERE chat = ? AND message = ? AND used >= ?"
    return connection.execute(asked, (packed(chat), message_id, since)).fetchone() is not None


def show(connection: sqlite3.Connection, message: str, chat: str, now: float) -> None:
    """Note that a chat is shown a button with the message."""
    connection.execute("INSERT OR REPLACE INTO button VALUES (?, ?, ?)", (packed(chat), id_of(message), now))


def memory_of(connection: sqlite3.Connection, chat: str, since: float) -> Memory:
    """What a chat was last about, if that was kept at or after a time (seconds since 1970)."""
    asked = "SELECT memory FROM chat WHERE chat = ? AND used >= ?"
    row = connection.execute(asked, (packed(chat), since)).fetchone()
    if row is None:
        return Memory()
    fields = from_json(row[0])
    return Memory(**{**fields, "listed": tuple(fields["listed"])})


def keep_memory(connection: sqlite3.Connection, chat: str, memory: Memory, now: float, since: float) -> None:
    """Replace what is kept of a chat; what other chats were about before `since` is forgotten for good."""
    connection.execute("DELETE FROM chat WHERE used < ?", (since,))
    connection.execute("INSERT OR REPLACE INTO chat VALUES (?, ?, ?)", (packed(chat), as_json(asdict(memory)), now))


def see_update(connection: sqlite3.Connection, update_id: int, now: float) -> bool:
    """Whether an update was seen before; remembers it and forgets the oldest."""
    new = connection.execute("INSERT OR IGNORE INTO seen_update (id, seen) VALUES (?, ?)", (update_id, now))
    if not new.rowcount:
        return True
    connection.execute("DELETE FROM seen_update WHERE number <= ?", ((new.lastrowid or 0) - MOST_SEEN,))
    return False
