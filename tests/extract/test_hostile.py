"""Hostile texts: never an exception, valid spans, the same every time; a bad paragraph spoils only itself."""

import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract import extract
from tests.hostile import SPEECH, faults, hostile, spoilt

SEEDS = range(1_000_000, 1_000_060)
"""Other texts than those that the command goes through."""
MANY = 500
"""Quotes of one article."""


@pytest.mark.parametrize("seed", SEEDS[::20])
def test_hostile_texts_are_read(seed: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for text in map(hostile, range(seed, seed + 20)):
            for language in ("en", "es"):
                assert [*faults(text, extract(text, language=language))] == [], repr(text)
    assert not caplog.records


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.sampled_from(SPEECH), st.sampled_from(["en", "es", "fr", None]))
def test_any_text_around_speech_is_read_the_same_twice(around: str, speech: str, language: str | None) -> None:
    text = f"{around}{speech}{around}"
    found = extract(text, language=language)
    assert [*faults(text, found)] == []
    assert extract(text, language=language) == found


def test_a_bad_paragraph_takes_a_sound_one_nothing() -> None:
    assert [seed for seed in SEEDS[::6] if spoilt(seed)] == []


def test_an_article_of_many_quotes_is_read() -> None:
    text = "\n\n".join(f"“Boat {n} is in,” said Mara Lind." for n in range(MANY))
    found = extract(text)
    assert [*faults(text, found)] == []
    assert len(found.quotes) == MANY
    assert found.people[0].quotes == MANY
