"""Bytes -> articles: one module a format, each with `read(name, data)`; another is one module and a line here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import cast

from bot.errors import ConfigError, UnreadableError
from bot.model import Article
from bot.parse.sniff import REACH, format_of

__all__ = ["FORMATS", "HEAVY", "REACH", "is_heavy", "parse"]

_MODULES = {
    "plain": "plain",
    "wire": "wire",
    "newsml": "newsml",
    "nitf": "nitf",
    "ninjs": "parsed",
    "json": "parsed",
    "xml": "housexml",
    "feed": "feed",
    "html": "page",
    "iptc7901": "telex",
    "anpa": "telex",
    "pdf": "pdf",
    "docx": "docx",
    "odt": "odt",
    "epub": "epub",
    "rtf": "rtf",
    "markdown": "markdown",
    "table": "table",
}
"""Format -> its module, loaded when the first such input comes: some bring large libraries."""
ARCHIVE = "archive"
_HOLDERS = {ARCHIVE: "bundle", "mail": "mail", "outlook": "outlook", "warc": "warc"}
"""Format that holds files of others -> its module, whose `read` is given what reads these."""
TABLE = "table"
DEEPEST = 2
"""What holds files may be in another such: mail in an archive, an archive in mail."""
FORMATS: tuple[str, ...] = (*_MODULES, *_HOLDERS)
"""The formats that can be asked for; "auto" tells them apart by itself."""
HEAVY = frozenset({*_HOLDERS, "html", "pdf", "docx", "odt", "epub", "rtf", "markdown", "table"})
"""Formats of which a small input may take much time or memory."""


def is_heavy(name: str, start: bytes) -> bool:
    """Whether an input, by its name and its first `REACH` bytes, had better be read where it can do no harm.

    Raises:
        UnreadableError: By its name it holds no article.
    """
    return format_of(name, start) in HEAVY


def parse(name: str, data: bytes, format: str = "auto", columns: Sequence[str] = ()) -> list[Article]:
    """The articles in one input.

    Args:
        name: What the input is called; its ending helps where the content doesn't tell the format.
        data: The whole input.
        format: One of `FORMATS`, or "auto".
        columns: Of a table, those that aren't called as usual, as "field=column".

    Raises:
        EmptyError: There is no text in it.
        UnreadableError: It holds no article, is broken, withdrawn, or in an encoding that can't be told.
        TooLargeError: It is over a limit of expansion.
        ConfigError: There is no such format.
    """
    chosen = format_of(name, data) if format == "auto" else format
    if chosen in _HOLDERS:
        return _held((chosen,), name, data)
    if chosen == TABLE:
        return cast(list[Article], import_module("bot.parse.table").read(name, data, columns))
    if chosen not in _MODULES:
        if format == "auto":
            raise UnreadableError(f"looks like {chosen}, which is not read; copy the article's text into a file")
        raise ConfigError(f"unknown format {format!r}; use auto, {', '.join(FORMATS)}")
    return cast(list[Article], import_module(f"bot.parse.{_MODULES[chosen]}").read(name, data))


def _held(within: tuple[str, ...], name: str, data: bytes) -> list[Article]:
    """The articles in an archive or mail; the last of `within` says which."""
    module = import_module(f"bot.parse.{_HOLDERS[within[-1]]}")
    return cast(list[Article], module.read(name, data, partial(_packed, within)))


def _packed(within: tuple[str, ...], name: str, data: bytes) -> list[Article]:
    """The articles in a file of an archive, or of mail.

    Raises:
        InputError: As `parse`; also for an archive within an archive, which is how they explode, and deeper ones.
    """
    found = format_of(name, data)
    if found not in _HOLDERS:
        return parse(name, data)
    if found in within or len(within) == DEEPEST:
        raise UnreadableError("is an archive or mail within another; unpack it")
    return _held((*within, found), name, data)
