"""Filters in the archive agree with a slow, obvious reading of all that is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import UNFILTERED, Article, ArticleRef, Dateline, Extraction, Filters, Parsed, QuoteKind, Sort
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import MARA, quote
from tests.narrowing import fits, fits_article

DATES = (
    "2022",
    "2023-03",
    "2023-03-01",
    "2023-03-31T23:30:00-05:00",
    "2023-04-01",
    "--03-15",
    None,
    "soon",
    "2024-02-29",
)
OUTLETS = ("NDP", "Tidende", "The Orvik Tidende", None)
PLACES = ("Orvik", "Port of Orvik", "Tavel", None)
SECTIONS = ("Region", "Orvik", None)
WORDS = ("We checked every bolt", "The bolts hold", "Every bolt holds, and the bridge is open")
LOADED = 1_700_000_000.0


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path_factory.mktemp("filters") / "archive.sqlite", clock=lambda: LOADED)
    number = 0
    for outlet in OUTLETS:
        for place in PLACES:
            for section in SECTIONS:
                number += 1
                words, date = WORDS[number % len(WORDS)], DATES[number % len(DATES)]
                text = f"“{words},” said Mara Lind. That was number {number}."
                dateline = Dateline(place, place) if place else None
                article = Article(text, f"Story {number}", section, dateline=dateline, provider=outlet, published=date)
                said = replace(quote(text, words, MARA), kind=list(QuoteKind)[number % 4])
                store.add(Parsed(article, f"{number}.txt"), Extraction((said,)))
    yield store
    store.close()


days = st.sampled_from([None, "2022", "2023", "2023-03", "2023-03-01", "2023-03-31", "2023-04-01", "2024-02", "2025"])
filters = st.builds(
    Filters,
    since=days,
    until=days,
    outlet=st.sampled_from([None, "ndp", "tidende", "The Órvik", "Tid", "…"]),
    place=st.sampled_from([None, "orvik", "Tavel", "port of", "region", "nowhere"]),
    kind=st.sampled_from([None, *QuoteKind]),
    exact=st.sampled_from([(), ("every bolt",), ("bolts",), ("bolt", "every"), ("hold",), ("…",)]),
    sort=st.sampled_from([None, *Sort]),
)


@settings(max_examples=150, deadline=None)
@given(filters)
def test_a_speakers_quotes_are_those_that_fit(store: SqliteStore, wanted: Filters) -> None:
    everything = store.quotes_of(MARA, filters=replace(UNFILTERED, sort=wanted.sort))
    expected = [one for one in everything if fits(wanted, one)]
    assert store.quotes_of(MARA, filters=wanted) == expected
    assert store.quotes_of(MARA, 2, wanted) == expected[:2]


@settings(max_examples=150, deadline=None)
@given(filters, st.sampled_from([None, MARA]))
def test_the_quotes_found_are_those_that_fit(store: SqliteStore, wanted: Filters, speaker: str | None) -> None:
    everything = store.match_quotes(["bolt", "open"], speaker=speaker)
    found = store.match_quotes(["bolt", "open"], speaker=speaker, filters=wanted)
    assert {one.id for one in found} == {one.id for one in everything if fits(wanted, one)}


@settings(max_examples=150, deadline=None)
@given(filters)
def test_the_articles_are_those_that_fit(store: SqliteStore, wanted: Filters) -> None:
    def fitting(refs: list[ArticleRef]) -> list[ArticleRef]:
        return [ref for ref in refs if fits_article(wanted, ref)]

    assert store.articles(filters=wanted) == fitting(store.articles())
    assert store.match_articles(["bolts"], filters=wanted) == fitting(store.match_articles(["bolts"]))


def test_one_article_alone(store: SqliteStore) -> None:
    (one, *_) = store.articles()
    only = Filters(article=one.id)
    assert store.articles(filters=only) == [one]
    assert [found.article for found in store.quotes_of(MARA, filters=only)] == [one]


def test_the_earliest_come_first_where_asked_for(store: SqliteStore) -> None:
    dated = Filters(since="2000", sort=Sort.OLD)
    shown = [one.article.published or "" for one in store.quotes_of(MARA, filters=dated)]
    assert shown[0] == "2022"
    assert shown[-1] == "2024-02-29"


def test_a_rare_outlet_is_found_beyond_the_latest(tmp_path: Path) -> None:
    """Filters are applied before a limit is: the one quote wanted is older than all the others."""
    store = SqliteStore(tmp_path / "archive.sqlite")
    for number in range(30):
        text = f"“The bolts hold,” said Mara Lind. It was day {number}."
        article = Article(text, provider="Rare" if number == 0 else "Common", published=f"2023-05-{number + 1:02}")
        store.add(Parsed(article, f"{number}.txt"), Extraction((quote(text, "The bolts hold", MARA),)))
    only = Filters(outlet="rare")
    assert len(store.match_quotes(["bolts"], 1, filters=only)) == 1
    assert len(store.quotes_of(MARA, 1, only)) == 1
    assert store.outlets() == ["Common", "Rare"]
    store.close()
