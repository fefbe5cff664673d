"""What every keeper of drafts promises (`bot.ports.Drafts`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model import Draft, Drafted
from bot.ports import Drafts
from bot.store.drafts import DRAFTS_LAST
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import WITH_BRIDGE, WITH_BUDGET

ITEMS = (Drafted(*WITH_BRIDGE), Drafted(*WITH_BUDGET))


class Clock:
    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=[SqliteStore])
def reopen(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Drafts]]:
    made: list[SqliteStore] = []

    def opened() -> Drafts:
        made.append(request.param(tmp_path / "archive.sqlite", clock=clock))
        return made[-1].drafts

    yield opened
    for store in made:
        store.close()


@pytest.fixture
def drafts(reopen: Callable[[], Drafts]) -> Drafts:
    return reopen()


def test_a_draft_is_kept_whole_and_outlives_a_restart(drafts: Drafts, reopen: Callable[[], Drafts]) -> None:
    draft = drafts.keep("tg:1:1", ITEMS)
    assert draft == Draft(draft.id, "tg:1:1", ITEMS)
    assert reopen().get(draft.id) == draft


def test_each_draft_has_an_id_of_its_own(drafts: Drafts) -> None:
    assert drafts.keep("tg:1:1", ITEMS).id != drafts.keep("tg:1:1", ITEMS).id


def test_what_is_dropped_is_gone(drafts: Drafts) -> None:
    draft = drafts.keep("tg:1:1", ITEMS)
    assert drafts.drop(draft.id)
    assert not drafts.drop(draft.id)
    assert drafts.get(draft.id) is None
    assert not drafts.change(draft)


def test_one_draft_of_an_owner_asks_for_its_headline(drafts: Drafts) -> None:
    first, second, others = (drafts.keep(owner, ITEMS) for owner in ("tg:1:1", "tg:1:1", "tg:1:2"))
    assert drafts.asking("tg:1:1") is None
    for draft in (others, first, second):
        assert drafts.change(replace(draft, asks_headline=True))
    assert drafts.asking("tg:1:1") == replace(second, asks_headline=True)
    assert drafts.get(first.id) == first
    assert drafts.change(replace(second, items=ITEMS[:1]))
    assert drafts.asking("tg:1:1") is None
    assert drafts.get(second.id) == replace(second, items=ITEMS[:1])


def test_what_nobody_decides_on_is_forgotten(drafts: Drafts, clock: Clock) -> None:
    draft = drafts.keep("tg:1:1", ITEMS)
    clock.now += DRAFTS_LAST
    assert drafts.get(draft.id) == draft
    clock.now += 1
    assert drafts.get(draft.id) is None
    drafts.keep("tg:1:1", ITEMS)
    clock.now -= 1
    assert drafts.get(draft.id) is None  # for good: the next draft swept it out
