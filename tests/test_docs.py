"""The documents tell the truth: commands, links, settings, and the conversation that the README shows."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from bot import cli
from bot.__main__ import Parts
from bot.answer import COMMANDS
from bot.compose import plain
from bot.config import Settings, StoreSettings
from tests.readme import README, commands

ROOT = README.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/**/*.md")])
CONVERSATION = re.compile(r"^```text\n(> .*?)^```", re.MULTILINE | re.DOTALL)


def readme() -> str:
    return README.read_text(encoding="utf-8")


def test_the_two_commands_need_no_other_set_up() -> None:
    start, tests = commands()
    assert start.endswith("onrecord chat")
    assert "pytest" in tests
    for command in (start, tests):
        assert "\n" not in command
        assert "-c constraints.txt" in command


def test_the_readme_shows_what_the_bot_says(tmp_path: Path) -> None:
    shown = [turn.split("\n", 1) for block in CONVERSATION.findall(readme()) for turn in block.split("\n> ")]
    assert len(shown) >= 3
    desk = Parts().desk(Settings(store=StoreSettings(path=tmp_path / "archive.sqlite")))
    desk.load_samples()
    for message, reply in shown:
        assert reply.strip() == plain(desk.ask(message.removeprefix("> "), "readme").reply).strip()
    desk.close()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_message_command_is_in_the_readme(command: object) -> None:
    assert f"`{getattr(command, 'usage', '?')}`" in readme()


def test_every_shell_command_is_in_the_readme() -> None:
    names = [one.callback.__name__ for one in cli.app.registered_commands if one.callback]
    assert len(names) >= 6
    assert [name for name in names if f"onrecord {name}" not in readme()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page}: {target}"


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    files = [path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert files
    assert [name for name in files if f"({name})" not in listed] == []


def test_the_operators_guide_names_only_settings_that_exist() -> None:
    sections = get_type_hints(Settings)
    there = {f"{name}.{field.name}" for name, kind in sections.items() if name[0] != "_" for field in fields(kind)}
    named = set(re.findall(rf"`((?:{'|'.join(sections)})\.\w+)", (ROOT / "docs" / "operators.md").read_text()))
    assert named
    assert named <= there


def test_the_changelog_knows_what_is_new() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
