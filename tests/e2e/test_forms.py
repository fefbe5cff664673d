"""Pictures, citations and files, as they are sent."""

from __future__ import annotations

import pytest

from tests.e2e.client import Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e


def test_a_statement_becomes_a_card_light_and_dark(bot: Bot, user: User) -> None:
    found = user.ask("/who smoke on the horizon")
    card = user.press(found, "Card")
    assert card.method == "sendPhoto"
    assert card.call["uploads"]["photo"] > 5_000
    for words in ("We have asked for nothing but notice", "Marek Adler", "EFE"):
        assert words in card.text, "the caption says what the picture shows"
    dark = user.press(card, "Dark")
    assert dark.method == "sendPhoto"
    assert "Light" in dark.buttons
    read = user.press(dark, "Read in the article")
    assert read.method == "sendMessage", "a picture can't become a text"
    assert "<u>We have asked" in read.source


def test_cards_of_several_are_numbered_and_can_be_typed(user: User) -> None:
    found = user.ask("/quote Katrin Holmvik")
    assert [label for label in found.buttons if label.startswith("Card")] == ["Card 1", "Card 2", "Card 3"]
    second = user.ask("/card 2")
    assert second.method == "sendPhoto"
    assert second.quotes[0] == found.quotes[1]
    assert user.ask("/card we will go there with charts").method == "sendPhoto"
    assert user.ask("/card 99").method == "sendMessage"
    assert user.ask("/card to be or not to be").text.startswith("Not on record")


def test_letters_without_a_font_give_way_to_text(bots: Bots) -> None:
    bot = bots()
    words = "“We sing \U0001d11e and \U00013080 every Sunday morning,” Mara Lind said."
    story = f"Choir sings again\n\nOrvik, Oct 19 (NDP).- {words}"
    (bot.folder / "story.txt").write_text(story, encoding="utf-8")
    assert bot.command("ingest", bot.folder / "story.txt").returncode == 0
    shown = User(bot.start()).ask("/card every sunday morning")
    assert shown.method == "sendMessage"
    assert "no font here shows" in shown.text
    assert "Mara Lind" in shown.text


def test_charts_say_in_words_what_they_show(user: User) -> None:
    most = user.ask("/chart")
    assert most.method == "sendPhoto"
    assert "Nadia Ferro: 10" in most.text
    timeline = user.ask("/timeline Katrin Holmvik")
    assert "Chart" in timeline.buttons
    assert user.ask("/chart Napoleon").text.startswith("Not on record")


@pytest.mark.parametrize(("form", "ending"), [("CSV", "csv"), ("JSON", "json"), ("Markdown", "md")])
def test_an_answer_becomes_a_file(user: User, form: str, ending: str) -> None:
    choice = user.press(user.ask("/quote Katrin Holmvik"), "Export")
    sent = user.press(choice, form)
    assert sent.method == "sendDocument"
    assert sent.call["result"]["document"]["file_name"] == f"export-quote-katrin-holmvik.{ending}"
    assert sent.call["uploads"]["document"] > 500
    assert sent.text.startswith("7 results")


def test_nothing_found_is_no_file(user: User) -> None:
    assert "Ask something" in user.ask("/export csv").text
    assert "Find statements" in user.ask("/cite").text


def test_citations_are_copied_by_a_tap(user: User) -> None:
    cited = user.press(user.ask("/who smoke on the horizon"), "Cite")
    assert "<code>EFE. (n.d.). Adler: Naval drills off Halmer" in cited.source
    assert "<code>(Adler, as cited in EFE, n.d.)</code>" in cited.source
