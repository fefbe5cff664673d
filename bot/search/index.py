"""The archive as search sees it: words made into a query, with what is worth keeping between two questions."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ports import Store
from bot.search.people import Directory
from bot.search.query import Query, build
from bot.search.speller import Speller


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What was read from the archive at one time."""

    changes: int
    quotes: int
    speller: Speller
    directory: Directory


class Index:
    """Reads the archive. What it keeps is thrown away when the archive changes. Safe from any thread."""

    def __init__(self, store: Store) -> None:
        """Keep the store; nothing is read before the first question."""
        self.store = store
        self._snapshot: _Snapshot | None = None

    def query(self, text: str) -> Query | None:
        """The query of words as typed; None where there is nothing to look for."""
        snapshot = self._fresh()
        return build(text, self.store.frequencies, snapshot.speller.near, snapshot.quotes)

    def directory(self) -> Directory:
        """Everybody on record."""
        return self._fresh().directory

    def _fresh(self) -> _Snapshot:
        changes = self.store.changes()
        snapshot = self._snapshot
        if snapshot is None or snapshot.changes != changes:
            quotes = self.store.census().quotes
            snapshot = _Snapshot(changes, quotes, Speller(self.store.vocabulary), Directory(self.store))
            self._snapshot = snapshot
        return snapshot
