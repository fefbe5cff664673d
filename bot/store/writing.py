"""Articles into the archive and out of it, with all that is derived from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from bot.model import Article, Extraction, Parsed, Quote, Receipt, State
from bot.store import index, people, stories
from bot.store.identity import standing
from bot.store.reading import article_of
from bot.store.rows import (
    Stored,
    fingerprint,
    maybe_packed,
    packed,
    people_json,
    quote_from,
    rest_of,
    revision_json,
    said,
    shown_date,
    sorting_date,
)
from bot.store.totals import grow

_INSERT = """
INSERT INTO article (id, path, dated, loaded, revision, fingerprint, headline, section, published, provider, place,
    url, quotes, rest, people, text, guid)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_UPDATE = """
UPDATE article SET (id, path, dated, loaded, revision, fingerprint, headline, section, published, provider, place,
    url, quotes, rest, people, text, guid) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
WHERE number = ?"""

_Numbers = dict[tuple[str, str | None], list[int]]
"""The numbers of an article's statements, by words and speaker, the last one first."""


def known(connection: sqlite3.Connection, parsed: Parsed) -> Receipt | None:
    """The receipt for an input that would change nothing; None if it would."""
    state, number = standing(connection, parsed)
    if number is None or state not in (State.UNCHANGED, State.DUPLICATE):
        return None
    return _receipt(connection, parsed, state, number)


def add(connection: sqlite3.Connection, parsed: Parsed, extraction: Extraction, now: float) -> Receipt:
    """Store an article with all that is derived from it, inside the caller's transaction."""
    state, number = standing(connection, parsed)
    if state is State.NEW:
        number = connection.execute(_INSERT, _row(parsed, extraction, 1, now)).lastrowid
        grow(connection, "articles", 1)
    assert number is not None  # noqa: S101 - only a new article has none yet
    numbers: _Numbers = {}
    if state is State.UPDATED:
        numbers = _numbers(connection, number)
        revision = _set_aside(connection, number)
        connection.execute(_UPDATE, (*_row(parsed, extraction, revision + 1, now), number))
    if state in (State.NEW, State.UPDATED):
        _derive(connection, number, parsed.article, extraction, numbers)
        grow(connection, "changes", 1)
    return _receipt(connection, parsed, state, number)


def remove(connection: sqlite3.Connection, number: int) -> None:
    """Forget an article and all that came from it, its earlier revisions included."""
    _underive(connection, number)
    connection.execute("DELETE FROM article WHERE number = ?", (number,))
    grow(connection, "articles", -1)
    grow(connection, "changes", 1)


def reindex(connection: sqlite3.Connection) -> None:
    """Make the full-text index anew, as its words are normalised now."""
    for table in ("quote_index", "article_index"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608 - our own tables
    people.relink(connection)
    stories.clear(connection)
    connection.execute("DELETE FROM word")
    connection.execute("DELETE FROM stem")
    for (number,) in connection.execute("SELECT number FROM article ORDER BY number").fetchall():
        article, _ = article_of(connection, number)
        index.index_article(connection, number, article)
        index.index_quotes(connection, _entries(connection, number, article))
        stories.enter(connection, number, article)


def _receipt(connection: sqlite3.Connection, parsed: Parsed, state: State, number: int) -> Receipt:
    row = connection.execute("SELECT id, quotes FROM article WHERE number = ?", (number,)).fetchone()
    return Receipt(parsed.path, state, row[0], row[1])


def _row(parsed: Parsed, extraction: Extraction, revision: int, now: float) -> tuple[Stored | float | None, ...]:
    article = parsed.article
    shown = shown_date(article)
    return (
        article.id,
        packed(parsed.path),
        sorting_date(shown, now),
        now,
        revision,
        fingerprint(article),
        maybe_packed(article.headline),
        maybe_packed(article.section),
        maybe_packed(shown),
        maybe_packed(article.provider),
        maybe_packed(article.dateline.place if article.dateline else None),
        maybe_packed(article.url),
        len(extraction.quotes),
        rest_of(article),
        people_json(extraction.people),
        packed(article.text),
        maybe_packed(article.guid),
    )


def _set_aside(connection: sqlite3.Connection, number: int) -> int:
    """Keep the current revision of an article apart, where no search finds it; its count."""
    article, extraction = article_of(connection, number)
    connection.execute(
        "INSERT INTO revision SELECT number, revision, id, path, loaded, ? FROM article WHERE number = ?",
        (revision_json(article, extraction), number),
    )
    _underive(connection, number)
    row = connection.execute("SELECT revision FROM article WHERE number = ?", (number,)).fetchone()
    return int(row[0])


def _numbers(connection: sqlite3.Connection, number: int) -> _Numbers:
    """The numbers of an article's statements: what an edit leaves as it was keeps its own, so that it isn't new."""
    article, _ = article_of(connection, number)
    rows = connection.execute("SELECT number, said FROM quote WHERE article = ? ORDER BY place DESC", (number,))
    found: _Numbers = {}
    for one, stored in rows:
        found.setdefault(_identity(article, quote_from(stored)), []).append(one)
    return found


def _identity(article: Article, quote: Quote) -> tuple[str, str | None]:
    return quote.text(article.text), quote.speaker.name if quote.speaker else None


def _derive(
    connection: sqlite3.Connection, number: int, article: Article, extraction: Extraction, numbers: _Numbers
) -> None:
    dated = _dated(connection, number)
    speakers = people.enter(connection, number, dated, extraction)
    for place, quote in enumerate(extraction.quotes):
        known = numbers.get(_identity(article, quote))
        speaker = speakers[quote.speaker.name] if quote.speaker else None
        connection.execute(
            "INSERT INTO quote (number, article, place, speaker, dated, said) VALUES (?, ?, ?, ?, ?, ?)",
            (known.pop() if known else None, number, place, speaker, dated, said(quote)),
        )
    index.index_article(connection, number, article)
    index.index_quotes(connection, _entries(connection, number, article))
    stories.enter(connection, number, article)
    grow(connection, "quotes", len(extraction.quotes))


def _underive(connection: sqlite3.Connection, number: int) -> None:
    article, extraction = article_of(connection, number)
    index.forget_quotes(connection, _entries(connection, number, article))
    index.forget_article(connection, number, article)
    stories.withdraw(connection, number, article)
    connection.execute("DELETE FROM quote WHERE article = ?", (number,))
    people.withdraw(connection, number, _dated(connection, number), extraction)
    grow(connection, "quotes", -len(extraction.quotes))


def _dated(connection: sqlite3.Connection, number: int) -> str:
    (dated,) = connection.execute("SELECT dated FROM article WHERE number = ?", (number,)).fetchone()
    return str(dated)


def _entries(
    connection: sqlite3.Connection, number: int, article: Article
) -> Sequence[tuple[int, int | None, Sequence[str]]]:
    """What the index holds of an article's quotes."""
    rows = connection.execute("SELECT number, speaker, said FROM quote WHERE article = ? ORDER BY place", (number,))
    return [(one, speaker, index.quote_words(article, quote_from(stored))) for one, speaker, stored in rows]
