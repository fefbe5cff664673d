"""Long articles, long names and many of everything: no message over Telegram's limits, and nothing lost."""

from __future__ import annotations

import pytest

from tests.e2e.client import Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

STATEMENTS = 40
LONG = "The harbour wall will stand. " * 40
MARKS = "<b>5 < 6</b> & “so on” 🌊"


def long_article() -> str:
    """A long wire story: very long statements, a paragraph without a space, markup, emoji."""
    paragraphs = [
        f"“Point {number} of the plan is settled: {LONG}That is point {number},” Tovik Marle said."
        for number in range(STATEMENTS)
    ]
    paragraphs += [f"“We wrote {MARKS} on the wall,” Marle said.", "x" * 9000, "🌊 " * 3000 + "end."]
    return "\n\n".join(["World", "Harbour plan of forty points is read out in full", *paragraphs])


def crowd(number: int) -> str:
    """A short story with a speaker of its own; all share a surname and have long roles."""
    name = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number]}nders"
    role = "deputy assistant under-secretary for the coordination of coastal and riverine affairs " * 2
    return (
        f"World\n\nStory {number}: the valley of {name} asks for a bridge\n\nKarstad, Mar {number + 1} (AFP) - "
        f"{name} Quill, the {role.strip()}, spoke to reporters.\n\n"
        f"“The valley needs bridge number {number},” Quill said."
    )


@pytest.fixture(scope="module")
def bot(module_bots: Bots) -> Bot:
    """A bot with one very long article and many short ones."""
    bot = module_bots()
    articles = bot.folder / "articles"
    articles.mkdir()
    (articles / "long.txt").write_text(long_article(), encoding="utf-8")
    for number in range(20):
        (articles / f"{number:02}.txt").write_text(crowd(number), encoding="utf-8")
    loaded = bot.command("ingest", articles)
    assert loaded.returncode == 0, loaded.stderr
    return bot.start()


def test_a_long_article_is_shown_whole(bot: Bot, user: User) -> None:
    pages = user.pages(user.ask("/article harbour plan"))
    text = "".join(page.text for page in pages)
    for number in range(STATEMENTS):
        assert f"That is point {number},” Tovik Marle said." in text
    assert MARKS in text
    assert text.count("x" * 100) >= 80
    assert text.count("🌊") >= 3000


def test_long_statements_are_shown_whole(user: User) -> None:
    pages = user.pages(user.ask("/quote Tovik Marle"))
    text = "\n".join(page.text for page in pages)
    for number in range(STATEMENTS):
        assert f"Point {number} of the plan is settled" in text
        assert f"That is point {number}" in text


def test_words_with_markup_are_quoted_as_they_stand(user: User) -> None:
    assert MARKS in user.ask("/who so on 🌊 on the wall").text


@pytest.mark.parametrize(
    "message", ["/quote Quill", "/people", "/people Quill", "/articles", "/who bridge number", "/quotes 1"]
)
def test_many_of_everything_fits(user: User, message: str) -> None:
    pages = user.pages(user.ask(message))
    assert all(page.text.strip() for page in pages)


def test_the_list_of_articles_names_each_once(bot: Bot, user: User) -> None:
    text = "\n".join(page.text for page in user.pages(user.ask("/articles")))
    for number in range(20):
        assert text.count(f"Story {number}:") == 1
