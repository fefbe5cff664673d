"""The trained summariser: what it measures, what it passes over."""

import json
from importlib.resources import files

import numpy as np
import pytest

from bot.model import Article
from bot.summarize import TrainedSummarizer
from bot.summarize.features import NAMES, features
from bot.summarize.lexicon import CONNECTIVES, FIRST_PERSON, PRONOUNS, REPORTS, STOP_WORDS
from bot.summarize.reading import read
from bot.summarize.trained import model
from bot.text import fold

TWICE = Article(
    "The Orvik ferry sank at its quay on Monday night after a leak.\n\n"
    "After a leak the Orvik ferry sank at its quay Monday night.\n\n"
    "Divers want to raise the hull before the first ice comes to the bay in December.\n\n"
    "Tickets stay valid on the bus that now runs around the fjord every two hours."
)


def shown(article: Article, number: int) -> list[str]:
    return [span.of(article.text) for span in TrainedSummarizer().summarize(article, number)]


def test_nothing_is_told_twice() -> None:
    told = shown(TWICE, 3)
    assert sum("sank" in sentence for sentence in told) == 1
    assert len(shown(TWICE, 4)) == 4


def test_a_sentence_of_three_words_is_taken_last() -> None:
    article = Article("Not so.\n\n" + TWICE.text)
    assert "Not so." not in shown(article, 3)
    assert "Not so." in shown(article, 5)


def test_one_sentence_is_the_first_where_that_tells_the_headline() -> None:
    lead = "The harbour board of Orvik said on Monday that the quay will be closed for a year."
    clauses = "\n\n".join(f"Clause {number} binds the lessee of berth {number}." for number in range(60))
    article = Article(f"{lead}\n\n{clauses}", headline="Orvik quay to close")
    assert shown(article, 1) == [lead]
    assert shown(Article(article.text, headline="Berths and clauses"), 1) != [lead]


def measures(article: Article) -> dict[str, np.ndarray]:
    return dict(zip(NAMES, features(read(article)).T, strict=True))


def test_the_headline_counts_as_a_sentence() -> None:
    bare = Article("Rain fell on Orvik all night. A ferry left late.")
    headed = Article(bare.text, headline="Ferry late")
    assert measures(headed)["centroid"][1] > measures(bare)["centroid"][1]
    assert measures(headed)["centroid"][0] < measures(bare)["centroid"][0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pronoun", "She left the hall."),
        ("connective", "But the hall was full."),
        ("question", "Was the hall full?"),
        ("opens_quote", "“The hall was full,” said Vaal."),
        ("quoted", "Vaal said the hall was “full to the roof”."),
        ("numbers", "The hall holds 900 people."),
        ("first_person", "The hall was full when we came."),
        ("unended", "The hall was full"),
        ("colon", "One thing was clear: the hall was full."),
        ("names", "The hall belongs to Sten Vaal."),
        ("reports", "The hall was full, Vaal said."),
    ],
)
def test_a_measure_tells_its_sentence_from_a_plain_one(name: str, text: str) -> None:
    plain = "The hall was full."
    found = measures(Article(f"{plain}\n\n{text}"))[name]
    assert found[0] == 0
    assert found[1] > 0


def test_every_measure_is_finite() -> None:
    for text in ("x", "“", "1 2 3", "A. B. C.", TWICE.text):
        assert np.isfinite(features(read(Article(text)))).all()


def test_the_weights_are_of_these_measures() -> None:
    kept = json.loads(files("bot.summarize").joinpath("weights.json").read_text(encoding="utf-8"))
    assert tuple(kept["names"]) == NAMES
    for name in ("one", "several"):
        assert model(name).weights.shape == (len(NAMES),)
        assert np.abs(model(name).weights).max() > 0


@pytest.mark.parametrize("group", [STOP_WORDS, PRONOUNS, CONNECTIVES, FIRST_PERSON, REPORTS])
def test_words_are_normalised(group: frozenset[str]) -> None:
    assert group
    assert all(fold(word) == word for word in group)
