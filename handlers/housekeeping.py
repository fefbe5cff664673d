"""Housekeeping: what is older than it is to be kept is deleted, now and then."""

from __future__ import annotations

import asyncio

import structlog

from bot.errors import OnRecordError
from handlers.clerk import Clerk
from handlers.sending import Sleep

EVERY = 60 * 60.0
"""Seconds between two times."""

log = structlog.stdlib.get_logger(__name__)


class Housekeeper:
    """Keeps the settings' promise of how long people are remembered."""

    def __init__(self, clerk: Clerk, sleep: Sleep = asyncio.sleep) -> None:
        """`sleep` waits for seconds."""
        self._clerk, self._sleep = clerk, sleep

    async def run(self) -> None:
        """Tidy up at once, and then again and again."""
        while True:
            try:
                log.info("tidied", rows=await self._clerk.tidy())
            except OnRecordError as error:  # another process may be writing; the next time will do
                log.warning("not_tidied", told=str(error))
            await self._sleep(EVERY)
