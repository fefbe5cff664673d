"""The conversation: messages, buttons, and what the bot can't read; each read, let in, asked and shown."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from time import perf_counter

import structlog
from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.answer import Command
from handlers import wording
from handlers.addressing import language_for, meant_for
from handlers.clerk import Clerk, Told
from handlers.counter import Asked, Counter
from handlers.door import Door, Verdict
from handlers.showing import TYPING_AFTER, answer, show_instead, toast, typing

Context = ContextTypes.DEFAULT_TYPE

AT_ONCE = 0.3
"""Seconds that a button may wait for its answer before its waiting is ended."""
ALBUMS = 100
"""Albums of pictures remembered, to answer each once and not for each picture."""

log = structlog.stdlib.get_logger(__name__)


class Conversation:
    """Answers updates. Keeps nothing of what people write."""

    def __init__(
        self,
        clerk: Clerk,
        door: Door,
        commands: Sequence[Command],
        counters: Sequence[Counter] = (),
        at_once: float = AT_ONCE,
        patience: float = TYPING_AFTER,
    ) -> None:
        """What no counter takes is a question for the clerk. See `AT_ONCE` and `TYPING_AFTER` for the seconds."""
        self._clerk, self._door, self._counters = clerk, door, counters
        self._commands = frozenset(name for one in commands for name in (one.name, *one.aliases))
        self._commands |= {name for one in counters for name in one.commands}
        self._at_once, self._patience = at_once, patience
        self._albums: deque[str] = deque(maxlen=ALBUMS)

    def handlers(self) -> list[MessageHandler[Context, None] | CallbackQueryHandler[Context, None]]:
        """What to register. An edited message is no new question: the answer to it stands already."""
        new = filters.UpdateType.MESSAGE
        other = new & filters.ChatType.PRIVATE & ~filters.TEXT & ~filters.StatusUpdate.ALL
        return [
            MessageHandler(new & filters.TEXT, self.message),
            MessageHandler(other, self.other),
            CallbackQueryHandler(self.button),
        ]

    async def message(self, update: Update, context: Context) -> None:
        """Deal with a text."""
        message = update.message
        if (
            not message
            or not message.text
            or not meant_for(message, context.bot.id, context.bot.username, self._commands)
        ):
            return
        if not await self._may_ask(update, message) or await self._taken(update, context, message.text):
            return
        began = perf_counter()
        async with typing(message, self._patience):
            told = await self._clerk.ask(
                message.text, _conversation(update), language_for(update), context.bot.username
            )
        await answer(message, told.shown)
        _log_answered(update, told, began)

    async def other(self, update: Update, context: Context) -> None:
        """Deal with a file; say that a picture, a voice message and the like can't be read."""
        message = update.message
        if not message:
            return
        if self._is_of_a_known_album(message):  # let in, or not, with the first of it
            if not await self._clerk.seen(update.update_id):
                await self._taken(update, context, "")
            return
        if await self._may_ask(update, message) and not await self._taken(update, context, ""):
            await message.reply_text(language_for(update)(wording.NOT_TEXT))

    async def button(self, update: Update, context: Context) -> None:
        """Answer a pressed button in the place of the message that it belongs to."""
        query = update.callback_query
        verdict = await self._verdict(update)
        if query is None or verdict is None:
            return
        if not verdict.admitted:
            await toast(query, verdict.words)
            return
        meant = await self._clerk.meant(query.data or "")
        if meant and await self._taken(update, context, meant.message):
            return
        began, say = perf_counter(), language_for(update)
        asking = asyncio.create_task(
            self._clerk.press(query.data or "", _conversation(update), say, context.bot.username)
        )
        quick, _waiting = await asyncio.wait({asking}, timeout=self._at_once)
        if not quick:
            await toast(query)
        told = await asking
        if quick:
            await toast(query, "" if told else say(wording.STALE_BUTTON))
        elif told is None and query.message:
            await query.message.chat.send_message(say(wording.STALE_BUTTON))
        if told:
            await show_instead(query, told.shown)
            _log_answered(update, told, began)

    async def _taken(self, update: Update, context: Context, text: str) -> bool:
        """Whether a counter has dealt with a message or a button."""
        user, chat = update.effective_user, update.effective_chat
        if not user or not chat:
            return False
        who, say = _conversation(update), language_for(update)
        asked = Asked(text, update, chat, user.id, who, say, self._clerk, context.application)
        for counter in self._counters:
            if await counter.take(asked):
                return True
        return False

    async def _may_ask(self, update: Update, message: Message) -> bool:
        verdict = await self._verdict(update)
        if verdict and verdict.words and not verdict.told_before:
            await message.reply_text(verdict.words)
        return verdict is not None and verdict.admitted

    async def _verdict(self, update: Update) -> Verdict | None:
        """Whether the one behind an update may ask; None for one that was seen before, or that nobody is behind."""
        user, chat = update.effective_user, update.effective_chat
        if not user or await self._clerk.seen(update.update_id):
            return None
        verdict = self._door.verdict(user.id, chat.id if chat else user.id, language_for(update))
        if not verdict.admitted:
            log.info("not_admitted", update=update.update_id)
        return verdict

    def _is_of_a_known_album(self, message: Message) -> bool:
        album = message.media_group_id
        known = album in self._albums
        if album and not known:
            self._albums.append(album)
        return known


def _conversation(update: Update) -> str:
    """The name under which the desk remembers what was talked about: each member of a group has their own."""
    user, chat = update.effective_user, update.effective_chat
    return f"tg:{chat.id if chat else 0}:{user.id if user else 0}"


def _log_answered(update: Update, told: Told, began: float) -> None:
    milliseconds = round(1000 * (perf_counter() - began))
    kind = "button" if update.callback_query else "message"
    log.info("answered", update=update.update_id, kind=kind, command=told.command, status=told.status, ms=milliseconds)
