"""Who the admins of groups are, as Telegram tells; asked for seldom."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import structlog
from telegram import Bot, Chat, Update
from telegram.constants import ChatType
from telegram.error import TelegramError

FRESH = 300.0
"""Seconds for which a group's admins are remembered."""
MOST_GROUPS = 1000

log = structlog.stdlib.get_logger(__name__)


class GroupAdmins:
    """Knows whether somebody may decide for a chat."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` tells seconds."""
        self._clock = clock
        self._known: dict[int, tuple[float, frozenset[int]]] = {}

    async def decides(self, bot: Bot, chat: Chat, update: Update) -> bool:
        """Whether whoever is behind an update may decide for its chat: in a private one, everybody may."""
        if chat.type == ChatType.PRIVATE:
            return True
        message, user = update.message, update.effective_user
        if message and message.sender_chat and message.sender_chat.id == chat.id:
            return True  # an admin who stays anonymous speaks as the group
        return user is not None and user.id in await self._of(bot, chat.id)

    async def _of(self, bot: Bot, chat: int) -> frozenset[int]:
        until, admins = self._known.get(chat, (0.0, frozenset()))
        if until > self._clock():
            return admins
        try:
            admins = frozenset(one.user.id for one in await bot.get_chat_administrators(chat))
        except TelegramError as error:
            log.warning("admins_not_told", error=type(error).__name__)
            return frozenset()
        if len(self._known) >= MOST_GROUPS:
            self._known.clear()
        self._known[chat] = (self._clock() + FRESH, admins)
        return admins
