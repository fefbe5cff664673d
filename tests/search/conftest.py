"""A small archive of invented articles, with what was said in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import Article, Extraction, Parsed, Person, Quote, QuoteKind, Span, Speaker, SpeakerKind
from bot.search import Searcher
from bot.store.sqlite import SqliteStore

HARBOUR = Article(
    "The harbour of Velmara froze overnight, and the pilots stayed ashore.\n\n"
    "“We counted eleven broken pilings beneath the northern quay,” said Ilse Brandt, the harbour master, “and not one "
    "of them was on the map.”\n\n"
    "Foreign Minister Anton Sarkov warned that the blockade of the strait would not be lifted before spring.\n\n"
    "“Nobody will organise a convoy in this weather,” Sarkov said.",
    headline="Velmara harbour freezes as blockade drags on",
    published="2024-01-11",
)
CLINIC = Article(
    "“The clinic needs two more surgeons and a colour scanner,” said Dr. Ana Lucía Peñalver.\n\n"
    "The Palace has seen “no evidence of any wrongdoing at the hospital”, it said.\n\n"
    "“My brother’s view of the blockade is his own,” said Pavel Sarkov, a painter.\n\n"
    "The waiting room smelled of paint, and the lamps buzzed above the empty chairs.",
    headline="Surgeons leave the island clinic",
    published="2024-02-02",
)
_SAID = (
    (
        HARBOUR,
        "Ilse Brandt",
        "harbour master",
        ("We counted eleven broken pilings", "and not one of them was on the map"),
    ),
    (HARBOUR, "Anton Sarkov", "Foreign Minister", ("the blockade of the strait would not be lifted before spring",)),
    (HARBOUR, "Anton Sarkov", "Foreign Minister", ("Nobody will organise a convoy in this weather",)),
    (CLINIC, "Ana Lucía Peñalver", None, ("The clinic needs two more surgeons and a colour scanner",)),
    (CLINIC, "Palace", None, ("no evidence of any wrongdoing at the hospital",)),
    (CLINIC, "Pavel Sarkov", "a painter", ("My brother’s view of the blockade is his own",)),
)
ALIASES = {"Anton Sarkov": ("Sarkov",), "Pavel Sarkov": ("Sarkov",), "Ilse Brandt": ("Brandt",)}


def extraction_of(article: Article) -> Extraction:
    quotes: list[Quote] = []
    people: dict[str, Person] = {}
    for where, name, role, pieces in _SAID:
        if where is not article:
            continue
        kind = SpeakerKind.INSTITUTION if name == "Palace" else SpeakerKind.PERSON
        starts = [article.text.index(piece) for piece in pieces]
        ends = [article.text.find("”", start) for start in starts] if pieces[0].startswith("We counted") else []
        content = [
            Span(start, ends[n] - (n == 0) if ends else start + len(piece))
            for n, (start, piece) in enumerate(zip(starts, pieces, strict=True))
        ]
        quotes.append(Quote(QuoteKind.DIRECT, tuple(content), speaker=Speaker(name, name, Span(0, 1), role, kind)))
        count = people[name].quotes if name in people else 0
        people[name] = Person(name, kind, (role,) if role else (), ALIASES.get(name, ()), count + 1)
    return Extraction(tuple(sorted(quotes, key=lambda quote: quote.span)), tuple(people.values()))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    store = SqliteStore(Path(tmp_path_factory.mktemp("archive"), "archive.db"))
    for article, path in ((HARBOUR, "harbour.txt"), (CLINIC, "clinic.txt")):
        store.add(Parsed(article, path), extraction_of(article))
    yield store
    store.close()


@pytest.fixture(scope="session")
def search(store: SqliteStore) -> Searcher:
    return Searcher(store)
