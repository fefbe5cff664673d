"""Questions: what is asked for, which sentence answers, and which words of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import UNFILTERED, Article, ArticleRef, Extraction, Filters, Parsed, StoredArticle
from bot.search import Searcher
from bot.search.questions.asked import read
from bot.search.questions.lexicon import Expected
from bot.search.questions.measures import NAMES, candidates
from bot.search.questions.pages import Collection, page
from bot.search.questions.phrases import phrase
from bot.search.questions.ranker import FOUND, load, signs
from bot.store.sqlite import SqliteStore

ISLAND = Article(
    "The ferry Havlind ran aground off Torsk island on Tuesday evening with 140 passengers on board.\n\n"
    "It had left Velmara at 6 p.m. and was due to reach the island an hour later. A second boat took the passengers "
    "off because the engine room had filled with water. Nobody was hurt.\n\n"
    "Captain Olav Brenna had commanded the ship since 2009. The ferry company paid 12 million crowns for her.\n\n"
    "The harbour office will look into the grounding.",
    headline="Ferry runs aground off Torsk",
    published="2024-03-05",
)
MUSEUM = Article(
    "The clock museum of Orvik will open in the old customs house in May 2025.\n\n"
    "Its collection of 3,200 clocks was left to the town by the watchmaker Signe Dahl, who died last year.\n\n"
    "The council chose the customs house since it stands empty and dry.",
    headline="Orvik gets its clock museum",
    published="2024-04-01",
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    store = SqliteStore(Path(tmp_path_factory.mktemp("questions")) / "archive.db")
    for number, article in enumerate((ISLAND, MUSEUM)):
        store.add(Parsed(article, f"{number}.txt"), Extraction())
    yield Searcher(store)
    store.close()


@pytest.mark.parametrize(
    ("question", "sentence", "answer"),
    [
        ("When did the ferry leave Velmara?", "It had left Velmara at 6 p.m.", "6 p.m."),
        ("How many passengers were on board?", "140 passengers on board", "140 passengers"),
        ("Why were the passengers taken off?", "A second boat", "because the engine room had filled with water"),
        ("How much was paid for the ferry?", "12 million crowns", "12 million crowns"),
        ("Who left the clocks to the town?", "left to the town by the watchmaker", "Signe Dahl"),
        ("when will the clock museum open", "will open in the old customs house", "May 2025"),
        ("How many clocks are in the collection?", "3,200 clocks", "3,200 clocks"),
        ("What will look into the grounding?", "The harbour office will look into", None),
        ("In what year did Brenna take command of the ship?", "since 2009", "2009"),
    ],
)
def test_a_question_finds_its_sentence(search: Searcher, question: str, sentence: str, answer: str | None) -> None:
    hit = search.passages(question)[0]
    text = (ISLAND if hit.article.headline == ISLAND.headline else MUSEUM).text
    assert sentence in hit.text
    assert hit.span.of(text) == hit.text
    assert (hit.answer.of(text) if hit.answer else None) == answer


@pytest.mark.parametrize(
    "question",
    [
        "How many goals did Kestrel United score in the cup final?",
        "When was the parliament of Belmora dissolved?",
        "Who composed the opera about the silver fox?",
        "what is it?",
        "why?",
        "",
        "?!",
    ],
)
def test_what_no_article_says_is_not_answered(search: Searcher, question: str) -> None:
    assert search.passages(question) == []


def test_filters_narrow(search: Searcher) -> None:
    question = "How many clocks are in the collection?"
    assert search.passages(question, filters=Filters(since="2024-03-31"))
    assert search.passages(question, filters=Filters(until="2024-03-31")) == []


def test_no_more_than_asked_for_and_best_first(search: Searcher) -> None:
    hits = search.passages("When did the ferry leave Velmara?", 2, UNFILTERED)
    assert 1 <= len(hits) <= 2
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(search.passages("When did the ferry leave Velmara?", 1)) == 1


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who sank the boat?", Expected.PERSON),
        ("By whom was it sunk?", Expected.PERSON),
        ("what year did it sink", Expected.TIME),
        ("¿cuándo se hundió?", Expected.TIME),
        ("In which town does she live?", Expected.PLACE),
        ("¿dónde vive?", Expected.PLACE),
        ("how many boats sank", Expected.COUNT),
        ("¿cuántos barcos se hundieron?", Expected.COUNT),
        ("how much did it cost", Expected.AMOUNT),
        ("how long is the pier", Expected.MEASURE),
        ("how was it mended", Expected.MANNER),
        ("why did it sink", Expected.REASON),
        ("¿por qué se hundió?", Expected.REASON),
        ("what sank", Expected.THING),
        ("did it sink?", Expected.OTHER),
    ],
)
def test_what_is_expected(question: str, expected: Expected) -> None:
    assert read(question).expected is expected


def test_names_and_numbers_of_a_question_are_known() -> None:
    terms = {term.word: term for term in read("When did the Havlind carry 140 people to Torsk?").terms}
    assert terms["havlind"].name
    assert terms["torsk"].name
    assert terms["140"].number
    assert not terms["carry"].name
    assert "when" not in terms


def test_the_noun_behind_what_is_what_is_asked_for() -> None:
    assert read("What customs house was chosen?").head == "hou"
    assert read("what did they choose?").head is None


def test_no_phrase_is_guessed_among_several() -> None:
    assert phrase(read("Who met in town?"), "Signe Dahl met Olav Brenna and Jon Reuel in town.") is None


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=4), st.text(max_size=120))
def test_any_question_over_any_text(texts: list[str], words: str) -> None:
    pages = [page(StoredArticle(ArticleRef(str(n)), Article(text), Extraction())) for n, text in enumerate(texts)]
    question, held = read(words), Collection(tuple(pages))
    found = candidates(question, held)
    assert found.measured.shape == (len(found.rows), len(NAMES))
    assert np.isfinite(found.measured).all()
    if len(found.rows):
        told = signs(found, load().scores(found.measured))
        assert told.shape == (len(FOUND),)
        assert 0 <= load().probability(told) <= 1
    for sentence in held.sentences:
        answer = phrase(question, sentence.text)
        assert answer is None or (0 <= answer.start < answer.end <= len(sentence.text))
