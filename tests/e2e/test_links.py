"""Links to quotes and articles, and reading with the passage marked."""

from __future__ import annotations

import re

import pytest

from tests.e2e.client import NEXT, Bot, Shown, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

LINK = re.compile(r'<a href="https://t\.me/(\w+)\?start=([qa]_[A-Za-z0-9_-]{1,62})">')
WORDS = "We have asked for nothing but notice"


def links(shown: Shown) -> list[str]:
    """The payloads of the deep links."""
    assert {bot for bot, _ in LINK.findall(shown.source)} <= {"onrecord_test_bot"}
    return [payload for _, payload in LINK.findall(shown.source)]


def test_each_statement_has_a_link_that_opens_just_it(user: User) -> None:
    (quote,) = [one for one in links(user.ask("/who smoke on the horizon")) if one.startswith("q_")]
    opened = user.ask(f"/start {quote}")
    assert opened.quotes[0].startswith(f"“{WORDS}")
    for fact in ("Marek Adler", "EFE", "Lisena"):
        assert fact in opened.text
    listed = user.ask("/quote Katrin Holmvik")
    assert len([one for one in links(listed) if one.startswith("q_")]) == len(listed.quotes)
    of_an_article = user.ask("/quotes confidence vote")
    assert len([one for one in links(of_an_article) if one.startswith("q_")]) == len(of_an_article.quotes)


def test_each_article_has_a_link_that_sums_it_up(user: User) -> None:
    listed = user.ask("/articles")
    articles = [one for one in links(listed) if one.startswith("a_")]
    assert len(articles) == 8
    opened = user.ask(f"/start {articles[0]}")
    title = next(line.removeprefix("1. ") for line in listed.text.splitlines() if line.startswith("1. "))
    assert opened.text.startswith(title)


@pytest.mark.parametrize(
    "payload",
    ["q_" + "0" * 16 + "-1-2", "a_" + "f" * 16, "q_", "a_x", "q_../../x", "q_" + "0" * 62, "a_<b>"],
)
def test_a_link_to_nothing_says_so(user: User, payload: str) -> None:
    shown = user.ask(f"/start {payload}")
    assert "What this link leads to is not on record" in shown.text
    assert "/articles" in shown.buttons


def test_a_link_to_a_statement_that_is_gone_offers_its_article(user: User) -> None:
    (quote,) = [one for one in links(user.ask("/who smoke on the horizon")) if one.startswith("q_")]
    shown = user.ask(f"/start {quote}9")
    assert "not on record" in shown.text
    assert any("Naval drills off Halmer" in label for label in shown.buttons)


def test_the_article_opens_at_the_passage_with_the_passage_marked(user: User) -> None:
    found = user.ask("/who smoke on the horizon")
    read = user.press(found, "Read in the article")
    assert re.search(rf"“<u>{WORDS}.*?</u>", read.source, re.DOTALL)
    user.ask("/who smoke on the horizon")
    assert f"<u>{WORDS}" in user.ask("/article").source
    assert "<u>" not in user.ask("/article 3").source


def test_a_long_article_opens_at_the_passages_page(bots: Bots) -> None:
    bot = bots()
    before = "Paragraph {} tells of the harbour, its boats and the people on its quay. "
    behind = "Paragraph {} goes on about the weather over the harbour and the price of stone. "
    story = "\n\n".join(
        ["Harbour wall to rise, mayor says", "Orvik, Oct 19 (NDP).- The harbour wall of Orvik is to rise next year."]
        + [before.format(number) * 8 for number in range(12)]
        + ["“Nobody on this coast will drown for a budget line,” Mayor Mara Lind said on the quay on Thursday."]
        + [behind.format(number) * 8 for number in range(12)]
    )  # fmt: skip
    (bot.folder / "story.txt").write_text(story, encoding="utf-8")
    assert bot.command("ingest", bot.folder / "story.txt").returncode == 0
    user = User(bot.start())
    read = user.press(user.ask("/who drown for a budget line"), "Read in the article")
    assert "<u>Nobody on this coast" in read.source
    assert "◀ Back" in read.buttons
    assert NEXT in read.buttons
    assert "<u>" not in user.press(read, "◀ Back").source


def test_where_it_was_published_is_linked(bots: Bots) -> None:
    bot = bots()
    page = (
        '<html><head><title>Bridge opens</title><link rel="canonical" href="https://news.example/bridge">'
        "</head><body><article><h1>Bridge opens again after the storm</h1>"
        + "<p>The bridge of Orvik opened again on Thursday, five months after the storm that closed it to all.</p>"
        * 2
        + "<p>“We have checked every bolt of it, and every bolt holds,” said Mara Lind, the mayor of Orvik.</p>"
        "</article></body></html>"
    )
    (bot.folder / "page.html").write_text(page, encoding="utf-8")
    assert bot.command("ingest", bot.folder / "page.html").returncode == 0
    user = User(bot.start())
    for message in ("/who every bolt holds", "/article", "/summary", "/articles"):
        assert '<a href="https://news.example/bridge">' in user.ask(message).source


def test_context_is_folded_away(bot: Bot, user: User) -> None:
    shown = user.ask("/who charts not with threats")
    (around,) = re.findall(r"<blockquote expandable>(.*?)</blockquote>", shown.source, re.DOTALL)
    assert around.endswith(" he said.")


def test_outlets_with_the_same_words_are_one_answer(bots: Bots) -> None:
    bot = bots()
    body = "Orvik, Oct 19 ({agency}).- The bridge opened again.\n\n“{words},” Mayor Mara Lind said on Thursday."
    words = "We have checked every bolt of the bridge twice and it will hold for a hundred winters"
    nearly = words.replace("the bridge", "this bridge")
    for agency, said in (("EFE", words), ("AFP", words), ("Kyodo", words), ("TASS", nearly)):
        story = f"Bridge opens again, writes {agency}\n\n" + body.format(agency=agency, words=said)
        (bot.folder / f"{agency}.txt").write_text(story, encoding="utf-8")
    assert bot.command("ingest", *sorted(bot.folder.glob("*.txt"))).returncode == 0
    shown = User(bot.start()).ask("/who every bolt of the bridge twice")
    assert len(shown.quotes) == 1
    assert "In 3 outlets: " in shown.text
    assert "nearly the same words in 1 other article: TASS" in shown.text
