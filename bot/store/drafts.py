"""What was sent to be put on record, until whoever sent it decides."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable

from bot.model import Draft, Drafted
from bot.store.database import Database
from bot.store.rows import drafted_from, drafted_json, packed, unpacked

DRAFTS_LAST = 2 * 24 * 3600.0
"""Seconds after which a draft that nobody decided on is forgotten."""
ID_BYTES = 6


class SqliteDrafts:
    """`bot.ports.Drafts` in the archive's file. Safe from any thread."""

    def __init__(self, database: Database, lasts: float = DRAFTS_LAST, clock: Callable[[], float] = time.time) -> None:
        """`lasts` is in seconds; `clock` tells the seconds since 1970."""
        self._database, self._lasts, self._clock = database, lasts, clock

    def keep(self, owner: str, items: Iterable[Drafted]) -> Draft:
        """Keep what somebody sent; what is too old is forgotten."""
        draft = Draft(secrets.token_hex(ID_BYTES), owner, tuple(items))
        now = self._clock()
        with self._database.writing() as connection:
            connection.execute("DELETE FROM draft WHERE made < ?", (now - self._lasts,))
            connection.execute(
                "INSERT INTO draft VALUES (?, ?, ?, 0, ?)", (draft.id, packed(owner), now, drafted_json(draft.items))
            )
        return draft

    def get(self, draft_id: str) -> Draft | None:
        """The draft of an id; None where it was decided on, or is too old."""
        return self._found("id", draft_id)

    def asking(self, owner: str) -> Draft | None:
        """The draft whose headline is the owner's next words."""
        return self._found("asks_headline AND owner", owner)

    def change(self, draft: Draft) -> bool:
        """Replace the draft of that id; False where it is gone. One draft an owner may ask for its headline."""
        with self._database.writing() as connection:
            if draft.asks_headline:
                connection.execute("UPDATE draft SET asks_headline = 0 WHERE owner = ?", (packed(draft.owner),))
            changed = connection.execute(
                "UPDATE draft SET asks_headline = ?, items = ? WHERE id = ?",
                (draft.asks_headline, drafted_json(draft.items), draft.id),
            )
            return changed.rowcount > 0

    def drop(self, draft_id: str) -> bool:
        """Forget a draft; False if there was none."""
        with self._database.writing() as connection:
            return connection.execute("DELETE FROM draft WHERE id = ?", (packed(draft_id),)).rowcount > 0

    def _found(self, condition: str, value: str) -> Draft | None:
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT id, owner, items, asks_headline FROM draft WHERE {condition} = ? AND made >= ?",  # noqa: S608
                (packed(value), self._clock() - self._lasts),
            ).fetchone()
        return Draft(row[0], unpacked(row[1]), drafted_from(row[2]), bool(row[3])) if row else None
