"""The application: the Telegram library's parts, put together with ours."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "true")  # times as timedelta; else the library warns at each 429

import structlog
from telegram import BotCommand, BotCommandScope, BotCommandScopeChat, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import Application, BaseRateLimiter, Defaults
from telegram.request import BaseRequest, HTTPXRequest

from bot.answer import Command
from bot.config import TelegramSettings
from handlers.adding import Adding
from handlers.clerk import Clerk, Desk
from handlers.conversation import Conversation
from handlers.door import Door
from handlers.faults import on_error
from handlers.order import ChatByChat
from handlers.sending import Courier

App = Application[Any, Any, Any, Any, Any, Any]

UPDATES = ("message", "callback_query")
"""The kinds of updates that we ask Telegram for."""
CONNECTIONS = 64
"""Calls to Telegram at once; more wait."""
POLLING_CONNECTIONS = 4
"""One can stall the polling when its connection breaks."""
TIMEOUT = 10.0
"""Seconds for connecting, sending and receiving, each."""
WAIT_FOR_A_CONNECTION = 60.0
"""Seconds that a call may wait for others to end."""

log = structlog.stdlib.get_logger(__name__)


def connections(most: int = CONNECTIONS) -> HTTPXRequest:
    """Connections to Telegram, with timeouts."""
    return HTTPXRequest(
        connection_pool_size=most,
        connect_timeout=TIMEOUT,
        read_timeout=TIMEOUT,
        write_timeout=TIMEOUT,
        pool_timeout=WAIT_FOR_A_CONNECTION,
    )


def build(
    desk: Desk,
    settings: TelegramSettings,
    calls: BaseRequest | None = None,
    polling: BaseRequest | None = None,
    conversation: Conversation | None = None,
    courier: BaseRateLimiter[int] | None = None,
    folders: Sequence[str] = (),
) -> App:
    """Put the application together; it has yet to be initialised and started.

    Args:
        desk: Answers; may be called from any thread.
        settings: With a token.
        calls: Makes all calls but the polling; connections of our own by default.
        polling: Fetches updates.
        conversation: Answers updates; by desk and settings by default.
        courier: Paces and repeats calls.
        folders: The operator's, for /reload.
    """
    conversation = conversation or _conversation(desk, settings, folders)
    app: App = (
        Application.builder()
        .token(settings.token or "")
        .base_url(settings.base_url)
        .base_file_url(settings.base_file_url)
        .request(calls or connections())
        .get_updates_request(polling or connections(POLLING_CONNECTIONS))
        .rate_limiter(courier or Courier())
        .concurrent_updates(ChatByChat())
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True),
                           allow_sending_without_reply=True))
        .updater(None)
        .job_queue(None)
        .build()
    )  # fmt: skip
    app.add_handlers(conversation.handlers())
    app.add_error_handler(on_error)
    return app


def _conversation(desk: Desk, settings: TelegramSettings, folders: Sequence[str]) -> Conversation:
    clerk = Clerk(desk)
    counters = (Adding(clerk, desk, settings.admins, folders),)
    return Conversation(clerk, Door(settings), desk.commands, counters)


async def show_commands(app: App, desk: Desk, admins: Sequence[int] = ()) -> None:
    """Put the desk's commands into the chats' menu, the operators' into theirs; without a menu the bot works too."""
    await _show(app, [one for one in desk.commands if not one.operators])
    for admin in admins:
        await _show(app, desk.commands, BotCommandScopeChat(admin))


async def _show(app: App, commands: Sequence[Command], scope: BotCommandScope | None = None) -> None:
    try:
        await app.bot.set_my_commands([BotCommand(one.name, one.description) for one in commands], scope)
    except TelegramError as error:  # an operator who never wrote to the bot has no menu to set
        log.warning("menu_not_set", error=type(error).__name__)
