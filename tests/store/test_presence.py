"""Where somebody is on record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import Article, Filters, Person, Presence, SpeakerKind
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import BOARD, BRIDGE, BUDGET, MARA, TOMAS, WITH_BRIDGE, WITH_BUDGET, loaded, quote

HOLD = "“The bolts hold,” said Mara Lind. “They don’t,” said Tomás Reuel."
WITH_HOLD = loaded(
    "press/hold.txt",
    Article(HOLD, provider="Tidende", published="2023-12-01"),
    quote(HOLD, "The bolts hold", MARA),
    quote(HOLD, "They don’t", TOMAS),
    people=(Person(MARA, SpeakerKind.PERSON, ("Mayor of Orvik",), (), 1), Person(TOMAS, quotes=1)),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "archive.sqlite", clock=lambda: 1_700_000_000.0)
    for one in (WITH_BRIDGE, WITH_BUDGET, WITH_HOLD):
        store.add(*one)
    yield store
    store.close()


def test_where_somebody_is_quoted(store: SqliteStore) -> None:
    assert store.presence(MARA) == Presence(
        3, "2023-11-02T08:00:00Z", "2023-12-01", (("Tidende", 2), ("NDP", 1)), ((TOMAS, 2), (BOARD, 1))
    )
    assert store.presence("Nobody Known") == Presence(0)


def test_dates_without_a_year_are_no_dates(store: SqliteStore) -> None:
    store.remove(WITH_HOLD[0].article.id)
    assert store.presence(TOMAS) == Presence(1, None, None, (("NDP", 1),), ((MARA, 1),))


def test_roles_have_the_dates_that_articles_show(store: SqliteStore) -> None:
    (profile,) = store.profiles(MARA)
    shown = {use.role: (use.shown, use.articles) for use in profile.roles}
    assert shown["Mayor of Orvik"] == (("2023-11-02T08:00:00Z", "2023-12-01"), 2)
    assert store.profiles(TOMAS)[0].roles[0].shown is None


def test_the_latest_quotes(store: SqliteStore) -> None:
    assert [one.text for one in store.latest(3)] == ["The bolts hold", "They don’t", "Taxes will rise"]
    assert [one.text for one in store.latest(9, Filters(until="2023-11", exact=("comment",)))] == [
        "no comment on the bridge"
    ]
    assert store.latest(0) == []


def test_who_is_named_in_articles(store: SqliteStore) -> None:
    assert [one.name for one in store.people_in([BRIDGE.id])] == [MARA, TOMAS, "Ole Vik"]
    assert store.people_in([]) == [] == store.people_in(["gone", "\ud800"])
    assert len(store.people_in([BRIDGE.id, BUDGET.id])) == 5


def test_an_archive_without_quotes(tmp_path: Path) -> None:
    empty = SqliteStore(tmp_path / "empty.sqlite")
    assert empty.latest(5) == [] == empty.outlets()
    assert empty.add(*loaded("a.txt", Article("Nobody spoke.")))
    assert empty.latest(5) == []
    empty.close()
