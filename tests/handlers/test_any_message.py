"""Two thousand messages of any kind, in any order, with buttons new and stale: nothing that Telegram would refuse."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.__main__ import Parts
from bot.answer import COMMANDS
from bot.config import Settings, StoreSettings, TelegramSettings
from bot.desk import Desk
from bot.language import LANGUAGES
from handlers import wording
from handlers.app import build
from handlers.sending import Courier
from tests.e2e.checker import faults_of
from tests.handlers.fakes import ADA, GROUP, ME, TOKEN, Clock, Params, Telegram, private

SHOWING = {"sendMessage", "sendDocument", "sendPhoto", "sendMediaGroup"}
ACTS, RUNS = 30, 100
"""Two in three are messages: together two thousand."""
ANA = {"id": 9, "is_bot": False, "first_name": "Ana", "language_code": "es"}
WORDS = st.sampled_from(
    [
        *"Marek Adler|Katrin Holmvik|smoke|on the horizon|he|it|2|“we have|” - Adler|about talks|and|vs".split("|"),
        *"<b>|&amp;".split("|"),
        *'since:2023|from:EFE|kind:direct|sort:new|"exact"|:|?|language es|yes|a_0|q_0-1-2'.split("|"),
        *"🦊🏽‍🚀|مرحبا|\u202e|e\u0301\u0301\u0301|\0|á".split("|"),
        "x" * 300,
    ]
)
NAMES = st.sampled_from([f"/{name}" for one in COMMANDS for name in (one.name, *one.aliases)])
HITS = st.sampled_from(
    [
        *"/who smoke on the horizon|/quote Katrin Holmvik|/quote Adler|/articles|/summary 2|/article 1|/people".split(
            "|"
        ),
        *"/timeline Katrin Holmvik|/compare Marek Adler and Katrin Holmvik|/person Marek Adler|/topics|/digest".split(
            "|"
        ),
        *"/card|/chart|/cite|/export|/follow Marek Adler|/following|/forget yes|/settings admins".split("|"),
        *"/settings everybody|/language es".split("|"),
    ]
)
"""Questions with an answer, for buttons that lead somewhere."""
SAID = st.one_of(
    HITS,
    st.text(max_size=4096),
    st.lists(WORDS, max_size=6).map(" ".join),
    st.tuples(NAMES, st.lists(WORDS, max_size=4).map(" ".join)).map(" ".join),
    st.tuples(NAMES, st.text(max_size=200)).map(" ".join),
)
MESSAGES = st.tuples(st.just("say"), SAID.map(lambda text: text.strip()[:4096]).filter(bool))
PRESSES = st.tuples(st.just("press"), st.integers(0, 500))
TYPED = st.tuples(st.just("type"), st.one_of(HITS, st.text(max_size=256)))
"""Inline queries."""
FORGED = st.tuples(st.just("forge"), st.text(max_size=16))
ACT = st.tuples(st.sampled_from([ADA, ANA]), st.booleans(), st.one_of(*[MESSAGES] * 6, PRESSES, TYPED, FORGED))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Parts().desk(Settings(store=StoreSettings(path=tmp_path_factory.mktemp("any") / "archive.sqlite")))
    desk.load_samples()
    yield desk
    desk.close()


class Chat:
    """People who write and press, and all buttons that they were ever shown."""

    def __init__(self, desk: Desk) -> None:
        clock = Clock()
        self.telegram = Telegram()
        chosen = Settings(telegram=TelegramSettings(token=TOKEN, rate_per_minute=600, burst=100))
        courier = Courier(clock.sleep, clock)
        self.app = build(desk, chosen, self.telegram, self.telegram, None, courier)

    async def play(self, acts: list[Any], first: int) -> None:
        await self.app.initialize()
        await self.app.start()
        for number, (user, grouped, (kind, what)) in enumerate(acts, first):
            content = self._content(user, GROUP if grouped else private(user), kind, what)
            update = Update.de_json({"update_id": number, **content}, self.app.bot)
            before = len(self.telegram.calls)
            self.app.update_queue.put_nowait(update)
            await self.app.update_queue.join()
            told = [name for name, _ in self.telegram.calls[before:]]
            if kind == "say" and not grouped:
                assert SHOWING & set(told), f"{what!r} stays without an answer"
            if kind in ("press", "forge"):
                assert "answerCallbackQuery" in told, f"{what!r} stays without an answer"
            if kind == "type":
                assert "answerInlineQuery" in told, f"{what!r} stays without an answer"
        await self.app.stop()
        await self.app.shutdown()

    def _content(self, user: Params, chat: Params, kind: str, what: Any) -> Params:
        if kind == "say":
            return {"message": {"message_id": 50, "date": 1, "chat": chat, "from": user, "text": what}}
        if kind == "type":
            return {"inline_query": {"id": "q", "from": user, "query": what, "offset": ""}}
        data = what if kind == "forge" else self._button(what)
        shown = {"message_id": 40, "date": 1, "chat": chat, "from": ME, "text": "old"}
        query = {"id": "q", "from": user, "message": shown, "chat_instance": "c", "data": data or "p"}
        return {"callback_query": query}

    def _button(self, number: int) -> str:
        markups = (given.get("reply_markup") for _, given in self.telegram.calls)
        rows = (row for markup in markups if markup for row in markup.get("inline_keyboard", ()))
        known = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
        return str(known[number % len(known)]) if known else "p:nothing:0"


updates = iter(range(1, 10**9, ACTS))


@settings(max_examples=RUNS, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACT, min_size=ACTS, max_size=ACTS))
def test_any_messages_in_any_order(desk: Desk, acts: list[Any]) -> None:
    chat = Chat(desk)
    asyncio.run(chat.play(acts, next(updates)))
    calls = [{"method": name, "given": given} for name, given in chat.telegram.calls]
    assert [f"{call['method']}: {fault}: {call['given']}" for call in calls for fault in faults_of(call)] == []
    failed = {say(wording.FAILED).split("(")[0] for say in LANGUAGES}
    assert [text for text in chat.telegram.said() if text.startswith(tuple(failed))] == []
