"""Who said it: half-remembered words find their statement, everybody else's stay silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Hit, Match
from bot.search import Searcher
from bot.search.matching import said
from bot.search.query import content_words
from bot.store.sqlite import SqliteStore
from bot.text import tokens_of


def names(hits: list[Hit]) -> list[str]:
    return [hit.quote.quote.speaker.name for hit in hits if hit.quote.quote.speaker]


@pytest.mark.parametrize(
    ("fragment", "match"),
    [
        ("eleven broken pilings beneath the northern quay", Match.EXACT),
        ("ELEVEN BROKEN PILINGS, beneath the northern-quay", Match.EXACT),
        ("northern quay and not one of them", Match.EXACT),  # across "said Ilse Brandt"
        ("elevn brokn pilings beneth the northern quay", Match.CLOSE),
        ("pilings broken northern quay eleven", Match.PARTIAL),
        ("11 broken pilings", Match.CLOSE),
        ("counted pilings quay map", Match.PARTIAL),
    ],
)
def test_words_find_the_statement(search: Searcher, fragment: str, match: Match) -> None:
    hits = search.who(fragment)
    assert names(hits)[:1] == ["Ilse Brandt"]
    assert hits[0].match is match


def test_american_spelling_and_other_forms_find_it(search: Searcher) -> None:
    assert names(search.who("nobody organizes a convoy in this weather"))[:1] == ["Anton Sarkov"]
    assert names(search.who("2 more surgeon and a color scanner"))[:1] == ["Ana Lucía Peñalver"]


def test_swapped_letters_of_a_stop_word_cost_nothing(search: Searcher) -> None:
    assert names(search.who("teh northern qauy"))[:1] == ["Ilse Brandt"]


def test_first_letters_may_be_wrong(search: Searcher) -> None:
    assert names(search.who("bonvoy in this qeather"))[:1] == ["Anton Sarkov"]


@pytest.mark.parametrize(
    "fragment",
    [
        "the committee will publish its findings on fishing quotas in autumn",
        "to be or not to be",
        "of the",
        "will not be lifted by any crane that we have tested so far",
        "the waiting room smelled of paint",
    ],
)
def test_what_nobody_said_is_not_found(search: Searcher, fragment: str) -> None:
    assert search.who(fragment) == []


def test_the_very_words_come_first_with_the_higher_score(search: Searcher) -> None:
    hits = search.who("view of the blockade is his own")
    assert names(hits)[0] == "Pavel Sarkov"
    assert hits[0].match is Match.EXACT
    assert all(0 <= hit.score <= hits[0].score <= 1 for hit in hits)


def test_the_limit_holds(search: Searcher) -> None:
    assert len(search.who("blockade", limit=5)) == 2
    assert len(search.who("blockade", limit=1)) == 1


@given(data=st.data())
def test_four_words_in_a_row_are_exact(store: SqliteStore, search: Searcher, data: st.DataObject) -> None:
    quotes = [quote for person in store.people() for quote in store.quotes_of(person.name)]
    quote = data.draw(st.sampled_from(quotes))
    words = said(quote).split()
    start = data.draw(st.integers(0, len(words) - 4))
    end = data.draw(st.integers(start + 4, len(words)))
    piece = " ".join(words[start:end])
    hits = search.who(piece)
    if content_words(tokens_of(piece)):
        assert any(hit.quote.id == quote.id and hit.match is Match.EXACT for hit in hits)
    else:
        assert hits == []


@given(st.lists(st.text("bcdfghjklmnpqrstvwxz", min_size=6, max_size=12), min_size=3, max_size=12))
def test_words_that_nobody_uses_find_nothing(search: Searcher, words: list[str]) -> None:
    assert search.who(" ".join(words)) == []
