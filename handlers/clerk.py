"""The clerk: asks the desk from the event loop. The one place where blocking work crosses into a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.answer import Command
from bot.desk import Turn
from bot.model import Button
from handlers.render import Rendered, render


class Desk(Protocol):
    """What the Telegram face needs of the desk; see `bot.desk.Desk`."""

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that users can type."""
        ...

    def ask(self, message: str, chat: str | None = None) -> Turn:
        """Answer one message."""
        ...

    def press(self, data: str, chat: str | None = None) -> Turn | None:
        """Answer a pressed button; None if no button of ours has such data."""
        ...

    def data_of(self, button: Button) -> str:
        """A button's data."""
        ...

    def seen_update(self, update_id: int) -> bool:
        """Whether an update was seen before; remembers it."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """An answer ready to be sent, and what of it may be logged."""

    shown: Rendered
    command: str
    status: str


class Clerk:
    """The desk's questions, each in a thread, with the answer rendered there too."""

    def __init__(self, desk: Desk) -> None:
        """The desk may be called from any thread."""
        self._desk = desk

    async def ask(self, message: str, chat: str) -> Told:
        """Answer one message; `chat` names the conversation."""
        return await asyncio.to_thread(self._asked, message, chat)

    async def press(self, data: str, chat: str) -> Told | None:
        """Answer a pressed button; None if no button of ours has such data (any more)."""
        return await asyncio.to_thread(self._pressed, data, chat)

    async def seen(self, update_id: int) -> bool:
        """Whether an update was seen before, restarts included; remembers it."""
        return await asyncio.to_thread(self._desk.seen_update, update_id)

    def _asked(self, message: str, chat: str) -> Told:
        return self._told(self._desk.ask(message, chat))

    def _pressed(self, data: str, chat: str) -> Told | None:
        turn = self._desk.press(data, chat)
        return None if turn is None else self._told(turn)

    def _told(self, turn: Turn) -> Told:
        return Told(render(turn.reply, self._desk.data_of), turn.answer.command, turn.answer.status)
