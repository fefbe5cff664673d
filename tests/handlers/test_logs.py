"""Logging: one line an event, never a token, never what people write."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot.config import LogSettings
from handlers import logs

TOKEN = "123456:the-secret-part-of-a-token"
WRITTEN = "what somebody wrote"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, hook = logging.getLogger(), sys.excepthook
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)
    sys.excepthook = hook


def fail(words: str) -> None:
    raise RuntimeError(words)


def written(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("format", ["text", "json"])
def test_no_secret_gets_through(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogSettings("debug", format), (TOKEN, TOKEN.partition(":")[2], None, ""))  # type: ignore[arg-type]
    logging.getLogger("somebody").error(f"https://api.example/bot{TOKEN}/getMe")
    structlog.stdlib.get_logger("handlers.x").info("event", link=f"/bot{TOKEN}/", part="the-secret-part-of-a-token")
    try:
        fail(TOKEN)
    except RuntimeError:
        logging.getLogger("handlers.x").exception("failed with %s", TOKEN)
    lines = written(capsys)
    assert len(lines) == 3
    assert all(logs.HIDDEN in line for line in lines)
    assert "the-secret-part" not in "".join(lines)


@pytest.mark.parametrize("format", ["text", "json"])
def test_libraries_are_kept_to_their_fixed_words(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogSettings("debug", format))  # type: ignore[arg-type]
    library = logging.getLogger("telegram.Bot")
    library.debug("Processing update %s", WRITTEN)
    library.error(f"Task was never retrieved\nfuture: {WRITTEN}")
    try:
        fail(WRITTEN)
    except RuntimeError:
        library.exception("Data was not processed: %r", WRITTEN)
    lines = written(capsys)
    assert len(lines) == 3
    assert "Processing update" in lines[0]
    assert "RuntimeError" in lines[2]
    assert "test_logs.py" in lines[2]
    assert WRITTEN not in "".join(lines)


def test_the_links_that_httpx_logs_are_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogSettings("debug"))
    logging.getLogger("httpx").info("HTTP Request: POST %s", f"https://api.example/bot{TOKEN}/getMe")
    assert written(capsys) == []


def test_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogSettings("info", "json"))
    structlog.stdlib.get_logger("handlers.x").info("answered", command="who", ms=3, words="Ørvik\nLind")
    structlog.stdlib.get_logger("handlers.x").debug("unseen")
    (line,) = written(capsys)
    event = json.loads(line)
    assert event.pop("timestamp")
    assert event == {
        "event": "answered", "command": "who", "ms": 3, "words": "Ørvik\nLind", "level": "info", "logger": "handlers.x",
    }  # fmt: skip


def test_text_lines_are_one_an_event(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogSettings("warning"))
    structlog.stdlib.get_logger("handlers.x").warning("odd", words="one\ntwo")
    structlog.stdlib.get_logger("handlers.x").info("unseen")
    (line,) = written(capsys)
    assert "level=warning event=odd" in line


def test_a_crash_is_logged_by_type_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogSettings())
    try:
        fail(WRITTEN)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (line,) = written(capsys)
    assert "RuntimeError" in line
    assert WRITTEN not in line
