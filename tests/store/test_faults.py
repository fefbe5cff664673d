"""Files that are no archive, or can't be used as one: each is told clearly, and none is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.errors import StoreDamagedError, StoreError, StoreLockedError, StoreTooNewError
from bot.store.faults import mapped
from bot.store.schema import VERSION
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import BRIDGE, WITH_BRIDGE, WITH_BUDGET


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def filled(path: Path) -> Path:
    store = SqliteStore(path)
    store.add(*WITH_BRIDGE)
    store.close()
    return path


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def test_an_empty_file_becomes_an_archive(path: Path) -> None:
    path.touch()
    store = SqliteStore(path)
    store.add(*WITH_BRIDGE)
    assert store.census().articles == 1
    store.close()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "a" / "b" / "archive.sqlite")
    store.close()
    assert (tmp_path / "a" / "b" / "archive.sqlite").is_file()


@pytest.mark.parametrize("content", ["Orvik, Oct 19 (NDP).- Fog.\n" * 99, "x", "SQLite format 3\0" + "x" * 5000])
def test_a_file_of_another_kind_is_left_alone(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StoreDamagedError, match=r"archive\.sqlite: .*; name another file"):
        SqliteStore(path)
    assert path.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("mark", [0, 4711])
def test_another_applications_file_is_left_alone(path: Path, mark: int) -> None:
    with raw(path) as connection:
        connection.execute("CREATE TABLE recipe (name)")
        connection.execute(f"PRAGMA application_id = {mark}")
    before = path.read_bytes()
    with pytest.raises(StoreDamagedError, match="another application"):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_newer_version_is_told(filled: Path) -> None:
    with raw(filled) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(StoreTooNewError, match="update onrecord"):
        SqliteStore(filled)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        SqliteStore(tmp_path)


def test_a_path_below_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file.*check the path"):
        SqliteStore(tmp_path / "file" / "archive.sqlite")


def test_what_is_not_to_be_written_is_told(filled: Path) -> None:
    store = SqliteStore(filled)
    with store._database.writing() as connection:
        connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="check the rights"):
        store.add(*WITH_BUDGET)
    assert store.census().articles == 1
    store.close()


def test_a_full_disk_is_told_and_nothing_is_half_written(filled: Path) -> None:
    store = SqliteStore(filled)
    with store._database.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    store._database._writer.execute(f"PRAGMA max_page_count = {pages}")
    parsed, extraction = WITH_BUDGET
    large = type(parsed)(type(BRIDGE)("word " * 50_000), "large.txt")
    with pytest.raises(StoreError, match="disk is full"):
        store.add(large, extraction)
    assert store.census().articles == 1
    assert store.article(large.article.id) is None
    store.close()


def test_another_process_that_writes_is_waited_for_and_told(filled: Path) -> None:
    store = SqliteStore(filled, lock_timeout=0.01)
    with raw(filled) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLockedError, match="another process"):
            store.add(*WITH_BUDGET)
        assert store.census().articles == 1
        other.execute("ROLLBACK")
    store.add(*WITH_BUDGET)
    assert store.census().articles == 2
    store.close()


def test_an_archive_opens_while_another_process_writes(filled: Path) -> None:
    with raw(filled) as other:
        other.execute("BEGIN IMMEDIATE")
        store = SqliteStore(filled, lock_timeout=0.01)
        assert store.article(BRIDGE.id) is not None
        store.close()


def test_a_new_archive_that_another_process_is_making_is_waited_for(path: Path) -> None:
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreLockedError):
            SqliteStore(path, lock_timeout=0.01)
    SqliteStore(path).close()


def test_damaged_pages_are_told(filled: Path) -> None:
    with raw(filled) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = filled.read_bytes()
    filled.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreDamagedError, match="backup"):
        _use(filled)


def test_a_file_cut_short_is_told(filled: Path) -> None:
    with raw(filled) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    filled.write_bytes(filled.read_bytes()[:4096])
    with pytest.raises(StoreDamagedError, match="backup"):
        _use(filled)


def _use(path: Path) -> None:
    store = SqliteStore(path)
    try:
        store.people()
        store.article(BRIDGE.id)
    finally:
        store.close()


def test_no_error_of_sqlite_leaves_the_package(path: Path) -> None:
    for error in (
        sqlite3.OperationalError("no such table"),
        sqlite3.IntegrityError("x"),
        sqlite3.ProgrammingError("x"),
    ):
        with pytest.raises(StoreError, match=r"archive\.sqlite"), mapped(path):
            raise error
