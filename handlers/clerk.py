"""The clerk: asks the desk from the event loop. The one place where blocking work crosses into a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import ParamSpec, Protocol, TypeVar

from bot.answer import Command
from bot.desk import Turn
from bot.following import Following
from bot.language import Language
from bot.model import ArticleRef, Button, Census, Guest, Receipt, Reply, Snippet
from bot.newsroom import Newsroom
from bot.ports import Guestbook
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

    def pick(self, words: str, say: Language) -> list[Snippet]:
        """Statements to paste."""
        ...

    def data_of(self, button: Button, chat: str = "") -> str:
        """A button's data; `chat` is where it is shown."""
        ...

    @property
    def guests(self) -> Guestbook:
        """What is kept of those who ask."""
        ...

    def greet(self, update_id: int, person: str, chat: str) -> Guest | None:
        """Who is behind an update; None where it was seen before."""
        ...

    def census(self) -> Census:
        """How much is on record."""
        ...

    @property
    def newsroom(self) -> Newsroom:
        """Takes articles that people send."""
        ...

    @property
    def following(self) -> Following:
        """Knows who follows what."""
        ...

    def find_articles(self, words: str, chat: str) -> list[ArticleRef]:
        """The articles that words may mean in a conversation."""
        ...

    def ingest(self, paths: Iterable[str]) -> Iterator[Receipt]:
        """Load files and folders."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """An answer ready to be sent, and what of it may be logged."""

    shown: Rendered
    command: str
    status: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """A statement to paste, rendered."""

    id: str
    title: str
    description: str
    text: str
    """HTML."""


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

    async def pick(self, words: str, say: Language, bot: str) -> list[Pasted]:
        """Statements to paste for words, or examples of what can be typed."""
        return await asyncio.to_thread(self._picked, words, say, bot)

    async def meant(self, data: str) -> Button | None:
        """The button of some data, without its label; None if no button of ours has such data (any more)."""
        return await asyncio.to_thread(self._desk.meant, data)

    async def shown(self, reply: Reply, say: Language, chat: str = "") -> Rendered:
        """A reply, rendered; `chat` names the conversation that it is for."""
        return await asyncio.to_thread(render, reply, partial(self._desk.data_of, chat=chat), say)

    async def do(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Do something else with the desk that takes but a moment."""
        return await asyncio.to_thread(work, *given, **named)

    async def take_time(self, work: Callable[..., T], *given: object) -> T:
        """Do something that may take long: in threads of its own, so that no answer waits for it."""
        return await asyncio.get_running_loop().run_in_executor(self._long_work, work, *given)

    async def greet(self, update_id: int, person: str, chat: str) -> Guest | None:
        """Who is behind an update; None where it was seen before, restarts included."""
        return await asyncio.to_thread(self._desk.greet, update_id, person, chat)

    async def language(self, owner: str) -> str | None:
        """The language that somebody chose, or a group's admins did."""
        return (await asyncio.to_thread(self._desk.guests.settings, owner)).language

    async def tidy(self) -> int:
        """Delete what is older than it is to be kept; how many rows that were."""
        return await asyncio.to_thread(self._desk.guests.tidy)

    async def forget(self, owner: str) -> int:
        """Delete all that is stored about somebody, or about a group; how many rows there were."""
        return await asyncio.to_thread(self._desk.guests.forget, owner)

    async def let_in(self, person: str, code: str) -> bool:
        """Let somebody in by a code of invitation; False where it is none (any more)."""
        return await asyncio.to_thread(self._desk.guests.admit, person, code)

    def _asked(self, message: str, chat: str, say: Language, bot: str) -> Told:
        return self._told(self._desk.ask(message, chat, say=say), chat, say, bot)

    def _pressed(self, data: str, chat: str, say: Language, bot: str) -> Told | None:
        turn = self._desk.press(data, chat, say=say)
        return None if turn is None else self._told(turn, chat, say, bot)

    def _picked(self, words: str, say: Language, bot: str) -> list[Pasted]:
        return [
            Pasted(one.id, one.title, one.description, render(one.reply, self._desk.data_of, say, bot).texts[0])
            for one in self._desk.pick(words, say)
        ]

    def _told(self, turn: Turn, chat: str, say: Language, bot: str) -> Told:
        shown = render(turn.reply, partial(self._desk.data_of, chat=chat), say, bot)
        return Told(shown, turn.answer.command, turn.answer.status)
