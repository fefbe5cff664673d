"""Logging: one line an event on stderr, with never a token and never a word of what people write.

Our own events are built of harmless fields. Of what libraries log, only the fixed words are kept, and of exceptions
only their types and places: arguments and messages may hold updates, texts and links with the token in them.
"""

from __future__ import annotations

import copy
import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any

import structlog

from bot.config import LogSettings

OURS = ("bot", "handlers")
"""Loggers whose arguments are harmless."""
QUIET = ("httpx", "httpcore", "asyncio", "telegram.ext.Application")
"""Loggers of libraries that only matter from a warning on."""
HIDDEN = "[secret]"
PLACES = 8
"""Frames of a traceback that are kept, the innermost."""


def set_up(settings: LogSettings, secrets: Iterable[str | None] = ()) -> None:
    """Send all logging of this process to stderr.

    Args:
        settings: Level and format.
        secrets: What is blotted out wherever it should turn up.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter(settings.format, [secret for secret in secrets if secret]))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_FIRST,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    sys.excepthook = _log_crash


def places(error: BaseException) -> str:
    """Where an error arose, innermost last: "engine.py:12 extract > rules.py:30 match"; never what it says."""
    frames = list(extract_tb(error.__traceback__))[-PLACES:]
    return " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)


def _without_words_of_errors(_: Any, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Put type and places of an exception where its traceback would stand."""
    error = event.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    elif error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event.update(error=type(error).__name__, where=places(error))
    return event


_FIRST: list[structlog.typing.Processor] = [
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
    _without_words_of_errors,
]


class _Formatter(structlog.stdlib.ProcessorFormatter):
    def __init__(self, format: str, secrets: list[str]) -> None:
        last: structlog.typing.Processor = (
            structlog.processors.JSONRenderer(ensure_ascii=False)
            if format == "json"
            else structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
        )
        super().__init__(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last], foreign_pre_chain=_FIRST
        )
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(_tamed(record))
        for secret in self._secrets:
            line = line.replace(secret, HIDDEN)
        return line


def _tamed(record: logging.LogRecord) -> logging.LogRecord:
    """The record; of a library's, only the first line of its fixed words, and without its stack."""
    if record.name.partition(".")[0] in OURS:
        return record
    tamed = copy.copy(record)
    tamed.msg, tamed.args, tamed.stack_info = str(record.msg).partition("\n")[0], None, None
    return tamed


def _log_crash(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    structlog.stdlib.get_logger("handlers").critical("crashed", exc_info=error)
