"""Gathering: parts that come close together are one, those that come late are not."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from telegram import Chat, Message

from handlers.gathering import MOST_PARTS, Gathering


def part(number: int) -> Message:
    return Message(number, datetime.now(UTC), Chat(1, "private"), text=str(number))


def gathered(*rounds: Sequence[int]) -> list[list[int]]:
    """What comes out where the parts of each round come before the quiet of the one before is over."""
    whole: list[list[int]] = []

    async def done(parts: Sequence[Message]) -> None:
        whole.append([one.message_id for one in parts])

    async def play() -> None:
        coming = list(rounds)
        tasks: list[asyncio.Task[None]] = []

        async def sleep(_: float) -> None:
            for number in coming.pop(0) if coming else ():
                add(number)

        gathering = Gathering(sleep=sleep)

        def add(number: int) -> None:
            gathering.add("key", part(number), done, lambda work: tasks.append(asyncio.create_task(work)))

        for number in coming.pop(0):
            add(number)
        assert gathering.expects("key")
        await asyncio.gather(*tasks)
        assert not gathering.expects("key")

    asyncio.run(play())
    return whole


def test_parts_are_put_in_the_order_of_writing() -> None:
    assert gathered([3, 1], [2], [4], []) == [[1, 2, 3, 4]]


def test_no_more_is_gathered_than_telegram_could_have_cut() -> None:
    assert gathered(range(2 * MOST_PARTS)) == [list(range(MOST_PARTS))]
