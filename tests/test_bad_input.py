"""Whatever stands behind whichever command, over the sample articles: a helpful answer, and nothing invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import Parts
from bot.compose import plain
from bot.config import Settings, StoreSettings
from bot.desk import Desk
from bot.model import Status

COMMANDS = ["", *(f"/{command.name} " for command in Desk.commands if command.place is None and not command.operators)]
BAD = {
    "one letter": "a",
    "one figure": "7",
    "stop words": "the of and to it was",
    "punctuation": "?!… ,;:—“”'\"()[]",
    "an emoji": "🙂",
    "emoji": "🙂🙃👩‍👩‍👧‍👦🇪🇺" * 20,
    "10,000 characters": "harbour wall " * 770,
    "10,000 of one letter": "b" * 10_000,
    "FTS operators": 'wall" OR NEAR(sea wall, 5) AND NOT words:* ^high {a b} : + -"',
    "SQL": "'; DROP TABLE quote; SELECT * FROM article WHERE ''='",
    "HTML": "<b>wall</b> &amp; <script>alert(1)</script><a href='x'>",
    "right to left": "لن نترك الجدار \u202eabc\u202c שלום",
    "a regex bomb": "(a+)+$" + "a" * 80 + "!",
    "nested marks": "“" * 200 + "wall" + "”" * 200,
    "format strings": "{subject} {0!r} %s %(x)s $HOME `id`",
    "half a surrogate pair": "\ud800 wall \x00\x07",
    "filters alone": "since: until:2023-99 from: in: kind: sort: \"",
}  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("archive")
    desk = Parts().desk(Settings(store=StoreSettings(path=folder / "archive.sqlite")))
    desk.load_samples()
    yield desk
    desk.close()


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.strip() or "words alone")
def test_bad_input_has_a_helpful_answer(desk: Desk, command: str, bad: str) -> None:
    turn = desk.ask(f"{command}{bad}")
    assert turn.answer.status is not Status.ERROR
    assert turn.answer.note or turn.answer.results
    assert turn.reply.blocks
    assert len(plain(turn.reply).strip()) > len("Not found.")
    assert all(result.article is None or result.text for result in turn.answer.results)


@pytest.mark.parametrize(
    "bad", ["stop words", "punctuation", "an emoji", "10,000 of one letter", "a regex bomb", "right to left"]
)
def test_nobody_said_it(desk: Desk, bad: str) -> None:
    assert desk.ask(f"/who {BAD[bad]}").answer.results == ()


def test_the_archive_is_as_it_was(desk: Desk) -> None:
    assert desk.ask("/people").answer.results
    assert desk.ask("/articles").answer.results
