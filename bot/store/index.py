"""The full-text index: what goes in, and what is asked of it, both through one normaliser.

The index holds stems of normalised words, separated by spaces, so SQLite's tokenizer has nothing to decide.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.model import Article, Filters, Quote
from bot.store import filters as narrowing
from bot.store.rows import packed
from bot.store.stems import stem
from bot.text import tokens_of

RANKED = 5_000
"""Entries that one search ranks at most, the latest ones: ranking costs about 2 microseconds an entry."""
MOST_TERMS = 64
"""Words of one search; more of them say nothing new."""
HEADLINE_WEIGHT = 4.0
"""What a word of a headline weighs against one of the body."""

_Term = tuple[str, ...]
"""Stems that have to stand in a row; mostly one alone."""


class _Source(NamedTuple):
    """What is searched: an index, what its words weigh, and what its entries are narrowed to."""

    table: str
    columns: str
    weights: str
    joined: str = ""
    condition: narrowing.Condition = narrowing.Condition("1")
    more: str = ""
    """More that the index is asked for."""


_QUOTES = _Source("quote_index", "words", "1.0, 0.0")
_ARTICLES = _Source("article_index", "{headline body}", f"{HEADLINE_WEIGHT}, 1.0")


# --- writing


def quote_words(article: Article, quote: Quote) -> list[str]:
    """The normalised words of a statement, what interrupts it left out."""
    return [word for span in quote.content for word in tokens_of(span.of(article.text))]


def stems_of(words: Iterable[str]) -> list[str]:
    """The stems of normalised words, in order."""
    return [stem(word) for word in words]


def index_quotes(connection: sqlite3.Connection, entries: Sequence[tuple[int, int | None, Sequence[str]]]) -> None:
    """Put quotes into the index: each one's number, its speaker's number and its normalised words."""
    rows = ((number, " ".join(stems_of(words)), _speaker(speaker)) for number, speaker, words in entries)
    connection.executemany("INSERT INTO quote_index (rowid, words, speaker) VALUES (?, ?, ?)", rows)
    _count(connection, entries, 1)


def forget_quotes(connection: sqlite3.Connection, entries: Sequence[tuple[int, int | None, Sequence[str]]]) -> None:
    """Take quotes out of the index; the entries are those they were put in with."""
    rows = ((number, " ".join(stems_of(words)), _speaker(speaker)) for number, speaker, words in entries)
    connection.executemany(
        "INSERT INTO quote_index (quote_index, rowid, words, speaker) VALUES ('delete', ?, ?, ?)", rows
    )
    _count(connection, entries, -1)


def index_article(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Put an article's headline and text into the index."""
    headline, body = _columns(article)
    connection.execute("INSERT INTO article_index (rowid, headline, body) VALUES (?, ?, ?)", (number, headline, body))
    _count_article(connection, headline, body, 1)


def forget_article(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Take an article out of the index, as it was put in."""
    headline, body = _columns(article)
    connection.execute(
        "INSERT INTO article_index (article_index, rowid, headline, body) VALUES ('delete', ?, ?, ?)",
        (number, headline, body),
    )
    _count_article(connection, headline, body, -1)


def _columns(article: Article) -> tuple[str, str]:
    return " ".join(stems_of(tokens_of(article.headline or ""))), " ".join(stems_of(tokens_of(article.text)))


def _speaker(number: int | None) -> str:
    return "" if number is None else str(number)


def _count(connection: sqlite3.Connection, entries: Sequence[tuple[int, int | None, Sequence[str]]], by: int) -> None:
    """Keep in how many quotes each word and each stem stands."""
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    for _, _, held in entries:
        for word in set(held):
            words[word] = words.get(word, 0) + by
        for one in set(stems_of(held)):
            stems[one] = stems.get(one, 0) + by
    connection.executemany(
        "INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET quotes = quotes + excluded.quotes",
        words.items(),
    )
    connection.executemany(
        "INSERT INTO stem VALUES (?, ?, 0) ON CONFLICT (stem) DO UPDATE SET quotes = quotes + excluded.quotes",
        stems.items(),
    )
    if by < 0:
        connection.executemany("DELETE FROM word WHERE word = ? AND quotes <= 0", ((one,) for one in words))


def _count_article(connection: sqlite3.Connection, headline: str, body: str, by: int) -> None:
    connection.executemany(
        "INSERT INTO stem VALUES (?, 0, ?) ON CONFLICT (stem) DO UPDATE SET articles = articles + excluded.articles",
        ((one, by) for one in {*headline.split(), *body.split()}),
    )


# --- asking


def matching_quotes(
    connection: sqlite3.Connection, words: Sequence[str], limit: int, speakers: Sequence[int] | None, filters: Filters
) -> list[int]:
    """Numbers of the quotes with any of the terms, best first; see `bot.ports.Store.match_quotes`.

    `speakers` are the forms of one speaker's names, if only that one's quotes are wanted.
    """
    terms = _terms(words)
    source = _filtered_quotes(connection, filters) if filters.narrow else _QUOTES
    if speakers is None:
        return _matching(connection, source, terms, _counts(connection, terms, "quotes"), limit)
    said_by = " OR ".join(f'"{speaker:d}"' for speaker in speakers)
    asked = f"words : ({_any_of(terms)}) AND speaker : ({said_by})"
    return _ranked(connection, source, asked, limit) if terms and speakers else []


def matching_articles(connection: sqlite3.Connection, words: Sequence[str], limit: int, filters: Filters) -> list[int]:
    """Numbers of the articles with any of the terms, best first; see `bot.ports.Store.match_articles`."""
    terms = _terms(words)
    source = _filtered_articles(connection, filters) if filters.narrow else _ARTICLES
    return _matching(connection, source, terms, _counts(connection, terms, "articles"), limit)


def _filtered_quotes(connection: sqlite3.Connection, filters: Filters) -> _Source:
    condition = narrowing.of_quotes(connection, filters)
    joined = "CROSS JOIN quote AS q ON q.number = quote_index.rowid CROSS JOIN article AS a ON a.number = q.article"
    exactly = phrases(filters.exact)
    return _QUOTES._replace(joined=joined, condition=condition, more=f" AND {exactly}" if exactly else "")


def _filtered_articles(connection: sqlite3.Connection, filters: Filters) -> _Source:
    condition = narrowing.of_articles(connection, filters)
    return _ARTICLES._replace(joined="CROSS JOIN article AS a ON a.number = article_index.rowid", condition=condition)


def phrases(exact: Sequence[str]) -> str:
    """What the index of quotes is asked for words that have to stand in a row, in any form; empty without words."""
    return " AND ".join(f"words : ({_any_of([term])})" for term in _terms(exact))


def _matching(
    connection: sqlite3.Connection, source: _Source, terms: list[_Term], counts: dict[str, int], limit: int
) -> list[int]:
    """The best; of one word alone that is too common to be ranked (rank says only how short an entry is) the latest."""
    kept = _affordable(terms, counts)
    if not kept:
        return []
    too_common = len(kept) == len(kept[0]) == 1 and counts[kept[0][0]] > RANKED
    return (_latest if too_common else _ranked)(connection, source, f"{source.columns} : ({_any_of(kept)})", limit)


def frequencies(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, int]:
    """How many quotes hold each word, in any of its forms; those of a phrase are counted one by one."""
    found = {}
    for word in words:
        (term, *_) = _terms([word]) or [()]
        counts = _counts(connection, [term], "quotes")
        found[word] = counts[term[0]] if len(term) == 1 else _holding(connection, term)
    return found


def vocabulary(connection: sqlite3.Connection, prefix: str) -> Iterator[str]:
    """The words of all quotes that begin so, those of most quotes first."""
    rows = connection.execute(
        "SELECT word FROM word WHERE word >= ? AND word < ? ORDER BY quotes DESC, word",
        (packed(prefix), packed(prefix + "\U0010ffff")),
    )
    return (word for (word,) in rows)


def _terms(words: Sequence[str]) -> list[_Term]:
    terms = (tuple(stems_of(tokens_of(word))) for word in words)
    return list(dict.fromkeys(term for term in terms if term))[:MOST_TERMS]


def _counts(connection: sqlite3.Connection, terms: Iterable[_Term], column: str) -> dict[str, int]:
    """In how many entries each stem of the terms stands; `column` is "quotes" or "articles"."""
    asked = f"SELECT {column} FROM stem WHERE stem = ?"  # noqa: S608 - one of our two columns
    found = {}
    for one in {one for term in terms for one in term}:
        row = connection.execute(asked, (one,)).fetchone()
        found[one] = row[0] if row else 0
    return found


def _affordable(terms: list[_Term], counts: dict[str, int]) -> list[_Term]:
    """The terms that can be ranked: those on record, single words rarest first up to `RANKED`, one at the least.

    A common word among rare ones tells nothing about which quotes are best, and would cost the most by far.
    """
    known = sorted((min(counts[one] for one in term), term) for term in terms)
    kept: list[_Term] = []
    left = RANKED
    for count, term in known:
        left -= count if len(term) == 1 else 0
        if count and (left >= 0 or len(term) > 1 or not kept):
            kept.append(term)
    return kept


def _any_of(terms: Iterable[_Term]) -> str:
    """The one place where words become full-text syntax: each is a quoted string, so it means nothing but itself."""
    return " OR ".join('"' + " ".join(term).replace('"', '""') + '"' for term in terms)


def _holding(connection: sqlite3.Connection, term: _Term) -> int:
    if not term:
        return 0
    asked = "SELECT count(*) FROM quote_index WHERE quote_index MATCH ?"
    return int(connection.execute(asked, (f"words : ({_any_of([term])})",)).fetchone()[0])


def _ranked(connection: sqlite3.Connection, source: _Source, asked: str, limit: int) -> list[int]:
    """The best of the latest `RANKED` entries that match."""
    rows = connection.execute(
        f"SELECT number FROM (SELECT {source.table}.rowid AS number, bm25({source.table}, {source.weights}) AS score "  # noqa: S608
        f"FROM {source.table} {source.joined} WHERE {source.table} MATCH ? AND {source.condition.sql} "
        f"ORDER BY {source.table}.rowid DESC LIMIT {RANKED:d}) ORDER BY score, number DESC LIMIT ?",
        (asked + source.more, *source.condition.values, max(0, limit)),
    )
    return [number for (number,) in rows]


def _latest(connection: sqlite3.Connection, source: _Source, asked: str, limit: int) -> list[int]:
    rows = connection.execute(
        f"SELECT {source.table}.rowid FROM {source.table} {source.joined} "  # noqa: S608
        f"WHERE {source.table} MATCH ? AND {source.condition.sql} ORDER BY {source.table}.rowid DESC LIMIT ?",
        (asked + source.more, *source.condition.values, max(0, limit)),
    )
    return [number for (number,) in rows]
