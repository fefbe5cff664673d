"""Fixtures of the end-to-end tests: the emulator, bots, and people who talk to them."""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.checker import faults_of
from tests.e2e.client import HERE, Bot, Emulator, User


@dataclass
class Bots:
    """Makes bots with archives and settings of their own."""

    emulator: Emulator
    folder: Path
    made: list[Bot] = field(default_factory=list)

    def __call__(self, **settings: Any) -> Bot:
        """Make one; it isn't started yet. The settings are those of `Bot`."""
        folder = self.folder / f"bot{len(self.made)}"
        folder.mkdir()
        self.made.append(Bot(self.emulator, folder, **settings))
        return self.made[-1]


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    """The emulator; each worker of a parallel run has its own."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed (the Bot API emulator needs it)")
    if not (HERE / "node_modules").is_dir():
        pytest.skip("the Bot API emulator is not installed: npm ci --prefix tests/e2e")
    emulator = Emulator()
    yield emulator
    emulator.close()


@pytest.fixture(scope="session")
def bot(emulator: Emulator, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """A bot that knows the sample articles. It serves many tests: each talks to it as somebody else."""
    bot = Bot(emulator, tmp_path_factory.mktemp("bot"))
    yield bot.start()
    ended_well(bot)


@pytest.fixture
def user(bot: Bot) -> User:
    """Somebody in a private chat with the bot."""
    return User(bot)


@pytest.fixture
def bots(emulator: Emulator, tmp_path: Path) -> Iterator[Bots]:
    """Makes bots for one test; they end with it."""
    yield from _bots(emulator, tmp_path)


@pytest.fixture(scope="module")
def module_bots(emulator: Emulator, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bots]:
    """Makes bots for the tests of a module."""
    yield from _bots(emulator, tmp_path_factory.mktemp("bots"))


def _bots(emulator: Emulator, folder: Path) -> Iterator[Bots]:
    bots = Bots(emulator, folder)
    yield bots
    for bot in bots.made:
        ended_well(bot)


def ended_well(bot: Bot) -> None:
    """End a bot, unless its test has; it must not have shown a traceback, its token, or what people wrote."""
    if bot.process is not None and bot.process.poll() is None:
        assert bot.stop() == 0, f"the bot ended badly:\n{bot.output()}"
    output = bot.output()
    assert "Traceback" not in output, output
    assert bot.token not in output, "the token is in the bot's output"
    assert bot.token.split(":")[1] not in output, "the secret part of the token is in the bot's output"


@pytest.fixture(autouse=True)
def _nothing_that_telegram_refuses(request: pytest.FixtureRequest) -> Iterator[None]:
    """Check every call that bots make during a test."""
    if "emulator" not in request.fixturenames:
        yield
        return
    emulator: Emulator = request.getfixturevalue("emulator")
    _, before = emulator.calls()
    yield
    calls, _ = emulator.calls(before, state="any")
    faults = [f"{call['method']}: {fault}\n{call['given']}" for call in calls for fault in faults_of(call)]
    assert not faults, "Telegram would refuse:\n" + "\n".join(faults)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what a test's bots wrote where it fails."""
    report = yield
    fixtures = getattr(item, "funcargs", {})
    made = [bot for name in ("bots", "module_bots") if name in fixtures for bot in fixtures[name].made]
    made += [bot for name, bot in fixtures.items() if name == "bot" and bot not in made]
    if report.failed:
        report.sections += [(f"output of bot {bot.token.split(':')[0]}", bot.output()) for bot in made]
    return report
