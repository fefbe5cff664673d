"""Whatever is typed, search answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Parsed
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
from tests.search.conftest import CLINIC, extraction_of

HARD = [
    "",
    " ",
    "a",
    "the of and",
    "🙂🙂🙂",
    "blockade " * 1200,
    'blockade" OR "convoy',
    "NEAR(blockade convoy, 5) AND NOT words:* ^quay",
    "'; DROP TABLE quote; --",
    "<b>blockade</b> &amp;",
    "(a+)+$" * 50,
    "الحصار لن يرفع",
    "封鎖は解除されない",
    "\ud800 \x00 \u202e blockade",
    "%_%",
]


@pytest.mark.parametrize("text", HARD)
def test_hard_input_never_raises(search: Searcher, text: str) -> None:
    _ask_everything(search, text)


@given(st.text(max_size=60))
def test_no_text_raises(search: Searcher, text: str) -> None:
    _ask_everything(search, text)


def _ask_everything(search: Searcher, text: str) -> None:
    found = [*search.who(text), *search.own_voice(text), *search.said("Anton Sarkov", text), *search.articles(text)]
    assert all(0 <= hit.score <= 1 for hit in [*found, *search.speakers(text)])
    assert len(search.near_speakers(text)) <= 3


def test_an_empty_archive_finds_nothing(tmp_path) -> None:  # type: ignore[no-untyped-def]
    store = SqliteStore(tmp_path / "empty.db")
    search = Searcher(store)
    assert not any((search.who("blockade"), search.own_voice("blockade"), search.said("X", "blockade")))
    assert not any((search.speakers("Sarkov"), search.near_speakers("Sarkov"), search.articles("blockade")))
    store.close()


def test_what_is_loaded_later_is_found_too(tmp_path) -> None:  # type: ignore[no-untyped-def]
    store = SqliteStore(tmp_path / "growing.db")
    search = Searcher(store)
    assert search.speakers("Pavel Sarkov") == search.who("surgoens scanner") == []
    store.add(Parsed(CLINIC, "clinic.txt"), extraction_of(CLINIC))
    assert search.speakers("Pavel Sarkov")
    assert search.who("surgoens scanner")
    store.close()
