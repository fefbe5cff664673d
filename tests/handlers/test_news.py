"""News: once, when it is wanted, grouped; what happens where it can't be sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from telegram.error import NetworkError, TimedOut

from bot.__main__ import Parts
from bot.config import Settings, StoreSettings, TelegramSettings
from bot.desk import Desk
from bot.model import Habits
from handlers.clerk import Clerk
from handlers.door import Gate
from handlers.news import AGAIN, LONGEST_WAIT, Newsboy
from tests.handlers.fakes import Clock, Stage, Telegram, refused

STORY = "“We checked bolt {number} of the bridge,” said Mara Lind, the mayor of Orvik."
SETTLE, EVERY = 20.0, 1200.0
"""Seconds."""
CHAT = 7
MADRID = ZoneInfo("Europe/Madrid")


class Town:
    """An archive, a clock, and a newsboy who runs about when told."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder, self.clock = desk, folder, Clock()
        self.clock.now = datetime(2026, 11, 25, 12, tzinfo=MADRID).timestamp()
        self.stage = Stage()
        self.telegram: Telegram = self.stage.telegram
        self.newsboy = self.hired()

    def hired(self, **settings: Any) -> Newsboy:
        """A newsboy who remembers nothing, as after a restart."""
        gate = Gate(TelegramSettings(**settings))
        return Newsboy(Clerk(self.desk), self.desk, self.stage.app.bot, gate, SETTLE, self.clock)

    def follow(self, words: str, chat: int = CHAT, **habits: object) -> None:
        self.desk.following.follow(f"tg:{chat}", "tg:1", words)
        self.desk.following.set_habits(f"tg:{chat}", Habits(**habits), self.clock.now)  # type: ignore[arg-type]

    def publish(self, *numbers: int) -> None:
        for number in numbers:
            path = self.folder / f"{number}.txt"
            path.write_text(STORY.format(number=number), encoding="utf-8")
            assert [one.state for one in self.desk.ingest([str(path)])] == ["new"]

    async def look(self, after: float = SETTLE) -> list[str]:
        """What is sent by two looks, the second some seconds after the first."""
        before = len(self.telegram.said())
        await self.newsboy.look()
        self.clock.now += after
        await self.newsboy.look()
        return self.telegram.said()[before:]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    desk = Parts().desk(Settings(store=StoreSettings(path=tmp_path / "archive.sqlite")))
    yield Town(desk, tmp_path)
    desk.close()


def played(town: Town, act: Callable[[], object]) -> None:
    async def play() -> None:
        async with town.stage:
            await act()  # type: ignore[misc]

    asyncio.run(play())


def test_what_is_new_is_told_once_and_in_one_message(town: Town) -> None:
    async def act() -> None:
        town.follow("by Mara Lind")
        town.follow("“bridge”")
        town.publish(1, 2)
        (text,) = await town.look()
        assert "bolt 1" in text
        assert "bolt 2" in text
        assert "said by Mara Lind · 2 statements" in text
        assert await town.look() == []
        town.newsboy = town.hired()
        assert await town.look() == []

    played(town, act)


def test_while_more_keeps_coming_it_waits_but_not_for_ever(town: Town) -> None:
    async def act() -> None:
        town.follow("by Mara Lind")
        for number in range(2 * LONGEST_WAIT):
            town.publish(number)
            if await town.look(SETTLE / 2):
                break
        assert LONGEST_WAIT < number < 2 * LONGEST_WAIT

    played(town, act)


def test_quiet_hours_are_kept_and_what_came_is_told_after(town: Town) -> None:
    async def act() -> None:
        town.follow("by Mara Lind", zone="Europe/Madrid", quiet=("11:00", "13:00"))
        town.publish(1)
        assert await town.look() == []
        town.publish(2)
        assert await town.look() == []
        town.newsboy = town.hired()
        town.clock.now += 3600
        (text,) = await town.look()
        assert "2 statements" in text

    played(town, act)


@pytest.mark.parametrize(
    ("begins", "changes"),
    [("2026-11-24", "2026-11-25"), ("2026-10-24", "2026-10-25"), ("2026-03-28", "2026-03-29")],
    ids=["plain", "back", "forward"],
)
@pytest.mark.parametrize("at", ["08:00", "02:30"])
def test_a_digest_comes_once_a_day_when_clocks_change_too(town: Town, begins: str, changes: str, at: str) -> None:
    """Looks for 74 hours, with something new every three, and starts anew at each look."""

    async def act() -> None:
        town.clock.now = datetime.fromisoformat(f"{begins}T09:00").replace(tzinfo=MADRID).timestamp()
        town.follow("by Mara Lind", zone="Europe/Madrid", digest=at)
        sent: list[datetime] = []
        for step in range(74 * 3):
            if step % 9 == 0:
                town.publish(step)
            town.newsboy = town.hired()
            if await town.look():
                sent.append(datetime.fromtimestamp(town.clock.now, MADRID))
            town.clock.now += EVERY - SETTLE
        assert len(sent) == len({one.date() for one in sent}) == 3
        skipped = changes == "2026-03-29" and at == "02:30"
        due = datetime.fromisoformat(f"{changes}T{'03:30' if skipped else at}").replace(tzinfo=MADRID)
        assert 0 <= sent[0].timestamp() - due.timestamp() <= EVERY

    played(town, act)


def test_where_it_surely_did_not_arrive_it_is_told_later(town: Town) -> None:
    async def act() -> None:
        town.follow("by Mara Lind")
        town.publish(1)
        town.telegram.script["sendMessage"] = [NetworkError("Bad Gateway")] * 3
        assert len(await town.look()) == 3
        assert await town.look() == []
        town.clock.now += AGAIN
        (text,) = await town.look()
        assert "bolt 1" in text

    played(town, act)


def test_where_it_may_have_arrived_it_is_not_told_twice(town: Town) -> None:
    async def act() -> None:
        town.follow("by Mara Lind")
        town.publish(1)
        town.telegram.script["sendMessage"] = [TimedOut()]
        assert len(await town.look()) == 1
        town.clock.now += AGAIN
        assert await town.look() == []

    played(town, act)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: bot was kicked from the channel chat"),
        (400, "Bad Request: chat not found"),
        (400, "Bad Request: need administrator rights in the channel chat"),
    ],
)
def test_a_chat_that_is_gone_follows_nothing_any_more(town: Town, code: int, reason: str) -> None:
    async def act() -> None:
        town.follow("by Mara Lind")
        town.follow("by Mara Lind", chat=8)
        town.publish(1)
        town.telegram.script["sendMessage"] = [refused(code, reason)]
        await town.look()
        left = [len(town.desk.following.of(f"tg:{chat}")) for chat in (7, 8)]
        assert sorted(left) == [0, 1]

    played(town, act)


def test_a_group_that_moved_is_told_where_it_is_now(town: Town) -> None:
    async def act() -> None:
        town.follow("by Mara Lind", chat=-5)
        town.publish(1)
        moved = refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100500)
        town.telegram.script["sendMessage"] = [moved]
        await town.look()
        await town.look()
        assert [one["chat_id"] for one in town.telegram.made("sendMessage")] == [-5, -100500]

    played(town, act)


def test_a_topic_of_a_forum_is_told_there(town: Town) -> None:
    async def act() -> None:
        town.desk.following.follow("tg:-100500/9", "tg:1", "by Mara Lind")
        town.publish(1)
        await town.look()
        (sent,) = town.telegram.made("sendMessage")
        assert (sent["chat_id"], sent["message_thread_id"]) == (-100500, 9)

    played(town, act)


@pytest.mark.parametrize(("settings", "told"), [({"allow": (1,)}, True), ({"admins": (1,)}, True), ({}, False)])
def test_who_may_no_longer_ask_is_told_no_more(town: Town, settings: dict[str, Any], told: bool) -> None:
    async def act() -> None:
        town.follow("by Mara Lind")
        town.publish(1)
        town.newsboy = town.hired(access="allow", **settings)
        assert bool(await town.look()) is told

    played(town, act)
