"""XML of a house's own: elements whose children are named like an article's fields (Ritzau, Canadian Press, ...)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.errors import UnreadableError
from bot.model import Article
from bot.parse.markup import Element, local, words, xml_root
from bot.parse.newsml import usable
from bot.parse.records import is_article, story_of
from bot.parse.story import article_of


def read(name: str, data: bytes) -> list[Article]:
    """One article an element that has a headline and a text among its children.

    Raises:
        EmptyError, UnreadableError: Broken, or no such element.
    """
    found = list(_elements(xml_root(data)))
    if not found:
        raise UnreadableError("is XML without an article (no element with a headline and a text)")
    return usable(name, found, lambda element: article_of(replace(story_of(fields(element)), format="xml")))


def fields(element: Element) -> dict[str, str]:
    """The element's children by name, with their text; the first of a name counts."""
    found: dict[str, str] = {}
    for child in element:
        text = child.text if not len(child) and child.text else words(child)
        if text and text.strip():
            found.setdefault(local(child).replace("_", "").replace("-", ""), text)
    return found


def _elements(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if len(element) > 1 and is_article(fields(element)))
