"""Each chat at its own pace and in its own order; one that is told to slow down holds up no other."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from handlers import sending
from handlers.sending import (
    A_GROUP,
    AT_ONCE,
    AT_ONCE_IN_A_GROUP,
    LONGEST_WAIT,
    MARGIN,
    PAUSES,
    SLOW_DOWNS,
    Courier,
    Pace,
)

ADA, BEN, GROUP = 7, 8, -100


class World:
    """Time that passes while all sleep, and a Telegram that notes when it was called."""

    def __init__(self, **faults: list[Exception]) -> None:
        self.now, self.sleepers = 0.0, list[tuple[float, asyncio.Event]]()
        self.made: list[tuple[float, str]] = []
        self.faults = faults
        self.courier = Courier(self.sleep, lambda: self.now)

    async def sleep(self, seconds: float) -> None:
        woken = asyncio.Event()
        self.sleepers.append((self.now + seconds, woken))
        await woken.wait()

    async def call(self, chat: int | None, name: str, endpoint: str = "sendMessage") -> None:
        async def telegram() -> bool:
            self.made.append((round(self.now, 3), name))
            if self.faults.get(name):
                raise self.faults[name].pop(0)
            return True

        data = {} if chat is None else {"chat_id": chat}
        await self.courier.process_request(telegram, (), {}, endpoint, data, None)

    async def run(self, *calls: Coroutine[Any, Any, None]) -> list[object]:
        """Run calls side by side to their ends; what each raised, None where it raised nothing."""
        tasks = [asyncio.ensure_future(call) for call in calls]
        while not all(task.done() for task in tasks):
            for _ in range(5):
                await asyncio.sleep(0)
            if self.sleepers:
                self.sleepers.sort(key=lambda one: one[0])
                self.now, woken = self.sleepers.pop(0)
                woken.set()
        return [task.exception() for task in tasks]

    def times(self, begins: str) -> list[float]:
        return [at for at, name in self.made if name.startswith(begins)]


def play(world: World, *calls: Coroutine[Any, Any, None]) -> list[object]:
    return asyncio.run(world.run(*calls))


def test_a_chat_that_is_told_to_slow_down_holds_up_no_other() -> None:
    world = World(a0=[RetryAfter(20)])
    play(world, world.call(ADA, "a0"), world.call(ADA, "a1"), world.call(BEN, "b0"), world.call(None, "toast"))
    assert world.times("b0") == world.times("toast") == [0]
    assert [name for _, name in world.made if name[0] == "a"] == ["a0", "a0", "a1"]
    assert world.times("a") == [0, 20 + MARGIN, 20 + MARGIN]


def test_a_chat_gets_a_few_at_once_and_then_one_a_second_in_order() -> None:
    world = World()
    play(world, *(world.call(ADA, f"a{number:02}") for number in range(AT_ONCE + 3)))
    assert world.times("a") == [0] * AT_ONCE + [1, 2, 3]
    assert [name for _, name in world.made] == sorted(name for _, name in world.made)


def test_a_group_gets_twenty_a_minute() -> None:
    world = World()
    play(world, *(world.call(GROUP, f"g{number}") for number in range(60)))
    for start in world.times("g"):
        assert sum(start <= at < start + 60 for at in world.times("g")) <= AT_ONCE_IN_A_GROUP + 60 * A_GROUP
    assert world.times("g")[-1] == pytest.approx((60 - AT_ONCE_IN_A_GROUP) / A_GROUP)


def test_all_chats_together_get_thirty_a_second() -> None:
    world = World()
    play(world, *(world.call(chat, "m") for chat in range(1, 91)))
    assert sum(at < 1 for at in world.times("m")) <= 60
    assert world.times("m")[-1] == pytest.approx(2)


def test_typing_and_toasts_wait_for_no_pace() -> None:
    world = World()
    waiting = [world.call(ADA, "m") for _ in range(AT_ONCE + 5)]
    play(world, *waiting, world.call(ADA, "typing", "sendChatAction"), world.call(None, "toast", "answerCallbackQuery"))
    assert world.times("typing") == world.times("toast") == [0]


@pytest.mark.parametrize(
    ("fault", "times", "waited"),
    [
        (NetworkError("dropped"), 1 + len(PAUSES), sum(PAUSES)),
        (RetryAfter(2), 1 + SLOW_DOWNS, SLOW_DOWNS * (2 + MARGIN)),
        (RetryAfter(int(LONGEST_WAIT)), 1, 0),
        (BadRequest("no"), 1, 0),
        (TimedOut(), 1, 0),
    ],
)
def test_a_call_is_given_up_at_last(fault: Exception, times: int, waited: float) -> None:
    world = World(m=[fault] * 20)
    assert play(world, world.call(ADA, "m")) == [fault]
    assert len(world.made) == times
    assert world.now == pytest.approx(waited)


def test_a_call_that_fails_lets_the_next_of_its_chat_through() -> None:
    world = World(m=[BadRequest("no")])
    play(world, world.call(ADA, "m"), world.call(ADA, "n"))
    assert world.times("n") == [0]


def test_quiet_chats_are_forgotten_and_busy_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "MOST_LANES", 3)
    world = World()
    play(world, *(world.call(ADA, "a") for _ in range(AT_ONCE)))
    play(world, *(world.call(chat, "m") for chat in (11, 12, 13, 14)))
    play(world, world.call(ADA, "a again"))
    assert world.times("a again") == [1]


@given(st.lists(st.floats(0, 5), min_size=1, max_size=60), st.floats(0.1, 10), st.integers(1, 10))
def test_never_more_than_the_pace_allows(gaps: list[float], rate: float, burst: int) -> None:
    now = 0.0
    pace = Pace(rate, burst, lambda: now)
    made = []
    for gap in gaps:
        now += gap
        now += pace.wait()
        made.append(now)
    for number, start in enumerate(made):
        for count, at in enumerate(made[number:], 1):
            assert count <= burst + (at - start) * rate + 1e-6
