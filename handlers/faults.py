"""Faults: what fails while one update is answered is logged without a private word, and the user gets a plain line."""

from __future__ import annotations

import secrets

import structlog
from telegram import Update
from telegram.error import Forbidden, TelegramError, TimedOut
from telegram.ext import ContextTypes

from bot.errors import OnRecordError
from handlers import wording
from handlers.addressing import language_for
from handlers.logs import places

log = structlog.stdlib.get_logger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log an error under an id, and tell that id to whoever asked."""
    error = context.error
    if error is None:
        return
    number = update.update_id if isinstance(update, Update) else None
    if isinstance(error, Forbidden):
        log.info("blocked_by_user", update=number)
        return
    error_id = secrets.token_hex(4)
    told = str(error) if isinstance(error, OnRecordError) else ""  # no other error's words are free of private ones
    log.error("update_failed", id=error_id, update=number, error=type(error).__name__, told=told, where=places(error))
    if isinstance(update, Update):
        await _apologise(update, error, error_id)


async def _apologise(update: Update, error: Exception, error_id: str) -> None:
    text = wording.UNCONFIRMED if isinstance(error, TimedOut) else wording.FAILED
    words = language_for(update)(text, id=error_id)
    try:
        if update.callback_query:
            await update.callback_query.answer(words)
        elif update.effective_message:
            await update.effective_message.reply_text(words)
    except TelegramError as failure:
        log.warning("apology_not_sent", id=error_id, error=type(failure).__name__)
