"""Sending: what is safe to send again is; what Telegram asks to slow down waits."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.ext import AIORateLimiter

PAUSES = (0.5, 1.0)
"""Seconds before a call that failed on its way is made again."""
SLOW_DOWNS = 3
"""Times that Telegram may tell us to slow down (429) before a call is given up."""

Sleep = Callable[[float], Awaitable[None]]


class Courier(AIORateLimiter):
    """Makes every call to Telegram but the polling: in time, and again where it failed on its way.

    A refused call (BadRequest) would only be refused again, and one without an answer in time (TimedOut) may have
    arrived: neither is repeated.
    """

    __slots__ = ("_sleep",)

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        """`sleep` waits for seconds."""
        super().__init__(max_retries=SLOW_DOWNS)
        self._sleep = sleep

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Make one call, see the class."""
        for pause in PAUSES:
            try:
                return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
            except (BadRequest, TimedOut):
                raise
            except NetworkError:
                await self._sleep(pause)
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)
