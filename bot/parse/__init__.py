"""Bytes -> articles: one module a format, each with `read(name, data)`; another is one module and a line here."""

from __future__ import annotations

from collections.abc import Callable

from bot.errors import ConfigError
from bot.model import Article
from bot.parse import plain, wire

_READERS: dict[str, Callable[[str, bytes], list[Article]]] = {
    "plain": plain.read,
    "wire": wire.read,
}
FORMATS: tuple[str, ...] = tuple(_READERS)
"""The formats that can be asked for; "auto" tells them apart by itself."""


def parse(name: str, data: bytes, format: str = "auto") -> list[Article]:
    """The articles in one input.

    Args:
        name: What the input is called; its ending may help to tell the format.
        data: The whole input.
        format: One of `FORMATS`, or "auto".

    Raises:
        EmptyError: There is no text in it.
        UnreadableError: It is no text, or in an encoding that can't be told.
        ConfigError: There is no such format.
    """
    chosen = _sniff(name, data) if format == "auto" else format
    if chosen not in _READERS:
        raise ConfigError(f"unknown format {format!r}; use auto, {', '.join(FORMATS)}")
    return _READERS[chosen](name, data)


def _sniff(name: str, data: bytes) -> str:
    """The format of an input; whatever shows no other is read as news copy."""
    del name, data  # all inputs are text so far
    return "wire"
