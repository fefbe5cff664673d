"""What a chart counts, and how it is told in words."""

from __future__ import annotations

import pytest

from bot.compose import charts
from bot.language import ENGLISH, SPANISH
from bot.model import Answer, ArticleRef, Person, Result


def timeline(*dates: str, **facts: str) -> Answer:
    results = tuple(Result("quote", "It holds.", ArticleRef(str(n), published=one)) for n, one in enumerate(dates))
    return Answer("/chart Mara Lind", "chart", results=results, facts={"speaker": "Mara Lind", **facts})


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        (("2024-03-01", "2024-03-03T10:00", "2024-03-03"), [("2024-03-01", 1), ("2024-03-02", 0), ("2024-03-03", 2)]),
        (("2023-12-30", "2024-02-01"), [("2023-12", 1), ("2024-01", 0), ("2024-02", 1)]),
        (("2001-05-05", "2003-05-05"), None),
        (("1990", "1992-01-01"), [("1990", 1), ("1991", 0), ("1992", 1)]),
        (("--03-01",), []),
    ],
)
def test_columns_are_days_months_or_years_without_a_gap(
    dates: tuple[str, ...], columns: list[tuple[str, int]] | None
) -> None:
    found = charts.columns(timeline(*dates))
    if columns is None:  # three years of months
        assert (len(found), found[0], found[-1]) == (25, ("2001-05", 1), ("2003-05", 1))
    else:
        assert found == columns


def test_the_note_says_what_is_counted_and_when() -> None:
    answer = timeline("2024-03-01", "2024-03-03", "--03-04")
    assert charts.note(ENGLISH, answer) == "2 statements, by day, 1 March 2024 – 3 March 2024"
    assert charts.told(ENGLISH, answer) == "1 March 2024: 1; 3 March 2024: 1"
    assert charts.title(ENGLISH, answer) == "Mara Lind"


def test_the_note_says_that_not_all_is_counted() -> None:
    answer = timeline("2024-03-01", more="yes")
    assert charts.note(ENGLISH, answer) == "1 statement (there are more on record), by day, 1 March 2024"
    assert "(hay más en el registro)" in charts.note(SPANISH, answer)


def test_who_is_quoted_most_is_told_by_name() -> None:
    people = tuple(Result("person", name, person=Person(name, quotes=n)) for name, n in (("Lind", 4), ("Reuel", 2)))
    answer = Answer("/chart", "chart", results=people, facts={"articles": "3"})
    assert charts.note(ENGLISH, answer) == "Statements in 3 articles"
    assert charts.told(ENGLISH, answer) == "Lind: 4; Reuel: 2"
