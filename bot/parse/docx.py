"""Word's documents (DOCX): the text as it reads with all changes accepted.

Straight from the XML: python-docx leaves out what was inserted while changes were tracked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.errors import UnreadableError
from bot.model import Article
from bot.parse.document import Block, Facts, articles_of
from bot.parse.markup import Element, every, first, folded, local, value
from bot.parse.packed import Parts, opened

BODY, STYLES, FACTS = "word/document.xml", "word/styles.xml", "docProps/core.xml"
LEFT_OUT = frozenset("del movefrom rpr ppr drawing pict object instrtext footnotereference comment fallback".split())
"""Elements of a paragraph that don't read: what was deleted, how it looks, pictures with their captions, fields."""
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011"}
TITLE_LEVEL = 1

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_VAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a document.

    Raises:
        EmptyError, UnreadableError, TooLargeError: No text, broken or locked, or unpacks to too much.
    """
    del name
    with opened(data) as parts:
        body = first(parts.root(BODY), "body")
        if body is None:
            raise UnreadableError("is a document of Word without a body; save it again")
        levels, facts = _levels(parts), _facts(parts)
        blocks = [Block(text, levels.get(style, 0)) for style, text in _paragraphs(body)]
    return articles_of(blocks, "docx", facts)


def _paragraphs(element: Element) -> Iterator[tuple[str, str]]:
    """Each paragraph's style and text; a line break parts paragraphs too."""
    for paragraph in element:
        if local(paragraph) != "p":
            yield from _paragraphs(paragraph) if local(paragraph) not in LEFT_OUT else ()
            continue
        style = first(paragraph, "pStyle")
        name = style.get(_VAL) or "" if style is not None else ""
        for line in "".join(_pieces(paragraph)).split("\n"):
            if text := folded(line):
                yield name, text


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in BREAKS:
            yield BREAKS[name]
        elif name not in LEFT_OUT and name != "p":
            yield from _pieces(child)


def _levels(parts: Parts) -> dict[str, int]:
    """Levels of headings by the id of their style; ids are in the language of who wrote it, names in English."""
    if STYLES not in parts:
        return {}
    found: dict[str, int] = {}
    for style in every(parts.root(STYLES), "style"):
        own = next((value for key, value in style.attrib.items() if str(key).endswith("}styleId")), "")
        element = first(style, "name")
        name = (element.get(_VAL) or "" if element is not None else "").lower()
        heading = _HEADING.fullmatch(name)
        if heading or name == "title":
            found[str(own)] = int(heading[1]) if heading else TITLE_LEVEL
    return found


def _facts(parts: Parts) -> Facts:
    """The title; who made the file is not who wrote the article, nor is when."""
    return Facts(title=value(parts.root(FACTS), "title")) if FACTS in parts else Facts()
