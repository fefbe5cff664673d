"""Inline mode: statements to paste into any chat, found while somebody types "@bot words" there."""

from __future__ import annotations

from time import perf_counter

import structlog
from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.language import Language, language_of
from handlers import wording
from handlers.clerk import Clerk, Pasted
from handlers.door import Door

A_PAGE = 20
"""Results at once; Telegram asks for more as somebody scrolls, and takes at most 50."""
CACHED = 60
"""Seconds that Telegram may answer the same person's same words for us; articles may be loaded any time."""
FARTHEST = 5
"""Digits of an offset; a longer one is none of ours."""

log = structlog.stdlib.get_logger(__name__)


class Inline:
    """Answers inline queries, for those who may ask in a private chat."""

    def __init__(self, clerk: Clerk, door: Door) -> None:
        """The same door as that of messages and buttons."""
        self._clerk, self._door = clerk, door

    async def query(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer what somebody has typed so far."""
        query, user = update.inline_query, update.effective_user
        if query is None or user is None:
            return
        guest = await self._clerk.greet(update.update_id, f"tg:{user.id}", f"tg:{user.id}")
        if guest is None:
            return
        say = language_of(guest.own.language, user.language_code)
        verdict = self._door.typed(user.id, say, guest.invited)
        if not verdict.admitted:
            told = wording.INLINE_CLOSED if verdict.words == say(wording.PRIVATE, user=user.id) else wording.INLINE_WAIT
            await _show(query, [], "", say(told), cached=0)
            return
        began, start = perf_counter(), int(query.offset) if _is_ours(query.offset) else 0
        found = await self._clerk.pick(query.query, say, context.bot.username)
        results = [_article(one) for one in found[start : start + A_PAGE]]
        more = str(start + A_PAGE) if len(found) > start + A_PAGE else ""
        await _show(query, results, more, _told(say, query.query, bool(found)), CACHED)
        log.info("answered", update=update.update_id, kind="inline", results=len(found), ms=_since(began))


def _is_ours(offset: str) -> bool:
    return offset.isascii() and offset.isdigit() and len(offset) <= FARTHEST


def _told(say: Language, typed: str, found: bool) -> str:
    """The words of the button above the results; it opens the private chat."""
    if not typed.strip():
        return say(wording.INLINE_HOW)
    return say(wording.INLINE_MORE if found else wording.INLINE_NOTHING)


def _article(one: Pasted) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        one.id, one.title, InputTextMessageContent(one.text, ParseMode.HTML), description=one.description
    )


async def _show(
    query: InlineQuery, results: list[InlineQueryResultArticle], more: str, button: str, cached: int
) -> None:
    try:
        await query.answer(
            results,
            cache_time=cached,
            is_personal=True,
            next_offset=more or None,
            button=InlineQueryResultsButton(button, start_parameter="inline"),
        )
    except BadRequest as error:  # too old: somebody typed on meanwhile, and the next query is on its way
        log.info("inline_not_shown", error=type(error).__name__)


def _since(began: float) -> int:
    return round(1000 * (perf_counter() - began))
