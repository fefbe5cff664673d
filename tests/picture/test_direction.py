"""Lines in several directions, as they are seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.picture.direction import right_to_left, runs


def seen(line: str) -> str:
    """The line as seen from left to right, each run turned where it reads the other way."""
    base = right_to_left(line)
    parts = [(line[run.start : run.end], run.right_to_left) for run in runs(line, base)]
    return "".join(part[::-1] if backwards else part for part, backwards in parts)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain words", "plain words"),
        ("אבג", "גבא"),
        ("אב 120 גד", "דג 120 בא"),
        ("say אבג now", "say גבא now"),
        ("say אב גד now", "say דג בא now"),
        ("אב Nordhavn Port גד", "דג Nordhavn Port בא"),
        ("אב 1,200.50 גד", "דג 1,200.50 בא"),
        ("אב 30% גד", "דג 30% בא"),
        ("אבג, Nord.", ".Nord ,גבא"),
        ("12 אב", "בא 12"),
        ("in 1995 אב, 1996", "in 1995 1996 ,בא"),
    ],
)
def test_what_is_seen(line: str, expected: str) -> None:
    assert seen(line) == expected


@given(st.text(alphabet="ab אבجد12.,%()\u0300", max_size=20))
def test_every_character_is_in_one_run(line: str) -> None:
    for base in (False, True):
        places = sorted(place for run in runs(line, base) for place in range(run.start, run.end))
        assert places == list(range(len(line)))


def test_the_first_letter_decides() -> None:
    assert right_to_left("«120 ליל")
    assert not right_to_left("“Lind” ליל")
    assert not right_to_left("120, 30")
    assert unicodedata.bidirectional("ل") == "AL"
    assert right_to_left("ل")
