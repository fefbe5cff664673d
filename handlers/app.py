"""The application: the Telegram library's parts, put together with ours."""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "true")  # times as timedelta; else the library warns at each 429

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.ext import Application, BaseRateLimiter, Defaults, InlineQueryHandler
from telegram.request import BaseRequest, HTTPXRequest

from bot.config import Settings
from handlers.adding import Adding
from handlers.admins import GroupAdmins
from handlers.clerk import Clerk, Desk
from handlers.conversation import Conversation
from handlers.door import Door
from handlers.faults import Faults
from handlers.following import Following
from handlers.inline import Inline
from handlers.order import ChatByChat
from handlers.reception import Reception
from handlers.sending import Courier
from handlers.tally import Tally

App = Application[Any, Any, Any, Any, Any, Any]

UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
"""The kinds of updates that we ask Telegram for."""
CONNECTIONS = 64
"""Calls to Telegram at once; more wait."""
POLLING_CONNECTIONS = 4
"""One can stall the polling when its connection breaks."""
TIMEOUT = 10.0
"""Seconds for connecting, sending and receiving, each."""
WAIT_FOR_A_CONNECTION = 60.0
"""Seconds that a call may wait for others to end."""


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
    settings: Settings,
    calls: BaseRequest | None = None,
    polling: BaseRequest | None = None,
    conversation: Conversation | None = None,
    courier: BaseRateLimiter[int] | None = None,
) -> App:
    """Put the application together; it has yet to be initialised and started.

    Args:
        desk: Answers; may be called from any thread.
        settings: With a token.
        calls: Makes all calls but the polling; connections of our own by default.
        polling: Fetches updates.
        conversation: Answers updates; by desk and settings by default.
        courier: Paces and repeats calls.
    """
    telegram, tally = settings.telegram, Tally()
    clerk, door = Clerk(desk), Door(telegram)
    conversation = conversation or _conversation(desk, clerk, door, settings, tally)
    app: App = (
        Application.builder()
        .token(telegram.token or "")
        .base_url(telegram.base_url)
        .base_file_url(telegram.base_file_url)
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
    app.add_handlers([*conversation.handlers(), InlineQueryHandler(Inline(clerk, door).query)])
    app.add_error_handler(Faults(clerk, telegram.admins, tally).on_error)
    return app


def _conversation(desk: Desk, clerk: Clerk, door: Door, settings: Settings, tally: Tally) -> Conversation:
    telegram, admins = settings.telegram, GroupAdmins()
    counters = (
        Reception(clerk, desk, telegram, settings.retention, admins, tally),
        Adding(clerk, desk, telegram.admins, tuple(map(str, settings.reading.folders))),
        Following(clerk, desk, admins),
    )
    return Conversation(clerk, door, desk.commands, counters, admins, tally)
