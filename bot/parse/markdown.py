"""Markdown, by markdown-it-py; with the facts that a block of "key: value" lines at the top tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.errors import TooLargeError, UnreadableError
from bot.model import Article
from bot.parse.document import Block, Facts, articles_of
from bot.parse.encoding import decode
from bot.parse.markup import folded, paragraphs_in

LARGEST = 2_000_000
"""Characters: more than any article."""

_FACTS = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<facts>(?:.*\r?\n){1,60}?)---[ \t]*(?:\r?\n|$)")
_FACT = re.compile(r"(?P<key>\w+):[ \t]+(?P<value>\S.*)")


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a document.

    Raises:
        EmptyError, UnreadableError, TooLargeError: No text, in no known encoding, or larger than any article.
    """
    del name
    text = decode(data)
    if len(text) > LARGEST:
        raise TooLargeError(f"is Markdown of over {LARGEST // 1_000_000} million characters; save the article alone")
    top = _FACTS.match(text)
    body = (text[top.end() :] if top else text).removeprefix("\ufeff")
    try:
        tokens = MarkdownIt("commonmark").enable("table").parse(body)
    except (RecursionError, ValueError, IndexError) as error:
        raise UnreadableError(f"is Markdown that can't be read ({type(error).__name__}); save it as text") from error
    return articles_of(_blocks(tokens), "markdown", _facts(top["facts"]) if top else Facts())


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    level = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            yield from (Block(text, level) for line in _words(token).split("\n") if (text := folded(line)))
        elif token.type == "hr":
            yield Block("* * *")
        elif token.type == "html_block":
            yield from map(Block, paragraphs_in(token.content))
        elif token.type in ("fence", "code_block"):
            yield from (Block(text) for line in token.content.split("\n") if (text := folded(line)))


def _words(token: Token) -> str:
    """The words of a paragraph as they read: links by their text, pictures not at all."""
    return "".join(
        " " if child.type == "softbreak" else "\n" if child.type == "hardbreak" else child.content
        for child in token.children or []
        if child.type in ("text", "code_inline", "softbreak", "hardbreak", "text_special")
    )


def _facts(written: str) -> Facts:
    found = {m["key"].lower(): m["value"].strip().strip("\"'") for m in map(_FACT.fullmatch, written.splitlines()) if m}
    return Facts(found.get("title"), found.get("author"), found.get("date"), found.get("lang"))
