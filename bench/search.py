"""How fast and how good /who is on ten thousand to a million quotes: `python -m bench.search [--keep FOLDER]`.

In one run beside what else may be done with the same quotes: a RapidFuzz scan over the whole list (`process.extract`
with WRatio, and with partial_ratio, which suits fragments), SQLite FTS5 `ORDER BY rank` alone, and bm25s. Each has a
process of its own, on one core, and answers the same questions; what takes seconds for each answers only `SCANNED`.
Prints a table and keeps it in results/search.json. With --keep the archives are used again.

Needs the measuring data in ../shared, and `pip install -c constraints.txt '.[bench]'`.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import os
import random
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any, NamedTuple

from bench.archive import CASES, build, cases, fragment
from bench.people import rounded
from bot.model import Quote
from bot.search import Searcher
from bot.store.rows import quote_from, unpacked
from bot.store.sqlite import SqliteStore
from bot.store.stems import stem
from bot.text import normalise, tokens_of

KEPT = Path(__file__).parent / "results" / "search.json"
SIZES = (10_000, 100_000, 1_000_000)
SCANNED = 30
"""Questions that a slow engine answers, evenly of each noise."""
SEED = 5

Ask = Callable[[str], str | None]
"""A fragment -> who said it, as name and mention; None where nobody did."""


class Engine(NamedTuple):
    """Something that finds quotes."""

    make: Callable[[Path], Ask]
    """Makes it ready for an archive."""
    scans: bool = False
    """Whether it looks at every quote, or nearly so."""


def onrecord(path: Path) -> Ask:
    """The bot's own search."""
    search = Searcher(SqliteStore(path))

    def ask(words: str) -> str | None:
        hits = search.who(words)
        speaker = hits[0].quote.quote.speaker if hits else None
        return f"{speaker.name} {speaker.mention}" if speaker else "" if hits else None

    return ask


def said(path: Path) -> list[tuple[str, str]]:
    """All quotes of an archive, normalised, with who said them; read once and kept beside it."""
    kept = path.with_suffix(".tsv")
    if not kept.exists():
        with kept.open("w", encoding="utf-8") as file:
            file.writelines(f"{words}\t{speaker}\n" for words, speaker in _said(path))
    rows = (line.rstrip("\n").split("\t") for line in kept.open(encoding="utf-8"))
    return [(words, speaker) for words, speaker in rows]


def _said(path: Path) -> Iterator[tuple[str, str]]:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = connection.execute("SELECT said, text FROM quote JOIN article ON article.number = quote.article")
    for stored, text in rows:
        quote, whole = quote_from(stored), unpacked(text)
        yield " ".join(normalise(span.of(whole)) for span in quote.content), _called(quote)


def _called(quote: Quote) -> str:
    return " ".join(f"{quote.speaker.name} {quote.speaker.mention}".split()) if quote.speaker else ""


def scan(scorer: str) -> Callable[[Path], Ask]:
    """RapidFuzz over the whole list."""

    def make(path: Path) -> Ask:
        from rapidfuzz import fuzz, process

        quotes = said(path)
        choices, similarity = [words for words, _ in quotes], getattr(fuzz, scorer)

        def ask(words: str) -> str | None:
            found = process.extract(normalise(words), choices, scorer=similarity, limit=1)
            return quotes[found[0][2]][1] if found else None

        return ask

    return make


def rank_alone(path: Path) -> Ask:
    """SQLite's own full-text search over the archive's index: any of the words, best rank first."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def ask(words: str) -> str | None:
        terms = " OR ".join(f'"{stem(word)}"' for word in tokens_of(words))
        rows = connection.execute(
            "SELECT said FROM quote_index JOIN quote ON quote.number = quote_index.rowid WHERE quote_index MATCH ? "
            "ORDER BY rank LIMIT 1",
            (f"words : ({terms})",),
        )
        return next((_called(quote_from(stored)) for (stored,) in rows), None)

    return ask


def bm25(path: Path) -> Ask:
    """The bm25s library, its scores made ready beforehand."""
    import bm25s

    quotes = said(path)
    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize([words for words, _ in quotes], show_progress=False), show_progress=False)

    def ask(words: str) -> str | None:
        terms = bm25s.tokenize([normalise(words)], show_progress=False)
        found, scores = retriever.retrieve(terms, k=1, show_progress=False)
        return quotes[int(found[0, 0])][1] if scores[0, 0] > 0 else None

    return ask


ENGINES: dict[str, Engine] = {
    "onrecord": Engine(onrecord),
    "FTS5 rank alone": Engine(rank_alone, scans=True),
    "bm25s": Engine(bm25),
    "RapidFuzz WRatio": Engine(scan("WRatio"), scans=True),
    "RapidFuzz partial_ratio": Engine(scan("partial_ratio"), scans=True),
}


def questions(scanned: bool) -> list[dict[str, Any]]:
    """The cases asked, always in the same order; those that a scan answers come first."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable, not secret
    asked = cases("who", "none")
    chance.shuffle(asked)
    some: list[dict[str, Any]] = []
    for noise in ("exact", "typos", "half"):
        some += [case for case in asked if (case["kind"], case["noise"]) == ("who", noise)][: SCANNED // 3]
    return some if scanned else [*some, *(case for case in asked if case not in some)]


def right(case: dict[str, Any], speaker: str | None) -> bool:
    """Whether the first answer's speaker is one expected, or there is none where nobody said it."""
    if case["kind"] == "none":
        return speaker is None
    return speaker is not None and any(one.lower() in speaker.lower() for one in case["expect"]["speakers"])


def measured(name: str, path: Path) -> dict[str, Any]:
    """An engine's figures, in this process, on one core."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    began = thread_time()
    ask = ENGINES[name].make(path)
    ready = thread_time() - began
    asked = questions(ENGINES[name].scans)
    ask(fragment(asked[-1]))
    gc.freeze()  # as the bot does when it starts
    wall, cpu, outcomes = [], [], []
    for case in asked:
        started, spent = perf_counter(), thread_time()
        speaker = ask(fragment(case))
        cpu.append(1000 * (thread_time() - spent))
        wall.append(1000 * (perf_counter() - started))
        outcomes.append((case, right(case, speaker)))
    return {
        "ready_cpu_s": ready,
        "megabytes_of_memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "asked": len(asked),
        "wall_ms": _spread(wall),
        "cpu_ms": _spread(cpu),
        "recall": _shares(outcomes),
        "recall_of_the_scanned": _share([ok for case, ok in outcomes[:SCANNED] if case["kind"] == "who"]),
    }


def _spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {"p50": ordered[len(ordered) // 2], "p99": ordered[int(len(ordered) * 0.99)]}


def _shares(outcomes: list[tuple[dict[str, Any], bool]]) -> dict[str, float]:
    names = sorted({f"{case['kind']} {case['noise']}" for case, _ in outcomes})
    return {name: _share([ok for case, ok in outcomes if f"{case['kind']} {case['noise']}" == name]) for name in names}


def _share(outcomes: list[bool]) -> float:
    return sum(outcomes) / max(1, len(outcomes))


def apart(name: str, path: Path) -> dict[str, Any]:
    """The same in a fresh process, so that memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measured, (name, path))


def line(name: str, found: dict[str, Any]) -> str:
    """One line of the table."""
    recall = " ".join(f"{found['recall'].get(key, float('nan')):.3f}" for key in NOISES)
    return (
        f"{name:24} {found['cpu_ms']['p50']:9.1f} {found['cpu_ms']['p99']:9.1f} {found['wall_ms']['p50']:9.1f} "
        f"{found['wall_ms']['p99']:9.1f} {found['megabytes_of_memory']:8.0f}   {recall}   "
        f"{found['recall_of_the_scanned']:.3f}"
    )


NOISES = ("who exact", "who typos", "who half", "none exact")
HEAD = (
    f"{'':24} {'cpu p50':>9} {'p99 ms':>9} {'wall p50':>9} {'p99 ms':>9} {'MB':>8}   "
    "exact typos half  none    @1 of the scanned"
)


def main() -> int:
    """Measure all sizes and engines asked for."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--keep", type=Path, help="folder of the archives")
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--engines", nargs="*", default=list(ENGINES))
    chosen = options.parse_args()
    if not CASES.exists():
        print(f"{CASES} is missing: this measurement needs the data beside the checkout", file=sys.stderr)
        return 0
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    with tempfile.TemporaryDirectory() as folder:
        for size in chosen.sizes:
            path = (chosen.keep or Path(folder)) / f"{size}.db"
            mine = kept.setdefault(str(size), {})
            mine["archive"] = build(path, size)
            print(f"\n== {size} quotes: {mine['archive']}\n{HEAD}", flush=True)
            for name in chosen.engines:
                mine[name] = rounded(apart(name, path))
                print(line(name, mine[name]), flush=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
