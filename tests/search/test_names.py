"""How alike two names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.names import name_score

SAME = 85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Lind", "Lind, Mara"),
        ("Mara Lind", "Mayor Mara Lind"),
        ("Bogdan Torev", "Bogdan Toreff"),
        ("Богдан Торев", "Bogdan Torev"),
        ("Han Min-jae", "Han Min Jae"),
        ("José Núñez", "Jose Nunez"),
        ("J. T. Okonjo", "John T. Okonjo"),
        ("Bill Harcourt", "William Harcourt"),
        ("Stephan Brandt", "Stefan Brandt"),
        ("Ostrava Steel Corp.", "Ostrava Steel Corporation"),
        ("van der Meulen Holding", "Vandermeulen Holding"),
        ("Northern Labour Union", "NLU"),
        ("Alexei Viktorovich Torev", "Alexei Torev"),
    ],
)
def test_one_name_written_in_two_ways(one: str, other: str) -> None:
    assert name_score(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Lind", "Mara Lind"),
        ("Mara Lind", "Mara Brandt"),
        ("Viktor Torev", "Vasily Torev"),
        ("Lind", "Mara Lind"),
        ("Bank of Velmara", "Bank of Norvane"),
        ("R. Brandt", "Stefan Brandt"),
        ("", "Mara Lind"),
        ("🙂", "🙂🙂"),
    ],
)
def test_two_people_with_a_word_in_common(one: str, other: str) -> None:
    assert name_score(one, other) < SAME


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_a_likeness(one: str, other: str) -> None:
    score = name_score(one, other)
    assert 0 <= score <= 100
    assert score == pytest.approx(name_score(other, one))


@given(st.lists(st.sampled_from("Mara Lind Torev Brandt Okonjo Peñalver".split()), min_size=1, unique=True))
def test_a_name_is_itself(words: list[str]) -> None:
    assert name_score(" ".join(words), " ".join(words).upper()) == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sund Mining Ltd", "Sund Ltd"),
        ("Norvane Shipping AG", "Norvane Shipping GmbH"),
        ("Harbour Fund 2", "Harbour Fund"),
        ("Orvik II Wind Partners", "Orvik Wind Partners"),
    ],
)
def test_companies_are_told_apart_by_one_word(one: str, other: str) -> None:
    assert name_score(one, other) < SAME


@pytest.mark.parametrize(
    ("one", "other"), [("Sund Mining", "Sund Mining Ltd"), ("OAO Mirov", "Mirov JSC"), ("Orvik Co.", "Orvik Inc.")]
)
def test_legal_forms_of_one_kind_tell_nothing(one: str, other: str) -> None:
    assert name_score(one, other) >= SAME
