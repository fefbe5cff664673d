"""What is asked of the full-text index: the entries that hold most of some words, the rarest counting most.

SQLite's own rank is not used: it weighs every entry with any of the words, and looks at all entries of every word again
to know how rare it is. Here the entries of rare words are fetched, and common words are looked for only among those, so
that a search takes about as long in a large archive as in a small one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import combinations
from math import log2
from typing import NamedTuple

from bot.model import Filters
from bot.store import filters as narrowing
from bot.store.index import stems_of
from bot.store.rows import packed
from bot.store.totals import total
from bot.text import tokens_of

FETCHED = 4_000
"""Entries that rare words may hold together: fetching one takes about half a microsecond."""
WITHIN_ONE = 10_000_000
"""The same of one speaker's words: however common they are, few are that speaker's."""
COMMON = 5
"""Common words, the rarest, that are looked for among the entries of rare ones; or in pairs where none is rare."""
WALKED = 60_000
"""Entries of the rarer of two common words: a pair of more common ones takes too long to find, and tells little."""
LONGER = 200
"""Entries more than are wanted that are compared by their length too."""
SIZE = 0.5
"""What an entry's length takes off, against what it holds, where it is of mean length."""
MOST_TERMS = 64
"""Words of one search; more of them say nothing new."""
HEADLINE = 3.0
"""What a word of a headline weighs more than one of the body."""
IN_A_ROW = 0.5
"""What it adds that words stand in a row, against what they tell."""

_Term = tuple[str, ...]
"""Stems that have to stand in a row; mostly one alone."""
_Groups = Sequence[Sequence[_Term]]
"""Of each of which one has to be there."""


class _Source(NamedTuple):
    """What is searched: an index, and what its entries are narrowed to."""

    table: str
    counts: str
    """The column of stems' counts."""
    columns: dict[str, float]
    """What a word weighs in which columns."""
    joined: str = ""
    condition: narrowing.Condition = narrowing.Condition("1")
    more: str = ""
    """More that the index is asked for."""
    fetched: int = FETCHED
    """Entries that rare words may hold together."""


_QUOTES = _Source("quote_index", "quotes", {"words": 1.0})
_ARTICLES = _Source("article_index", "articles", {"{headline body}": 1.0, "headline": HEADLINE})


def matching_quotes(
    connection: sqlite3.Connection, words: Sequence[str], limit: int, speakers: Sequence[int] | None, filters: Filters
) -> list[int]:
    """Numbers of the quotes with any of the terms, best first; see `bot.ports.Store.match_quotes`.

    `speakers` are the forms of one speaker's names, if only that one's quotes are wanted.
    """
    source = _filtered_quotes(connection, filters) if filters.narrow else _QUOTES
    if speakers is not None:
        said_by = " OR ".join(f'"{speaker:d}"' for speaker in speakers)
        source = source._replace(more=f"{source.more} AND speaker : ({said_by})", fetched=WITHIN_ONE)
    return _matching(connection, source, _terms(words), limit) if speakers != [] else []


def matching_articles(connection: sqlite3.Connection, words: Sequence[str], limit: int, filters: Filters) -> list[int]:
    """Numbers of the articles with any of the terms, best first; see `bot.ports.Store.match_articles`."""
    source = _filtered_articles(connection, filters) if filters.narrow else _ARTICLES
    return _matching(connection, source, _terms(words), limit)


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


def _matching(connection: sqlite3.Connection, source: _Source, terms: list[_Term], limit: int) -> list[int]:
    """The entries that hold most; those loaded last of those that hold the same."""
    counts = _counts(connection, terms, source.counts)
    everything = total(connection, source.counts)
    bits = {one: log2(1 + everything / count) for one, count in counts.items() if count}
    known = sorted((sum(counts[one] for one in term), term) for term in terms if all(counts[one] for one in term))
    worth = {term: sum(bits[one] for one in term) * (1 if len(term) == 1 else IN_A_ROW) for _, term in known}
    held: dict[int, float] = {}
    for told, groups in _questions(known, source.fetched):
        for columns, weight in source.columns.items():
            more = weight * sum(worth[term] for term in told)
            asked = " AND ".join(f"({columns} : ({_any_of(group)}))" for group in groups)
            for number in _entries(connection, source, asked):
                held[number] = held.get(number, 0.0) + more
    best = nlargest(limit + LONGER, zip(held.values(), held, strict=True))
    sizes = _sizes(connection, source.table, [number for _, number in best])
    mean = sum(sizes.values()) / max(1, len(sizes))
    fitting = nlargest(limit, ((bits / (1 + SIZE * sizes[number] / mean), number) for bits, number in best))
    return [number for _, number in fitting]


def _sizes(connection: sqlite3.Connection, table: str, numbers: Sequence[int]) -> dict[int, int]:
    """How many words entries hold, from the index's own list (varints, one a column)."""
    rows = connection.execute(
        f"SELECT id, sz FROM {table}_docsize WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - our tables
        (json.dumps(numbers),),
    )
    return {number: _varints(sizes) for number, sizes in rows}


def _varints(packed_sizes: bytes) -> int:
    """The sum of the numbers, each in groups of seven bits, the last of a number without the eighth bit."""
    whole = number = 0
    for byte in packed_sizes:
        number = number << 7 | byte & 127
        if byte < 128:
            whole, number = whole + number, 0
    return whole


def _questions(known: Sequence[tuple[int, _Term]], fetched: int) -> Iterator[tuple[Sequence[_Term], _Groups]]:
    """What to look for, one after the other: terms, and the groups of terms of each of which one has to be there."""
    rare, common = _parted(known, fetched)
    rows = [term for count, term in known if len(term) > 1 and count <= WALKED]
    yield from (([term], [[term]]) for term in (*rare, *rows))
    if rare:
        yield from (([term], [[term], rare]) for _, term in common[:COMMON])
    elif len(common) == 1 or (common and common[0][0] > WALKED):
        yield [common[0][1]], [[common[0][1]]]
    else:
        yield from (([one, other], [[one], [other]]) for one, other in _pairs(common[:COMMON]))


def _pairs(common: Sequence[tuple[int, _Term]]) -> Iterator[tuple[_Term, _Term]]:
    """Two common words each, the rarest first, as many as can be walked."""
    left = WALKED
    for (count, one), (_, other) in combinations(common, 2):
        left -= count
        if left >= 0:
            yield one, other


def _parted(known: Sequence[tuple[int, _Term]], fetched: int) -> tuple[list[_Term], list[tuple[int, _Term]]]:
    """Single words, rarest first: those that can all be fetched, and the others with their counts."""
    rare: list[_Term] = []
    left = fetched
    singles = [one for one in known if len(one[1]) == 1]
    for count, term in singles:
        left -= count
        if left < 0:
            break
        rare.append(term)
    return rare, singles[len(rare) :]


def _entries(connection: sqlite3.Connection, source: _Source, asked: str) -> list[int]:
    """The latest entries that match."""
    rows = connection.execute(
        f"SELECT {source.table}.rowid FROM {source.table} {source.joined} "  # noqa: S608 - our own names and conditions
        f"WHERE {source.table} MATCH ? AND {source.condition.sql} ORDER BY {source.table}.rowid DESC LIMIT ?",
        (asked + source.more, *source.condition.values, FETCHED),
    )
    return [number for (number,) in rows]


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


def _any_of(terms: Iterable[_Term]) -> str:
    """The one place where words become full-text syntax: each is a quoted string, so it means nothing but itself."""
    return " OR ".join('"' + " ".join(term).replace('"', '""') + '"' for term in terms)


def _holding(connection: sqlite3.Connection, term: _Term) -> int:
    if not term:
        return 0
    asked = "SELECT count(*) FROM quote_index WHERE quote_index MATCH ?"
    return int(connection.execute(asked, (f"words : ({_any_of([term])})",)).fetchone()[0])
