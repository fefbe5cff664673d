"""Numbers and what they count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.figures import figures
from bot.answer.figures_lexicon import NO_UNITS, NUMERALS, PLURALS, SCALES, STOPS
from bot.text import fold


def found(text: str) -> list[tuple[str, float, str]]:
    return [(one.span.of(text), one.value, one.unit) for one in figures(text)]


@pytest.mark.parametrize(
    ("text", "shown", "value", "unit"),
    [
        ("The mill will cut 640 jobs by May.", "640 jobs", 640, "job"),
        ("It costs 412 million crowns.", "412 million crowns", 412e6, "crown"),
        ("At least nine people were hurt.", "At least nine people", 9, "people"),
        ("Shares rose 4.1 per cent on Monday.", "4.1 per cent", 4.1, "%"),
        ("Turnout was 58% again.", "58%", 58, "%"),
        ("A bill of $2.5 billion is due.", "$2.5 billion", 2.5e9, "dollar"),
        ("It paid £900.", "£900", 900, "pound"),
        ("More than 4,000 residents fled.", "More than 4,000 residents", 4000, "people"),
        ("Four small coastal towns lie there.", "Four small coastal towns", 4, "town"),
        ("Two churches and three boxes burned.", "Two churches", 2, "church"),
        ("It burned three boxes.", "three boxes", 3, "box"),
        ("There are 12 new companies.", "12 new companies", 12, "company"),
        ("Piden 30 millones de euros.", "30 millones de euros", 30e6, "euro"),
        ("Murieron al menos cinco personas.", "al menos cinco personas", 5, "people"),
    ],
)
def test_a_number_with_what_it_counts(text: str, shown: str, value: float, unit: str) -> None:
    assert found(text)[0] == (shown, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1911.",
        "It opens on March 3.",
        "On 14 March it rained.",
        "Lind, 51, was there.",
        "They won 2-1 at home.",
        "At 10:30 it began.",
        "The vote was 76 to 73.",
        "It took two years.",
        "One of them left.",
        "Rovers 3, United 2",
        "A crowd of about 6,000 sang hymns.",
    ],
)
def test_dates_ages_scores_and_times_are_none(text: str) -> None:
    assert found(text) == []


@given(st.text("0123456789., $%abcs-", max_size=60))
def test_figures_stand_in_the_text(text: str) -> None:
    for one in figures(text):
        assert one.span.of(text).strip()
        assert one.value >= 0


def test_numbers_of_any_length_are_read_in_linear_time() -> None:
    assert found("9" * 20_000 + " jobs")[0][2] == "job"
    assert found("1," * 20_000) == []


@pytest.mark.parametrize("group", [NUMERALS, SCALES, PLURALS, NO_UNITS, STOPS])
def test_words_are_normalised(group: frozenset[str]) -> None:
    assert group
    assert all(fold(word) == word for word in group)
