"""Faults: what fails is logged without a private word; the user gets a plain line, the operators a report."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from time import monotonic

import structlog
from telegram import Bot, Update
from telegram.error import Forbidden, TelegramError, TimedOut
from telegram.ext import ContextTypes

from bot.errors import OnRecordError
from bot.language import Language, language_of
from handlers import wording
from handlers.clerk import Clerk
from handlers.logs import places
from handlers.tally import Tally

REPORTS = 60.0
"""Seconds between two reports to operators: where all fails, they needn't hear of each."""

log = structlog.stdlib.get_logger(__name__)


class Faults:
    """Deals with what fails while one update is answered."""

    def __init__(
        self, clerk: Clerk, operators: Iterable[int], tally: Tally, clock: Callable[[], float] = monotonic
    ) -> None:
        """`operators` are Telegram ids; `tally` counts what failed; `clock` tells seconds."""
        self._clerk, self._operators, self._tally, self._clock = clerk, tuple(operators), tally, clock
        self._reported: float | None = None

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log an error under an id, and tell that id to whoever asked, and to the operators."""
        error = context.error
        if error is None:
            return
        number = update.update_id if isinstance(update, Update) else None
        if isinstance(error, Forbidden):
            log.info("blocked_by_user", update=number)
            return
        self._tally.failed += 1
        error_id, name, where = secrets.token_hex(4), type(error).__name__, places(error)
        told = str(error) if isinstance(error, OnRecordError) else ""  # no other error's words are free of private ones
        log.error("update_failed", id=error_id, update=number, error=name, told=told, where=where)
        if isinstance(update, Update):
            await self._apologise(update, error, error_id)
        await self._report(context.bot, id=error_id, error=name, where=where)

    async def _apologise(self, update: Update, error: Exception, error_id: str) -> None:
        user, chat = update.effective_user, update.effective_chat
        codes = [one.id for one in (chat, user) if one]
        say = await self._spoken(*codes, otherwise=user.language_code if user else None)
        words = say(wording.UNCONFIRMED if isinstance(error, TimedOut) else wording.FAILED, id=error_id)
        try:
            if update.callback_query:
                await update.callback_query.answer(words)
            elif update.effective_message:
                await update.effective_message.reply_text(words)
        except TelegramError as failure:
            log.warning("apology_not_sent", id=error_id, error=type(failure).__name__)

    async def _report(self, bot: Bot, **facts: object) -> None:
        now = self._clock()
        if self._reported is not None and now < self._reported + REPORTS:
            return
        self._reported = now
        for operator in self._operators:
            say = await self._spoken(operator)
            with suppress(TelegramError):  # it is in the log
                await bot.send_message(operator, say(wording.REPORT, **facts), parse_mode=None)

    async def _spoken(self, *ids: int, otherwise: str | None = None) -> Language:
        """The language of the first who chose one; it may be the store that failed."""
        chosen: list[str | None] = []
        with suppress(OnRecordError):
            chosen = [await self._clerk.language(f"tg:{one}") for one in dict.fromkeys(ids)]
        return language_of(*chosen, otherwise)
