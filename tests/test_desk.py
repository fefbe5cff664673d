"""The desk: loading, asking, buttons that last, and chats that don't mix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import Parts
from bot.config import Settings, StoreSettings
from bot.desk import Desk
from bot.errors import StoreError
from bot.model import Button, ChatSettings, Guest, Note, State, Status

STORY = "“We checked every bolt of the bridge,” said Mara Lind, the mayor of {place}."


def opened(folder: Path) -> Desk:
    return Parts().desk(Settings(store=StoreSettings(path=folder / "archive.sqlite")))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = opened(tmp_path)
    yield desk
    desk.close()


def load(desk: Desk, folder: Path, *places: str) -> list[State | None]:
    paths = []
    for place in places:
        paths.append(str(folder / f"{place}.txt"))
        Path(paths[-1]).write_text(STORY.format(place=place), encoding="utf-8")
    return [receipt.state for receipt in desk.ingest(paths)]


def test_samples_fill_an_empty_archive_once(desk: Desk) -> None:
    assert desk.load_samples() >= 12
    assert desk.load_samples() == 0


def test_samples_leave_when_ones_own_arrive(desk: Desk, tmp_path: Path) -> None:
    desk.load_samples()
    assert load(desk, tmp_path, "Orvik") == [State.NEW]
    turn = desk.ask("/articles")
    assert [result.article and result.article.path for result in turn.answer.results] == [str(tmp_path / "Orvik.txt")]


def test_samples_stay_when_nothing_could_be_loaded(desk: Desk, tmp_path: Path) -> None:
    number = desk.load_samples()
    (receipt,) = desk.ingest([str(tmp_path / "missing.txt")])
    assert receipt.error
    assert len(desk.ask("/articles").answer.results) == number


def test_a_button_is_good_for_ever(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    load(desk, tmp_path, "Orvik")
    data = desk.data_of(Button("Quotes", "/quote Mara Lind " + "x" * 900, 3))
    assert len(data.encode()) <= 64
    data = desk.data_of(Button("Quotes", "/quote Mara Lind"))
    desk.close()
    again = opened(tmp_path)
    turn = again.press(data)
    again.close()
    assert turn is not None
    assert turn.answer.status is Status.OK
    assert turn.answer.subject == "Mara Lind"


@pytest.mark.parametrize(
    "data",
    ["", "p", "p::", "p:abc", "p:nothing:0", "p:abc:-1", "p:abc:99999", "x:abc:0", "p:'; DROP TABLE--:0", "p:ü:٣"],
)
def test_a_forged_or_stale_button_is_none_of_ours(desk: Desk, data: str) -> None:
    assert desk.press(data) is None


def test_chats_remember_apart(desk: Desk, tmp_path: Path) -> None:
    load(desk, tmp_path, "Orvik")
    desk.ask("/quote Mara Lind", "one")
    assert desk.ask("what else did she say?", "one").answer.status is Status.OK
    assert desk.ask("what else did she say?", "two").answer.note is Note.WHO_IS_MEANT
    assert desk.ask("what else did she say?").answer.note is Note.WHO_IS_MEANT


def test_what_is_shown_stands_in_the_article(desk: Desk, tmp_path: Path) -> None:
    load(desk, tmp_path, "Orvik")
    (result,) = desk.ask("/who every bolt of the bridge").answer.results
    text = STORY.format(place="Orvik")
    assert result.text in text
    assert result.before + result.text + result.after == text
    assert "".join(span.of(text) for span in result.content) == result.text


def test_an_update_is_greeted_once_and_with_what_was_chosen(desk: Desk) -> None:
    desk.guests.keep_settings("tg:1", ChatSettings("es"))
    desk.guests.keep_settings("tg:-5", ChatSettings(admins_only=True))
    alone = Guest(ChatSettings("es"), ChatSettings("es"), invited=False)
    assert [desk.greet(one, "tg:1", "tg:1") for one in (7, 8, 7)] == [alone, alone, None]
    grouped = Guest(ChatSettings("es"), ChatSettings(admins_only=True), invited=False)
    assert desk.greet(9, "tg:1", "tg:-5") == grouped


def test_an_archive_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    settings = replace(Settings(), store=StoreSettings(path=tmp_path / "file" / "archive.sqlite"))
    with pytest.raises(StoreError, match="file"):
        Parts().desk(settings)
