"""Inputs -> articles with what was said in them, one or many, in one process or several."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from bot.errors import InputError, TooLargeError, UnreadableError
from bot.model import Article, Extraction, Parsed
from bot.parse import parse
from bot.ports import Extractor

STDIN = "-"
BATCH = 64
"""Inputs in the works at once: enough to keep all processes busy, few enough to keep memory flat."""
FEW = 8
"""Up to so many inputs, starting processes takes longer than the work."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of one input: its articles, or why there are none."""

    path: str
    parsed: tuple[Parsed, ...] = ()
    error: str | None = None


def walk(paths: Iterable[str]) -> Iterator[str]:
    """The files that the paths stand for: folders walked in the order of names, hidden files left out."""
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from walk_folder(path)
        else:
            yield path


def walk_folder(folder: str) -> Iterator[str]:
    """Every file below a folder, hidden ones left out; a folder that can't be opened stands for itself."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk_folder(entry.path)
        elif entry.is_file():
            yield entry.path


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads and parses inputs. Picklable, so that processes can have one each."""

    format: str = "auto"
    max_bytes: int = 20_000_000

    def read(self, path: str) -> Reading:
        """The articles of one input; whatever is wrong with it becomes `Reading.error`."""
        try:
            articles = parse(Path(path).name if path != STDIN else "stdin", self._bytes(path), self.format)
        except InputError as error:
            return Reading(path, error=str(error))
        return Reading(path, tuple(Parsed(article, where) for article, where in _numbered(articles, path)))

    def _bytes(self, path: str) -> bytes:
        try:
            if path == STDIN:
                data = sys.stdin.buffer.read(self.max_bytes + 1)
            else:
                with Path(path).open("rb") as file:
                    data = file.read(self.max_bytes + 1)
        except OSError as error:
            raise UnreadableError(f"can't be read ({error.strerror}); check the path and its rights") from error
        if len(data) > self.max_bytes:
            megabytes = self.max_bytes / 1_000_000
            raise TooLargeError(f"is over {megabytes:g} MB; split it, or raise reading.max_megabytes")
        return data


def _numbered(articles: list[Article], path: str) -> Iterator[tuple[Article, str]]:
    for number, article in enumerate(articles, 1):
        yield article, path if number == 1 else f"{path}#{number}"


_extractor: Extractor | None = None
"""A process's own extractor, set once when the process starts."""


def _adopt(extractor: Extractor) -> None:
    global _extractor
    _extractor = extractor


def _extract(article: Article) -> Extraction:
    assert _extractor is not None  # noqa: S101 - `_adopt` ran first, by the pool's contract
    return _extractor.extract(article)


class Workshop:
    """Reads and extracts many inputs, in several processes where that pays."""

    def __init__(self, reader: Reader, extractor: Extractor, workers: int = 0) -> None:
        """Use `workers` processes; 0: one a core."""
        self.reader, self._extractor = reader, extractor
        self._workers = workers or os.cpu_count() or 1

    def run(
        self, paths: Iterable[str], wanted: Callable[[Parsed], bool] = lambda _: True
    ) -> Iterator[tuple[Reading, list[Extraction | None]]]:
        """Each input in order with one extraction an article, None for those not `wanted`.

        Raises:
            UnreadableError: A process was killed from outside; what was yielded before it is whole.
        """
        files = walk(paths)
        batch = list(islice(files, FEW + 1))
        if len(batch) <= FEW or self._workers == 1:
            for path in chain(batch, files):
                reading = self.reader.read(path)
                yield reading, [self._extractor.extract(p.article) if wanted(p) else None for p in reading.parsed]
            return
        with ProcessPoolExecutor(self._workers, initializer=_adopt, initargs=(self._extractor,)) as pool:
            try:
                while batch:
                    yield from self._in_processes(pool, batch, wanted)
                    batch = list(islice(files, BATCH))
            except BrokenProcessPool as error:
                raise UnreadableError("a reading process was ended from outside; start again to go on") from error

    def _in_processes(
        self, pool: ProcessPoolExecutor, batch: list[str], wanted: Callable[[Parsed], bool]
    ) -> Iterator[tuple[Reading, list[Extraction | None]]]:
        readings = list(pool.map(self.reader.read, batch, chunksize=4))
        flags = [[wanted(p) for p in reading.parsed] for reading in readings]
        parsed = chain.from_iterable(reading.parsed for reading in readings)
        articles = [p.article for p, flag in zip(parsed, chain.from_iterable(flags), strict=True) if flag]
        made = iter(pool.map(_extract, articles, chunksize=4))
        for reading, wanted_here in zip(readings, flags, strict=True):
            yield reading, [next(made) if flag else None for flag in wanted_here]
