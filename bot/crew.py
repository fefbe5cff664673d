"""Processes that do one kind of work, each task within limits of time and memory: a bad one spoils only itself."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing import connection
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

OUT_OF_MEMORY = 77
"""Exit status of a process that its task needed too much memory in."""
CHUNK = 4
"""Tasks that a process is given at once, so that it needn't wait for us after each."""
PATIENCE = 5.0
"""Seconds for a process to end after it was told to."""
STARTING = 120.0
"""Seconds for a process to start, which is no task's fault."""
READY = "ready"
"""A process's first word."""

Work = Callable[[Any], Any]
"""What the processes do with a task; it, the tasks and the results are pickled."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take."""

    seconds: float = 60.0
    megabytes: int = 2000
    """Memory of a process, libraries included; kept where the system can limit it (not on macOS and Windows)."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The result of a task whose process had to be ended, or ended by itself."""

    reason: str


class Crew:
    """Some processes that wait for tasks. For one thread at a time."""

    def __init__(self, work: Work, size: int, limits: Limits, modules: Iterable[str] = ()) -> None:
        """Start none yet: each process starts with its first task.

        Args:
            work: Done for each task.
            size: How many processes.
            limits: Of each task.
            modules: What the work imports; loaded once for all processes where the system allows that.
        """
        context = _context(modules)
        self._workers = [_Worker(context, work, limits) for _ in range(size)]

    @property
    def is_busy(self) -> bool:
        """Whether any task isn't done."""
        return any(worker.tasks for worker in self._workers)

    def feed(self, tasks: deque[tuple[Any, Any]]) -> None:
        """Give tasks (each a key and what to work on) to those who have none; what is given leaves `tasks`."""
        for worker in self._workers:
            if tasks and not worker.tasks:
                worker.give([tasks.popleft() for _ in range(min(CHUNK, len(tasks)))])

    def wait(self, block: bool = True) -> list[tuple[Any, Any]]:
        """The results there are, each with its task's key, `Lost` where there is none; with `block` at least one.

        None if there was no task.
        """
        while busy := [worker for worker in self._workers if worker.tasks]:
            first = min(worker.deadline for worker in busy)
            connection.wait([worker.pipe for worker in busy], max(0.0, first - monotonic()) if block else 0)
            done = [result for worker in busy for result in worker.results()]
            if done or not block:
                return done
        return []

    def close(self) -> None:
        """End all processes, whatever they are at."""
        for worker in self._workers:
            worker.stop()


class _Worker:
    """One process, made anew after it was lost."""

    pipe: Connection

    def __init__(self, context: Any, work: Work, limits: Limits) -> None:
        self._context, self._work, self._limits = context, work, limits
        self._process: Any = None
        self._since, self._is_ready = 0.0, False
        self.tasks: deque[tuple[Any, Any]] = deque()
        """What it was given and isn't done; it works on the first."""

    @property
    def deadline(self) -> float:
        return self._since + (self._limits.seconds if self._is_ready else STARTING)

    def give(self, tasks: Iterable[tuple[Any, Any]]) -> None:
        if self._process is None:
            self._start()
        self.tasks.extend(tasks)
        self._send()

    def _start(self) -> None:
        self.pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(
            target=_serve, args=(theirs, self._work, self._limits.megabytes), name="onrecord reading", daemon=True
        )
        self._process.start()
        self._is_ready = False
        theirs.close()

    def _send(self) -> None:
        """Send all tasks. The process has none then and listens, so neither side waits for the other's pipe."""
        self._since = monotonic()
        try:
            self.pipe.send([argument for _, argument in self.tasks])
        except OSError:
            return  # it has just ended: `results` will find its pipe closed

    def results(self) -> list[tuple[Any, Any]]:
        """What is done by now; a process that ended, or is over its time, is made anew for the rest of its tasks."""
        done: list[tuple[Any, Any]] = []
        while self.tasks and self.pipe.poll():
            try:
                result = self.pipe.recv()
            except (EOFError, OSError, pickle.UnpicklingError):
                return [*done, self._lose(self._why_ended())]
            if self._is_ready:
                done.append((self.tasks.popleft()[0], result))
            self._since, self._is_ready = monotonic(), True
        if self.tasks and monotonic() > self.deadline:
            done.append(self._lose(f"takes over {self._limits.seconds:g} seconds to read; give the article alone"))
        return done

    def _lose(self, reason: str) -> tuple[Any, Lost]:
        key, _ = self.tasks.popleft()
        rest = list(self.tasks)
        self.stop()
        if rest:
            self.give(rest)
        return key, Lost(reason)

    def _why_ended(self) -> str:
        self._process.join(PATIENCE)
        status = self._process.exitcode
        if status == OUT_OF_MEMORY:
            return f"takes over {self._limits.megabytes} MB of memory to read; give the article alone"
        if status is not None and status < 0:
            return f"ended the process that read it (signal {-status}); give the article alone"
        return "can't be read, by a fault of our own (the log has more); copy the article's text into a file"

    def stop(self) -> None:
        """End the process: by itself where it has nothing to do."""
        if self._process is None:
            return
        if self.tasks:
            self._process.kill()
        self.pipe.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process = None
        self.tasks.clear()


def _context(modules: Iterable[str]) -> Any:
    """Processes from a server without threads, whatever ours has; where there is none, each from scratch."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(modules))
    return context


def _serve(pipe: Connection, work: Work, megabytes: int) -> None:
    """A process's life: tasks come in lists, and results go back one by one, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us
    _limit_memory(megabytes)
    try:
        pipe.send(READY)
        while True:
            for task in pipe.recv():
                pipe.send(work(task))
    except (EOFError, OSError):
        return
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
