"""The conversation in a terminal, as a process of its own."""

from __future__ import annotations

import os
import pty
import select
import subprocess
from pathlib import Path

from tests.test_cli import environment, process

CHAT = process("chat")
PATIENCE = 60.0
"""Seconds after which a terminal that shows nothing new fails the test instead of hanging it."""


def talk(folder: Path, *lines: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        CHAT, input="\n".join([*lines, ""]), env=environment(folder), capture_output=True, text=True, timeout=60
    )


def test_a_newcomer_is_greeted_and_answered(tmp_path: Path) -> None:
    done = talk(tmp_path, "/who notice, and we have been given smoke", "what else did he say?", "/quit", "/help")
    assert done.returncode == 0
    assert "sample articles were loaded" in done.stderr
    assert "/quit to leave" in done.stdout
    assert "Marek Adler" in done.stdout
    assert "/summary [article, topic or speaker]" not in done.stdout, "nothing is answered after /quit"


def test_a_number_presses_a_button(tmp_path: Path) -> None:
    done = talk(tmp_path, "/articles", "1")
    assert "[1] " in done.stdout
    assert done.stdout.count("\n> ") == 3


def test_the_end_of_input_ends_the_conversation(tmp_path: Path) -> None:
    assert talk(tmp_path, "/people").returncode == 0


def test_lines_are_edited_and_remembered(tmp_path: Path) -> None:
    """On a terminal: backspace mends a line, and the history is kept in the state folder."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        CHAT, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env={**environment(tmp_path), "TERM": "xterm"}
    ) as running:
        shown = read_until(ours, b"/quit to leave")
        os.write(ours, b"/helx\x7fp\r")
        shown += read_until(ours, b"/summary [article, topic or speaker]")
        os.write(ours, b"/quit\r")
        running.wait(30)
    os.close(theirs)
    os.close(ours)
    assert running.returncode == 0
    history = (tmp_path / "state" / "onrecord" / "history").read_text()
    assert "+/help\n" in history


def read_until(terminal: int, words: bytes) -> bytes:
    shown = b""
    while words not in shown:
        assert select.select([terminal], [], [], PATIENCE)[0], f"{words!r} never came; shown: {shown!r}"
        shown += os.read(terminal, 4096)
    return shown
