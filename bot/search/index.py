"""The archive as search sees it: words made into a query, with what is worth keeping between two questions."""

from __future__ import annotations

from dataclasses import dataclass

from bot.model import Census
from bot.ports import Store
from bot.search.people import Directory
from bot.search.query import Query, build
from bot.search.speller import Speller


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What was read from the archive at one time."""

    census: Census
    speller: Speller
    directory: Directory | None = None


class Index:
    """Reads the archive. What it keeps is thrown away when the census changes. Safe from any thread."""

    def __init__(self, store: Store) -> None:
        """Keep the store; nothing is read before the first question."""
        self.store = store
        self._snapshot: _Snapshot | None = None

    def query(self, text: str) -> Query | None:
        """The query of words as typed; None where there is nothing to look for."""
        snapshot = self._fresh()
        return build(text, self.store.frequencies, snapshot.speller.near, snapshot.census.quotes)

    def directory(self) -> Directory:
        """Everybody on record."""
        snapshot = self._fresh()
        if snapshot.directory is None:
            snapshot = _Snapshot(snapshot.census, snapshot.speller, Directory(self.store.people()))
            self._snapshot = snapshot
        assert snapshot.directory is not None  # noqa: S101 - just made
        return snapshot.directory

    def _fresh(self) -> _Snapshot:
        census = self.store.census()
        snapshot = self._snapshot
        if snapshot is None or snapshot.census != census:
            snapshot = _Snapshot(census, Speller(self.store.vocabulary))
            self._snapshot = snapshot
        return snapshot
