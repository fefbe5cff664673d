"""Many articles into an archive at once: the rows that `Store.add` makes, in a fraction of the time. To measure with.

Counts are summed up in memory and written last, and who is who is found out once for all.
"""

from __future__ import annotations

import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from bot.model import Extraction, Parsed
from bot.naming.identity import whole_of
from bot.store import index, people, writing
from bot.store.rows import said, unpacked
from bot.store.totals import grow


def load(path: Path, items: Iterable[tuple[Parsed, Extraction]]) -> None:
    """Write new articles into an archive that nobody else uses meanwhile; a broken run leaves it useless."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -1000000")
    connection.execute("BEGIN")
    tally = _Tally(connection)
    for parsed, extraction in items:
        tally.enter(parsed, extraction)
    tally.write()
    people.relink(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


class _Tally:
    """What is counted over articles."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (self._quotes,) = connection.execute("SELECT max(number) FROM quote").fetchone()
        rows = connection.execute("SELECT name, fields, number FROM form")
        self._forms = {(unpacked(name), fields): number for name, fields, number in rows}
        self._counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        self._facts: dict[tuple[int, str, str], list[int]] = defaultdict(lambda: [0, 0])
        self._uses: list[tuple[str, int, int, str]] = []
        self._words, self._stems, self._in_articles = Counter[str](), Counter[str](), Counter[str]()
        self._articles = self._added = 0

    def enter(self, parsed: Parsed, extraction: Extraction) -> None:
        """Write one article with its quotes and index entries; count the rest."""
        row = writing._row(parsed, extraction, 1, time.time())
        number = self._connection.execute(writing._INSERT, row).lastrowid or 0
        dated = str(row[2])
        speakers = {name: self._form(name, sheet, number, dated) for name, sheet in people._sheets(extraction).items()}
        quotes, entries = [], []
        for place, quote in enumerate(extraction.quotes):
            self._quotes += 1
            speaker = speakers[quote.speaker.name] if quote.speaker else None
            quotes.append((self._quotes, number, place, speaker, dated, said(quote)))
            entries.append((self._quotes, self._words_of(index.quote_words(parsed.article, quote)), str(speaker or "")))
        self._connection.executemany("INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?)", quotes)
        self._connection.executemany("INSERT INTO quote_index (rowid, words, speaker) VALUES (?, ?, ?)", entries)
        headline, body = index._columns(parsed.article)
        self._connection.execute(
            "INSERT INTO article_index (rowid, headline, body) VALUES (?, ?, ?)", (number, headline, body)
        )
        self._in_articles.update({*headline.split(), *body.split()})
        self._articles += 1
        self._added += len(quotes)

    def _words_of(self, words: list[str]) -> str:
        stems = index.stems_of(words)
        self._words.update(set(words))
        self._stems.update(set(stems))
        return " ".join(stems)

    def _form(self, name: str, sheet: people._Sheet, article: int, dated: str) -> int:
        key = (name, sheet.fields)
        number = self._forms.setdefault(key, len(self._forms) + 1)
        counts = self._counts[key]
        counts[0] += 1
        counts[1] += sheet.body
        counts[2] += sheet.quotes
        for (sort, fact), place in sheet.facts.items():
            known = self._facts[number, sort, fact]
            known[0] += 1
            known[1] += place
            if sort == "role":
                self._uses.append((dated, article, number, fact))
        return number

    def write(self) -> None:
        """Write what was counted."""
        several = self._connection.executemany
        several(
            "INSERT INTO form (number, name, fields, whole, articles, bodies, quotes) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (name, fields) DO UPDATE SET articles = articles + excluded.articles, "
            "bodies = bodies + excluded.bodies, quotes = quotes + excluded.quotes",
            ((self._forms[key], *key, whole_of(key[0]), *counts) for key, counts in self._counts.items()),
        )
        several(
            "INSERT INTO form_fact (form, sort, fact, count, places) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (form, sort, fact) DO UPDATE SET count = count + excluded.count, "
            "places = places + excluded.places",
            ((*fact, *counts) for fact, counts in self._facts.items()),
        )
        several(
            "INSERT OR IGNORE INTO role_use SELECT number, ?, ? FROM form_fact WHERE form = ? AND sort = 'role' "
            "AND fact = ?",
            self._uses,
        )
        several(
            "INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET quotes = quotes + excluded.quotes",
            self._words.items(),
        )
        several(
            "INSERT INTO stem VALUES (?, ?, ?) ON CONFLICT (stem) DO UPDATE SET quotes = quotes + excluded.quotes, "
            "articles = articles + excluded.articles",
            ((one, self._stems[one], self._in_articles[one]) for one in {*self._stems, *self._in_articles}),
        )
        for name, number in (("articles", self._articles), ("quotes", self._added), ("changes", self._articles)):
            grow(self._connection, name, number)
