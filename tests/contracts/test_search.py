"""What every search promises (`bot.ports.Search`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import Filters, Match, Parsed
from bot.ports import Search
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
from tests.answer.stubs import BOARD, BRIDGE, BUDGET, FERRY, JON, MARA, TOMAS, Finder, Shelf


def _searcher(shelf: Shelf, store: SqliteStore) -> Searcher:
    for ref in reversed(shelf.articles()):
        stored = shelf.article(ref.id)
        assert stored is not None
        store.add(Parsed(stored.article, f"{ref.id}.txt"), stored.extraction)
    return Searcher(store)


@pytest.fixture(params=["searcher", "finder"])
def search(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Search]:
    shelf = Shelf()
    if request.param == "finder":
        yield Finder(shelf)
        return
    store = SqliteStore(tmp_path / "archive.db")
    yield _searcher(shelf, store)
    store.close()


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        ("every bolt and every cable", MARA),
        ("evry bolt and every cabel", MARA),
        ("a long and costly winter", TOMAS),
        ("leaves schools without heating", JON),
        ("no comment on the bridge", BOARD),
    ],
)
def test_words_find_who_said_them(search: Search, fragment: str, name: str) -> None:
    best = search.who(fragment)[0]
    assert best.quote.quote.speaker is not None
    assert best.quote.quote.speaker.name == name
    assert 0 < best.score <= 1


def test_nobody_said_it(search: Search) -> None:
    assert search.who("the committee publishes fishing quotas") == []
    assert search.who("") == []


def test_hits_come_best_first_and_no_more_than_asked_for(search: Search) -> None:
    hits = search.who("the Orvik bridge was safe again")
    assert hits[0].match is Match.EXACT
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(search.who("bridge", limit=1)) <= 1


def test_own_voice_is_a_passage_of_the_text(search: Search) -> None:
    hit = search.own_voice("only fog and a late boat")[0]
    assert hit.article.id == FERRY.id
    assert hit.span is not None
    assert hit.span.of(FERRY.text) == hit.passage
    assert search.own_voice("only frogs and a late boat") == []


def test_names_find_speakers(search: Search) -> None:
    assert [hit.person.name for hit in search.speakers("Mara Lind")][:1] == [MARA]
    assert {hit.person.name for hit in search.speakers("Lind")} == {MARA, JON}
    assert [hit.person.name for hit in search.speakers("Tomas Ruel")] == [TOMAS]
    assert search.speakers("Quentin Zabriskie") == []


def test_near_names_are_on_record(search: Search) -> None:
    assert set(search.near_speakers("Mira Linde")) <= {MARA, JON, TOMAS, BOARD}
    assert len(search.near_speakers("Mira Linde", limit=1)) == 1


def test_what_somebody_said(search: Search) -> None:
    assert len(search.said(MARA)) == 3
    assert search.said(MARA)[0].quote.article.id == BUDGET.id  # latest first
    assert [hit.quote.text for hit in search.said(MARA, "taxes")] == ["Taxes will rise by two points"]
    assert search.said(TOMAS, "taxes") == []
    assert search.said("Quentin Zabriskie") == []


def test_headlines_find_articles(search: Search) -> None:
    assert search.articles("Orvik bridge reopens")[0].article.id == BRIDGE.id
    assert search.articles("council figths over budget")[0].article.id == BUDGET.id
    assert search.articles("chess") == []


@pytest.mark.parametrize(
    ("topic", "articles"),
    [
        ("the Orvik bridge", {BRIDGE.id}),
        ("bridge", {BRIDGE.id, BUDGET.id}),
        ("chess", set()),
        ("bridge chess", set()),
        ("the", set()),
        ("", set()),
    ],
)
def test_articles_about_a_topic_hold_all_its_words(search: Search, topic: str, articles: set[str]) -> None:
    assert {ref.id for ref in search.about(topic)} == articles
    assert len(search.about(topic, limit=1)) == min(1, len(articles))


def test_articles_about_a_topic_can_be_narrowed(search: Search) -> None:
    assert [ref.id for ref in search.about("bridge", filters=Filters(outlet="NDP"))] == [BRIDGE.id]
