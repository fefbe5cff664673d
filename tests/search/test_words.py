"""Forms of words, misspelt words, and what the index is asked for."""

import pytest

from bot.naming import lexicon as names
from bot.search import lexicon
from bot.search.forms import kin, stem, synonyms, variants
from bot.search.query import build
from bot.search.speller import Speller
from bot.text import normalise

WORDS = ("bridge", "bridges", "bright", "ferry", "government", "winter")


def speller() -> Speller:
    return Speller(lambda prefix: [word for word in WORDS if word.startswith(prefix)])


@pytest.mark.parametrize(
    ("word", "other"),
    [("organised", "organizing"), ("centres", "center"), ("travelled", "traveling"), ("tries", "try"), ("two", "2")],
)
def test_forms_of_one_word_share_a_stem(word: str, other: str) -> None:
    assert stem(word) == stem(other)


@pytest.mark.parametrize(("word", "other"), [("bridge", "bright"), ("four", "for"), ("war", "wary"), ("sing", "sin")])
def test_other_words_do_not(word: str, other: str) -> None:
    assert stem(word) != stem(other)


@pytest.mark.parametrize(("word", "other"), [("korea", "koreans"), ("israeli", "israel"), ("nation", "national")])
def test_adjectives_are_kin(word: str, other: str) -> None:
    assert kin(word, other)


@pytest.mark.parametrize(
    ("word", "other"), [("treaty", "treat"), ("war", "warn"), ("plan", "planet"), ("iran", "iraq")]
)
def test_words_that_only_look_alike_are_not(word: str, other: str) -> None:
    assert not kin(word, other)


def test_variants_are_other_spellings() -> None:
    assert "organize" in variants("organise")
    assert "colour" in variants("color")
    assert variants("11") == ("eleven",)
    assert variants("bridge") == ()


def test_synonyms_leave_out_the_word_itself() -> None:
    assert "ballot" in synonyms("elections")
    assert "election" not in synonyms("elections")
    assert synonyms("pilings") == frozenset()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("brigde", "bridge"),
        ("vridge", "bridge"),
        ("ridge", "bridge"),
        ("goverment", "government"),
        ("wintre", "winter"),
    ],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    assert speller().near(typed)[:1] == [meant]


@pytest.mark.parametrize("typed", ["chess", "fer", "", "x", "wintering"])
def test_other_words_are_left_alone(typed: str) -> None:
    assert speller().near(typed) == []


def test_the_whole_and_its_telling_words_are_asked_for_the_rarest_first() -> None:
    counts = {"quay": 3, "city": 5_000}
    found = build(
        "the city at the quay", lambda words: {one: counts.get(one, 0) for one in words}, lambda _: [], 10_000
    )
    assert found is not None
    assert found.terms == ("the city at the quay", "quay", "city")
    assert found.weights[4] > found.weights[1] > found.weights[0]


def test_stop_words_alone_are_no_query() -> None:
    assert build("to be or not to be", lambda _: {}, lambda _: [], 10) is None


@pytest.mark.parametrize("words", [lexicon.STOP_WORDS, names.TITLES, names.SMALL, *names.NICKNAMES, *lexicon.SYNONYMS])
def test_lexicons_are_normalised_and_not_empty(words: frozenset[str]) -> None:
    assert words
    assert all(normalise(word) == word for word in words)


def test_no_word_stands_in_two_groups() -> None:
    assert sum(map(len, lexicon.SYNONYMS)) == len(frozenset().union(*lexicon.SYNONYMS))
