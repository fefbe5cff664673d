"""Groups, and who may ask."""

from __future__ import annotations

import pytest

from tests.e2e.client import NEXT, Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e


@pytest.fixture
def member(bot: Bot) -> User:
    """Somebody in a group."""
    user = User(bot)
    user.chat = {"id": -1_000_000 - user.id, "type": "supergroup", "title": "The newsroom"}
    return user


@pytest.mark.parametrize(
    "text", ["who said smoke on the horizon?", "Marek Adler", "/who@another_bot smoke on the horizon", "/roll 6", "/"]
)
def test_talk_among_people_is_not_answered(member: User, text: str) -> None:
    member.say(text)
    assert "Lisena" in member.ask("/who smoke on the horizon").text
    assert member.unread() == []


@pytest.mark.parametrize("command", ["/who", "/who@onrecord_test_bot", "/WHO@OnRecord_Test_Bot"])
def test_commands_are_answered_as_replies(member: User, command: str) -> None:
    asked = member.say(f"{command} smoke on the horizon")
    shown = member.reply()
    assert "Marek Adler" in shown.text
    assert shown.call["given"]["reply_parameters"]["message_id"] == asked["message"]["message_id"]


def test_an_answer_to_the_bot_is_a_question(member: User) -> None:
    shown = member.ask("/quote Viktor Strand")
    told = member.ask("what did he say about money?", reply_to_message=shown.call["result"])
    assert "I did not steal it" in told.text


def test_an_answer_to_somebody_else_is_not(member: User) -> None:
    said = member.say("has anybody read this?")
    member.say("Marek Adler", reply_to_message=said["message"])
    assert "/who <words>" in member.ask("/help who").text


def test_buttons_work_in_groups(member: User) -> None:
    shown = member.ask("/quote Katrin Holmvik")
    assert "2/" in member.press(shown, NEXT).text


def test_only_those_let_in_are_answered(bots: Bots) -> None:
    bot = bots(TELEGRAM__ACCESS="allow", TELEGRAM__ALLOW="41", TELEGRAM__ADMINS="42").start()
    friend, admin, stranger = User(bot, id=41), User(bot, id=42), User(bot, id=43)
    shown = friend.ask("/quote Katrin Holmvik")
    assert "Katrin Holmvik" in admin.ask("/quote Katrin Holmvik").text
    assert "43" in stranger.ask("/quote Katrin Holmvik").text
    toast = stranger.toast(stranger.tap(shown, shown.buttons[NEXT]))
    assert "43" in toast
    assert stranger.unread() == []


def test_who_asks_too_fast_is_told_once_to_wait(bots: Bots) -> None:
    bot = bots(TELEGRAM__RATE_PER_MINUTE=1, TELEGRAM__BURST=2).start()
    hasty, other = User(bot), User(bot)
    for text in ("/help who", "/help quote", "/help who", "/help quote"):
        hasty.say(text)
    told = [hasty.reply().text for _ in range(3)]
    assert "/quote <speaker>" in told[1]
    assert "wait" in told[2]
    assert "/who <words>" in other.ask("/help who").text
    assert hasty.unread() == []
