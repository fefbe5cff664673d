"""The clerk: asks the desk from the event loop. The one place where blocking work crosses into a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import ParamSpec, Protocol, TypeVar

from bot.answer import Command
from bot.desk import Turn
from bot.language import Language
from bot.model import ArticleRef, Button, Receipt, Reply
from bot.newsroom import Newsroom
from handlers.render import Rendered, render

LONG_WORK = 2
"""Pieces of long work (articles being read, folders being loaded) at once; more wait."""
P = ParamSpec("P")
T = TypeVar("T")


class Desk(Protocol):
    """What the Telegram face needs of the desk; see `bot.desk.Desk`."""

    @property
    def commands(self) -> Sequence[Command]:
        """The commands that users can type."""
        ...

    def ask(self, message: str, chat: str | None = None, *, say: Language) -> Turn:
        """Answer one message."""
        ...

    def press(self, data: str, chat: str | None = None, *, say: Language) -> Turn | None:
        """Answer a pressed button; None if no button of ours has such data."""
        ...

    def meant(self, data: str) -> Button | None:
        """The button of some data, without its label; None if no button of ours has such data (any more)."""
        ...

    def data_of(self, button: Button) -> str:
        """A button's data."""
        ...

    @property
    def newsroom(self) -> Newsroom:
        """Takes articles that people send."""
        ...

    def find_articles(self, words: str, chat: str) -> list[ArticleRef]:
        """The articles that words may mean in a conversation."""
        ...

    def ingest(self, paths: Iterable[str]) -> Iterator[Receipt]:
        """Load files and folders."""
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
        self._long_work = ThreadPoolExecutor(LONG_WORK, "long-work")

    async def ask(self, message: str, chat: str, say: Language, bot: str = "") -> Told:
        """Answer one message; `chat` names the conversation, `bot` is the username for deep links."""
        return await asyncio.to_thread(self._asked, message, chat, say, bot)

    async def press(self, data: str, chat: str, say: Language, bot: str = "") -> Told | None:
        """Answer a pressed button; None if no button of ours has such data (any more)."""
        return await asyncio.to_thread(self._pressed, data, chat, say, bot)

    async def meant(self, data: str) -> Button | None:
        """The button of some data, without its label; None if no button of ours has such data (any more)."""
        return await asyncio.to_thread(self._desk.meant, data)

    async def shown(self, reply: Reply, say: Language) -> Rendered:
        """A reply, rendered."""
        return await asyncio.to_thread(render, reply, self._desk.data_of, say)

    async def do(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Do something else with the desk that takes but a moment."""
        return await asyncio.to_thread(work, *given, **named)

    async def take_time(self, work: Callable[..., T], *given: object) -> T:
        """Do something that may take long: in threads of its own, so that no answer waits for it."""
        return await asyncio.get_running_loop().run_in_executor(self._long_work, work, *given)

    async def seen(self, update_id: int) -> bool:
        """Whether an update was seen before, restarts included; remembers it."""
        return await asyncio.to_thread(self._desk.seen_update, update_id)

    def _asked(self, message: str, chat: str, say: Language, bot: str) -> Told:
        return self._told(self._desk.ask(message, chat, say=say), say, bot)

    def _pressed(self, data: str, chat: str, say: Language, bot: str) -> Told | None:
        turn = self._desk.press(data, chat, say=say)
        return None if turn is None else self._told(turn, say, bot)

    def _told(self, turn: Turn, say: Language, bot: str) -> Told:
        return Told(render(turn.reply, self._desk.data_of, say, bot), turn.answer.command, turn.answer.status)
