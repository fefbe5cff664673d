"""Words that change what is claimed."""

import pytest

from bot.answer.flags import CONDITIONS, NEGATIONS, VALUES, conditions, flags_of, negates, numbers
from bot.model import Flag
from bot.text import fold


def test_the_lexicons_are_filled_and_folded() -> None:
    assert len(NEGATIONS) > 40
    assert len(CONDITIONS) > 10
    assert len(VALUES) > 150
    assert all(fold(word) == word for word in NEGATIONS)
    assert all(word == word.casefold() for word in CONDITIONS)
    assert all((fold(word) or word) == word for word in VALUES)
    assert all(VALUES.values())
    assert not NEGATIONS & CONDITIONS
    assert not NEGATIONS & set(VALUES)


@pytest.mark.parametrize(
    "word", ["not", "Never", "can't", "won’t", "cannot", "dont", "hardly", "without", "jamás", "ni"]
)
def test_negations(word: str) -> None:
    assert negates(word)


@pytest.mark.parametrize("word", ["know", "note", "ant", "sí"])
def test_no_negations(word: str) -> None:
    assert not negates(word)


def test_a_condition_is_no_yes() -> None:
    assert conditions("si")
    assert not conditions("sí")


@pytest.mark.parametrize(
    ("yours", "record", "flags"),
    [
        ("", "not", [Flag.NEGATION]),
        ("ever", "never", [Flag.NEGATION]),
        ("with", "without", [Flag.NEGATION]),
        ("can", "can't", [Flag.NEGATION]),
        ("do not", "don't", []),
        ("possible", "impossible", [Flag.NEGATION]),
        ("harmless", "harmful", [Flag.NEGATION]),
        ("two", "ten", [Flag.NUMBER]),
        ("2", "two", []),
        ("1,000", "1000", []),
        ("19th", "19", []),
        ("$", "€", [Flag.NUMBER]),
        ("%", "percent", []),
        ("percent", "points", [Flag.NUMBER]),
        ("Monday", "Tuesday", [Flag.NUMBER]),
        ("mayo", "junio", [Flag.NUMBER]),
        ("may", "will", []),
        ("May", "June", [Flag.NUMBER]),
        ("million", "billion", [Flag.NUMBER]),
        ("", "-", [Flag.NUMBER]),
        ("", "if", [Flag.CONDITION]),
        ("a big", "a small", []),
        ("not two", "ten", [Flag.NEGATION, Flag.NUMBER]),
    ],
)
def test_flags(yours: str, record: str, flags: list[Flag]) -> None:
    assert list(flags_of(yours.split(), record.split())) == flags
    assert list(flags_of(record.split(), yours.split())) == flags


def test_numbers_are_counted() -> None:
    assert numbers(["two", "and", "2"]) == {"2": 2}
