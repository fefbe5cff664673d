"""Showing: answers as messages, edits, toasts, and the "typing ..." that tells that one is on its way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog
from telegram import CallbackQuery, Chat, Message
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError

from handlers.render import File, Rendered

TYPING_AFTER = 0.5
"""Seconds that an answer may take before "typing ..." is shown."""
TYPING_AGAIN = 4.5
"""Seconds until it is shown again; Telegram takes it away after 5."""
SAME_AS_BEFORE = "message is not modified"
"""Telegram tells such things by words alone."""
CANT_BE_EDITED = ("message to edit not found", "message can't be edited", "message_id_invalid")

log = structlog.stdlib.get_logger(__name__)


async def answer(message: Message, shown: Rendered) -> None:
    """Answer a message; in a group the answer refers to it."""
    if shown.file:
        show = message.reply_photo if shown.file.picture else message.reply_document
        await _hand_over(shown, shown.file, message.reply_text, show)
        return
    *before, last = shown.texts
    for text in before:
        await message.reply_text(text)
    await message.reply_text(last, reply_markup=shown.keyboard)


async def _hand_over(
    shown: Rendered, file: File, say: Callable[..., Awaitable[Any]], show: Callable[..., Awaitable[Any]]
) -> None:
    """Put a picture or document into a chat by `show`, with the text as its caption or, by `say`, before it."""
    for text in () if file.captioned else shown.texts:
        await say(text)
    caption = shown.texts[0] if file.captioned else None
    await show(file.data, caption=caption, reply_markup=shown.keyboard, filename=file.name)


async def show_instead(query: CallbackQuery, shown: Rendered) -> None:
    """Put an answer in the place of the one whose button was pressed, or below where that can't be edited."""
    message = query.message
    if message is None:
        return
    if not isinstance(message, Message) or not message.is_accessible or not message.text or shown.file:
        await post(message.chat, shown)  # it is too old to be seen, or one of the two is a picture and can't be edited
    else:
        await put_instead(message, shown)


async def put_instead(message: Message, shown: Rendered) -> None:
    """Put something in the place of a message of ours, or below where that can't be edited."""
    first, *others = shown.texts
    try:
        await message.edit_text(first, reply_markup=None if others else shown.keyboard)
    except BadRequest as error:
        reason = error.message.casefold()
        if any(words in reason for words in CANT_BE_EDITED):
            await post(message.chat, shown)
            return
        if SAME_AS_BEFORE not in reason:
            raise
    if others:
        await post(message.chat, Rendered(tuple(others), shown.keyboard))


async def post(chat: Chat, shown: Rendered) -> None:
    """Put something into a chat."""
    if shown.file:
        show = chat.send_photo if shown.file.picture else chat.send_document
        await _hand_over(shown, shown.file, chat.send_message, show)
        return
    *before, last = shown.texts
    for text in before:
        await chat.send_message(text)
    await chat.send_message(last, reply_markup=shown.keyboard)


async def toast(query: CallbackQuery, words: str = "") -> None:
    """End the button's waiting, with a line if there is something to say; what is too old for that is let be."""
    try:
        await query.answer(words or None)
    except TelegramError as error:
        log.info("toast_not_shown", error=type(error).__name__)


@asynccontextmanager
async def typing(message: Message, after: float = TYPING_AFTER) -> AsyncIterator[None]:
    """Show "typing ..." as long as the work inside takes, once it has taken `after` seconds."""
    showing = asyncio.create_task(_show_typing(message, after))
    try:
        yield
    finally:
        showing.cancel()


async def _show_typing(message: Message, after: float) -> None:
    topic = message.message_thread_id if message.is_topic_message else None
    pause = after
    while True:
        await asyncio.sleep(pause)
        with suppress(TelegramError):  # a courtesy: the answer matters, not this
            await message.chat.send_action(ChatAction.TYPING, message_thread_id=topic)
        pause = TYPING_AGAIN
