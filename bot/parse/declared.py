"""What a web page itself declares of its article: JSON-LD of schema.org, OpenGraph, and the usual meta elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.parse.markup import Element, folded, words
from bot.parse.parsed import loads
from bot.parse.records import Record, plain_keys

ARTICLES = re.compile(
    r"(?:\w*News|Advertiser|Satirical|Scholarly|Tech|Medical\w*)?Article|Report|\w*Posting|Review(?:NewsArticle)?"
)
"""Types of schema.org that are an article."""
CONTAINERS = ("graph", "mainentity", "mainentityofpage")
"""Fields of JSON-LD in which the page's own article stands; others list other pages' articles."""
DEEPEST = 4

_WRAPPED = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)?\s*|\s*(?:-->|//\]\]>|/\*\]\]>\*/)?\s*;?\s*$")


@dataclass(frozen=True, slots=True)
class Declared:
    """What was declared; None or empty where nothing was."""

    title: str | None = None
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    """Authors that are no persons."""
    published: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    section: str | None = None
    body: str | None = None
    headings: tuple[str, ...] = ()
    """First-level headings, as shown."""


def declared_in(root: Element) -> Declared:
    """What the page declares; what is broken is left out."""
    article = next(_articles(root), {})
    meta = dict(_metas(root))
    persons, organisations = _authors(article.get("author") or article.get("creator"))
    return Declared(
        title=_text(article.get("headline")),
        persons=persons,
        organisations=organisations,
        published=_text(article.get("datepublished")) or meta.get("article:published_time"),
        site=_text(article.get("publisher")) or meta.get("og:site_name"),
        url=_canonical(root) or meta.get("og:url"),
        language=_text(article.get("inlanguage")) or _language(root),
        section=_text(article.get("articlesection")) or meta.get("article:section"),
        body=_body(article.get("articlebody")),
        headings=tuple(dict.fromkeys(filter(None, map(words, root.iter("h1"))))),
    )


def _articles(root: Element) -> Iterator[Record]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                value = loads(_WRAPPED.sub("", script.text or ""), strict=False)
            except ValueError:
                continue
            yield from _within(value, 0)


def _within(value: Any, depth: int) -> Iterator[Record]:
    if isinstance(value, list):
        for inner in value:
            yield from _within(inner, depth)
    elif isinstance(value, Mapping) and depth <= DEEPEST:
        record = plain_keys(value)
        kinds = record.get("type")
        if any(
            ARTICLES.fullmatch(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
            if isinstance(kind, str)
        ):
            yield record
        for name in CONTAINERS:
            yield from _within(record.get(name), depth + 1)


def _metas(root: Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name, text = meta.get("property") or meta.get("name"), folded(meta.get("content"))
        if name and text:
            yield name.lower(), text


def _authors(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Persons and others among the authors, each once; a bare name counts as a person's."""
    persons: list[str] = []
    others: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = _text(one)
        if not name or name.startswith("http"):
            continue
        kind = str(one.get("@type", "")) if isinstance(one, Mapping) else "Person"
        (others if "Organization" in kind or kind == "Thing" else persons).append(name)
    return tuple(dict.fromkeys(persons)), tuple(dict.fromkeys(others))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), None)
    if isinstance(value, Mapping):
        return _text(value.get("name") or value.get("alternateName"))
    return folded(unescape(value)) if isinstance(value, str) else None


def _body(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _canonical(root: Element) -> str | None:
    links = (link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    return next((link.strip() for link in links if link), None)


def _language(root: Element) -> str | None:
    return next(
        (found for element in root.iter("html") if (found := element.get("lang") or element.get("xml:lang"))), None
    )
