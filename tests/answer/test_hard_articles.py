"""Summaries of articles that are hard to sum up: each gets a useful answer."""

from pathlib import Path

import pytest

from bot.answer import Responder
from bot.compose import compose, plain
from bot.extract.engine import Engine
from bot.model import Answer, Article, Parsed, Status
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
from bot.summarize import TrainedSummarizer
from bot.text import sentences

LISTS = Article(
    "Results of the Orvik regatta, all classes:\n\n1. Mara Lind, Orvik, 12 points\n2. Jon Reuel, Tarn, 15 points\n"
    "3. Clara Holm, Selby, 19 points\n\nClass | Boats | Finished\nDinghy | 24 | 20\nKeel | 9 | 9\n\n"
    "The regatta was the first since the storm of 2019.",
    headline="Lind wins Orvik regatta",
)
QUOTES_ONLY = Article(
    "“We pumped for three days and then the pumps sank,” said Mara Lind, the harbour master.\n\n"
    "“Nobody told us that the hull was this thin.”\n\n“I will not set foot on it again,” said Jon Reuel, a sailor.",
    headline="Voices from the quay",
)
BARE_QUOTES = Article("“The sea took it.”\n\n“It was old.”\n\n“Nobody cried.”\n\n“We will build another.”")
TWO_LANGUAGES = Article(
    "The ferry to Selby sank on Monday, the Orvik harbour board said.\n\n"
    "El transbordador se hundió el lunes, dijo la autoridad portuaria de Orvik.\n\n"
    "Mara Lind, the harbour master, said nobody was on board.\n\n"
    "Mara Lind, jefa del puerto, dijo que no había nadie a bordo.",
    headline="Ferry sinks / Se hunde un transbordador",
)
LONG = Article(
    "The harbour board of Orvik said on Monday that the quay will be closed for a year.\n\n"
    + "\n\n".join(
        f"Clause {number} binds the lessee of berth {number % 40} to keep it clean." for number in range(6_000)
    ),
    headline="Orvik quay to close",
)
ONE = Article("The Orvik ferry sank at its quay on Monday.", headline="Ferry sinks")
HARD = {"lists": LISTS, "quotes only": QUOTES_ONLY, "bare quotes": BARE_QUOTES, "two languages": TWO_LANGUAGES,
        "200 pages": LONG, "one sentence": ONE}  # fmt: skip


def asked(folder: Path, article: Article, message: str) -> Answer:
    store = SqliteStore(folder / "archive.db")
    extraction = Engine().extract(article if article is not LONG else Article(article.text[:2_000]))
    store.add(Parsed(article, "one.txt"), extraction)
    answer, _ = Responder(store, Searcher(store), TrainedSummarizer()).answer(message)
    store.close()
    return answer


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("message", ["/summary", "/summary 1 short", "/summary 1 long"])
def test_every_size_is_told_in_sentences_of_the_article(tmp_path: Path, name: str, message: str) -> None:
    article = HARD[name]
    answer = asked(tmp_path, article, message)
    told = [result.text for result in answer.results if result.kind == "summary"]
    assert answer.status is Status.OK
    assert told
    assert all(text in article.text for text in told)
    assert len(told) <= {"/summary": 5, "/summary 1 short": 1, "/summary 1 long": 10}[message]
    assert told[0] in plain(compose(answer))


def test_one_sentence_has_no_longer_form(tmp_path: Path) -> None:
    answer = asked(tmp_path, ONE, "/summary")
    assert [result.text for result in answer.results] == [ONE.text]
    assert answer.choices == ()


def test_of_a_long_text_the_beginning_counts(tmp_path: Path) -> None:
    assert asked(tmp_path, LONG, "/summary 1 short").results[0].text.startswith("The harbour board")


def test_of_quotations_those_with_a_speaker_are_told(tmp_path: Path) -> None:
    answer = asked(tmp_path, QUOTES_ONLY, "/summary")
    told = [result.text for result in answer.results if result.kind == "summary"]
    assert all("said" in text for text in told)
    assert len(told) == 2


def test_where_no_sentence_stands_alone_the_best_are_told_as_they_are(tmp_path: Path) -> None:
    answer = asked(tmp_path, BARE_QUOTES, "/summary")
    assert len([result for result in answer.results if result.kind == "summary"]) == 3
    assert len(sentences(BARE_QUOTES.text)) == 4


def test_in_two_languages_both_can_be_told(tmp_path: Path) -> None:
    told = [result.text for result in asked(tmp_path, TWO_LANGUAGES, "/summary").results if result.kind == "summary"]
    assert told[0].startswith("The ferry to Selby sank")


def test_a_list_is_told_with_its_sentences(tmp_path: Path) -> None:
    told = " ".join(result.text for result in asked(tmp_path, LISTS, "/summary").results)
    assert "regatta" in told
