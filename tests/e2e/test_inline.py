"""Inline mode: statements to paste, found as somebody types."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from tests.e2e.checker import parse_html
from tests.e2e.client import PATIENCE, Bot, User
from tests.e2e.conftest import Bots

pytestmark = pytest.mark.e2e

_ids = itertools.count(1)


def typed(bot: Bot, user: User, words: str, offset: str = "") -> dict[str, Any]:
    """What the bot answers while the user has typed so much."""
    query = {"id": f"inline{next(_ids)}", "from": user.sender, "query": words, "offset": offset}
    bot.send(inline_query=query)
    (call,) = bot.made("answerInlineQuery", wait=PATIENCE, given={"inline_query_id": query["id"]})
    return dict(call["given"])


def pasted(result: dict[str, Any]) -> str:
    return parse_html(result["input_message_content"]["message_text"]).text


@pytest.mark.parametrize("words", ["smoke on the horizon", "smok on the horizn", "Adler: smoke"])
def test_words_bring_statements_to_paste(bot: Bot, user: User, words: str) -> None:
    given = typed(bot, user, words)
    first = given["results"][0]
    assert first["title"].startswith("“We have asked for nothing but notice")
    assert first["description"].startswith("Marek Adler · EFE · Lisena, 14 March")
    for fact in ("smoke on the horizon", "Marek Adler", "Veldanian Foreign Minister", "EFE", "14 March"):
        assert fact in pasted(first)
    assert "?start=q_" in first["input_message_content"]["message_text"]
    assert str(given["is_personal"]).lower() == "true"
    assert 0 < int(given["cache_time"]) <= 300


def test_a_speaker_with_a_topic(bot: Bot, user: User) -> None:
    found = typed(bot, user, "Holmvik: squares")["results"]
    assert any("I heard the squares" in pasted(one) for one in found)
    assert all("Katrin Holmvik" in one["description"] for one in found)


def test_nothing_typed_teaches(bot: Bot, user: User) -> None:
    given = typed(bot, user, " ")
    assert given["button"]["text"] == "How to search here"
    titles = [one["title"] for one in given["results"]]
    assert len(titles) >= 2
    assert all(title.startswith("Type: ") for title in titles)
    for one in given["results"]:
        again = typed(bot, user, one["title"].removeprefix("Type: ").rstrip("…"))
        assert again["results"], one["title"]


def test_nothing_found_pastes_nothing(bot: Bot, user: User) -> None:
    given = typed(bot, user, "to be or not to be")
    assert given["results"] == []
    assert given["button"]["text"].startswith("Not on record")


def test_more_come_by_offset(bots: Bots) -> None:
    bot = bots()
    for number in range(25):
        words = f"“Stone number {number} of the wall is laid,” Mara Lind said."
        story = f"Stone {number} laid\n\nOrvik, Oct 19 (NDP).- {words}"
        (bot.folder / f"{number}.txt").write_text(story, encoding="utf-8")
    assert bot.command("ingest", *sorted(bot.folder.glob("*.txt"))).returncode == 0
    user = User(bot.start())
    first = typed(bot, user, "Mara Lind")
    assert len(first["results"]) == 20
    second = typed(bot, user, "Mara Lind", first["next_offset"])
    assert len(second["results"]) == 5
    assert second.get("next_offset", "") == ""
    assert not {one["id"] for one in first["results"]} & {one["id"] for one in second["results"]}
    for forged in ("x", "-1", "9" * 60, "٣"):
        assert typed(bot, user, "Mara Lind", forged)["results"] is not None


def test_the_door_is_the_same(bots: Bots) -> None:
    bot = bots(TELEGRAM__ACCESS="allow", TELEGRAM__ALLOW="4242").start()
    stranger, known = User(bot), User(bot, id=4242)
    refused = typed(bot, stranger, "smoke on the horizon")
    assert refused["results"] == []
    assert "operator let in" in refused["button"]["text"]
    assert typed(bot, known, "smoke on the horizon")["results"]


def test_typing_on_and_on_is_told_to_wait(bots: Bots) -> None:
    bot = bots(TELEGRAM__BURST="1", TELEGRAM__RATE_PER_MINUTE="1").start()
    user = User(bot)
    answers = [typed(bot, user, "smoke " * number) for number in range(1, 9)]
    assert "wait" in answers[-1]["button"]["text"]
    assert str(answers[-1]["cache_time"]) == "0"


def test_it_speaks_spanish(bot: Bot) -> None:
    user = User(bot, language="es")
    given = typed(bot, user, "")
    assert given["button"]["text"] == "Cómo buscar aquí"
    assert all(one["title"].startswith("Escribe: ") for one in given["results"])
