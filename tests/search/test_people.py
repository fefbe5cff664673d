"""Which speaker a name means."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.model import (
    Article,
    Extraction,
    Match,
    Parsed,
    Person,
    PersonHit,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    SpeakerKind,
)
from bot.search import Searcher
from bot.search.people import Directory
from bot.store.sqlite import SqliteStore

PEOPLE = (
    Person(
        "Vasily Orlov",
        roles=("Ruthenian Foreign Minister", "head of Ruthenian diplomacy"),
        aliases=("Orlov",),
        quotes=9,
    ),
    Person("Han Min-jae", roles=("General Secretary",), aliases=("Han",), quotes=4),
    Person("Mara Lind", roles=("Mayor",), aliases=("Lind",), quotes=6),
    Person("Jon Lind", roles=("a councillor",), aliases=("Lind",), quotes=3),
    Person("Ana Lucía Peñalver", aliases=("Peñalver",), quotes=2),
    Person("William Harcourt", roles=("Senator",), quotes=2),
    Person("Citadel", SpeakerKind.INSTITUTION, quotes=5),
)


def said_by(person: Person) -> tuple[Parsed, Extraction]:
    """An article with as many statements as a person has."""
    text = f"So said {person.name}. " + "Well. " * person.quotes
    spans = (Span(start, start + 4) for start in range(text.index("Well"), len(text), len("Well. ")))
    speaker = Speaker(person.name, person.name, Span(0, 2), None, person.kind)
    quotes = tuple(Quote(QuoteKind.DIRECT, (span,), speaker=speaker) for span in spans)
    return Parsed(Article(text), f"{person.name}.txt"), Extraction(quotes, (person,))


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    store = SqliteStore(Path(tmp_path_factory.mktemp("people"), "archive.db"))
    for person in PEOPLE:
        store.add(*said_by(person))
    yield Directory(store)
    store.close()


def named(hits: list[PersonHit]) -> list[str]:
    return [hit.person.name for hit in hits]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Vasily Orlov", "Vasily Orlov"),
        ("orlov", "Vasily Orlov"),
        ("Orloff", "Vasily Orlov"),
        ("Vassili Orlow", "Vasily Orlov"),
        ("Василий Орлов", "Vasily Orlov"),
        ("V. Orlov", "Vasily Orlov"),
        ("Orlov, Vasily", "Vasily Orlov"),
        ("the Ruthenian foreign minister", "Vasily Orlov"),
        ("foreign minister of Ruthenia", "Vasily Orlov"),
        ("head of Ruthenian diplomacy", "Vasily Orlov"),
        ("foreign minister", "Vasily Orlov"),
        ("the top Ruthenian diplomat", "Vasily Orlov"),
        ("Foreign Minister Orlov", "Vasily Orlov"),
        ("Han Min Jae", "Han Min-jae"),
        ("Han Minjae", "Han Min-jae"),
        ("han", "Han Min-jae"),
        ("Penalver", "Ana Lucía Peñalver"),
        ("Ana Peñalver", "Ana Lucía Peñalver"),
        ("Bill Harcourt", "William Harcourt"),
        ("Sen. Harcourt", "William Harcourt"),
        ("Wiliam Harcuort", "William Harcourt"),
        ("Mr Harcourt", "William Harcourt"),
        ("William Harcourt (R-Ohio)", "William Harcourt"),
        ("William T. Harcourt", "William Harcourt"),
        ("the Citadel", "Citadel"),
        ("citadel", "Citadel"),
        ("Citadell", "Citadel"),
        ("mayor lind", "Mara Lind"),
        ("the mayor", "Mara Lind"),
        ("mara", "Mara Lind"),
    ],
)
def test_a_name_finds_its_bearer_first(directory: Directory, typed: str, name: str) -> None:
    assert named(directory.find(typed, 8))[:1] == [name]


@pytest.mark.parametrize(
    "typed", ["Peter Lind", "Vasily Petrov", "Hilda Harcourt", "Tomas Reuel", "x", "of", "the", "", "42", "🙂"]
)
def test_another_name_finds_nobody(directory: Directory, typed: str) -> None:
    assert directory.find(typed, 8) == []


def test_a_shared_surname_gives_both(directory: Directory) -> None:
    hits = directory.find("Lind", 8)
    assert named(hits) == ["Mara Lind", "Jon Lind"]
    assert all(hit.match is Match.EXACT and hit.score < 1 for hit in hits)
    assert hits[0].score > hits[1].score


def test_the_whole_name_beats_a_part_of_it(directory: Directory) -> None:
    assert (
        directory.find("Mara Lind", 8)[0].score
        > directory.find("Lind", 8)[0].score
        > directory.find("Mara", 8)[0].score
    )


def test_a_slip_costs_something(directory: Directory) -> None:
    right, wrong = directory.find("William Harcourt", 1)[0], directory.find("Wiliam Harcuort", 1)[0]
    assert (right.score, right.match) == (1.0, Match.EXACT)
    assert wrong.score < right.score
    assert wrong.match is Match.CLOSE


def test_near_names_help_where_nobody_fits(directory: Directory) -> None:
    assert directory.near("Peter Lind", 3)[:2] == ["Mara Lind", "Jon Lind"]
    assert directory.near("Hilda Harcourt", 1) == ["William Harcourt"]
    assert directory.near("🙂", 3) == []


def test_an_empty_archive_knows_nobody(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "empty.db")
    assert Directory(store).find("Lind", 8) == []
    assert Directory(store).near("Lind", 3) == []
    store.close()


def test_new_people_are_found_at_once(search: Searcher) -> None:
    assert named(search.speakers("Sarkov")) == ["Anton Sarkov", "Pavel Sarkov"]
