"""Messages behind buttons: kept as long as they are used, and never more than so many."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store.chats import id_of
from bot.store.schema import _BUTTONS, MIGRATIONS, migrate
from bot.store.sqlite import SqliteStore

MOST = 10


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "archive.sqlite", most_messages=MOST)
    yield store
    store.close()


def kept(store: SqliteStore, numbers: range) -> list[int]:
    return [one for one in numbers if store.recall(id_of(f"/quote {one}")) is not None]


def test_the_longest_unused_are_forgotten(store: SqliteStore) -> None:
    for one in range(50):
        store.remember(f"/quote {one}")
    assert kept(store, range(50)) == list(range(40, 50))


@pytest.mark.parametrize("use", [lambda store, one: store.remember(one), lambda store, one: store.recall(id_of(one))])
def test_what_is_used_stays(store: SqliteStore, use: object) -> None:
    assert callable(use)
    store.remember("/quote Mara Lind")
    for one in range(50):
        store.remember(f"/quote {one}")
        use(store, "/quote Mara Lind")
    assert store.recall(id_of("/quote Mara Lind")) == "/quote Mara Lind"


def test_what_was_just_used_is_not_written_again(store: SqliteStore, tmp_path: Path) -> None:
    store.remember("/quote Mara Lind")
    before = numbers(tmp_path / "archive.sqlite")
    store.remember("/quote Mara Lind")
    assert store.recall(id_of("/quote Mara Lind"))
    assert numbers(tmp_path / "archive.sqlite") == before


def numbers(path: Path) -> list[tuple[int]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT number FROM message").fetchall()
    finally:
        connection.close()


def test_buttons_of_an_older_archive_go_on_working(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "archive.sqlite", isolation_level=None)
    for version in range(1, MIGRATIONS.index(_BUTTONS) + 1):
        migrate(connection, version)
    connection.execute("INSERT INTO message VALUES (?, ?)", (id_of("/people"), "/people"))
    connection.close()
    store = SqliteStore(tmp_path / "archive.sqlite")
    assert store.recall(id_of("/people")) == "/people"
    store.close()
