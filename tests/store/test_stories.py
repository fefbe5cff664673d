"""One story in several outlets: copies and updates are known for one, whatever comes and goes; others never are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from bot.model import Article, ArticleRef, Extraction, Parsed
from bot.store import stories
from bot.store.sketch import BANDS, FEWEST_SHINGLES, SHINGLE, bands, containment, shingles
from bot.store.sqlite import SqliteStore

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(Path(seeds.__file__).parent.glob("*.txt"))]
WIRE = SAMPLES[0]
NOTHING = Extraction()
FIRST_BANDS = [8587406204886188244, 7187286977076885837]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "archive.sqlite")
    yield store
    store.close()


def add(store: SqliteStore, outlet: str, text: str) -> str:
    article = Article(text, headline=f"As told by {outlet}", provider=outlet, url=f"https://{outlet}.example/a")
    return str(store.add(Parsed(article, outlet), NOTHING).article_id)


def groups(store: SqliteStore) -> set[frozenset[str | None]]:
    """The outlets of each story."""
    found: dict[object, set[str | None]] = {}
    for ref in store.articles():
        found.setdefault(ref.story or ref.id, set()).add(ref.provider)
    return {frozenset(outlets) for outlets in found.values()}


def copies() -> dict[str, str]:
    """The same copy as five outlets print it: whole, cut, with a word of their own, with more, in capitals."""
    paragraphs = WIRE.split("\n\n")
    return {
        "kyodo": WIRE,
        "tidende": "\n\n".join(paragraphs[: len(paragraphs) * 2 // 3]),
        "courier": WIRE.replace(" the ", " that ", 3),
        "herald": f"{WIRE}\n\nThe Herald asked the harbour's office for comment on Friday, and had no answer.",
        "post": WIRE.upper(),
    }


def test_the_same_copy_in_five_outlets_is_one_story(store: SqliteStore) -> None:
    for outlet, text in copies().items():
        add(store, outlet, text)
    for at, text in enumerate(SAMPLES[1:6]):
        add(store, f"other{at}", text)
    assert frozenset(copies()) in groups(store)
    assert len(groups(store)) == 6


def test_no_two_sample_articles_are_one_story(store: SqliteStore) -> None:
    for at, text in enumerate(SAMPLES):
        add(store, f"outlet{at}", text)
    assert len(groups(store)) == len(SAMPLES)


def test_a_story_stays_one_when_its_first_article_goes(store: SqliteStore) -> None:
    ids = {outlet: add(store, outlet, text) for outlet, text in copies().items()}
    store.remove(ids.pop("kyodo"))
    assert groups(store) == {frozenset(ids)}
    for outlet in ("tidende", "courier", "herald"):
        store.remove(ids.pop(outlet))
    assert [ref.story for ref in store.articles()] == [None]


def test_an_article_that_becomes_another_leaves_its_story(store: SqliteStore) -> None:
    for outlet in ("kyodo", "herald", "post"):
        add(store, outlet, copies()[outlet])
    add(store, "post", SAMPLES[1])
    assert groups(store) == {frozenset({"kyodo", "herald"}), frozenset({"post"})}
    add(store, "post", copies()["post"])
    assert groups(store) == {frozenset({"kyodo", "herald", "post"})}


def test_two_stories_become_one_by_an_article_that_is_both(store: SqliteStore) -> None:
    first, second = SAMPLES[0], SAMPLES[1]
    for outlet, text in {"a": first, "b": first + " Again.", "c": second, "d": second + " Again."}.items():
        add(store, outlet, text)
    assert groups(store) == {frozenset("ab"), frozenset("cd")}
    add(store, "e", f"{first}\n\n{second}")
    assert groups(store) == {frozenset("abcde")}


def test_an_archive_of_before_is_grouped_when_it_is_opened(store: SqliteStore, tmp_path: Path) -> None:
    for outlet, text in copies().items():
        add(store, outlet, text)
    with store._database.writing() as connection:
        stories.clear(connection)
        connection.execute("UPDATE total SET number = 0 WHERE name = 'index'")
    again = SqliteStore(tmp_path / "archive.sqlite")
    assert groups(again) == {frozenset(copies())}
    again.close()


def test_short_texts_are_never_told_alike(store: SqliteStore) -> None:
    for outlet in ("a", "b"):
        add(store, outlet, "The ferry of Orvik sails again, the mayor said on Tuesday.")
    assert len(groups(store)) == 2
    assert bands(shingles("word " * FEWEST_SHINGLES)) == []


def test_bands_are_the_same_for_ever() -> None:
    """They are in what archives hold: another value here makes old archives and new ones strangers."""
    text = " ".join(f"word{at}" for at in range(60))
    assert len(bands(shingles(text))) == BANDS
    assert bands(shingles(text))[:2] == FIRST_BANDS


@given(
    st.lists(st.sampled_from("ferry harbour mayor vote council storm wall winter".split()), min_size=80, max_size=120)
)
def test_a_text_contains_itself_and_its_parts(words: list[str]) -> None:
    whole, part = shingles(" ".join(words)), shingles(" ".join(words[:60]))
    assert containment(whole, whole) == (1.0 if whole else 0.0)
    assert not part or containment(part, whole) == 1.0
    assert len(shingles(" ".join(words))) <= len(words) - SHINGLE + 1


def test_a_ref_of_an_article_alone_has_no_story(store: SqliteStore) -> None:
    add(store, "a", WIRE)
    (ref,) = store.articles()
    assert ref == replace(ref, story=None)
    assert isinstance(ref, ArticleRef)
