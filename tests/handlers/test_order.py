"""Order within a chat, chats side by side."""

from __future__ import annotations

import asyncio
import threading

from tests.handlers.fakes import ADA, BEN, FakeDesk, Stage

LONG = 60.0
"""Seconds; a hung test ends."""
MANY = 14
"""For each of two chats: together as many messages as Telegram lets a bot send in a second."""


def test_a_later_message_never_overtakes_and_other_chats_go_on() -> None:
    async def play() -> None:
        go = threading.Event()
        stage = Stage(FakeDesk(lambda message: go.wait(LONG) if message == "first" else None))
        async with stage:
            stage.write("first")
            stage.press("p:second:1")
            stage.write("third")
            stage.write("other", BEN)
            await stage.telegram.until("sendMessage")
            assert {message for message, _ in stage.desk.asked} == {"first", "other"}
            go.set()
            told = (await stage.settled()).said()
        assert told == ["re: other", "re: first", "re: p:second:1", "re: third"]

    asyncio.run(play())


def test_many_messages_of_many_chats_keep_their_order() -> None:
    async def play() -> list[str]:
        stage = Stage(rate_per_minute=600, burst=100)
        async with stage:
            for number in range(MANY):
                stage.write(f"a{number}", ADA)
                stage.write(f"b{number}", BEN)
            return (await stage.settled()).said()

    told = asyncio.run(play())
    assert [text for text in told if text.startswith("re: a")] == [f"re: a{number}" for number in range(MANY)]
    assert [text for text in told if text.startswith("re: b")] == [f"re: b{number}" for number in range(MANY)]


def test_no_lock_stays_behind() -> None:
    async def play() -> None:
        stage = Stage()
        async with stage:
            for user in (ADA, BEN):
                stage.write("x", user)
            await stage.settled()
            await asyncio.sleep(0)
            assert len(stage.app.update_processor._locks) == 0  # type: ignore[attr-defined]

    asyncio.run(play())
