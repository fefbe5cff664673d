"""Articles by headline and text, and words in an article's own voice."""

import pytest

from bot.model import Match
from bot.search import Searcher
from tests.search.conftest import CLINIC, HARBOUR


@pytest.mark.parametrize(
    ("phrase", "headline"),
    [
        ("harbour freezes", HARBOUR.headline),
        ("velmara harbor", HARBOUR.headline),
        ("surgeons leave", CLINIC.headline),
        ("surgoens laeve the ilsand clinic", CLINIC.headline),
        ("the one about the clinic on the island", CLINIC.headline),
        ("broken pilings", HARBOUR.headline),
        ("buzzing lamps", CLINIC.headline),
    ],
)
def test_words_find_the_article(search: Searcher, phrase: str, headline: str) -> None:
    assert [hit.article.headline for hit in search.articles(phrase)][:1] == [headline]


def test_a_part_of_the_headline_is_exact(search: Searcher) -> None:
    assert search.articles("harbour freezes")[0].match is Match.EXACT
    assert search.articles("broken pilings")[0].match is Match.PARTIAL


@pytest.mark.parametrize("phrase", ["chess tournament", "the", "", "?!", "clinic quarrel over chess sets"])
def test_other_words_find_none(search: Searcher, phrase: str) -> None:
    assert search.articles(phrase) == []


def test_own_voice_gives_the_sentence(search: Searcher) -> None:
    hit = search.own_voice("smelled of paint and the lamps")[0]
    assert hit.passage == "The waiting room smelled of paint, and the lamps buzzed above the empty chairs."
    assert hit.span is not None
    assert hit.span.of(CLINIC.text) == hit.passage


def test_what_somebody_said_is_nobody_elses_voice(search: Searcher) -> None:
    assert search.own_voice("eleven broken pilings") == []
    assert search.own_voice("smelled of fresh paint") == []
    assert search.own_voice("of the") == []
