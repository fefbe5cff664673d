"""One story in several outlets, or sent several times: articles whose texts are nearly the same, grouped.

`article.story` is the number of the earliest stored article of the group; NULL for an article that is alone.
"""

from __future__ import annotations

import sqlite3

from bot.model import Article
from bot.store.rows import unpacked
from bot.store.sketch import bands, containment, shingles

SAME = 0.6
"""Share (0 to 1) of the shorter text's shingles from which on two articles are one story.

Set on 924 articles of seven outlets: of all pairs, those of one wire copy or its update have 0.69 or more, those of
different stories 0.21 or less, and one in between is a list of videos around an excerpt."""
MOST_COMPARED = 20
"""Articles that share a band with a new one and are compared with it; those that share most."""


def enter(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Take up an article that was stored or changed, and join it with those that are the same story."""
    found = shingles(article.text)
    keys = bands(found)
    near = _near(connection, keys)
    connection.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", ((key, number) for key in keys))
    same = [other for other, text in near if other != number and containment(found, shingles(text)) >= SAME]
    if same:
        _join(connection, [number, *same])


def withdraw(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Take out an article that changes or goes, as its text is stored."""
    keys = bands(shingles(article.text))
    connection.executemany("DELETE FROM band WHERE key = ? AND article = ?", ((key, number) for key in keys))
    (story,) = connection.execute("SELECT story FROM article WHERE number = ?", (number,)).fetchone()
    if story is None:
        return
    connection.execute("UPDATE article SET story = NULL WHERE number = ?", (number,))
    rest = [one for (one,) in connection.execute("SELECT number FROM article WHERE story = ?", (story,))]
    named = min(rest) if len(rest) > 1 else None
    connection.execute("UPDATE article SET story = ? WHERE story = ?", (named, story))


def clear(connection: sqlite3.Connection) -> None:
    """Forget all groups, to make them anew."""
    connection.execute("DELETE FROM band")
    connection.execute("UPDATE article SET story = NULL WHERE story IS NOT NULL")


def _near(connection: sqlite3.Connection, keys: list[int]) -> list[tuple[int, str]]:
    """The articles that share most bands, with their texts."""
    if not keys:
        return []
    marks = ", ".join("?" * len(keys))
    asked = (
        "SELECT number, text FROM article JOIN (SELECT article, count(*) AS shared FROM band "  # noqa: S608 - our own marks
        f"WHERE key IN ({marks}) GROUP BY article ORDER BY shared DESC, article LIMIT ?) ON number = article"
    )
    rows = connection.execute(asked, (*keys, MOST_COMPARED))
    return [(number, unpacked(text)) for number, text in rows]


def _join(connection: sqlite3.Connection, numbers: list[int]) -> None:
    """Make one story of these articles and of those that they are one with already."""
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(f"SELECT story FROM article WHERE number IN ({marks})", numbers)  # noqa: S608
    stories = {story for (story,) in rows if story is not None}
    first = min(stories | set(numbers))
    for story in stories - {first}:
        connection.execute("UPDATE article SET story = ? WHERE story = ?", (first, story))
    connection.execute(f"UPDATE article SET story = ? WHERE number IN ({marks})", (first, *numbers))  # noqa: S608
