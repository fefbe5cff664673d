"""SQLite's errors -> ours, once, at the edge: no exception of `sqlite3` leaves the package."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StoreDamagedError, StoreError, StoreLockedError

_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_REASONS = (
    ("SQLITE_FULL", "the disk is full; free some space and try again, nothing was lost"),
    ("SQLITE_READONLY", "can't be written; check the rights of the file and of its folder"),
    ("SQLITE_PERM", "can't be opened; check the rights of the file and of its folder"),
    ("SQLITE_CANTOPEN", "can't be opened; check the path, its rights, and that it is no folder"),
    ("SQLITE_IOERR", "the drive reports a fault; check that it is there, whole and not full"),
    ("SQLITE_TOOBIG", "an article is over the limit of what can be stored (1 GB)"),
)


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise inside the block into `bot.errors`, with the path and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _ours(path, error) from error
    except OSError as error:
        raise StoreError(f"{path}: can't be used ({error.strerror}); check the path and its rights") from error


def damaged(path: Path, why: str) -> StoreDamagedError:
    """The error for a file that is no whole archive of ours."""
    return StoreDamagedError(f"{path}: {why}; name another file, or bring this one back from a backup")


def closed(path: Path) -> StoreError:
    """The error for an archive used after `close`."""
    return StoreError(f"{path}: the archive is closed; open it again")


def _ours(path: Path, error: sqlite3.Error) -> StoreError:
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith(_LOCKED):
        return StoreLockedError(f"{path}: another process is writing to it; wait until it is done, then try again")
    if name.startswith(_DAMAGED):
        what = "is not an archive of onrecord" if name.startswith("SQLITE_NOTADB") else "is damaged"
        return damaged(path, what)
    for begins, reason in _REASONS:
        if name.startswith(begins):
            return StoreError(f"{path}: {reason}")
    return StoreError(f"{path}: can't be used ({error}); check that the file is a whole archive of onrecord")
