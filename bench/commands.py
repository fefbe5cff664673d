"""How long every command takes on a large archive: `python -m bench.commands ARCHIVE [--cold]`.

ARCHIVE is one that `bench.search --keep` made. Each command is asked `EACH` times, about people who are quoted often
and seldom and words that are common and rare. With --cold also how long a fresh `onrecord ask` takes, and what takes
the time. Prints milliseconds of processor and wall time and keeps them in results/commands.json.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

from bench.people import rounded
from bench.search import _spread as spread
from bot.__main__ import Parts
from bot.config import Settings, StoreSettings
from bot.desk import Desk
from bot.store.rows import quote_from, unpacked

KEPT = Path(__file__).parent / "results" / "commands.json"
EACH = 40
RUNS = 5
"""Fresh processes."""
STAGES = """
import sys
from time import process_time
marks = [("interpreter", 0.0), ("interpreter", process_time())]
import bot.__main__
marks.append(("command line", process_time()))
import bot.answer, bot.compose, bot.desk, bot.search, bot.store.sqlite, bot.summarize
marks.append(("answers, search and archive", process_time()))
from pathlib import Path
from bot.config import Settings, StoreSettings
desk = bot.__main__.Parts().desk(Settings(store=StoreSettings(path=Path(sys.argv[1]))))
marks.append(("opening", process_time()))
desk.ask(sys.argv[2])
marks.append(("first answer", process_time()))
for (_, before), (name, after) in zip(marks, marks[1:]):
    print(f"{name}\\t{1000 * (after - before)}")
"""


class Sampler:
    """Names, words and quotations of an archive, common ones and rare ones."""

    def __init__(self, path: Path) -> None:
        """Read them from the file."""
        self._chance = random.Random(3)  # noqa: S311 - repeatable, not secret
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        rows = connection.execute("SELECT name FROM person WHERE quotes > 0 ORDER BY quotes DESC")
        self._names = [unpacked(name) for (name,) in rows if " " in unpacked(name)]
        rows = connection.execute("SELECT word FROM word WHERE length(word) > 4 AND quotes > 20 ORDER BY quotes DESC")
        self._words = [unpacked(word) for (word,) in rows]
        self._quotes = list(map(self._quote, self._some(connection)))

    def _some(self, connection: sqlite3.Connection) -> list[tuple[str, str]]:
        numbers = self._chance.sample(range(1, 10_000), EACH)
        asked = "SELECT said, text FROM quote JOIN article ON article.number = article WHERE quote.number = ?"
        return [connection.execute(asked, (number,)).fetchone() for number in numbers]

    @staticmethod
    def _quote(row: tuple[str, str]) -> str:
        words = quote_from(row[0]).text(unpacked(row[1])).split()
        return " ".join(words[:20])

    def name(self) -> str:
        """Somebody, mostly one of those quoted most."""
        return self._names[int(len(self._names) * self._chance.random() ** 3)]

    def word(self) -> str:
        """A word, mostly a common one."""
        return self._words[int(len(self._words) * self._chance.random() ** 3)]

    def quotation(self) -> str:
        """The beginning of a statement."""
        return self._chance.choice(self._quotes)

    def altered(self) -> str:
        """One with a word left out and another put in."""
        words = self.quotation().split()
        place = len(words) // 2
        return " ".join([*words[:place], self.word(), *words[place + 1 :]])

    def strange(self) -> str:
        """Words in a row that nobody is likely to have said."""
        return " ".join(self.word() for _ in range(8))


COMMANDS: dict[str, Callable[[Sampler], str]] = {
    "/who, a statement": lambda one: f"/who {one.quotation()}",
    "/who, nobody": lambda one: f"/who {one.strange()}",
    "/quote NAME": lambda one: f"/quote {one.name()}",
    "/quote NAME: WORD": lambda one: f"/quote {one.name()}: {one.word()}",
    "/quote NAME: WORD since:": lambda one: f"/quote {one.name()}: {one.word()} since:2020",
    "/check, verbatim": lambda one: f"/check {one.quotation()}",
    "/check, altered": lambda one: f"/check {one.altered()}",
    "/check, nobody": lambda one: f"/check {one.strange()}",
    "/articles": lambda _: "/articles",
    "/articles WORD": lambda one: f"/articles {one.word()} {one.word()}",
    "/articles since: from:": lambda _: "/articles since:2021-02 from:Herald",
    "/people": lambda _: "/people",
    "/people NAME": lambda one: f"/people {one.name()}",
    "/person NAME": lambda one: f"/person {one.name()}",
    "/topics": lambda _: "/topics",
    "/topics NAME": lambda one: f"/topics {one.name()}",
    "/compare NAME | NAME": lambda one: f"/compare {one.name()} | {one.name()}",
    "/compare NAME | NAME | WORD": lambda one: f"/compare {one.name()} | {one.name()} | {one.word()}",
    "/timeline NAME": lambda one: f"/timeline {one.name()}",
    "/timeline WORD": lambda one: f"/timeline about: {one.word()}",
    "a plain question": lambda one: f"what did {one.name()} say about {one.word()}?",
    "words alone": lambda one: f"{one.word()} {one.word()} {one.word()}",
}


def timed(desk: Desk, messages: list[str]) -> dict[str, Any]:
    """Milliseconds of processor and wall time."""
    wall, cpu = [], []
    for message in messages:
        began, spent = perf_counter(), thread_time()
        desk.ask(message)
        cpu.append(1000 * (thread_time() - spent))
        wall.append(1000 * (perf_counter() - began))
    return {"cpu_ms": spread(cpu), "wall_ms": spread(wall)}


def cold(path: Path, message: str) -> dict[str, Any]:
    """Milliseconds of a fresh process, the best of some, in wall and processor time; and the latter of its stages."""
    whole, spent, stages = [], [], []
    for _ in range(RUNS):
        began, used = perf_counter(), _used()
        subprocess.run([sys.executable, "-m", "bot", "ask", "--store", path, message], capture_output=True, check=True)
        whole.append(1000 * (perf_counter() - began))
        spent.append(1000 * (_used() - used))
        done = subprocess.run([sys.executable, "-c", STAGES, path, message], capture_output=True, text=True, check=True)
        stages.append({name: float(ms) for name, ms in (line.split("\t") for line in done.stdout.splitlines())})
    best = min(stages, key=lambda one: sum(one.values()))
    return {"wall_ms": min(whole), "cpu_ms": min(spent), "of which": best}


def _used() -> float:
    """Seconds of processor time of processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure, print, keep."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("archive", type=Path)
    options.add_argument("--cold", action="store_true")
    chosen = options.parse_args()
    sampler = Sampler(chosen.archive)
    desk = Parts().desk(replace(Settings(), store=StoreSettings(path=chosen.archive)))
    found: dict[str, Any] = {}
    gc.freeze()
    for name, made in COMMANDS.items():
        found[name] = rounded(timed(desk, [made(sampler) for _ in range(EACH)]))
        cpu, wall = found[name]["cpu_ms"], found[name]["wall_ms"]
        print(f"{name:28} cpu p50 {cpu['p50']:7.1f} p99 {cpu['p99']:7.1f}   wall {wall['p50']:7.1f} {wall['p99']:7.1f}")
    desk.close()
    if chosen.cold:
        found["cold"] = rounded(cold(chosen.archive, f"/who {sampler.quotation()}"))
        print("cold", found["cold"])
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept[chosen.archive.stem] = found
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
