"""JSON and JSON Lines: articles that others have parsed (ninjs, agencies' interfaces, trafilatura, fundus, ...)."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

from bot.errors import InputError, UnreadableError
from bot.model import Article
from bot.parse.encoding import decode
from bot.parse.records import Record, records_in, story_of
from bot.parse.story import article_of

logger = logging.getLogger(__name__)


def read(name: str, data: bytes) -> list[Article]:
    """Each record that is an article, in order; one that can't be used never loses the others.

    Raises:
        EmptyError, UnreadableError: No JSON, or no record that is an article, or none that may be used.
    """
    found: list[Article] = []
    failed: InputError | None = None
    for number, record in enumerate(_records(name, decode(data)), 1):
        try:
            found.append(article_of(story_of(record)))
        except InputError as error:
            failed = error
            logger.warning("%s: record %d %s", name, number, error)
    if found:
        return found
    raise failed or UnreadableError("is JSON without an article (no record with a headline or link, and a text)")


def loads(text: str, strict: bool = True) -> Any:
    """The value of a JSON text; unless `strict`, line ends may stand within strings.

    Raises:
        ValueError: It is none, or is nested deeper than any article.
    """
    try:
        return json.loads(text, strict=strict)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _records(name: str, text: str) -> Iterator[Record]:
    text = text.removeprefix("\ufeff")
    try:
        value = loads(text)
    except ValueError as error:
        yield from _records_of_lines(name, text, error)
    else:
        yield from records_in(value)


def _records_of_lines(name: str, text: str, fault: ValueError) -> Iterator[Record]:
    """The records of JSON Lines; a line that is no JSON is left out."""
    good = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = loads(line)
        except ValueError as error:
            if not good:
                raise UnreadableError(f"is no JSON ({fault}); save it again") from error
            logger.warning("%s: line %d is no JSON", name, number)
            continue
        good = True
        yield from records_in(value)
