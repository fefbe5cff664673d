"""Dates and stretches of time in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer.periods import Period, day_before, day_behind, period

WEDNESDAY = date(2024, 2, 14)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023", "2023", "2023"),
        ("2023-3", "2023-03", "2023-03"),
        ("2023-03-05", "2023-03-05", "2023-03-05"),
        ("2023/3/5", "2023-03-05", "2023-03-05"),
        ("March 2023", "2023-03", "2023-03"),
        ("Sept. 2023", "2023-09", "2023-09"),
        ("marzo de 2023", "2023-03", "2023-03"),
        ("5 March 2023", "2023-03-05", "2023-03-05"),
        ("the 5th of March, 2023", "2023-03-05", "2023-03-05"),
        ("el 5 de marzo de 2023", "2023-03-05", "2023-03-05"),
        ("March 5, 2023", "2023-03-05", "2023-03-05"),
        ("february", "2024-02", "2024-02"),
        ("March", "2023-03", "2023-03"),
        ("15 February", "2023-02-15", "2023-02-15"),
        ("29 February", None, None),
        ("29 February 2024", "2024-02-29", "2024-02-29"),
        ("yesterday", "2024-02-13", "2024-02-13"),
        ("hoy", "2024-02-14", "2024-02-14"),
        ("this week", "2024-02-12", "2024-02-18"),
        ("last week", "2024-02-05", "2024-02-11"),
        ("la semana pasada", "2024-02-05", "2024-02-11"),
        ("past week", "2024-02-07", "2024-02-14"),
        ("this month", "2024-02", "2024-02"),
        ("el mes pasado", "2024-01", "2024-01"),
        ("last year", "2023", "2023"),
        ("este año", "2024", "2024"),
        ("the last 2 weeks", "2024-01-31", "2024-02-14"),
        ("últimos 3 días", "2024-02-11", "2024-02-14"),
        ("2023-13", None, None),
        ("2023-02-30", None, None),
        ("31 April", None, None),
        ("1234", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_what_words_cover(words: str, first: str | None, last: str | None) -> None:
    assert period(words, WEDNESDAY) == (Period(first, last) if first and last else None)


@given(st.dates(date(1501, 1, 1), date(2199, 12, 30)), st.sampled_from([4, 7, 10]))
def test_the_days_before_and_behind_touch_it(day: date, length: int) -> None:
    shown = day.isoformat()[:length]
    before, behind = day_before(shown), day_behind(shown)
    assert before[:length] < shown < behind[:length]
    assert day_behind(before)[:length] == shown == day_before(behind)[:length]


@given(st.text(), st.dates(date(1970, 1, 1), date(2100, 1, 1)))
def test_any_words_are_a_period_or_none(words: str, today: date) -> None:
    found = period(words, today)
    assert found is None or found.first <= found.last + "~"
