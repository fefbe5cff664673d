"""Inputs -> articles with what was said in them, one or many, in this process or in others that may be lost."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from threading import Lock

from bot.crew import Crew, Limits, Lost
from bot.model import Article, Extraction, Parsed
from bot.ports import Extractor
from bot.reader import STDIN, Page, Reader, Reading, unfold

WINDOW = 64
"""Inputs in the works at once: enough to keep all processes busy, few enough to keep memory flat."""
FEW = 32
"""Up to so many inputs, starting processes (a second) takes longer than the work (some 15 ms an article)."""


Outcome = tuple[Reading, list[Extraction | None]]
"""An input's articles, with an extraction each; None for those whose extraction wasn't wanted."""
Input = str | Page
Wanted = Callable[[Parsed], bool]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process does: a path is read, an article's statements are found."""

    reader: Reader
    extractor: Extractor

    def __call__(self, task: Input | Article) -> Reading | Extraction:
        return self.extractor.extract(task) if isinstance(task, Article) else self.reader.read(task)


@dataclass(slots=True, eq=False)
class _Job:
    """An input in the works."""

    path: str
    reading: Reading | None = None
    found: dict[int, Extraction | Lost | None] = field(default_factory=dict)
    """By the article's place in the reading."""

    @property
    def is_done(self) -> bool:
        return self.reading is not None and len(self.found) == len(self.reading.parsed)

    def outcome(self) -> Iterator[Outcome]:
        """The reading with what was found, without articles that were lost; for each of those one with its reason."""
        assert self.reading is not None  # noqa: S101 - asked for when it `is_done`
        both = [(parsed, self.found[at]) for at, parsed in enumerate(self.reading.parsed)]
        good = [(parsed, found) for parsed, found in both if not isinstance(found, Lost)]
        if good or not both:
            yield replace(self.reading, parsed=tuple(parsed for parsed, _ in good)), [found for _, found in good]
        for parsed, found in both:
            if isinstance(found, Lost):
                yield Reading(parsed.path, error=found.reason), []


class _Line:
    """The inputs in the works, in order, and what is to be done for them next."""

    def __init__(self, reader: Reader, wanted: Wanted) -> None:
        self._reader, self._wanted = reader, wanted
        self.jobs: deque[_Job] = deque()
        self.tasks: deque[tuple[tuple[_Job, int | None], Input | Article]] = deque()
        """Each under its job and the article's place in the reading; None: the path is to be read."""

    def fill(self, files: Iterator[Input]) -> None:
        """Take up inputs. Standard input is ours alone to read; all else is a process's."""
        for given in islice(files, WINDOW - len(self.jobs)):
            job = _Job(given if isinstance(given, str) else given.path)
            self.jobs.append(job)
            if given == STDIN:
                self.take(job, None, self._reader.read(STDIN))
            else:
                self.tasks.append(((job, None), given))

    def take(self, job: _Job, place: int | None, result: Reading | Extraction | Lost) -> None:
        """Note a result; articles go before inputs that aren't read, so that few are kept at a time."""
        if place is not None:
            assert not isinstance(result, Reading)  # noqa: S101 - articles give none
            job.found[place] = result
            return
        assert not isinstance(result, Extraction)  # noqa: S101 - inputs give none
        job.reading = Reading(job.path, error=result.reason) if isinstance(result, Lost) else result
        for at, parsed in enumerate(job.reading.parsed):
            if self._wanted(parsed):
                self.tasks.appendleft(((job, at), parsed.article))
            else:
                job.found[at] = None

    def pop_done(self) -> _Job | None:
        """The first input, if all is done for it."""
        return self.jobs.popleft() if self.jobs and self.jobs[0].is_done else None


class Workshop:
    """Reads and extracts many inputs, in processes of their own where there are many, or where one may be harmful."""

    def __init__(self, reader: Reader, extractor: Extractor, workers: int = 0, limits: Limits | None = None) -> None:
        """Use `workers` processes; 0: one a core. `limits` hold for reading an input, and for extracting an article."""
        self.reader, self._extractor = reader, extractor
        self._workers, self._limits = workers or os.cpu_count() or 1, limits or Limits()
        self._spare: Crew | None = None
        self._lending = Lock()

    def run(self, paths: Iterable[str], wanted: Wanted = lambda _: True) -> Iterator[Outcome]:
        """Each input in order with one extraction an article, None for those not `wanted`.

        An input, or an article, whose process ended or went over a limit becomes a `Reading.error`.
        """
        files = unfold(paths)
        first = list(islice(files, FEW + 1))
        if len(first) > FEW or any(map(self.reader.is_heavy, first)):
            yield from self._in_processes(chain(first, files), wanted)
            return
        for given in first:
            reading = self.reader.read(given)
            yield reading, [self._extractor.extract(p.article) if wanted(p) else None for p in reading.parsed]

    def _in_processes(self, files: Iterator[Input], wanted: Wanted) -> Iterator[Outcome]:
        line = _Line(self.reader, wanted)
        with self._crew() as crew:
            line.fill(files)
            while line.jobs:
                crew.feed(line.tasks)
                done = line.pop_done()
                for (job, place), result in crew.wait(block=done is None):
                    line.take(job, place, result)
                if done is not None:
                    yield from done.outcome()
                line.fill(files)

    @contextmanager
    def _crew(self) -> Iterator[Crew]:
        """The processes of the run before, if nobody else has them; kept for the next run unless this one broke off."""
        with self._lending:
            crew, self._spare = self._spare, None
        crew = crew or self._new_crew()
        try:
            yield crew
        finally:
            with self._lending:
                if self._spare is None and not crew.is_busy:
                    self._spare, crew = crew, None
            if crew is not None:
                crew.close()

    def _new_crew(self) -> Crew:
        work = _Work(self.reader, self._extractor)
        return Crew(work, self._workers, self._limits, (__name__, type(self._extractor).__module__))

    def close(self) -> None:
        """End the processes that wait for a next run."""
        with self._lending:
            crew, self._spare = self._spare, None
        if crew is not None:
            crew.close()
