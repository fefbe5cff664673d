"""The full-text index: what goes in. What is asked of it (`bot.store.ranking`) comes through the same normaliser.

The index holds stems of normalised words, separated by spaces, so SQLite's tokenizer has nothing to decide.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from bot.model import Article, Quote
from bot.store.stems import stem
from bot.text import tokens_of


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
