"""Sending: a call that fails on its way is made again; each chat keeps its order and its pace, and waits for itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

PAUSES = (0.5, 1.0)
"""Seconds before a call that failed on its way is made again."""
SLOW_DOWNS = 3
"""Times that Telegram may tell us to slow down (429) before a call is given up."""
LONGEST_WAIT = 60.0
"""Seconds: told to wait for longer, a call is given up; nobody waits for that answer any more."""
MARGIN = 0.1
"""Seconds that are waited over what Telegram asks for."""
A_CHAT, AT_ONCE = 1.0, 5
"""Messages a second in one chat, and how many at once: Telegram allows short bursts over one a second."""
A_GROUP, AT_ONCE_IN_A_GROUP = 20 / 60, 20
"""The same in a group, where Telegram allows 20 a minute."""
OVERALL = 30.0
"""Messages a second in all chats together; Telegram's limit."""
MOST_LANES = 10_000
"""Chats whose pace is remembered; from here on those that are quiet are forgotten."""

Sleep = Callable[[float], Awaitable[None]]
Clock = Callable[[], float]
Call = Callable[[], Coroutine[Any, Any, Any]]


class Pace:
    """So many calls a second, and so many at once (the generic cell rate algorithm)."""

    def __init__(self, rate: float, burst: float, clock: Clock) -> None:
        """`rate` is a second; `clock` tells seconds."""
        self._gap, self._slack, self._clock = 1 / rate, (burst - 1) / rate, clock
        self._due = clock()

    def wait(self) -> float:
        """Seconds to wait before the next call, which is counted."""
        now = self._clock()
        pause = max(0.0, self._due - self._slack - now)
        self._due = max(self._due, now) + self._gap
        return pause

    @property
    def rested(self) -> bool:
        """Whether all calls are forgotten by now."""
        return self._due <= self._clock()


@dataclass(slots=True)
class _Lane:
    """One chat's messages, one after another."""

    paces: tuple[Pace, ...]
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def empty(self) -> bool:
        return not self.turn.locked() and all(pace.rested for pace in self.paces)


class Courier(BaseRateLimiter[int]):
    """Makes every call to Telegram but the polling: in time, and again where it failed on its way.

    A refused call (BadRequest) would only be refused again, and one without an answer in time (TimedOut) may have
    arrived: neither is repeated. What Telegram asks one chat to wait, no other waits.
    """

    __slots__ = ("_clock", "_lanes", "_overall", "_sleep")

    def __init__(self, sleep: Sleep = asyncio.sleep, clock: Clock = monotonic) -> None:
        """`sleep` waits for seconds, which `clock` tells."""
        self._sleep, self._clock = sleep, clock
        self._overall = Pace(OVERALL, OVERALL, clock)
        self._lanes: dict[str, _Lane] = {}

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,  # noqa: ARG002 - the library's signature
    ) -> Any:
        """Make one call, see the class."""

        def call() -> Coroutine[Any, Any, Any]:
            return callback(*args, **kwargs)

        chat = data.get("chat_id")
        if chat is None or not _shows_something(endpoint):
            return await self._made(call)
        lane = self._lane(str(chat))
        async with lane.turn:
            pause = max(pace.wait() for pace in (*lane.paces, self._overall))
            if pause:
                await self._sleep(pause)
            return await self._made(call)

    async def _made(self, call: Call) -> Any:
        pauses, slow_downs = list(PAUSES), SLOW_DOWNS
        while True:
            try:
                return await call()
            except (BadRequest, TimedOut):
                raise
            except RetryAfter as error:
                slow_downs -= 1
                pause = seconds(error) + MARGIN
                if slow_downs < 0 or pause > LONGEST_WAIT:
                    raise
            except NetworkError:
                if not pauses:
                    raise
                pause = pauses.pop(0)
            await self._sleep(pause)

    def _lane(self, chat: str) -> _Lane:
        if chat not in self._lanes:
            if len(self._lanes) >= MOST_LANES:
                self._lanes = {name: lane for name, lane in self._lanes.items() if not lane.empty}
            in_a_group = chat.startswith(("-", "@"))  # Telegram's ids of groups and channels are negative
            limits = ((A_CHAT, AT_ONCE), *(((A_GROUP, AT_ONCE_IN_A_GROUP),) if in_a_group else ()))
            self._lanes[chat] = _Lane(tuple(Pace(rate, burst, self._clock) for rate, burst in limits))
        return self._lanes[chat]


def _shows_something(endpoint: str) -> bool:
    """Whether a call counts as a message."""
    return endpoint.startswith(("send", "edit", "copy", "forward")) and endpoint != "sendChatAction"


def seconds(error: RetryAfter) -> float:
    """The seconds that Telegram asks to wait."""
    after = error.retry_after
    return after.total_seconds() if not isinstance(after, int) else float(after)
