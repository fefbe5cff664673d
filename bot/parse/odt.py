"""Documents of OpenOffice and LibreOffice (ODT): the text as it reads with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.errors import UnreadableError
from bot.model import Article
from bot.parse.document import Block, Facts, articles_of
from bot.parse.markup import Element, every, first, folded, local, value
from bot.parse.packed import Parts, opened

BODY, FACTS = "content.xml", "meta.xml"
LEFT_OUT = frozenset("tracked-changes annotation note frame forms sequence-decls table-of-content image".split())
"""Elements that aren't the text: what was deleted, remarks, footnotes, pictures with their captions, directories."""
BREAKS = {"tab": "\t", "line-break": "\n", "s": " "}
LEVEL = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}outline-level"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}style-name"


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a document.

    Raises:
        EmptyError, UnreadableError, TooLargeError: No text, broken or locked, or unpacks to too much.
    """
    del name
    with opened(data) as parts:
        body = first(first(parts.root(BODY), "body"), "text")
        if body is None:
            raise UnreadableError("is an OpenDocument that is no text; copy the article's text into a file")
        return articles_of(_blocks(body), "odt", _facts(parts))


def _blocks(element: Element) -> Iterator[Block]:
    for child in element:
        name = local(child)
        if name in ("h", "p"):
            level = _level(child) if name == "h" or child.get(STYLE) == "Title" else 0
            yield from (Block(text, level) for line in _text(child).split("\n") if (text := folded(line)))
        elif name not in LEFT_OUT:
            yield from _blocks(child)


def _level(heading: Element) -> int:
    written = heading.get(LEVEL) or "1"
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 3 else 1


def _text(element: Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        name = local(child)
        pieces.append(BREAKS.get(name) or ("" if name in LEFT_OUT else _text(child)))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _facts(parts: Parts) -> Facts:
    """The title; who made the file is not who wrote the article, nor is when."""
    return Facts(title=value(next(every(parts.root(FACTS), "meta"), None), "title")) if FACTS in parts else Facts()
