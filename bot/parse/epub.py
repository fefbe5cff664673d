"""Electronic books and magazines (EPUB): one document of the reading order with a heading and a text is one article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from bot.errors import EmptyError, UnreadableError
from bot.model import Article
from bot.parse.document import FEWEST_WORDS
from bot.parse.encoding import decode
from bot.parse.markup import Element, every, first, html_root, paragraphs, value
from bot.parse.packed import Parts, opened
from bot.parse.story import Story, article_of

CONTAINER = "META-INF/container.xml"
MOST_DOCUMENTS = 5000
HEADINGS = ("h1", "h2", "h3", "title")
LOCKED = "META-INF/encryption.xml"


def read(name: str, data: bytes) -> list[Article]:
    """The articles, in reading order; covers and tables of contents are none.

    Raises:
        EmptyError, UnreadableError, TooLargeError: No text, broken or locked, or unpacks to too much.
    """
    del name
    with opened(data) as parts:
        book = parts.root(_book(parts))
        facts = first(book, "metadata")
        found = [_story(root, facts) for root in _documents(parts, book)]
    several = [story for story in found if _words(story) >= FEWEST_WORDS] or [story for story in found if _words(story)]
    if not several:
        locked = " (it may be locked)" if LOCKED in parts else ""
        raise EmptyError(f"is a book without text{locked}; copy the article's text into a file")
    return [article_of(story) for story in several]


def _book(parts: Parts) -> str:
    """The name of the part that lists the others."""
    file = first(parts.root(CONTAINER), "rootfile")
    path = file.get("full-path") if file is not None else None
    if not path:
        raise UnreadableError("is a broken book (it doesn't say what is in it); save it again")
    return path


def _documents(parts: Parts, book: Element) -> Iterator[Element]:
    """The documents of the book in reading order; what is listed and isn't there is left out."""
    folder = posixpath.dirname(_book(parts))
    paths = {item.get("id"): item.get("href") or "" for item in every(book, "item")}
    spine = [paths.get(item.get("idref")) for item in every(book, "itemref") if item.get("linear") != "no"]
    for path in filter(None, spine[:MOST_DOCUMENTS]):
        whole = posixpath.normpath(posixpath.join(folder, unquote(path).partition("#")[0]))
        root = html_root(_text(parts.read(whole))) if whole in parts else None
        if root is not None:
            yield root


def _text(data: bytes) -> str:
    return decode(data) if data.strip() else ""


def _story(root: Element, facts: Element | None) -> Story:
    return Story(
        paragraphs(body) if (body := first(root, "body")) is not None else [],
        "epub",
        headline=value(root, *HEADINGS),
        byline=value(facts, "creator"),
        provider=value(facts, "publisher"),
        published=value(facts, "date"),
        language=value(facts, "language"),
    )


def _words(story: Story) -> int:
    return sum(len(paragraph.split()) for paragraph in story.paragraphs)
