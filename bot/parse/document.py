"""What office documents have in common: headings and paragraphs -> articles, several where there plainly are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.errors import EmptyError
from bot.model import Article
from bot.parse import byline, dateline, wire
from bot.parse.furniture import is_section
from bot.parse.story import Story, article_of

FEWEST_WORDS = 25
"""Words of an article in a document with several: with fewer it is an entry of a list."""
OPENING = 3
"""Paragraphs in which an article of a document with several has its by-line or dateline."""
FURTHEST_HEADING = 3
"""Paragraphs that may stand before a headline: a section, a date."""

_RULE = re.compile(r"[\s*_=~#–—-]{3,}")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading of a document."""

    text: str
    level: int = 0
    """0: a paragraph; 1 is the highest of headings."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself, to be used where its text doesn't say it."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None


NO_FACTS = Facts()


def articles_of(blocks: Iterable[Block], format: str, facts: Facts = NO_FACTS) -> list[Article]:
    """The articles of a document.

    There are several only where headings of the highest level, or lines of marks, part it into pieces of which most
    open with a by-line or a dateline, as articles do and chapters don't.

    Raises:
        EmptyError: There are no words in it.
    """
    kept = [block for block in blocks if block.text.strip()]
    if not any(character.isalnum() for block in kept for character in block.text):
        raise EmptyError("holds no text; give a file with the text of an article")
    pieces = next((found for found in (_by_headings(kept), _by_rules(kept)) if _are_articles(found)), None)
    if pieces is None:
        return [article(kept, format, facts)]
    return [article(piece, format, replace(facts, title=None, author=None)) for piece in pieces]


def article(blocks: Sequence[Block], format: str, facts: Facts = NO_FACTS) -> Article:
    """The one article of these blocks."""
    blocks = [block for block in blocks if not _RULE.fullmatch(block.text)]
    place = next((at for at, block in enumerate(blocks) if block.level), len(blocks))
    if place > FURTHEST_HEADING or place >= len(blocks) - 1:
        return _without_heading(blocks, format, facts)
    before = [block.text for block in blocks[:place]]
    section = before.pop(0) if before and is_section(before[0]) else None
    paragraphs = before + [block.text for block in blocks[place + 1 :]]
    story = Story(
        paragraphs, format, headline=blocks[place].text, section=section, byline=facts.author,
        published=facts.published, language=facts.language,
    )  # fmt: skip
    return article_of(story)


def _without_heading(blocks: Sequence[Block], format: str, facts: Facts) -> Article:
    """The article of a text that is typed as agencies' copy is."""
    found = wire.article_of("\n\n".join(block.text for block in blocks))
    return replace(
        found,
        format=format,
        headline=found.headline or facts.title,
        byline=found.byline or facts.author,
        published=found.published or facts.published,
    )


def _by_headings(blocks: Sequence[Block]) -> list[list[Block]]:
    """The pieces that headings of the highest level begin; what stands before the first is no piece."""
    highest = min((block.level for block in blocks if block.level), default=0)
    pieces: list[list[Block]] = []
    for block in blocks:
        if block.level == highest and highest:
            pieces.append([])
        if pieces:
            pieces[-1].append(block)
    return pieces


def _by_rules(blocks: Sequence[Block]) -> list[list[Block]]:
    """The pieces between lines of marks."""
    pieces: list[list[Block]] = [[]]
    for block in blocks:
        if _RULE.fullmatch(block.text):
            pieces.append([])
        else:
            pieces[-1].append(block)
    return [piece for piece in pieces if piece]


def _are_articles(pieces: Sequence[Sequence[Block]]) -> bool:
    if len(pieces) < 2 or any(_words(piece) < FEWEST_WORDS for piece in pieces):
        return False
    return 2 * sum(map(_opens_as_article, pieces)) > len(pieces)


def _words(piece: Sequence[Block]) -> int:
    return sum(len(block.text.split()) for block in piece if not block.level)


def _opens_as_article(piece: Sequence[Block]) -> bool:
    opening = [block.text for block in piece if not block.level][:OPENING]
    return any(byline.read(text) or dateline.read(text) for text in opening)
