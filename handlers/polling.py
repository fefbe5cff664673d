"""Polling: the bot asks Telegram for updates until it is told to end, or until there is no sense in asking on."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Sequence

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError, TimedOut
from telegram.warnings import PTBUserWarning

from bot.errors import ServiceError
from handlers.app import UPDATES, App
from handlers.sending import Sleep, seconds

HOLD = 10
"""Seconds that Telegram keeps a request open until there is an update."""
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between tries while Telegram can't be reached: doubled each time."""
CONFLICTS = 5
"""Times in a row that another program may take our place before we leave it to that: it may just be on its way out."""
UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)
"""What the library raises for an update, or a whole answer, that is not as it should be."""
REFUSED = (
    "Telegram refuses the bot's token. Get the right one from @BotFather (/mybots, API Token) and give it as "
    "ONRECORD_TELEGRAM__TOKEN, telegram.token or telegram.token_file"
)
TAKEN = "another program fetches this bot's updates (it polls with the same token); end it, or use a bot of its own"

log = structlog.stdlib.get_logger(__name__)


class Poller:
    """Fetches updates into the application's queue, in order."""

    def __init__(self, app: App, interval: float, sleep: Sleep = asyncio.sleep) -> None:
        """`interval` is the seconds between two requests; `sleep` waits for seconds."""
        self._app, self._interval, self._sleep = app, interval, sleep
        self._next = 0
        self._failures = self._conflicts = 0

    async def run(self) -> None:
        """Fetch for ever.

        Raises:
            ServiceError: Telegram refuses the token, or another program fetches the same bot's updates.
        """
        await self._app.bot.delete_webhook()
        log.info("polling")
        while True:
            await self._sleep(await self._turn())

    async def confirm(self) -> None:
        """Tell Telegram that what was fetched need not come again."""
        if self._next:
            try:
                await self._app.bot.get_updates(offset=self._next, timeout=0, allowed_updates=UPDATES)
            except TelegramError as error:
                log.warning("not_confirmed", error=type(error).__name__)

    async def _turn(self) -> float:
        """Fetch once; the seconds to wait before the next time."""
        try:
            for update in await self._fetched():
                await self._app.update_queue.put(update)
        except InvalidToken as error:
            raise ServiceError(REFUSED) from error
        except RetryAfter as error:
            return seconds(error)
        except (TelegramError, *UNREADABLE) as error:
            return self._after_a_failure(error)
        if self._failures:
            log.info("polling_again")
        self._failures = self._conflicts = 0
        return self._interval

    def _after_a_failure(self, error: Exception) -> float:
        self._conflicts = self._conflicts + 1 if isinstance(error, Conflict) else 0
        if self._conflicts >= CONFLICTS:
            raise ServiceError(TAKEN) from error
        pause: float = min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** min(self._failures, 10))
        self._failures += 1
        log.warning("polling_failed", error=type(error).__name__, seconds=pause)
        return self._interval if isinstance(error, TimedOut) and self._failures == 1 else pause

    async def _fetched(self) -> Sequence[Update]:
        try:
            updates: Sequence[Update] = await self._app.bot.get_updates(
                offset=self._next, timeout=HOLD, allowed_updates=UPDATES
            )
        except UNREADABLE:
            return await self._one()
        if updates:
            self._next = updates[-1].update_id + 1
        return updates

    async def _one(self) -> list[Update]:
        """The next update alone; skipped where it can't be read, or it would come for ever."""
        parameters = {"offset": self._next, "limit": 1, "timeout": 0, "allowed_updates": list(UPDATES)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PTBUserWarning)  # advises the call that can't read the update
            items = await self._app.bot.do_api_request("getUpdates", parameters)
        for item in items if isinstance(items, list) else []:
            self._next = int(item["update_id"]) + 1
            try:
                return [Update.de_json(item, self._app.bot)]
            except UNREADABLE as error:
                log.error("update_unreadable", update=item["update_id"], error=type(error).__name__)  # noqa: TRY400
        return []
