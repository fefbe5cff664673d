"""What somebody said about something."""

from bot.model import Match
from bot.search import Searcher

SARKOV = "Anton Sarkov"


def test_without_a_topic_all_is_told(search: Searcher) -> None:
    assert len(search.said(SARKOV)) == 2
    assert len(search.said(SARKOV, limit=1)) == 1


def test_the_topic_stands_in_the_statement(search: Searcher) -> None:
    hits = search.said(SARKOV, "blockade")
    assert [hit.quote.text for hit in hits][:1] == ["the blockade of the strait would not be lifted before spring"]
    assert hits[0].match is Match.EXACT


def test_other_forms_slips_and_synonyms_count(search: Searcher) -> None:
    for topic in ("blockades", "blokade", "the strait and the blockade"):
        assert "blockade" in search.said(SARKOV, topic)[0].quote.text
    assert search.said("Palace", "health")[0].quote.text == "no evidence of any wrongdoing at the hospital"


def test_the_headline_counts_less_than_the_statement(search: Searcher) -> None:
    there = search.said(SARKOV, "Velmara harbour")
    said = search.said(SARKOV, "convoy")
    assert there
    assert said[0].score > there[0].score


def test_another_topic_finds_nothing(search: Searcher) -> None:
    assert search.said(SARKOV, "chess") == []
    assert search.said(SARKOV, "the") == []
    assert search.said("Nobody Known", "blockade") == []
