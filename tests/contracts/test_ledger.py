"""What every ledger promises (`bot.ports.Ledger`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model import Failure, Parsed, Validators
from bot.ports import Store
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import WITH_BRIDGE, WITH_BUDGET

Opener = Callable[[], Store]


@pytest.fixture(params=[SqliteStore])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    made: list[Store] = []

    def opened() -> Store:
        made.append(request.param(tmp_path / "archive.sqlite"))
        return made[-1]

    yield opened
    for store in made:
        store.close()


def test_failures_are_kept_and_counted_until_they_are_settled(reopen: Opener) -> None:
    ledger = reopen().ledger
    ledger.failed("b.pdf", "is broken")
    ledger.failed("a\udcff.txt", "is empty")
    ledger.failed("b.pdf", "is locked")
    assert reopen().ledger.failures() == [Failure("b.pdf", "is locked", 2), Failure("a\udcff.txt", "is empty", 1)]
    ledger.settled("b.pdf")
    ledger.settled("unheard.of")
    assert [failure.path for failure in reopen().ledger.failures()] == ["a\udcff.txt"]


def test_validators_are_kept(reopen: Opener) -> None:
    ledger = reopen().ledger
    assert ledger.validators("https://orvik.example/feed") == Validators()
    ledger.keep_validators("https://orvik.example/feed", Validators('"1"', None))
    ledger.keep_validators("https://orvik.example/feed", Validators('"2"', "then"))
    assert reopen().ledger.validators("https://orvik.example/feed") == Validators('"2"', "then")


def test_what_is_withdrawn_is_gone_for_good(reopen: Opener) -> None:
    store = reopen()
    article = replace(WITH_BRIDGE[0].article, guid="urn:nna:1", url=None)
    receipt = store.add(Parsed(article, "a"), WITH_BRIDGE[1])
    store.add(*WITH_BUDGET)
    assert store.ledger.withdraw(["urn:nna:2"]) is None
    assert store.ledger.withdraw(["urn:nna:1"]) == receipt.article_id
    assert store.census().articles == 1
    assert reopen().ledger.is_withdrawn(replace(article, text="Another version."))
    assert not reopen().ledger.is_withdrawn(WITH_BUDGET[0].article)


def test_what_is_withdrawn_is_known_by_its_link_too(reopen: Opener) -> None:
    store = reopen()
    article = replace(WITH_BRIDGE[0].article, url="https://orvik.example/bridge")
    receipt = store.add(Parsed(article, "a"), WITH_BRIDGE[1])
    assert store.ledger.withdraw(["urn:nna:1", "https://orvik.example/bridge"]) == receipt.article_id
    assert store.article(str(receipt.article_id)) is None
