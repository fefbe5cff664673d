"""Buttons: to choose among names, to turn pages, after restarts, stale and forged ones."""

from __future__ import annotations

import pytest

from tests.e2e.client import BACK, NEXT, Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e


def test_an_ambiguous_name_gives_buttons_with_roles_and_counts(user: User) -> None:
    asked = user.ask("/quote Adler")
    assert "Whom do you mean?" in asked.text
    marek, ruth = asked.label("Marek Adler"), asked.label("Ruth Adler")
    assert "coach" in ruth
    assert marek.endswith(")")
    told = user.press(asked, ruth)
    assert "Ruth Adler" in told.text
    assert "We were second best for half an hour" in told.text
    assert "smoke on the horizon" not in told.text


def test_pages_turn_in_one_message(user: User) -> None:
    first = user.ask("/quote Katrin Holmvik")
    assert "1/" in first.text
    assert NEXT in first.buttons
    assert BACK not in first.buttons
    second = user.press(first, NEXT)
    assert second.method == "editMessageText"
    assert second.id == first.id
    assert "2/" in second.text
    assert second.text != first.text
    again = user.press(second, BACK)
    assert again.id == first.id
    assert again.source == first.source


def test_all_pages_together_show_every_statement_once(user: User) -> None:
    pages = user.pages(user.ask("/quote Katrin Holmvik"))
    for number, page in enumerate(pages, 1):
        assert page.text.endswith(f"{number}/{len(pages)}")
    quotes = [quote for page in pages for quote in page.quotes]
    assert len(quotes) == len(set(quotes)) >= 5


def test_every_press_is_answered(user: User) -> None:
    first = user.ask("/quote Katrin Holmvik")
    update = user.tap(first, first.buttons[NEXT])
    assert user.toast(update) == ""
    user.reply()


def test_pressing_twice_at_once_does_no_harm(user: User) -> None:
    first = user.ask("/quote Katrin Holmvik")
    updates = [user.tap(first, first.buttons[NEXT]) for _ in range(2)]
    assert [user.toast(update) for update in updates] == ["", ""]
    assert "2/" in user.reply().text
    assert "/who <words>" in user.ask("/help who").text  # the same page again is no change, and no fault


@pytest.mark.parametrize(
    "data",
    ["p:nosuchid:0", "p:nosuchid", "p::", "p:x:-1", "p:x:99999999", "x", "q:1:1", "🌊", "a" * 64, "p:' OR 1=1:0"],
)
def test_a_stale_or_forged_button_says_what_to_do(user: User, data: str) -> None:
    shown = user.ask("/quote Katrin Holmvik")
    toast = user.toast(user.tap(shown, data))
    assert "/help" in toast
    assert user.unread() == []


def test_a_page_beyond_the_last_shows_the_last(user: User) -> None:
    shown = user.ask("/quote Katrin Holmvik")
    kind, message, _ = shown.buttons[NEXT].split(":")
    user.tap(shown, f"{kind}:{message}:9999")
    assert NEXT not in user.reply().buttons


def test_a_button_under_a_deleted_message_is_answered_below(bot: Bot, user: User) -> None:
    shown = user.ask("/quote Katrin Holmvik")
    fault = {"ok": False, "error_code": 400, "description": "Bad Request: message to edit not found"}
    bot.fail("editMessageText", status=400, body=fault, chat=user.chat["id"])
    below = user.press(shown, NEXT)
    assert below.method == "sendMessage"
    assert "2/" in below.text


def test_buttons_outlive_a_restart(bots: Bots) -> None:
    bot = bots().start()
    user = User(bot)
    paged, asked = user.ask("/quote Katrin Holmvik"), user.ask("/quote Adler")
    assert bot.stop() == 0
    user.tap(paged, paged.buttons[NEXT])  # pressed while the bot is down
    user.say("/who smoke on the horizon")
    bot.start()
    assert "2/" in user.reply().text
    assert "Marek Adler" in user.reply().text
    assert "second best" in user.press(asked, "Ruth Adler").text
