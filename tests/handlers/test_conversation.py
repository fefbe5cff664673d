"""Messages and buttons: what is answered, where, and what is shown meanwhile."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from handlers import wording
from tests.handlers.fakes import ADA, BEN, GROUP, ME, FakeDesk, Params, Stage, private, refused, talk

SOON, LONG = 0.0, 60.0
"""Seconds of patience."""


def test_a_message_is_answered_with_its_buttons_and_no_preview() -> None:
    stage = Stage()
    telegram = talk(stage, lambda s: s.write("smoke"))
    (sent,) = telegram.made("sendMessage")
    assert sent["text"] == "re: smoke"
    assert sent["chat_id"] == ADA["id"]
    assert sent["parse_mode"] == "HTML"
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_markup"]["inline_keyboard"] == [[{"text": "More", "callback_data": "p:re: smoke:1"}]]
    assert "reply_parameters" not in sent
    assert stage.desk.asked == [("smoke", "tg:7:7")]


@pytest.mark.parametrize("text", ["who said it?", "/foo", "/who@AnotherBot it", "/", "@OnRecordBot it", "a /who it"])
def test_in_groups_talk_among_people_is_let_be(text: str) -> None:
    stage = Stage()
    telegram = talk(stage, lambda s: s.write(text, chat=GROUP))
    assert telegram.said() == []
    assert stage.desk.seen == set()


@pytest.mark.parametrize(
    "text", ["/who it", "/WHO it", "/quien it", "/foo@onrecordbot it", "/help", "/who@OnRecordBot"]
)
def test_in_groups_commands_are_answered_as_replies(text: str) -> None:
    stage = Stage()
    telegram = talk(stage, lambda s: s.write(text, BEN, GROUP))
    (sent,) = telegram.made("sendMessage")
    assert sent["text"] == f"re: {text}"
    assert sent["reply_parameters"]["message_id"] == 50
    assert stage.desk.asked == [(text, "tg:-100:8")]


@pytest.mark.parametrize(
    ("author", "text", "answered"),
    [(ME, "and about fish?", True), (BEN, "and about fish?", False), (ME, "/who@AnotherBot it", False)],
)
def test_in_groups_answers_to_the_bot_are_questions(author: Params, text: str, answered: bool) -> None:
    earlier = {"message_id": 3, "date": 1, "chat": GROUP, "from": author, "text": "earlier"}
    telegram = talk(Stage(), lambda s: s.write(text, chat=GROUP, reply_to_message=earlier))
    assert bool(telegram.said()) is answered


UNREADABLE: list[Params] = [
    {"sticker": {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1, "is_animated": False,
                 "is_video": False, "type": "regular"}},
    {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}},
    {"photo": [], "caption": "look"},
]  # fmt: skip


@pytest.mark.parametrize("content", UNREADABLE, ids=lambda content: next(iter(content)))
def test_what_is_no_text_gets_a_helpful_line_in_private_chats_alone(content: Params) -> None:
    assert talk(Stage(), lambda s: s.write(None, **content)).said() == [wording.NOT_TEXT]  # type: ignore[arg-type]
    assert talk(Stage(), lambda s: s.write(None, chat=GROUP, **content)).said() == []  # type: ignore[arg-type]


def test_an_album_gets_one_line() -> None:
    def album(stage: Stage) -> None:
        for name in ("a", "a", "a", "b"):
            stage.write(None, photo=[], media_group_id=name)  # type: ignore[arg-type]

    assert talk(Stage(), album).said() == [wording.NOT_TEXT] * 2


def test_service_messages_and_edits_are_let_be() -> None:
    message: dict[str, Any] = {
        "message_id": 1,
        "date": 1,
        "edit_date": 2,
        "chat": private(),
        "from": ADA,
        "text": "smoke",
    }

    def act(stage: Stage) -> None:
        stage.write(None, pinned_message=message)  # type: ignore[arg-type]
        stage.put(edited_message=message)

    assert talk(Stage(), act).said() == []


def test_a_button_edits_its_message() -> None:
    stage = Stage()
    telegram = talk(stage, lambda s: s.press("p:1:2"))
    assert [name for name, _ in telegram.calls if name != "getMe"] == ["answerCallbackQuery", "editMessageText"]
    assert telegram.toasts() == [""]
    (edited,) = telegram.made("editMessageText")
    assert (edited["message_id"], edited["text"]) == (40, "re: p:1:2")
    assert "reply_markup" in edited
    assert stage.desk.asked == [("p:1:2", "tg:7:7")]


@pytest.mark.parametrize("data", ["x:1:2", "", "nonsense", "🙂"])
def test_a_stale_or_forged_button_says_what_to_do(data: str) -> None:
    telegram = talk(Stage(), lambda s: s.press(data))
    assert telegram.toasts() == [wording.STALE_BUTTON]
    assert telegram.said() == []


def test_a_page_that_is_shown_already_is_no_fault() -> None:
    stage = Stage()
    same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same"
    stage.telegram.script["editMessageText"] = [refused(400, same)]
    telegram = talk(stage, lambda s: s.press("p:1:2"))
    assert len(telegram.said()) == 1
    assert telegram.toasts() == [""]


def test_a_button_that_waited_too_long_still_turns_the_page() -> None:
    stage = Stage()
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    stage.telegram.script["answerCallbackQuery"] = [refused(400, late)]
    telegram = talk(stage, lambda s: s.press("p:1:2"))
    assert len(telegram.toasts()) == 1
    assert telegram.said() == ["re: p:1:2"]


def test_where_the_message_is_gone_the_answer_comes_below() -> None:
    stage = Stage()
    stage.telegram.script["editMessageText"] = [refused(400, "Bad Request: message to edit not found")]
    assert [p["text"] for p in talk(stage, lambda s: s.press("p:1:2")).made("sendMessage")] == ["re: p:1:2"]
    telegram = talk(Stage(), lambda s: s.press("p:1:2", date=0))
    assert telegram.made("editMessageText") == []
    assert telegram.said() == ["re: p:1:2"]


def test_a_long_answer_shows_typing_first() -> None:
    async def play() -> None:
        go = threading.Event()
        stage = Stage(FakeDesk(lambda _: go.wait(LONG)), patience=SOON)
        async with stage:
            stage.write("slow")
            shown = await stage.telegram.until("sendChatAction")
            assert shown == {"chat_id": ADA["id"], "action": "typing"}
            assert stage.telegram.said() == []
            go.set()
            assert (await stage.settled()).said() == ["re: slow"]

    asyncio.run(play())


def test_a_quick_answer_shows_none() -> None:
    assert talk(Stage(), lambda s: s.write("quick")).made("sendChatAction") == []


@pytest.mark.parametrize(("data", "shown"), [("p:1:2", "re: p:1:2"), ("x:1:2", wording.STALE_BUTTON)])
def test_a_button_stops_waiting_though_its_answer_takes_long(data: str, shown: str) -> None:
    async def play() -> None:
        go = threading.Event()
        stage = Stage(FakeDesk(lambda _: go.wait(LONG)), at_once=SOON)
        async with stage:
            stage.press(data)
            await stage.telegram.until("answerCallbackQuery")
            assert stage.telegram.said() == []
            go.set()
            telegram = await stage.settled()
        assert telegram.toasts() == [""]
        assert telegram.said() == [shown]

    asyncio.run(play())


@pytest.mark.parametrize(
    ("text", "answered", "asked"),
    [
        ("/summary", {"text": "Ferry sinks\n\nIt sank."}, "/summary Ferry sinks"),
        ("/quotes", {"text": "See https://ndp.example/ferry now",
                     "entities": [{"type": "url", "offset": 4, "length": 25}]}, "/quotes https://ndp.example/ferry"),
        ("/summary", {"text": "Ferry sinks", "entities": [
            {"type": "text_link", "offset": 0, "length": 11, "url": "https://ndp.example/a"}]},
         "/summary https://ndp.example/a"),
        ("/summary 2", {"text": "Ferry sinks"}, "/summary 2"),
        ("who said it?", {"text": "Ferry sinks"}, "who said it?"),
    ],
)  # fmt: skip
def test_a_command_in_answer_to_a_message_means_its_article(text: str, answered: Params, asked: str) -> None:
    earlier = {"message_id": 3, "date": 0, "chat": private(ADA), "from": ADA, **answered}
    stage = Stage()
    talk(stage, lambda s: s.write(text, reply_to_message=earlier))
    assert stage.desk.asked[0][0] == asked
