"""Gathering: messages that belong together, the parts of an album or of a text that Telegram cut, taken as one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Sequence
from typing import Any

from telegram import Message

from handlers.sending import Sleep

QUIET = 1.0
"""Seconds without another part after which a gathering is whole; parts come within some tenths."""
MOST_PARTS = 100
"""Further parts of one gathering are left out."""

Done = Callable[[Sequence[Message]], Awaitable[None]]
Start = Callable[[Coroutine[Any, Any, None]], object]


class Gathering:
    """Collects messages by key until no more come."""

    def __init__(self, quiet: float = QUIET, sleep: Sleep = asyncio.sleep) -> None:
        """See `QUIET`; `sleep` waits for seconds."""
        self._quiet, self._sleep = quiet, sleep
        self._parts: dict[Hashable, list[Message]] = {}

    def expects(self, key: Hashable) -> bool:
        """Whether parts are being gathered under that key."""
        return key in self._parts

    def add(self, key: Hashable, message: Message, done: Done, start: Start) -> None:
        """Take a part.

        Args:
            key: What the parts have in common.
            message: The part.
            done: Called once, with all parts in the order of writing.
            start: Starts a task that the program doesn't end without.
        """
        parts = self._parts.setdefault(key, [])
        if len(parts) < MOST_PARTS:
            parts.append(message)
        if len(parts) == 1:
            start(self._finish(key, done))

    async def _finish(self, key: Hashable, done: Done) -> None:
        before = 0
        while before < len(self._parts[key]):
            before = len(self._parts[key])
            await self._sleep(self._quiet)
        await done(sorted(self._parts.pop(key), key=lambda part: part.message_id))
