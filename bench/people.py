"""How fast people are found: `python bench/people.py [--people 100000] [--keep FILE]`.

Loads an archive of invented people, whose names and roles are as unevenly shared as real ones, and asks it for names:
in full, misspelt, by surname, by given name, by role, unknown. Prints milliseconds and keeps them in
results/people.json. With --keep the archive is loaded into that file or, if it is there, used as it is.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, process_time
from typing import Any

from bot.model import Article, Extraction, Parsed, Person, Quote, QuoteKind, Span, Speaker
from bot.search import Searcher
from bot.store.sqlite import SqliteStore

KEPT = Path(__file__).parent / "results" / "people.json"
AN_ARTICLE = 10
"""People quoted in an article, once each."""
QUESTIONS = 200
"""Of each sort."""
COLD = """
import sys
from time import perf_counter
began = perf_counter()
from pathlib import Path
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
imported = perf_counter()
found = Searcher(SqliteStore(Path(sys.argv[1]))).speakers(sys.argv[2])
print(imported - began, perf_counter() - imported, len(found))
"""
_ONSETS = "b br d dr f fl g gr h j k kl kr l m n p pr r s sk st t tr v z".split()
_VOWELS = "a e i o u ai ei ou".split()
_CODAS = "n r l s t k m nd rk lt ns".split()
_OFFICES = "mayor minister senator spokesman director farmer striker teacher judge singer engineer analyst".split()
_PLACES = "Velmara Norvane Orvik Tavel Sund Karst Ostrava Brin Halden Mirov".split()


def names(chance: random.Random, number: int, syllables: int) -> list[str]:
    """So many different invented words, fit for names."""
    found: dict[str, None] = {}
    while len(found) < number:
        parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
        found["".join(parts).capitalize() + chance.choice(_CODAS)] = None
    return list(found)


class Crowd:
    """Invented people: the n-th word of a sort is borne about 1/n as often as the first, and some are quoted often."""

    def __init__(self, number: int, seed: int = 3) -> None:
        """Make so many people, all of different names."""
        self._chance = random.Random(seed)  # noqa: S311 - invented names, no secrets
        given, family = names(self._chance, 3_000, 2), names(self._chance, max(100, number // 3), 3)
        pick_given, pick_family = self._uneven(given), self._uneven(family)
        found: dict[str, str] = {}
        while len(found) < number:
            found.setdefault(f"{pick_given()} {pick_family()}", self._role())
        self.people = list(found.items())

    def _role(self) -> str:
        return f"{self._chance.choice(_OFFICES)} of {self._chance.choice(_PLACES)}"

    def _uneven(self, words: list[str]) -> Callable[[], str]:
        weights = list(accumulate(1 / (n + 8) for n in range(len(words))))
        return lambda: self._chance.choices(words, cum_weights=weights)[0]

    def articles(self) -> Iterator[tuple[Parsed, Extraction]]:
        """Articles in which everybody is quoted once or more."""
        order = list(self.people)
        self._chance.shuffle(order)
        for start in range(0, len(order), AN_ARTICLE // 2):
            known = [self.people[int(len(order) * self._chance.random() ** 3)] for _ in range(AN_ARTICLE // 2)]
            yield article(start, dict([*order[start : start + AN_ARTICLE // 2], *known]))


def article(number: int, people: dict[str, str]) -> tuple[Parsed, Extraction]:
    """An article in which these people, with their roles, say a word each."""
    text, quotes, cast = f"Report {number}.", [], []
    for name, role in people.items():
        start = len(text) + 1
        text += f" “Nothing new in {role[-5:]},” said {name}."
        quotes.append(Quote(QuoteKind.DIRECT, (Span(start + 1, start + 12),), speaker=Speaker(name, name, Span(0, 1))))
        cast.append(Person(name, roles=(role,), aliases=(name.split()[-1],), quotes=1))
    return Parsed(Article(text), f"{number}.txt"), Extraction(tuple(quotes), tuple(cast))


def load(store: SqliteStore, crowd: Crowd) -> dict[str, float]:
    """Load all; articles a second of this process's time, over all and over the last tenth."""
    marks = [process_time()]
    for parsed, extraction in crowd.articles():
        store.add(parsed, extraction)
        marks.append(process_time())
    number = len(marks) - 1
    tail = max(1, number // 10)
    last = tail / (marks[-1] - marks[-tail - 1])
    return {"articles": number, "per_s": number / (marks[-1] - marks[0]), "last_per_s": last}


def questions(crowd: Crowd) -> dict[str, list[str]]:
    """Names as people type them, of each sort."""
    chance = random.Random(5)  # noqa: S311
    some = chance.sample(crowd.people, QUESTIONS)
    split = [name.split() for name, _ in some]
    strange = names(chance, QUESTIONS, 4)
    return {
        "full": [name for name, _ in some],
        "misspelt": [f"{given} {family[:3]}{family[4:]}" for given, family in split],
        "surname": [family for _, family in split],
        "given": [given for given, _ in split],
        "role": [f"the {role}" for _, role in some],
        "title": [f"{role.split()[0]} {family}" for (_, role), (_, family) in zip(some, split, strict=True)],
        "unknown": [f"{word} {other}" for word, other in zip(strange, reversed(strange), strict=True)],
    }


def timed(ask: Callable[[str], object], asked: list[str]) -> dict[str, float]:
    """Milliseconds of this thread's own clock: median and 99 in 100."""
    spent = []
    for one in asked:
        began = perf_counter()
        ask(one)
        spent.append(1000 * (perf_counter() - began))
    spent.sort()
    return {"p50": spent[len(spent) // 2], "p99": spent[int(len(spent) * 0.99)]}


def while_loading(store: SqliteStore, search: Searcher, crowd: Crowd, asked: list[str]) -> dict[str, float]:
    """The same while another thread loads articles, so that nothing kept is of use."""
    over = Event()

    def go_on() -> None:
        for number, one in enumerate(crowd.people):
            if over.is_set():
                return
            store.add(*article(-number - 1, dict([one])))

    loader = Thread(target=go_on)
    loader.start()
    try:
        return timed(search.speakers, asked)
    finally:
        over.set()
        loader.join()


def cold(path: Path, name: str) -> dict[str, float]:
    """Milliseconds of a fresh process: imports, then opening and the first answer."""
    done = subprocess.run([sys.executable, "-c", COLD, str(path), name], capture_output=True, text=True, check=True)
    imports, answer, _ = map(float, done.stdout.split())
    return {"imports": 1000 * imports, "answer": 1000 * answer}


def measured(path: Path, number: int) -> dict[str, Any]:
    """All figures."""
    crowd = Crowd(number)
    fresh = not path.exists()
    store = SqliteStore(path)
    found: dict[str, Any] = {"people": number}
    if fresh:
        found["load"] = load(store, crowd)
    found["bytes"] = path.stat().st_size
    asked = questions(crowd)
    found["cold"] = cold(path, asked["full"][0])
    search = Searcher(store)
    found["speakers_ms"] = {sort: timed(search.speakers, several) for sort, several in asked.items()}
    found["near_ms"] = timed(search.near_speakers, asked["unknown"])
    found["people_ms"] = timed(lambda _: store.people(50), asked["full"])
    hits = [bool(hits) and hits[0].person.name == name for name in asked["full"] for hits in [search.speakers(name)]]
    found["full_found_first"] = sum(hits) / len(hits)
    found["while_loading_ms"] = while_loading(store, search, crowd, asked["full"][:50])
    store.close()
    return found


def main() -> None:
    """Prints and keeps the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--people", type=int, default=100_000)
    options.add_argument("--keep", type=Path, help="the archive's file")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(chosen.keep or Path(folder) / "people.db", chosen.people)
    KEPT.write_text(json.dumps(rounded(found), indent=2) + "\n", encoding="utf-8")
    print(KEPT.read_text(encoding="utf-8"))


def rounded(value: Any) -> Any:
    """Figures to one decimal or three."""
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return round(value, 3 if value <= 1 else 1) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
