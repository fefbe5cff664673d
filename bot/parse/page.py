"""Web pages: the article's words by trafilatura, its facts as the page declares them, else as trafilatura guesses."""

from __future__ import annotations

import re
from typing import Any

import trafilatura

from bot.errors import EmptyError, TooLargeError, UnreadableError
from bot.model import Article
from bot.parse.declared import Declared, declared_in
from bot.parse.encoding import decode
from bot.parse.markup import Element, paragraphs_in
from bot.parse.story import Story, article_of
from bot.text import normalise

LARGEST = 5_000_000
"""Bytes: the largest of 177 pages measured has 0.7 million; trafilatura takes seconds for more than this."""
FULLER = 2.0
"""So many times the words found must the declared text have to be taken: some pages build theirs by script."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
LEAST_TITLE = 3
"""Words in an only heading that is taken for the title; sites' names have fewer."""

_DAY = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-])")
_NO_AUTHOR = re.compile(r"no author|unknown|anonymous|by|author|autor", re.IGNORECASE)


def read(name: str, data: bytes) -> list[Article]:
    """The one article of the page.

    Raises:
        EmptyError: No article's text was found in it.
        TooLargeError: It is larger than any article's page.
        UnreadableError: It is no text, or can't be parsed.
    """
    del name
    if len(data) > LARGEST:
        raise TooLargeError(f"is a web page of over {LARGEST // 1_000_000} MB; save the article alone")
    root = _root(_text(data))
    declared = declared_in(root)
    _mark_quotations(root)
    return [article_of(_story(_found(root), declared))]


def _root(text: str) -> Element:
    """The page's root; by trafilatura, which wants trees of its own making."""
    try:
        root: Element | None = trafilatura.load_html(text)
    except Exception as error:
        raise UnreadableError(f"is a page that can't be parsed ({type(error).__name__}); save it again") from error
    if root is None:
        raise EmptyError("is a web page without any element; give one with the article's text")
    return root


def _text(data: bytes) -> str:
    """The page's characters: UTF-8 if they are, else as declared, else as any text."""
    declared = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(declared[1].decode("ascii"), "replace") if declared else decode(data)
    except LookupError:
        return decode(data)


def _found(root: Element) -> Any:
    """trafilatura's document, or None.

    Its default balance was best on both packs of pages; comments are no part of an article, tables may be.
    """
    try:
        return trafilatura.bare_extraction(root, with_metadata=True, include_comments=False)
    except Exception as error:
        raise UnreadableError(f"is a page that can't be parsed ({type(error).__name__}); save it again") from error


def _mark_quotations(root: Element) -> None:
    """Put the marks into the text that browsers show around `q` elements."""
    for element in list(root.iter("q")):
        element.tag = "span"  # trafilatura makes a paragraph of its own of each q
        element.text = "“" + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + "”"
        else:
            element.text += "”"


def _story(found: Any, declared: Declared) -> Story:
    def guessed(name: str) -> Any:
        return getattr(found, name, None)

    return Story(
        _paragraphs(guessed("text"), declared),
        "html",
        headline=_title(guessed("title"), declared),
        section=declared.section or next(iter(guessed("categories") or []), None),
        authors=_authors(guessed("author"), declared),
        provider=declared.site or guessed("sitename") or guessed("hostname"),
        published=_published(guessed("date"), declared),
        url=declared.url or guessed("url"),
        language=declared.language,
    )


def _paragraphs(found: str | None, declared: Declared) -> list[str]:
    """The words found; where they are few, or their paragraphs were lost, those declared."""
    text = [line.strip() for line in (found or "").split("\n") if line.strip()]
    other = paragraphs_in(declared.body) if declared.body else []
    folded = len(text) <= 1 < len(other) and _words(other) >= _words(text)
    return other if folded or _words(other) > FULLER * _words(text) else text


def _words(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _title(guessed: str | None, declared: Declared) -> str | None:
    """The title that the page shows: the declared or the guessed one that is a heading, else the only heading.

    What JSON-LD calls headline is often written for search engines and shown nowhere.
    """
    shown = {normalise(heading) for heading in declared.headings}
    candidates = [title for title in (declared.title, guessed) if title]
    seen = next((title for title in candidates if normalise(title) in shown), None)
    alone = declared.headings[0] if len(declared.headings) == 1 and not declared.title else ""
    return seen or (alone if len(alone.split()) >= LEAST_TITLE else None) or guessed or declared.title


def _authors(guessed: str | None, declared: Declared) -> list[str]:
    """Persons declared; else whom trafilatura found; else the house that is declared as author."""
    people = [name for name in (guessed or "").split("; ") if name and not _NO_AUTHOR.fullmatch(name)]
    if declared.persons and not set(declared.persons) < set(people):
        return list(declared.persons)
    return people or list(declared.organisations)


def _published(guessed: str | None, declared: Declared) -> str | None:
    """The moment declared, unless the link has another day: that is the day at the place of publication."""
    found = _DAY.search(declared.url or "")
    day = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else None
    if declared.published and (day is None or declared.published.startswith(day)):
        return declared.published
    return day or guessed
