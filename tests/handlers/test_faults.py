"""What fails: tried again where that is safe, told plainly, logged without a private word."""

from __future__ import annotations

import httpx
import pytest
from structlog.testing import capture_logs
from telegram.error import NetworkError, TimedOut

from bot.errors import StoreLockedError
from handlers import wording
from handlers.sending import PAUSES
from tests.handlers.fakes import ADA, BEN, Body, FakeDesk, Stage, refused, talk

DROPPED = NetworkError(f"httpx.{httpx.ReadError.__name__}: ")
BAD_GATEWAY: Body = (502, "bad gateway")
PRIVATE_WORDS = "my secret question"


def failing(message: str) -> None:
    if message == PRIVATE_WORDS or message.startswith("p:"):
        raise KeyError(message)


@pytest.mark.parametrize("fault", [BAD_GATEWAY, DROPPED, (500, {"ok": False})], ids=["502", "dropped", "500"])
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
def test_what_failed_on_its_way_is_sent_again(method: str, fault: Body) -> None:
    stage = Stage()
    stage.telegram.script[method] = [fault] * len(PAUSES)
    telegram = talk(stage, lambda s: s.write("smoke") if method == "sendMessage" else s.press("p:1:1"))
    assert telegram.said() == ["re: smoke" if method == "sendMessage" else "re: p:1:1"] * (1 + len(PAUSES))
    assert stage.clock.now == sum(PAUSES)


def test_it_is_not_tried_for_ever_and_the_user_is_told() -> None:
    stage = Stage()
    stage.telegram.script["sendMessage"] = [DROPPED] * (1 + len(PAUSES))
    with capture_logs() as logged:
        told = talk(stage, lambda s: s.write("smoke")).said()
    (event,) = [event for event in logged if event["event"] == "update_failed"]
    assert told == ["re: smoke"] * (1 + len(PAUSES)) + [wording.FAILED.format(id=event["id"])]


def test_what_telegram_refuses_is_not_sent_again_but_told() -> None:
    stage = Stage()
    stage.telegram.script["sendMessage"] = [refused(400, "Bad Request: can't parse entities")]
    told = talk(stage, lambda s: s.write("smoke")).said()
    assert told[:1] == ["re: smoke"]
    assert len(told) == 2
    assert "went wrong" in told[1]


def test_what_may_have_arrived_is_not_sent_again() -> None:
    stage = Stage()
    stage.telegram.script["sendMessage"] = [TimedOut()]
    told = talk(stage, lambda s: s.write("smoke")).said()
    assert told[:1] == ["re: smoke"]
    assert len(told) == 2
    assert "did not confirm" in told[1]
    assert stage.clock.now == 0


def test_who_blocked_the_bot_is_let_be() -> None:
    stage = Stage()
    stage.telegram.script["sendMessage"] = [refused(403, "Forbidden: bot was blocked by the user")]
    with capture_logs() as logged:
        assert len(talk(stage, lambda s: s.write("smoke")).said()) == 1
    assert [event["event"] for event in logged if event["event"] != "answered"] == ["blocked_by_user"]


def test_an_error_is_told_with_its_id_and_logged_without_what_was_written() -> None:
    with capture_logs() as logged:
        told = talk(Stage(FakeDesk(failing)), lambda s: s.write(PRIVATE_WORDS)).said()
    (event,) = logged
    assert told == [wording.FAILED.format(id=event["id"])]
    assert event["error"] == "KeyError"
    assert "test_faults.py" in event["where"]
    assert PRIVATE_WORDS not in repr(logged)


def test_an_error_behind_a_button_is_told_in_a_toast() -> None:
    with capture_logs() as logged:
        telegram = talk(Stage(FakeDesk(failing)), lambda s: s.press("p:1:1"))
    (event,) = logged
    assert telegram.toasts() == [wording.FAILED.format(id=event["id"])]


def test_our_own_errors_are_logged_with_their_words() -> None:
    def locked(_: str) -> None:
        raise StoreLockedError("the archive is in use; try again later")

    with capture_logs() as logged:
        talk(Stage(FakeDesk(locked)), lambda s: s.write("smoke"))
    assert [event["told"] for event in logged] == ["the archive is in use; try again later"]


def test_errors_of_one_never_reach_another() -> None:
    def act(stage: Stage) -> None:
        for number in range(3):
            stage.write(PRIVATE_WORDS, ADA)
            stage.write(str(number), BEN)
        stage.write("again", ADA)

    told = talk(Stage(FakeDesk(failing)), act).made("sendMessage")
    assert [sent["text"] for sent in told if sent["chat_id"] == BEN["id"]] == ["re: 0", "re: 1", "re: 2"]
    assert [sent["text"] for sent in told if sent["chat_id"] == ADA["id"]][-1] == "re: again"


def test_an_apology_that_fails_too_is_logged() -> None:
    stage = Stage(FakeDesk(failing))
    stage.telegram.script["sendMessage"] = [refused(400, "Bad Request: chat not found")]
    with capture_logs() as logged:
        talk(stage, lambda s: s.write(PRIVATE_WORDS))
    assert [event["event"] for event in logged] == ["update_failed", "apology_not_sent"]
