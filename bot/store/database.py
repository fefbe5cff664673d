"""The archive's file: opening, checking, migrating; one writer, and as many readers as read at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from bot.errors import StoreError, StoreTooNewError
from bot.store.faults import closed, damaged, mapped
from bot.store.schema import VERSION, is_foreign, migrate, version_of

CACHE_KIB = 32_768
"""Memory that one connection may use for pages; searches at a million quotes touch about that much."""
MOST_WAL_BYTES = 64_000_000
"""The log beside the archive is cut back to this after a large load."""

_MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins."""


class Database:
    """A SQLite file in WAL mode. Safe from any thread."""

    def __init__(self, path: Path, lock_timeout: float) -> None:
        """Open the file, make it where there is none, bring it up to date.

        Args:
            path: The file; its folder is made where missing.
            lock_timeout: Seconds to wait for another process that is writing.

        Raises:
            StoreTooNewError, StoreDamagedError, StoreLockedError, StoreError: See `bot.errors`.
        """
        self.path, self._timeout = path, lock_timeout
        self._writing, self._lending = Lock(), Lock()
        self._free: list[sqlite3.Connection] = []
        self._open = True
        with mapped(path):
            if path.is_dir():
                raise StoreError(f"{path}: is a folder; name a file in it")
            path.parent.mkdir(parents=True, exist_ok=True)
            self._check_kind()
            self._writer = self._connect()
            try:
                self._prepare()
            except BaseException:
                self._writer.close()
                raise

    def _connect(self) -> sqlite3.Connection:
        # Connections pass between threads, one at a time: `_lending` and `_writing` see to that.
        connection = sqlite3.connect(self.path, self._timeout, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB:d}")
        return connection

    def _check_kind(self) -> None:
        """Refuse a file that is no database; SQLite itself takes one of a few bytes for an empty one."""
        if self.path.exists():
            with self.path.open("rb") as file:
                begins = file.read(len(_MAGIC))
            if begins and begins != _MAGIC:
                raise damaged(self.path, "is not an archive of onrecord")

    def _prepare(self) -> None:
        if is_foreign(self._writer):
            raise damaged(self.path, "belongs to another application")
        version = version_of(self._writer)
        if version > VERSION:
            raise StoreTooNewError(
                f"{self.path}: was written by a newer version of onrecord (archive version {version}, this one reads "
                f"up to {VERSION}); update onrecord"
            )
        if self._writer.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            self._writer.execute("PRAGMA journal_mode = WAL")
        self._writer.execute(f"PRAGMA journal_size_limit = {MOST_WAL_BYTES:d}")
        while version < VERSION:
            version = self._one_version_up()

    def _one_version_up(self) -> int:
        with _transaction(self._writer, "BEGIN IMMEDIATE"):
            version = version_of(self._writer)  # another process may have been faster
            if version < VERSION:
                version += 1
                migrate(self._writer, version)
        return version

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the archive, whatever is written meanwhile."""
        with mapped(self.path):
            connection = self._borrow()
            try:
                with _transaction(connection, "BEGIN"):
                    yield connection
            finally:
                self._give_back(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The writing connection, in a transaction: all of the block is stored, or nothing where it raises."""
        with mapped(self.path), self._writing:
            if not self._open:
                raise closed(self.path)
            with _transaction(self._writer, "BEGIN IMMEDIATE"):
                yield self._writer

    @contextmanager
    def wiping(self) -> Iterator[sqlite3.Connection]:
        """The same, but what is deleted is overwritten, in the file and in the log beside it."""
        with mapped(self.path):
            with self.writing() as connection:
                connection.execute("PRAGMA secure_delete = ON")
                yield connection
            with self._writing:
                self._writer.execute("PRAGMA secure_delete = OFF")
                self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _borrow(self) -> sqlite3.Connection:
        with self._lending:
            if not self._open:
                raise closed(self.path)
            if self._free:
                return self._free.pop()
        return self._connect()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._lending:
            if self._open:
                self._free.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Close all connections, those still read from as soon as their reader is done. Twice does no harm."""
        with self._writing, self._lending:
            self._open = False
            while self._free:
                self._free.pop().close()
            with mapped(self.path):
                self._writer.close()


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
