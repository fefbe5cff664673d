"""A process that loads articles is killed at any moment: the archive stays whole, and so is every article in it."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

from bot.store.sqlite import SqliteStore
from tests.contracts.archive import WITH_BRIDGE

ROUNDS = 6
LOADER = """
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import BRIDGE, WITH_BRIDGE

parsed, extraction = WITH_BRIDGE
store = SqliteStore(Path(sys.argv[1]))
for number in count(int(sys.argv[2])):
    path = f"{number % 7}.txt" if number % 3 else f"{number}.txt"
    article = replace(BRIDGE, text=f"{BRIDGE.text}\\n\\nBoat {number} left.")
    store.add(replace(parsed, article=article, path=path), extraction)
    if number % 5 == 0:
        store.remove(article.id)
    print(number, flush=True)
"""


def test_the_archive_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    reached = 0
    for _ in range(ROUNDS):
        reached = _load_until_killed(path, reached + 1, chance)
        _check_file(path)
        _check_articles(path)


def _load_until_killed(path: Path, first: int, chance: random.Random) -> int:
    """Kill a loader after some articles, at whatever point of the next one it is; the last number it told."""
    command = [sys.executable, "-c", LOADER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as loader:
        assert loader.stdout is not None
        told = [int(loader.stdout.readline()) for _ in range(chance.randint(1, 25))]
        loader.kill()
        told += [int(line) for line in loader.stdout if line.endswith("\n")]
    return told[-1]


def _check_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO quote_index (quote_index) VALUES ('integrity-check')")
    connection.execute("INSERT INTO article_index (article_index) VALUES ('integrity-check')")
    connection.close()


def _check_articles(path: Path) -> None:
    store = SqliteStore(path)
    refs = store.articles(limit=10_000)
    assert refs
    assert store.census().articles == len(refs)
    assert store.census().quotes == sum(ref.quotes for ref in refs)
    for ref in refs:
        stored = store.article(ref.id)
        assert stored is not None
        assert stored.article.id == ref.id
        assert stored.extraction == WITH_BRIDGE[1]
    for word in ("bolt", "afraid", "winter"):
        assert len(store.match_quotes([word], limit=10_000)) == len(refs) == store.frequencies([word])[word]
    assert {ref.id for ref in store.match_articles(["boat"], limit=10_000)} == {ref.id for ref in refs}
    assert [person.quotes for person in store.people()] == [2 * len(refs), len(refs)]
    store.close()
