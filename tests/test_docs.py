"""The documents tell the truth: commands, links, settings, and the conversation that the README shows."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from bot import cli
from bot.answer import COMMANDS
from bot.config import Settings
from tests.readme import README, commands, conversation, held

ROOT = README.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("bench/**/*.md")])


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
    assert conversation().count("> ") >= 4
    assert conversation() == held(tmp_path), "if the new answers are right: python tests/readme.py renew"


def test_the_readmes_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", readme(), flags=re.MULTILINE | re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert "Mara Lind direct" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_message_command_is_in_the_readme(command: object) -> None:
    assert f"`{getattr(command, 'usage', '?')}`" in readme()


def test_every_shell_command_is_in_the_readme() -> None:
    names = [one.callback.__name__ for one in cli.app.registered_commands if one.callback]
    names += [group.typer_instance.info.name for group in cli.app.registered_groups if group.typer_instance]
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


@pytest.mark.parametrize("page", ["behaviours.md", "faults.md"])
def test_the_tests_that_a_page_names_exist(page: str) -> None:
    named = re.findall(r"`(tests/\S+?\.py)::(\w+)`", (ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert len(named) >= 20
    missing = [f"{path}::{test}" for path, test in named if f"\ndef {test}(" not in (ROOT / path).read_text("utf-8")]
    assert missing == []


def test_the_changelog_knows_what_is_new() -> None:
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
