"""The table of formats, and small parts: language, dates, agencies, lexicons."""

import re

import pytest

from bot.errors import ConfigError
from bot.parse import FORMATS, furniture, parse
from bot.parse.agencies import NAMES, agency_of
from bot.parse.dates import MONTHS, find_date, find_moment, with_year
from bot.parse.language import COMMON_WORDS, language_of

TEXT = b"The council of Marlow met on Tuesday and voted to keep the old ferry.\r\n"


def test_the_formats() -> None:
    assert FORMATS[:2] == ("plain", "wire")
    assert len(set(FORMATS)) == len(FORMATS)
    assert parse("a.txt", TEXT, "plain")[0].text == TEXT.decode()
    assert parse("a.txt", TEXT)[0].format == "wire"
    with pytest.raises(ConfigError, match=r"auto, plain, wire.*nitf"):
        parse("a.txt", TEXT, "telex")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of Marlow met on Tuesday and voted to keep the old ferry.", "en"),
        ("El ministro dijo que el puente no se abrirá hasta el verano, según la alcaldesa.", "es"),
        ("Le conseil a dit que les ponts ne sont pas dans la ville et que le bac est vieux.", "fr"),
        ("Der Rat hat nicht entschieden, ob die Brücke und das Boot bei der Stadt sind.", "de"),
        ("O conselho disse que não há pontes na cidade e que os barcos são mais velhos do que as casas.", "pt"),
        ("Marlow 2:1 Ostheim", None),
        ("Паром остаётся", None),
        ("", None),
    ],
)
def test_the_language_is_told_by_common_words(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Oct 19", "--10-19"),
        ("Oct. 19, 2023", "2023-10-19"),
        ("19 October 2023", "2023-10-19"),
        ("Thursday, October 19th", "--10-19"),
        ("19 de octubre de 2023", "2023-10-19"),
        ("3 ene", "--01-03"),
        ("1er août", "--08-01"),
        ("3. Mai", "--05-03"),
        ("16 MAG", "--05-16"),
        ("2023-10-19", "2023-10-19"),
        ("Feb 29", "--02-29"),
        ("Feb 29, 2023", None),
        ("Feb 30", None),
        ("2023-13-01", None),
        ("May the ferry float", None),
        ("10/11/2023", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    found = find_date(text)
    assert (found.iso if found else None) == iso


def test_moments_need_a_year() -> None:
    assert find_moment("on Oct 19 at 08:15") is None
    assert find_moment("2023-10-19 08:15:30") == "2023-10-19T08:15:30"
    assert find_moment("Oct 19, 2023 8:15") == "2023-10-19T08:15:00"
    assert find_moment("Oct 19, 2023 8:15 pm") == "2023-10-19"


@pytest.mark.parametrize(
    ("date", "published", "whole"),
    [
        ("--12-31", "2024-01-01T08:15:00", "2023-12-31"),
        ("--01-01", "2023-12-31", "2024-01-01"),
        ("--02-29", "2024-03-01", "2024-02-29"),
        ("--02-29", "2022-03-01", "--02-29"),
        ("--10-19", None, "--10-19"),
        ("2020-10-19", "2023-10-19", "2020-10-19"),
        (None, "2023-10-19", None),
    ],
)
def test_a_year_is_the_nearest_one(date: str | None, published: str | None, whole: str | None) -> None:
    assert with_year(date, published) == whole


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("Agence France-Presse", "AFP"),
        ("EUROPA PRESS", "Europa Press"),
        ("dpa/lsw", "dpa"),
        ("Reuter", "Reuters"),
        ("AA", "Anadolu"),
        ("AFP and EFE", "AFP"),
        ("Map", None),
        ("Sta", None),
        ("Marlow Courier", None),
        ("", None),
    ],
)
def test_agencies_are_known_by_what_they_sign(name: str, agency: str | None) -> None:
    assert agency_of(name) == agency


def test_every_name_belongs_to_one_agency() -> None:
    names = [one for agency, others in NAMES.items() for one in (agency, *others.split(" | ")) if one]
    assert len(names) > 100
    assert all(agency_of(agency) == agency for agency in NAMES)
    keys = [re.sub(r"[\W_]+", "", name).casefold() for name in names]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("group", ["CODES", "INLINE", "TRANSMISSION", "PAGE", "EDGE", "STOPS", "SECTIONS"])
def test_lexicons_are_filled_and_without_repeats(group: str) -> None:
    entries = list(getattr(furniture, group))
    assert len(entries) >= 3
    assert all(entry.strip() == entry != "" for entry in entries)
    assert len(set(entries)) == len(entries)


def test_months_and_common_words_are_filled() -> None:
    assert sorted(MONTHS) == list(range(1, 13))
    names = [name for names in MONTHS.values() for name in names.split()]
    assert len(names) == len(set(names))
    for words in COMMON_WORDS.values():
        assert len(words.split()) >= 30
        assert len(words.split()) == len(set(words.split()))
