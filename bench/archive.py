"""Archives of any size to measure on: gold quotes among quotes recombined from clauses, so that words are as usual.

The gold articles are those of the development split. The rest is made of the clauses of the training split's quotes, in
random order, to the lengths of those quotes; said by invented people, whose names are as unevenly shared as real ones.
Articles that hold what nobody is to have said are left out. Nothing of it is kept in the repository.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench import bulk
from bench.check_cases import load
from bench.people import Crowd
from bot.model import Article, Extraction, Parsed, Person, Quote, QuoteKind, Span, Speaker
from bot.store.sqlite import SqliteStore
from bot.text import normalise

SHARED = Path(__file__).parents[2] / "shared"
POLNEAR, CASES = SHARED / "data" / "polnear", SHARED / "data" / "qa" / "dev.jsonl"
AN_ARTICLE = 20
"""Quotes of an article that is made: about as many as the gold articles have."""
QUOTES_OF_ONE = 25
"""Quotes of a person, on average."""
FIRST_DAY, DAYS = date(2014, 1, 1), 3650
OUTLETS = [f"{place} {sort}" for place in "Velmara Norvane Orvik Tavel Sund Karst Halden Mirov".split()
           for sort in ("Tidende", "Herald", "Post", "Wire")]  # fmt: skip
SECTIONS = "Politics World Economy Sport Culture Science".split()
_CLAUSE = re.compile(r"[,;:.?!–—“”\"()]+\s*|\s+(?=(?:and|but|because|that|which|who|when|if|while|as|to)\s)")
MOST_HEADLINE = 10
"""Words."""
ADDED = 300
"""Articles that are stored one by one, at the beginning and at the end, to see how long that takes."""
LEAST_CLAUSE = 3
"""Words: shorter clauses join the next."""


def cases(*kinds: str) -> list[dict[str, Any]]:
    """The question cases of these kinds."""
    found = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    return [case for case in found if case["kind"] in kinds]


def fragment(case: dict[str, Any]) -> str:
    """What a case asks for, without the command."""
    return str(case["message"]).partition(" ")[2]


def gold() -> list[tuple[Parsed, Extraction]]:
    """The articles that the question cases are about, with their gold quotes."""
    return [(Parsed(article, f"{article.headline}.txt"), _gold(quotes)) for article, quotes in load(POLNEAR / "dev")]


def _gold(quotes: Sequence[Quote]) -> Extraction:
    counts = Counter(quote.speaker.name for quote in quotes if quote.speaker)
    return Extraction(tuple(quotes), tuple(Person(name, quotes=number) for name, number in counts.most_common()))


class Mill:
    """Makes articles out of the clauses of others."""

    def __init__(self, quotes: int, sources: Iterable[tuple[Article, Sequence[Quote]]], seed: int = 11) -> None:
        """Make clauses ready.

        Args:
            quotes: How many will be made, about: there are as many people as fit.
            sources: Articles whose quotes give the clauses.
            seed: The same gives the same articles.
        """
        self._chance = random.Random(seed)  # noqa: S311 - invented articles, no secrets
        self._crowd = Crowd(max(100, quotes // QUOTES_OF_ONE)).people
        told = [[quote.text(article.text) for quote in said] for article, said in sources]
        self._lengths = [len(one.split()) for several in told for one in several]
        self._clauses = [clause for several in told for one in several for clause in clauses(one)]
        self.number = max(1, quotes // AN_ARTICLE)

    def articles(self) -> Iterator[tuple[Parsed, Extraction]]:
        """The articles, earliest first."""
        for number in range(self.number):
            yield self._article(number)

    def more(self, number: int) -> Iterator[tuple[Parsed, Extraction]]:
        """So many articles behind those."""
        return map(self._article, range(self.number, self.number + number))

    def _article(self, number: int) -> tuple[Parsed, Extraction]:
        pick = self._chance.choice
        text, quotes, cast = [], [], {}
        length = 0
        for place in range(AN_ARTICLE):
            name, role = self._crowd[int(len(self._crowd) * self._chance.random() ** 3)]
            line, quote = _told(self._words(), name, role, length, direct=self._chance.random() < 0.4)
            lines = [line] if place % 4 else [line, f"{self._words().capitalize()}."]
            text += lines
            quotes.append(quote)
            cast[name] = role
            length += sum(len(one) + 2 for one in lines)
        people = tuple(Person(name, roles=(role,), aliases=(name.split()[-1],)) for name, role in cast.items())
        day = FIRST_DAY + timedelta(days=number * DAYS // self.number)
        article = Article(
            "\n\n".join(text),
            " ".join(self._words().split()[:MOST_HEADLINE]).capitalize(),
            pick(SECTIONS),
            provider=pick(OUTLETS),
            published=day.isoformat(),
            url=f"https://example.org/{number}",
        )
        return Parsed(article, f"{number}.txt"), Extraction(tuple(quotes), people)

    def _words(self) -> str:
        """Clauses up to the length of some quote."""
        wanted = self._chance.choice(self._lengths)
        found: list[str] = []
        while len(found) < wanted:
            found += self._chance.choice(self._clauses)
        return " ".join(found[: max(wanted, LEAST_CLAUSE)])


def _told(words: str, name: str, role: str, start: int, direct: bool) -> tuple[str, Quote]:
    """A line of an article that begins at `start`, in which somebody says the words."""
    line = f"“{words},” said {name}, {role}." if direct else f"{name}, {role}, said {words}."
    begins = start + line.index(words)
    speaks = start + line.index(name, len(words) if direct else 0)
    speaker = Speaker(name, name, Span(speaks, speaks + len(name)), role)
    kind = QuoteKind.DIRECT if direct else QuoteKind.INDIRECT
    return line, Quote(kind, (Span(begins, begins + len(words)),), speaker=speaker)


def clauses(said: str) -> Iterator[list[str]]:
    """The clauses of a quote, as words."""
    words: list[str] = []
    for part in _CLAUSE.split(said):
        words += part.split()
        if len(words) >= LEAST_CLAUSE:
            yield words
            words = []


def _holds(article: Article, unsaid: Collection[str]) -> bool:
    text = f" {normalise(article.text)} "
    return any(f" {one} " in text for one in unsaid)


def sources() -> Iterator[tuple[Article, list[Quote]]]:
    """The articles of the training split, without those that hold what nobody is to have said."""
    unsaid = [normalise(fragment(case)) for case in cases("none")]
    return ((article, said) for article, said in load(POLNEAR / "train") if not _holds(article, unsaid))


def _among(golden: Sequence[tuple[Parsed, Extraction]], mill: Mill) -> Iterator[tuple[Parsed, Extraction]]:
    """The gold articles, dated and evenly spread, among those that are made."""
    apart = mill.number // len(golden)
    for number, made in enumerate(mill.articles()):
        if number % apart == 0 and number // apart < len(golden):
            parsed, extraction = golden[number // apart]
            yield replace(parsed, article=replace(parsed.article, published=made[0].article.published)), extraction
        yield made


def build(path: Path, quotes: int) -> dict[str, float]:
    """Make an archive of about so many quotes; its figures, the rate of `Store.add` at its beginning and end too.

    All between is written by `bench.bulk`, which makes the same rows in a fraction of the time. An archive that is
    there is used as it is, with the figures that were kept beside it.
    """
    kept = path.with_suffix(".json")
    if kept.exists():
        return dict(json.loads(kept.read_text(encoding="utf-8")))
    wall, cpu = perf_counter(), process_time()
    store, mill = SqliteStore(path), Mill(quotes, sources())
    items = _among(gold(), mill)
    first = _added(store, islice(items, ADDED))
    store.close()
    last_ones = mill.more(ADDED)
    bulk.load(path, items)
    store = SqliteStore(path)
    last = _added(store, last_ones)
    census = store.census()
    store.close()
    found = {
        "articles": census.articles,
        "quotes": census.quotes,
        "people": census.people,
        "megabytes": round(path.stat().st_size / 1e6, 1),
        "build_wall_s": round(perf_counter() - wall, 1),
        "build_cpu_s": round(process_time() - cpu, 1),
        "added_first_per_cpu_s": round(first, 1),
        "added_last_per_cpu_s": round(last, 1),
    }
    kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return found


def _added(store: SqliteStore, items: Iterable[tuple[Parsed, Extraction]]) -> float:
    """Articles that are stored in a second of processor time."""
    ready = list(items)
    began = process_time()
    for parsed, extraction in ready:
        store.add(parsed, extraction)
    return len(ready) / (process_time() - began)
