"""What every guestbook promises (`bot.ports.Guestbook`): told, deleted at once, and not kept too long."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.config import RetentionSettings
from bot.model import ChatSettings, Memory
from bot.store.guestbook import HOLDINGS, PUBLIC
from bot.store.sqlite import SqliteStore

ADA, BEN, GROUP = "tg:7", "tg:77", "tg:-100"
KEEP = RetentionSettings(memory_minutes=30, update_days=2, button_days=10, invite_days=7)
DAY = 24 * 3600.0


class Clock:
    """Tells the time it is told."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[SqliteStore]:
    store = SqliteStore(path, keep=KEEP, clock=clock)
    yield store
    store.close()


def filled(store: SqliteStore) -> None:
    """Ada and Ben have asked things, alone and in a group."""
    for person, chats in ((ADA, ("tg:7:7", "tg:-100:7")), (BEN, ("tg:77:77", "tg:-100:77"))):
        store.guests.keep_settings(person, ChatSettings(language="es"))
        store.guests.admit(person, store.guests.invite(person, 2))
        for chat in chats:
            store.keep_memory(chat, Memory(topic=f"secret of {person}"))
            store.remember(f"/who secret of {person}", chat)
            store.remember("/people", chat)
    store.guests.keep_settings(GROUP, ChatSettings(admins_only=True))


def of(person: str, store: SqliteStore) -> str:
    return json.dumps(store.guests.everything(person), ensure_ascii=False)


def test_settings_are_kept(store: SqliteStore) -> None:
    assert store.guests.settings(ADA) == ChatSettings()
    store.guests.keep_settings(ADA, ChatSettings("es"))
    store.guests.keep_settings(GROUP, ChatSettings("en", admins_only=True))
    assert store.guests.settings(ADA) == ChatSettings("es")
    assert store.guests.settings(GROUP) == ChatSettings("en", admins_only=True)


def test_everything_tells_each_table_and_nothing_of_others(store: SqliteStore) -> None:
    filled(store)
    told = store.guests.everything(ADA)
    assert set(told) == {"message", "button", "chat", "setting", "guest", "invitation"}
    assert {row["chat"] for row in told["chat"]} == {"tg:7:7", "tg:-100:7"}
    assert [row["settings"]["language"] for row in told["setting"]] == ["es"]
    assert {row["message"] for row in told["message"]} == {f"/who secret of {ADA}", "/people"}
    assert BEN not in of(ADA, store)


def test_forgetting_leaves_nothing_of_theirs_and_all_of_others(store: SqliteStore, path: Path) -> None:
    filled(store)
    before = of(BEN, store)
    assert store.guests.forget(ADA) > 0
    assert store.guests.everything(ADA) == {}
    assert of(BEN, store) == before
    assert store.guests.settings(GROUP).admins_only
    assert store.guests.forget(ADA) == 0
    store.close()
    for file in path.parent.iterdir():
        assert f'secret of {ADA}"'.encode() not in file.read_bytes()


def test_a_group_is_forgotten_with_what_was_asked_in_it(store: SqliteStore) -> None:
    filled(store)
    store.guests.forget(GROUP)
    assert "-100" not in of(ADA, store) + of(BEN, store) + of(GROUP, store)
    assert store.memory("tg:7:7").topic == f"secret of {ADA}"


def test_a_message_behind_others_buttons_stays(store: SqliteStore) -> None:
    key = store.remember("/people", "tg:7:7")
    store.remember("/people", "tg:77:77")
    store.guests.forget(ADA)
    assert store.recall(key) == "/people"
    store.guests.forget(BEN)
    assert store.recall(key) is None


def test_what_is_old_is_deleted(store: SqliteStore, clock: Clock) -> None:
    old, shown_again = store.remember("/old", "tg:7:7"), store.remember("/again", "tg:7:7")
    store.keep_memory("tg:7:7", Memory(topic="ice"))
    assert not store.seen_update(1)
    clock.now += 9 * DAY
    store.remember("/again", "tg:7:7")
    clock.now += 2 * DAY
    assert store.guests.tidy() >= 3
    assert (store.recall(old), store.recall(shown_again)) == (None, "/again")
    assert set(store.guests.everything(ADA)) == {"message", "button"}
    assert not store.seen_update(1)
    assert store.guests.tidy() == 0


def test_what_is_not_old_stays(store: SqliteStore, clock: Clock) -> None:
    filled(store)
    assert not store.seen_update(1)
    before = of(ADA, store)
    clock.now += 20 * 60
    assert store.guests.tidy() == 0
    assert of(ADA, store) == before
    assert store.seen_update(1)


def test_a_code_lets_in_as_many_as_it_is_for(store: SqliteStore) -> None:
    code = store.guests.invite("tg:1", 2)
    assert len(code) <= 16
    admitted = [store.guests.admit(person, code) for person in (ADA, ADA, BEN, "tg:8")]
    assert admitted == [True, True, True, False]
    assert [store.guests.admitted(person) for person in (ADA, BEN, "tg:8")] == [True, True, False]


@pytest.mark.parametrize("code", ["", "x" * 16, "\udcff", "' OR 1"])
def test_no_other_code_lets_in(store: SqliteStore, code: str) -> None:
    store.guests.invite("tg:1", 1)
    assert not store.guests.admit(ADA, code)


def test_a_code_works_for_some_days_and_who_is_in_stays(store: SqliteStore, clock: Clock) -> None:
    code = store.guests.invite("tg:1", 5)
    assert store.guests.admit(ADA, code)
    clock.now += 8 * DAY
    assert not store.guests.admit(BEN, code)
    store.guests.tidy()
    assert store.guests.admitted(ADA)


def test_codes_are_stored_as_hashes_alone(store: SqliteStore, path: Path) -> None:
    code = store.guests.invite("tg:1", 1)
    store.close()
    assert code.encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize("look", [lambda store: store.guests.everything(ADA), lambda store: store.guests.forget(ADA)])
def test_half_characters_do_no_harm(store: SqliteStore, look: Callable[[SqliteStore], object]) -> None:
    store.keep_memory("tg:7:7", Memory(topic="\ud800 half"))
    store.remember("[\ud800", "tg:7:7")
    assert look(store)


def test_every_table_is_known_to_hold_something_of_theirs_or_nothing(store: SqliteStore, path: Path) -> None:
    connection = sqlite3.connect(path)
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    tables = {name for (name,) in connection.execute(asked)}
    connection.close()
    shadows = {name for name in tables if name.startswith(("quote_index_", "article_index_"))}
    holding = {one.table for one in HOLDINGS}
    assert tables - shadows == holding | PUBLIC, "put a new table into HOLDINGS or PUBLIC (bot/store/guestbook.py)"
    assert not holding & PUBLIC
