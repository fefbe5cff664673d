"""Which stored article an input is: that very one, another revision of it, a copy of it, or none yet."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

from bot.model import Article, Parsed, State, input_of
from bot.store.rows import fingerprint, maybe_unpacked, packed, unpacked
from bot.text import normalise, tokens_of

EDITED = 0.35
"""Share (0 to 1) of words and word pairs from which on a file's text is an edit of what stood there before.

Counted against the shorter text. Set on 600 news articles: 0.3% of pairs of different ones reach it, and 97% of
articles of which half of the sentences were replaced."""
PASSING = frozenset({"-", "stdin", "chat"})
"""Inputs that are something else each time: their name says nothing about what they hold."""


def standing(connection: sqlite3.Connection, parsed: Parsed) -> tuple[State, int | None]:
    """What adding the input would do, and the number of the stored article that it concerns, if any."""
    article = parsed.article
    row = connection.execute("SELECT number, path, fingerprint FROM article WHERE id = ?", (article.id,)).fetchone()
    if row is None:
        number = _version(connection, article) or _edited(connection, parsed)
        return (State.NEW, None) if number is None else (State.UPDATED, number)
    number, path, known = row
    if not article.url and input_of(unpacked(path)) != input_of(parsed.path):
        return State.DUPLICATE, number
    return (State.UNCHANGED if known == fingerprint(article) else State.UPDATED), number


def _version(connection: sqlite3.Connection, article: Article) -> int | None:
    """The number of the article that has the publisher's own name of this one."""
    if article.guid is None:
        return None
    row = connection.execute("SELECT number FROM article WHERE guid = ?", (packed(article.guid),)).fetchone()
    return int(row[0]) if row else None


def _edited(connection: sqlite3.Connection, parsed: Parsed) -> int | None:
    """The number of the article that stood at the same path before the file was edited."""
    if input_of(parsed.path) in PASSING:
        return None
    row = connection.execute(
        "SELECT number, url, headline, text FROM article WHERE path = ? ORDER BY number DESC LIMIT 1",
        (packed(parsed.path),),
    ).fetchone()
    if row is None or (row[1] and parsed.article.url):
        return None
    before = Article(unpacked(row[3]), maybe_unpacked(row[2]))
    return int(row[0]) if is_edit(before, parsed.article) else None


def is_edit(before: Article, after: Article) -> bool:
    """Whether one article looks like an edit of another: the same headline, or enough words in common."""
    headline = normalise(after.headline or "")
    if headline and headline == normalise(before.headline or ""):
        return True
    old, new = _features(before), _features(after)
    return len(old & new) >= EDITED * max(1, min(len(old), len(new)))


def _features(article: Article) -> set[str]:
    words = tokens_of(article.text)
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}
