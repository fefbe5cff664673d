"""A Telegram that only records, a desk that answers by rule, and a stage where the two meet."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Self

from telegram import Update
from telegram.request import BaseRequest, RequestData

from bot.answer import COMMANDS
from bot.config import RetentionSettings, Settings, TelegramSettings
from bot.desk import Turn
from bot.language import ENGLISH, Language
from bot.model import Answer, Block, Button, Census, ChatSettings, Guest, Piece, Reply
from handlers.admins import GroupAdmins
from handlers.app import App, build
from handlers.clerk import Clerk
from handlers.conversation import Conversation
from handlers.door import Door
from handlers.reception import Reception
from handlers.sending import Courier
from handlers.tally import Tally

TOKEN = "123456:the-secret-part-of-a-token"
ME = {"id": 123456, "is_bot": True, "first_name": "On record", "username": "OnRecordBot"}
ADA, BEN = {"id": 7, "is_bot": False, "first_name": "Ada"}, {"id": 8, "is_bot": False, "first_name": "Ben"}
Params = dict[str, Any]
Body = tuple[int, Any] | Exception
"""Status and JSON, or text as it is; or what is raised instead."""


def ok(result: Any) -> Body:
    return HTTPStatus.OK, {"ok": True, "result": result}


def refused(code: int, description: str, **parameters: int) -> Body:
    return code, {"ok": False, "error_code": code, "description": description, "parameters": parameters}


class Telegram(BaseRequest):
    """Records every call and answers it: as told by `script`, else well."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Params]] = []
        self.script: dict[str, list[Body]] = defaultdict(list)
        self.called = asyncio.Event()

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        parameters = request_data.parameters if request_data else {}
        self.calls.append((name, parameters))
        self.called.set()
        await asyncio.sleep(0)
        body = self.script[name].pop(0) if self.script[name] else ok(self._result(name, parameters))
        if isinstance(body, Exception):
            raise body
        status, content = body
        return status, content.encode() if isinstance(content, str) else json.dumps(content).encode()

    def _result(self, name: str, parameters: Params) -> Any:
        if name == "getMe":
            return ME
        if name == "getChatAdministrators":
            return [{"status": "creator", "user": BEN, "is_anonymous": False}]
        if name == "getWebhookInfo":
            url = next((one["url"] for one in reversed(self.made("setWebhook"))), "")
            return {"url": url, "has_custom_certificate": False, "pending_update_count": 0}
        if name in ("sendMessage", "editMessageText", "sendDocument"):
            chat = {"id": parameters["chat_id"], "type": "private"}
            return {"message_id": len(self.calls), "date": 1, "chat": chat, "text": parameters.get("text", "")}
        return [] if name == "getUpdates" else True

    def made(self, *names: str) -> list[Params]:
        """The parameters of the calls of these names, in order."""
        return [parameters for name, parameters in self.calls if name in names]

    def said(self) -> list[str]:
        """The texts sent and edited, in order."""
        return [parameters["text"] for parameters in self.made("sendMessage", "editMessageText")]

    def toasts(self) -> list[str]:
        """The words with which buttons were answered, "" for none."""
        return [parameters.get("text", "") for parameters in self.made("answerCallbackQuery")]

    async def until(self, name: str) -> Params:
        """The parameters of the first call of that name, waited for."""
        while not self.made(name):
            self.called.clear()
            await self.called.wait()
        return self.made(name)[0]


def reply(text: str) -> Reply:
    return Reply((Block((Piece(text),)),), ((Button("More", text, 1),),))


class NothingNew:
    """Nobody follows anything."""

    def mark(self) -> int:
        return 0

    def ready(self, until: int, now: float) -> list[str]:
        return []


@dataclass
class FakeGuests:
    """Keeps what people chose, and the code "open-sesame"."""

    chosen: dict[str, ChatSettings] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)
    tidied: int = 0

    def settings(self, owner: str) -> ChatSettings:
        return self.chosen.get(owner, ChatSettings())

    def keep_settings(self, owner: str, settings: ChatSettings) -> None:
        self.chosen[owner] = settings

    def everything(self, owner: str) -> dict[str, list[Params]]:
        return {"setting": [{"owner": owner}]} if owner in self.chosen else {}

    def forget(self, owner: str) -> int:
        return int(self.chosen.pop(owner, None) is not None)

    def invite(self, by: str, uses: int) -> str:
        return "open-sesame"

    def admit(self, owner: str, code: str) -> bool:
        if code == "open-sesame":
            self.inside.add(owner)
        return owner in self.inside

    def admitted(self, owner: str) -> bool:
        return owner in self.inside

    def counts(self) -> dict[str, int]:
        return dict.fromkeys(("setting", "guest", "chat", "message"), 1)

    def tidy(self) -> int:
        self.tidied += 1
        return 0


@dataclass
class FakeDesk:
    """Answers "x" with "re: x"; `rule` may do something first, in the thread that asks."""

    rule: Callable[[str], object] = lambda _: None
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    guests: FakeGuests = field(default_factory=FakeGuests)
    commands = COMMANDS

    def ask(self, message: str, chat: str | None = None, page: int = 0, say: Language = ENGLISH) -> Turn:
        self.asked.append((message, chat))
        self.rule(message)
        return Turn(Answer(message, "who"), reply(f"re: {message}"))

    def press(self, data: str, chat: str | None = None, say: Language = ENGLISH) -> Turn | None:
        if not data.startswith("p:"):
            self.rule(data)
            return None
        return self.ask(data, chat)

    @property
    def following(self) -> NothingNew:
        return NothingNew()

    def meant(self, data: str) -> Button | None:
        return None

    def data_of(self, button: Button, chat: str = "") -> str:
        return f"p:{button.message[:20]}:{button.page}"

    def greet(self, update_id: int, person: str, chat: str) -> Guest | None:
        if update_id in self.seen:
            return None
        self.seen.add(update_id)
        return Guest(self.guests.settings(person), self.guests.settings(chat), self.guests.admitted(person))

    def census(self) -> Census:
        return Census(1, 2, 3)


class Clock:
    """Time as the test tells it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def private(user: Params = ADA) -> Params:
    return {"id": user["id"], "type": "private", "first_name": user["first_name"]}


GROUP = {"id": -100, "type": "supergroup", "title": "Newsroom"}


class Stage:
    """An application between a fake desk and a fake Telegram. Use it as an async context."""

    def __init__(self, desk: FakeDesk | None = None, patience: float = 60.0, at_once: float = 60.0, **chosen: Any):
        self.desk, self.telegram, self.clock = desk or FakeDesk(), Telegram(), Clock()
        self.settings = TelegramSettings(token=TOKEN, **chosen)
        clerk, admins, tally = Clerk(self.desk), GroupAdmins(self.clock), Tally()
        reception = Reception(clerk, self.desk, self.settings, RetentionSettings(), admins, tally, self.clock)
        door = Door(self.settings, self.clock)
        conversation = Conversation(clerk, door, self.desk.commands, (reception,), admins, tally, at_once, patience)
        courier = Courier(self.clock.sleep, self.clock)
        settings = Settings(telegram=self.settings)
        self.app: App = build(self.desk, settings, self.telegram, self.telegram, conversation, courier)
        self.number = 0

    async def __aenter__(self) -> Self:
        await self.app.initialize()
        await self.app.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.app.stop()
        await self.app.shutdown()

    def put(self, **content: Any) -> None:
        """Let an update come in."""
        self.number += 1
        update = Update.de_json({"update_id": self.number, **content}, self.app.bot)
        self.app.update_queue.put_nowait(update)

    def write(self, text: str, user: Params = ADA, chat: Params | None = None, **content: Any) -> None:
        """Let somebody write, in the private chat by default."""
        message = {"message_id": 50, "date": 1, "chat": chat or private(user), "from": user, "text": text, **content}
        self.put(message={name: value for name, value in message.items() if value is not None})

    def press(self, data: str, user: Params = ADA, chat: Params | None = None, date: int = 1) -> None:
        """Let somebody press a button of the bot's message 40; a date of 0 makes that too old to see."""
        shown = {"message_id": 40, "date": date, "chat": chat or private(user), "from": ME, "text": "old"}
        query = {"id": "q", "from": user, "message": shown, "chat_instance": "c", "data": data}
        self.put(callback_query=query)

    async def settled(self) -> Telegram:
        """Wait until all that came in has been dealt with."""
        await self.app.update_queue.join()
        return self.telegram


def talk(stage: Stage, act: Callable[[Stage], object]) -> Telegram:
    """Run a stage from start to end with what `act` lets come in."""

    async def play() -> Telegram:
        async with stage:
            act(stage)
            return await stage.settled()

    return asyncio.run(play())
