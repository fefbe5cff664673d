"""The paragraphs of a text as a reader sees them: lines that were wrapped to a width belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.model import Span

WIDTHS = (40, 100)
"""Line lengths (characters) between which text may be wrapped: teleprinters do so at 64 to 72, mail at 72 to 80."""
MANY_LINES = 4
"""Lines without an empty one between from which a block may be wrapped though other lines of the text are longer."""
_LINE = re.compile(r"[^\n\r\u2028\u2029]+|\r\n|[\n\r\u2028\u2029]")
_BREAKS = ("\r\n", "\n", "\r", "\u2028", "\u2029")


@lru_cache(maxsize=4)
def read_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, edges trimmed; wrapped lines are one paragraph. Linear in length.

    Remembered for the text at hand, as several parts need them.
    """
    found: list[Span] = []
    blocks = list(_blocks(text))
    widest = max((_width(block) for block in blocks), default=0)
    for block in blocks:
        width = widest if widest <= WIDTHS[1] else _width(block)
        wrapped = WIDTHS[0] <= width <= WIDTHS[1] and (width == widest or len(block) >= MANY_LINES)
        open_from: int | None = None
        for line, following in zip(block, [*block[1:], None], strict=True):
            start = line.start if open_from is None else open_from
            goes_on = wrapped and following is not None and _full(text, line, following, width)
            open_from = start if goes_on else None
            if not goes_on:
                found += _trimmed(text, start, line.end)
    return tuple(found)


def _width(block: list[Span]) -> int:
    return max(line.end - line.start for line in block)


def _blocks(text: str) -> Iterator[list[Span]]:
    """Runs of lines without an empty one between."""
    block: list[Span] = []
    empty = True
    for match in _LINE.finditer(text):
        if match.group() in _BREAKS:
            if empty and block:
                yield block
                block = []
            empty = True
        elif match.group().strip():
            block.append(Span(*match.span()))
            empty = False
    if block:
        yield block


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line ends only because the next word had no room; an indented line begins a paragraph."""
    first, indent = text[following.start], text[line.start]
    if first.isspace() and not indent.isspace():
        return False
    if first.isspace() and _indent(text, following) > _indent(text, line):
        return False
    content = following.of(text).split(None, 1)[0]
    return len(line.of(text).rstrip()) + 1 + len(content) > width - 1


def _indent(text: str, line: Span) -> int:
    words = line.of(text)
    return len(words) - len(words.lstrip())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
