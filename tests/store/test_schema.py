"""Migrations: each whole or not at all; an index made by other rules is made anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import schema
from bot.store.schema import APPLICATION_ID, MIGRATIONS, VERSION, is_foreign, version_of
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import WITH_BRIDGE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = SqliteStore(tmp_path / "archive.sqlite")
    store.add(*WITH_BRIDGE)
    store.close()
    return tmp_path / "archive.sqlite"


def look(path: Path, asked: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(asked).fetchall()
    finally:
        connection.close()


def test_the_file_says_whose_it_is_and_of_what_version(path: Path) -> None:
    assert look(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert look(path, "PRAGMA user_version") == [(VERSION,)]
    assert look(path, "PRAGMA journal_mode") == [("wal",)]


def test_versions_count_from_an_empty_file() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    assert version_of(connection) == 0
    assert not is_foreign(connection)
    for version in range(1, VERSION + 1):
        schema.migrate(connection, version)
        assert version_of(connection) == version
        assert not is_foreign(connection)
    connection.close()


def test_an_older_archive_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_migration(monkeypatch, "ALTER TABLE article ADD COLUMN colour TEXT;\nCREATE TABLE extra (a);\n")
    store = SqliteStore(path)
    assert store.census().articles == 1
    store.close()
    assert look(path, "PRAGMA user_version") == [(VERSION + 1,)]
    assert look(path, "SELECT colour FROM article") == [(None,)]


def test_a_migration_that_fails_leaves_the_archive_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_migration(monkeypatch, "CREATE TABLE extra (a);\nINSERT INTO missing VALUES (1);\n")
    with pytest.raises(StoreError):
        SqliteStore(path)
    assert look(path, "PRAGMA user_version") == [(VERSION,)]
    assert look(path, "SELECT name FROM sqlite_master WHERE name = 'extra'") == []


def _with_migration(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr("bot.store.schema.MIGRATIONS", (*MIGRATIONS, script))
    monkeypatch.setattr("bot.store.database.VERSION", VERSION + 1)


def test_an_index_made_by_other_rules_is_made_anew(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("INSERT INTO quote_index (quote_index) VALUES ('delete-all')")
    connection.execute("DELETE FROM stem")
    connection.execute("DELETE FROM word")
    connection.execute("UPDATE total SET number = 1 WHERE name = 'index'")
    connection.close()
    store = SqliteStore(path)
    assert [one.text for one in store.match_quotes(["winter"])] == ["a long winter"]
    assert store.frequencies(["bridge"]) == {"bridge": 2}
    assert [ref.path for ref in store.match_articles(["ferry"])] == ["press/bridge.txt"]
    assert list(store.vocabulary("win")) == ["winter"]
    store.close()
