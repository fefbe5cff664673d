"""Order: the updates of one chat one after another, chats side by side."""

from __future__ import annotations

from asyncio import Lock
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 4096
"""Updates in hand at once, waiting ones included; so many that no chat's queue ever holds up the others."""


class ChatByChat(BaseUpdateProcessor):
    """Keeps the order within a chat: an answer never overtakes the one before it."""

    __slots__ = ("_locks",)

    def __init__(self) -> None:
        """Take up to AT_ONCE updates in hand."""
        super().__init__(AT_ONCE)
        self._locks: WeakValueDictionary[int, Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Process the update when all earlier ones of its chat are done (a lock serves in the order of asking)."""
        lock = self._locks.setdefault(_chat(update), Lock())
        async with lock:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to give back."""


def _chat(update: object) -> int:
    """The chat's id, else the user's, else 0."""
    if not isinstance(update, Update):
        return 0
    origin = update.effective_chat or update.effective_user
    return origin.id if origin else 0
