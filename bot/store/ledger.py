"""What loading leaves behind besides articles: inputs that failed, names that were withdrawn, versions of feeds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from bot.model import Article, Failure, Validators
from bot.store import writing
from bot.store.database import Database
from bot.store.rows import packed, unpacked


class SqliteLedger:
    """`bot.ports.Ledger` in the archive's file. Safe from any thread."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        """`clock` tells the seconds since 1970."""
        self._database, self._clock = database, clock

    def failed(self, path: str, error: str) -> None:
        """Keep an input that couldn't be loaded, or count another try."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO failure VALUES (?, ?, 1, ?) ON CONFLICT (path) DO UPDATE "
                "SET error = excluded.error, tries = tries + 1, last = excluded.last",
                (packed(path), packed(error), self._clock()),
            )

    def settled(self, path: str) -> None:
        """Forget that an input couldn't be loaded."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM failure WHERE path = ?", (packed(path),))

    def failures(self) -> list[Failure]:
        """The inputs that couldn't be loaded, in the order of their paths."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT path, error, tries FROM failure ORDER BY path").fetchall()
            return [Failure(unpacked(path), unpacked(error), tries) for path, error, tries in rows]

    def withdraw(self, names: Iterable[str]) -> str | None:
        """Take what is known by any of the names off the record for good; its id, None if it wasn't on."""
        with self._database.writing() as connection:
            gone = None
            for name in names:
                connection.execute("INSERT OR REPLACE INTO withdrawn VALUES (?, ?)", (packed(name), self._clock()))
                gone = _remove(connection, name) or gone
            return gone

    def is_withdrawn(self, article: Article) -> bool:
        """Whether its publisher withdrew the article, in whatever version."""
        names = [packed(name) for name in (article.guid, article.url) if name]
        if not names:
            return False
        with self._database.reading() as connection:
            return any(
                connection.execute("SELECT 1 FROM withdrawn WHERE name = ?", (name,)).fetchone() for name in names
            )

    def validators(self, link: str) -> Validators:
        """What a feed's server called the version that was loaded last."""
        with self._database.reading() as connection:
            row = connection.execute("SELECT etag, modified FROM feed WHERE link = ?", (packed(link),)).fetchone()
            return Validators(*row) if row else Validators()

    def keep_validators(self, link: str, validators: Validators) -> None:
        """Note what a feed's server calls the version that is loaded now."""
        row = (packed(link), validators.etag, validators.modified)
        with self._database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO feed VALUES (?, ?, ?)", row)


def _remove(connection: sqlite3.Connection, name: str) -> str | None:
    """Remove the article of that guid or link; its id."""
    by_link = Article("", url=name).id
    found = connection.execute("SELECT number, id FROM article WHERE guid = ? OR id = ?", (packed(name), by_link))
    row = found.fetchone()
    if row is None:
        return None
    writing.remove(connection, int(row[0]))
    return str(row[1])
