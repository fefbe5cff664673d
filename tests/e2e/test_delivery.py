"""What can go wrong on the way: duplicates, order, faults of the network and of Telegram, starts and ends."""

from __future__ import annotations

import signal
import socket

import httpx
import pytest

from tests.e2e.client import PATIENCE, Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

RETRY_AFTER = 1
"""Seconds."""
SLOW_DOWN = {
    "ok": False,
    "error_code": 429,
    "description": f"Too Many Requests: retry after {RETRY_AFTER}",
    "parameters": {"retry_after": RETRY_AFTER},
}
UNAUTHORIZED = {"ok": False, "error_code": 401, "description": "Unauthorized"}
OFTEN = 1000
USAGE = "/who <words>"
"""In the reply to "/help who"."""


def only_reply(user: User, text: str) -> str:
    """Ask, and see that there is one reply: the next thing shown answers the next question."""
    told = user.ask(text).text
    assert USAGE in user.ask("/help who").text
    assert user.unread() == []
    return told


# --- duplicates and order


def test_the_same_update_twice_is_answered_once(bot: Bot, user: User) -> None:
    update = user.say("/who smoke on the horizon")
    assert "Marek Adler" in user.reply().text
    bot.send(**update)
    assert USAGE in user.ask("/help who").text


def test_answers_of_one_chat_keep_its_order(user: User) -> None:
    words = [f"zyx{number}" for number in range(8)]
    for word in words:
        user.say(f"/quote {word}")
    told = [user.reply().text for _ in words]
    assert [next(word for word in words if word in text) for text in told] == words


def test_a_slow_chat_holds_up_no_other(bot: Bot) -> None:
    slow, quick = User(bot), User(bot)
    bot.fail("sendMessage", chat=slow.chat["id"], hang=2000)
    slow.say("/help who")
    assert USAGE in quick.ask("/help who").text
    assert slow.unread() == []
    assert USAGE in slow.reply().text


# --- faults of the network and of Telegram


@pytest.mark.parametrize("fault", [{"status": 502, "body": "<html>Bad Gateway</html>"}, {"drop": True}], ids=str)
def test_a_reply_that_fails_on_its_way_is_sent_again(bot: Bot, user: User, fault: dict[str, object]) -> None:
    bot.fail("sendMessage", chat=user.chat["id"], times=2, **fault)
    assert "Marek Adler" in only_reply(user, "/who smoke on the horizon")


def test_a_page_that_fails_on_its_way_is_turned_again(bot: Bot, user: User) -> None:
    shown = user.ask("/quote Katrin Holmvik")
    bot.fail("editMessageText", chat=user.chat["id"], status=502)
    assert "2/" in user.press(shown, "Next").text


def test_telegrams_request_to_slow_down_is_heeded(bot: Bot, user: User) -> None:
    bot.fail("sendMessage", chat=user.chat["id"], status=429, body=SLOW_DOWN)
    assert "Marek Adler" in only_reply(user, "/who smoke on the horizon")
    first, second = bot.made("sendMessage", given={"chat_id": user.chat["id"]})[:2]
    assert second["given"] == first["given"]
    assert second["at"] - first["at"] >= 1000 * RETRY_AFTER


def test_a_refused_reply_is_not_repeated_and_the_user_is_told(bot: Bot, user: User) -> None:
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: can't parse entities"}
    bot.fail("sendMessage", chat=user.chat["id"], status=400, body=refusal)
    told = user.ask("/who smoke on the horizon")
    assert "went wrong" in told.text
    assert "Marek Adler" in user.ask("/who smoke on the horizon").text


def test_a_user_who_blocked_the_bot_disturbs_nobody(bot: Bot, user: User) -> None:
    blocked = User(bot)
    refusal = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    bot.fail("sendMessage", chat=blocked.chat["id"], status=403, body=refusal, times=OFTEN)
    blocked.say("/help")
    assert USAGE in user.ask("/help who").text


def test_polling_goes_on_after_faults(bot: Bot, user: User) -> None:
    for fault in ({"status": 502, "body": "bad gateway"}, {"drop": True}):
        bot.fail("getUpdates", **fault)
    assert USAGE in user.ask("/help who").text
    assert USAGE in user.ask("/help who").text


# --- starts and ends


def test_a_token_that_telegram_refuses_ends_the_bot(bots: Bots) -> None:
    bot = bots(TELEGRAM__TOKEN="987654:" + "nobody-knows-this-token-at-all").start(ready=False)
    assert bot.wait() != 0
    assert "token" in bot.output()


def test_no_token_ends_the_bot(bots: Bots) -> None:
    bot = bots(TELEGRAM__TOKEN="").start(ready=False)
    assert bot.wait() == 2
    assert "ONRECORD_TELEGRAM__TOKEN" in bot.output()


def test_a_token_that_is_revoked_ends_the_bot(bots: Bots) -> None:
    bot = bots().start()
    user = User(bot)
    user.ask("/help")
    bot.fail("getUpdates", status=401, body=UNAUTHORIZED, times=OFTEN)
    user.say("/help")
    assert bot.wait() != 0
    assert "token" in bot.output()


def test_telegram_out_of_reach_at_the_start_is_told_without_token(bots: Bots) -> None:
    bot = bots(TELEGRAM__BASE_URL="http://127.0.0.1:9/bot").start(ready=False)
    assert bot.wait() != 0
    assert "reach" in bot.output()


def test_an_answer_on_its_way_is_sent_before_the_end(bots: Bots) -> None:
    bot = bots().start()
    user = User(bot)
    bot.fail("sendMessage", hang=1000)
    user.say("/help who")
    assert bot.made("sendMessage", wait=PATIENCE, state="any")
    assert bot.stop() == 0
    assert USAGE in user.reply().text


def test_a_killed_bot_starts_again_and_answers_nothing_twice(bots: Bots) -> None:
    bot = bots().start()
    user = User(bot)
    update = user.say("/articles")
    before = user.reply().text
    bot.stop(signal.SIGKILL)
    bot.send(**update)
    bot.start()
    assert USAGE in user.ask("/help who").text
    assert user.ask("/articles").text == before
    assert bot.stop(signal.SIGINT) == 0


# --- webhook


@pytest.fixture
def port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def webhook(port: int) -> dict[str, object]:
    return {
        "PROXY": f"http://127.0.0.1:{port}",
        "TELEGRAM__MODE": "webhook",
        "TELEGRAM__WEBHOOK_PORT": port,
        "TELEGRAM__WEBHOOK_URL": "https://bot.example.org/hook/onrecord",
        "TELEGRAM__WEBHOOK_SECRET": "a-secret_of-ours",
    }


def test_webhook_answers_telegram_and_nobody_else(bots: Bots, port: int) -> None:
    bot = bots(**webhook(port)).start()
    user = User(bot)
    assert "Marek Adler" in user.ask("/who smoke on the horizon").text
    message = {"message_id": 1, "date": 1, "text": "/help", "chat": user.chat, "from": user.sender}
    forged = {"update_id": 1, "message": message}
    for headers in ({}, {"x-telegram-bot-api-secret-token": "guessed"}):
        url = f"http://127.0.0.1:{port}/hook/onrecord"
        assert httpx.post(url, json=forged, headers=headers, trust_env=False).status_code == 403
    assert USAGE in only_reply(user, "/help who")
    assert bot.stop() == 0
    assert "a-secret_of-ours" not in bot.output()
