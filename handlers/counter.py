"""Counters: what messages and buttons can be for beside questions, each with commands of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol

from telegram import CallbackQuery, Chat, Message, Update
from telegram.ext import Application

from bot.answer.commands import BY_NAME
from bot.compose.body import said
from bot.language import Language
from bot.model import Reply
from bot.text import fold
from handlers.clerk import Clerk
from handlers.showing import answer, show_instead, toast

_COMMAND = re.compile(r"[/／](?P<name>\w+)(?:@\w+)?(?:[\s:]+(?P<rest>.*))?", re.DOTALL)


def command_of(text: str) -> tuple[str, str]:
    """The name of the command that a text begins with, and what follows it; ("", text) where there is none."""
    match = _COMMAND.fullmatch(text.strip())
    if not match:
        return "", text
    name = fold(match["name"])
    return BY_NAME[name].name if name in BY_NAME else name, (match["rest"] or "").strip()


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody who was let in has written, or the message that a button they pressed stands for."""

    text: str
    update: Update
    chat: Chat
    user: int
    conversation: str
    """The name under which the desk knows the two."""
    say: Language
    clerk: Clerk
    app: Application[Any, Any, Any, Any, Any, Any]

    @property
    def typed(self) -> Message | None:
        """The message; None where a button was pressed."""
        return self.update.message

    @property
    def query(self) -> CallbackQuery | None:
        """The button's query; None where a message was written."""
        return self.update.callback_query

    def start(self, work: Coroutine[Any, Any, None]) -> object:
        """Start a task that the program doesn't end without; what it raises is told as a fault of this update."""
        return self.app.create_task(work, update=self.update)

    async def show(self, reply: Reply) -> None:
        """Answer; in the place of the message whose button was pressed."""
        shown = await self.clerk.shown(reply, self.say, self.conversation)
        if self.query:
            await toast(self.query)
            await show_instead(self.query, shown)
        elif self.typed:
            await answer(self.typed, shown)

    async def post(self, reply: Reply, to: Message | None = None) -> Message:
        """Send a short message to be edited later; in a group it refers to what was written."""
        shown = await self.clerk.shown(reply, self.say, self.conversation)
        answered = to or self.typed
        (text,) = shown.texts
        return await (answered.reply_text(text) if answered else self.chat.send_message(text))

    async def tell(self, words: str, **facts: object) -> None:
        """Answer with a line, in the user's language; a button's message stays as it is."""
        told = self.say(words, **facts)
        if self.query:
            await toast(self.query, told)
        else:
            await self.show(said(told))


class Counter(Protocol):
    """Deals with what is no question to the record."""

    @property
    def commands(self) -> Collection[str]:
        """The names of its commands, without the slash."""
        ...

    async def take(self, asked: Asked) -> bool:
        """Deal with something, if it is for here."""
        ...
