"""Faults over HTTP, beside those of `test_delivery.py`: what becomes of each is in `docs/faults.md`."""

from __future__ import annotations

import socket

import pytest

from tests.e2e.client import Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

USAGE = "/who <words>"
SLOW_DOWN = {
    "ok": False,
    "error_code": 429,
    "description": "Too Many Requests: retry after 3",
    "parameters": {"retry_after": 3},
}


def test_a_chat_that_is_told_to_slow_down_holds_up_no_other(bot: Bot) -> None:
    slow, quick = User(bot), User(bot)
    bot.fail("sendMessage", chat=slow.id, status=429, body=SLOW_DOWN)
    slow.say("/help who")
    for _ in range(3):
        assert USAGE in quick.ask("/help who").text
    assert slow.unread() == []
    assert USAGE in slow.reply().text


def test_a_page_of_html_instead_of_an_answer_is_told_and_not_repeated(bot: Bot, user: User) -> None:
    bot.fail("sendMessage", chat=user.id, status=200, body="<html>Welcome to the hotel</html>")
    assert "went wrong" in user.ask("/help who").text
    assert USAGE in user.ask("/help who").text


def test_a_reply_that_arrived_though_the_connection_broke_is_not_lost(bot: Bot, user: User) -> None:
    bot.fail("sendMessage", chat=user.id, drop=True, late=True)
    assert USAGE in user.ask("/help who").text
    assert USAGE in user.reply().text  # it can't be known that the first arrived: said twice rather than not at all
    assert user.unread() == []


def test_a_refused_poll_ends_the_bot_and_a_new_start_answers_what_waited(bots: Bots) -> None:
    bot = bots().start()
    user = User(bot)
    assert USAGE in user.ask("/help who").text
    bot.fail("getUpdates", status=401, body={"ok": False, "error_code": 401, "description": "Unauthorized"})
    bot.send(message={"from": user.sender, "chat": user.chat, "text": "/help quote"})
    assert bot.wait() != 0
    user.say("/help person")
    bot.start()
    told = [user.reply().text for _ in range(2)]
    assert "/quote <speaker>" in told[0]
    assert "/person <name>" in told[1]
    assert user.unread() == []


def test_updates_out_of_order_are_all_answered_once(bots: Bots) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    webhook = {
        "TELEGRAM__MODE": "webhook",
        "TELEGRAM__WEBHOOK_PORT": port,
        "TELEGRAM__WEBHOOK_URL": "https://b.example/h",
    }
    bot = bots(PROXY=f"http://127.0.0.1:{port}", **webhook).start()
    user = User(bot)
    for number, command in ((907, "quote"), (905, "who"), (906, "person"), (905, "who"), (907, "quote")):
        message = {"from": user.sender, "chat": user.chat, "text": f"/help {command}"}
        bot.send(update_id=number, message=message)
    told = [user.reply().text for _ in range(3)]
    assert [text.split()[0] for text in told] == ["/quote", "/who", "/person"]
    assert "/summary" in user.ask("/help summary").text
    assert user.unread() == []


def test_two_hundred_messages_at_once_are_answered_politely_and_hold_up_nobody(bots: Bots) -> None:
    bot = bots(TELEGRAM__RATE_PER_MINUTE=20, TELEGRAM__BURST=5).start()
    hasty, other = User(bot), User(bot)
    for number in range(200):
        hasty.say(f"/quote zyx{number}")
        if number == 100:
            assert USAGE in other.ask("/help who").text
    told = [hasty.reply().text for _ in range(6)]
    assert "wait" in told[5]
    assert all("zyx" in text for text in told[:5])
    assert USAGE in other.ask("/help who").text
    assert len(hasty.unread()) <= 2  # let in once more while they wrote, at most, and told again
