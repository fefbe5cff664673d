"""What every keeper of follows promises (`bot.ports.Follows`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model import Bulletin, Habits
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import BRIDGE, MARA, TOMAS, WITH_BRIDGE, WITH_BUDGET, loaded, quote

Opener = Callable[[], SqliteStore]
CHAT, OTHER = "tg:1", "tg:2"


@pytest.fixture(params=[SqliteStore])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    made: list[SqliteStore] = []

    def opened() -> SqliteStore:
        made.append(request.param(tmp_path / "archive.sqlite"))
        return made[-1]

    yield opened
    for store in made:
        store.close()


@pytest.fixture
def store(reopen: Opener) -> SqliteStore:
    return reopen()


def told(bulletin: Bulletin | None) -> list[tuple[str | None, list[str], int]]:
    """Of each follow: its topic or speaker, the words of the statements, how many there are."""
    news = bulletin.news if bulletin else ()
    return [(one.follow.topic or one.follow.speaker, [said.text for said in one.quotes], one.count) for one in news]


def claimed(store: SqliteStore, chat: str = CHAT) -> list[tuple[str | None, list[str], int]]:
    return told(store.follows.claim(chat, store.follows.mark()))


def test_only_what_comes_later_is_new(store: SqliteStore) -> None:
    store.add(*WITH_BUDGET)
    store.follows.add(CHAT, "tg:1", MARA, None)
    assert claimed(store) == []
    store.add(*WITH_BRIDGE)
    assert claimed(store) == [
        (MARA, ["Nobody needs to be afraid,” she said, “of bridges", "We checked every bolt of the bridge"], 2)
    ]


def test_topics_are_words_in_any_form_and_phrases_stand_in_a_row(store: SqliteStore) -> None:
    for topic in ("bolts", "“every bolt”", "“bolt every”", "bolt bridge", "bolt winter", "“winter long”", "WINTER"):
        store.follows.add(CHAT, "tg:1", None, topic)
    store.add(*WITH_BRIDGE)
    found = [topic for topic, _, _ in claimed(store)]
    assert found == ["bolts", "“every bolt”", "bolt bridge", "WINTER"]


def test_a_speaker_about_a_topic(store: SqliteStore) -> None:
    store.follows.add(CHAT, "tg:1", MARA, "winter")
    store.follows.add(CHAT, "tg:1", TOMAS, "winter")
    store.add(*WITH_BRIDGE)
    assert claimed(store) == [("winter", ["a long winter"], 1)]


def test_nothing_is_claimed_twice_not_even_by_another_process(store: SqliteStore, reopen: Opener) -> None:
    store.follows.add(CHAT, "tg:1", MARA, None)
    store.add(*WITH_BRIDGE)
    assert claimed(store)
    assert claimed(reopen()) == []
    assert claimed(store) == []


def test_what_is_given_back_can_be_claimed_again(store: SqliteStore) -> None:
    store.follows.set_habits(CHAT, Habits(digest="08:00", due=10.0))
    store.follows.add(CHAT, "tg:1", MARA, None)
    store.add(*WITH_BRIDGE)
    bulletin = store.follows.claim(CHAT, store.follows.mark(), due=20.0)
    assert bulletin
    assert store.follows.habits(CHAT).due == 20.0
    store.follows.give_back(bulletin)
    assert store.follows.habits(CHAT).due == 10.0
    assert claimed(store) == told(bulletin)


def test_an_edit_makes_only_what_it_changed_new(store: SqliteStore) -> None:
    store.add(*WITH_BRIDGE)
    for name in (MARA, TOMAS):
        store.follows.add(CHAT, "tg:1", name, None)
    text = BRIDGE.text.replace("every bolt", "every rivet")
    edited = loaded(
        "press/bridge.txt",
        replace(BRIDGE, text=text),
        quote(text, "We checked every rivet of the bridge", MARA, "mayor"),
        quote(text, "a long winter", TOMAS, "engineer"),
    )
    assert store.add(*edited).state == "updated"
    assert claimed(store) == [(MARA, ["We checked every rivet of the bridge"], 1)]


def test_what_was_removed_meanwhile_is_not_told(store: SqliteStore) -> None:
    store.follows.add(CHAT, "tg:1", MARA, None)
    receipt = store.add(*WITH_BRIDGE)
    mark = store.follows.mark()
    store.remove(receipt.article_id or "")
    assert store.follows.mark() == mark
    assert claimed(store) == []


def test_following_twice_is_following_once(store: SqliteStore) -> None:
    first = store.follows.add(CHAT, "tg:1", MARA, None)
    assert store.follows.add(CHAT, "tg:9", MARA, None) == first
    assert store.follows.add(OTHER, "tg:1", MARA, None) != first
    assert store.follows.of(CHAT) == [first]


def test_dropping(store: SqliteStore) -> None:
    first = store.follows.add(CHAT, "tg:1", MARA, None)
    second = store.follows.add(CHAT, "tg:1", None, "bridge")
    assert store.follows.drop(OTHER, first.number) is None
    assert store.follows.drop(CHAT, first.number) == first
    assert store.follows.drop(CHAT, first.number) is None
    assert store.follows.of(CHAT) == [second]
    store.follows.set_habits(CHAT, Habits("Europe/Madrid"))
    store.follows.drop_chat(CHAT)
    assert store.follows.of(CHAT) == []
    assert store.follows.habits(CHAT) == Habits()


def test_chats_move(store: SqliteStore) -> None:
    follow = store.follows.add(CHAT, "tg:1", MARA, None)
    store.follows.set_habits(CHAT, Habits("Europe/Madrid", ("22:00", "07:00"), "08:00", 5.0, "es", True))
    store.follows.move_chat(CHAT, OTHER)
    assert store.follows.of(OTHER) == [replace(follow, chat=OTHER)]
    assert store.follows.habits(OTHER) == Habits("Europe/Madrid", ("22:00", "07:00"), "08:00", 5.0, "es", True)
    assert store.follows.of(CHAT) == []


def test_who_waits(store: SqliteStore, reopen: Opener) -> None:
    store.follows.set_habits(CHAT, Habits("Europe/Madrid"))
    store.follows.add(CHAT, "tg:1", MARA, None)
    assert store.follows.waiting(store.follows.mark()) == []
    store.add(*WITH_BRIDGE)
    other = reopen()
    assert other.follows.waiting(other.follows.mark()) == [(CHAT, Habits("Europe/Madrid"))]
    assert other.follows.waiting(0) == []
    claimed(store)
    assert other.follows.waiting(other.follows.mark()) == []
