"""What is talked of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import Article, Extraction, Filters, Parsed, Person
from bot.search import Searcher, dull
from bot.search.lexicon import STOP_WORDS
from bot.store.sqlite import SqliteStore
from bot.text import normalise
from tests.contracts.archive import quote

MARA, JON = "Mara Lind", "Jon Reuel"
SAID = (
    (MARA, "The harbour tolls will rise, and the ferry has to wait"),
    (MARA, "Nobody likes harbour tolls, but people need them"),
    (JON, "Harbour tolls are a disgrace, and Mara Lind knows that people think so"),
    (JON, "A ferry without a captain is what Mara Lind wants"),
    (JON, "I asked Mara Lind about the ferries, and about the heating of schools"),
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    store = SqliteStore(Path(tmp_path_factory.mktemp("subjects"), "archive.sqlite"))
    for number, (name, words) in enumerate(SAID):
        text = f"“{words},” said {name} on day {number}."
        article = Article(text, published=f"2023-05-{number + 1:02}")
        people = (Person(MARA, roles=("mayor",), aliases=("Lind",)), Person(name, quotes=1))
        store.add(Parsed(article, f"{number}.txt"), Extraction((quote(text, words, name),), people))
    yield Searcher(store)
    store.close()


def told(search: Searcher, speaker: str | None = None, **filters: str) -> dict[str, int]:
    return {one.text: one.quotes for one in search.subjects(speaker, filters=Filters(**filters))}


def test_pairs_and_words_that_several_statements_hold(search: Searcher) -> None:
    assert told(search) == {"harbour tolls": 3, "ferry": 3}


def test_one_speakers_subjects(search: Searcher) -> None:
    assert told(search, MARA) == {"harbour tolls": 2}
    assert told(search, "Nobody Known") == {}


def test_filters_narrow_what_is_read(search: Searcher) -> None:
    assert told(search, since="2023-05-03") == {"ferry": 2}


def test_a_subject_is_a_slice_of_an_article(search: Searcher) -> None:
    texts = {f"2023-05-{number + 1:02}": f"“{words},” said" for number, (_, words) in enumerate(SAID)}
    for one in search.subjects():
        assert one.span.of(texts[one.article.published or ""]) == one.text


def test_no_more_than_asked_for(search: Searcher) -> None:
    assert len(search.subjects(limit=1)) == 1


def test_dull_words_are_normalised_and_no_stop_words() -> None:
    assert dull.DULL
    assert all(normalise(word) == word for word in dull.DULL)
    assert sorted(dull.DULL & STOP_WORDS) == []
