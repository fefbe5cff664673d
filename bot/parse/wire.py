"""News copy: raw agency text and text copied from web pages, read in stages.

lines -> head (section, headline, by-line, dateline) -> paragraphs -> tail (sign-off, desk, furniture). What no stage
recognises stays in the article's text.
"""

from __future__ import annotations

from dataclasses import replace

from bot.errors import EmptyError
from bot.model import Article
from bot.parse import head as heads
from bot.parse import tail as tails
from bot.parse.dates import find_moment, with_year
from bot.parse.encoding import decode
from bot.parse.furniture import is_edge
from bot.parse.language import language_of
from bot.parse.lines import lines_of, paragraphs_of


def read(name: str, data: bytes) -> list[Article]:
    """The one article of the input.

    Raises:
        EmptyError, UnreadableError: See `bot.parse.encoding.decode`.
    """
    del name
    return [article_of(decode(data))]


def article_of(text: str) -> Article:
    """The article that a text is, with its furniture split off into `dropped`.

    Raises:
        EmptyError: Nothing but control characters in it.
    """
    lines = lines_of(text)
    if not lines:
        raise EmptyError("holds no text; give a file with the text of an article")
    head, body = heads.split(lines)
    paragraphs = head.standfirst + paragraphs_of(body)
    if not any(character.isalnum() for paragraph in paragraphs for character in paragraph):
        return _as_it_is(paragraphs_of(lines))
    kept, tail = tails.split(paragraphs)
    if len(kept) == 1 and is_edge(kept[0]) and head.dateline is None:
        return _as_it_is(paragraphs_of(lines))
    return _assembled(head, kept, tail)


def _as_it_is(paragraphs: list[str]) -> Article:
    """The article of a text that has no body: all of it."""
    text = "\n\n".join(paragraphs)
    return Article(text, language=language_of(text), format="wire")


def _assembled(head: heads.Head, paragraphs: list[str], tail: tails.Tail) -> Article:
    text = "\n\n".join(paragraphs)
    line = head.dateline
    published = head.published or (find_moment(line.raw) if line else None)
    if line:
        line = replace(line, date=with_year(line.date, published))
    return Article(
        text,
        headline=head.headline,
        section=head.section,
        byline=head.byline,
        dateline=line,
        provider=(line.agency if line else None) or tail.agency or head.provider,
        published=published,
        desk=tail.desk,
        language=language_of(text),
        format="wire",
        dropped=(*head.dropped, *tail.dropped),
    )
