"""Imports run one way: each part imports only what stands before it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import bot
import handlers

PACKAGES = {"bot": Path(bot.__file__).parent, "handlers": Path(handlers.__file__).parent}
RANKS = [
    {"bot", "bot.model", "bot.errors", "bot.language"},
    {"bot.ports", "bot.text", "bot.config", "bot.crew"},
    {"bot.naming", "bot.timing"},
    {"bot.parse", "bot.extract", "bot.summarize", "bot.store", "bot.search", "bot.picture", "bot.fetch"},
    {"bot.reader"},
    {"bot.answer", "bot.compose", "bot.intake", "bot.contract"},
    {"bot.newsroom", "bot.following", "bot.export"},
    {"bot.studio"},
    {"bot.desk"},
    {"bot.terminal", "bot.roll", "bot.report", "handlers"},
    {"bot.cli"},
    {"bot.__main__"},
]
RANK = {part: number for number, parts in enumerate(RANKS) for part in parts}


def part_of(module: str) -> str:
    """The part that a module belongs to: "bot.parse.wire" is of "bot.parse"."""
    package, _, rest = module.partition(".")
    return package if package == "handlers" or not rest else f"bot.{rest.split('.')[0]}"


def modules() -> list[tuple[str, Path]]:
    found = []
    for package, folder in PACKAGES.items():
        for path in sorted(folder.rglob("*.py")):
            name = ".".join([package, *path.relative_to(folder).with_suffix("").parts]).removesuffix(".__init__")
            found.append((name, path))
    return found


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "bot" else {node.module}
    return {name for name in names if name.split(".")[0] in PACKAGES}


def test_there_is_something_to_read() -> None:
    assert len(modules()) >= 15
    assert sum(len(imported(path)) for _, path in modules()) >= 30


@pytest.mark.parametrize(("name", "path"), modules(), ids=[name for name, _ in modules()])
def test_a_module_imports_only_what_stands_before_it(name: str, path: Path) -> None:
    own = part_of(name)
    assert own in RANK, f"{own} has no place in the order; give it one in RANKS"
    for other in imported(path):
        part = part_of(other)
        assert part == own or RANK[part] < RANK[own], f"{name} imports {other}, which doesn't stand before it"


def test_only_handlers_know_telegram() -> None:
    for name, path in modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(n.split(".")[0] == "telegram" for n in names):
                assert name.startswith("handlers"), f"{name} imports the Telegram library"


@pytest.mark.parametrize(
    "late", ["bot.extract.engine", "bot.terminal", "handlers", "telegram", "trafilatura", "feedparser"]
)
def test_what_no_answer_needs_is_not_loaded_at_the_start(late: str) -> None:
    used = "bot.__main__, bot.answer, bot.desk, bot.search, bot.store.sqlite"
    asked = f"import sys, {used}; sys.exit({late!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
