"""One identity a person over all articles: what joins, what stays apart, and what the operator says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model import (
    Article,
    Extraction,
    Parsed,
    Person,
    Quote,
    QuoteKind,
    RoleUse,
    Ruling,
    Span,
    Speaker,
    SpeakerKind,
)
from bot.store.sqlite import SqliteStore

BODY = SpeakerKind.INSTITUTION
Loaded = tuple[Parsed, Extraction]


def person(name: str, *roles: str, aliases: tuple[str, ...] = (), kind: SpeakerKind = SpeakerKind.PERSON) -> Person:
    return Person(name, kind, roles, aliases, 1)


def article(title: str, *people: Person, date: str | None = "2024-03-01") -> Loaded:
    """An article in which each of these people says one thing."""
    text = f"Report {title}." + "".join(f" “Words {n},” it said." for n in range(len(people)))
    quotes = tuple(
        Quote(
            QuoteKind.DIRECT if n % 2 == 0 else QuoteKind.MIXED,
            (Span(text.index(f"Words {n}"), text.index(f"Words {n}") + 7),),
            speaker=Speaker(one.name, one.name, Span(0, 1), one.roles[0] if one.roles else None, one.kind),
        )
        for n, one in enumerate(people)
    )
    return Parsed(Article(text, headline=title, published=date), f"{title}.txt"), Extraction(quotes, people)


Opener = Callable[[], SqliteStore]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opener]:
    numbers, made = count(), []

    def new() -> SqliteStore:
        made.append(SqliteStore(tmp_path / f"{next(numbers)}.db"))
        return made[-1]

    yield new
    for store in made:
        store.close()


@pytest.fixture
def store(opened: Opener) -> SqliteStore:
    return opened()


def load(store: SqliteStore, *people: Person) -> None:
    """Each in an article of its own."""
    for number, one in enumerate(people):
        store.add(*article(f"{number} {one.name}", one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Bogdan Torev", "trade minister"), person("Bogdan Toreff", "minister of trade")),
        (person("Sergei Torev"), person("Sergey Torev")),
        (person("Harold J. Brandt", "mayor"), person("Harold Brandt", "candidate")),
        (person("Han Min-jae"), person("Han Min Jae")),
        (person("José Núñez"), person("Jose Nunez")),
        (person("Martin Brandt Jr."), person("Martin J. Brandt Jr")),
        (person("Martin Brandt Jr."), person("Brandt")),
        (person("Bill Harcourt"), person("William Harcourt")),
        (person("Mayor Mara Lind"), person("Mara Lind")),
        (person("Alexei Viktorovich Torev", "envoy"), person("Alexei Torev", "special envoy")),
        (person("Ostrava Steel Corp.", kind=BODY), person("Ostrava Steel Corporation", kind=BODY)),
        (person("the Citadel", kind=BODY), person("Citadel", kind=BODY)),
        (person("Ilse Brandt", "harbour master", aliases=("Brandt",)), person("Brandt", "master of the harbour")),
        (person("Ilse Brandt", "harbour master"), person("Brandt")),
        (person("Ilse Brandt", "harbour master"), person("I. Brandt")),
        (person("Han Min-jae", aliases=("Han",)), person("Han")),
    ],
)
def test_names_of_one_person_are_one(opened: Opener, one: Person, other: Person) -> None:
    for several in ((one, other), (other, one)):
        store = opened()
        load(store, *several)
        assert store.census().people == len(store.people()) == 1
        assert store.quotes_of(one.name) == store.quotes_of(other.name)
        assert len(store.quotes_of(one.name)) == store.people()[0].quotes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Mara Lind"), person("Jon Lind")),
        (person("Martin Brandt"), person("Martin Brandt Jr.")),
        (person("Judge Lind"), person("Coach Lind")),
        (person("General Rope", kind=BODY), person("Rope", kind=BODY)),
        (person("Orvik Partners II", kind=BODY), person("Orvik Partners", kind=BODY)),
        (person("Norvane Shipping AG", kind=BODY), person("Norvane Shipping GmbH", kind=BODY)),
        (person("Viktor Torev"), person("Vasily Torev")),
        (person("Jon Smyth"), person("Jon Smith")),
        (person("Jon Smyth", "baker"), person("Jon Smith", "pilot")),
        (person("Harold J. Brandt"), person("Harold K. Brandt")),
        (person("Hans Otto Brandt"), person("Hans Joachim Brandt")),
        (person("Mara Lind", "senator"), person("Mara Lind", "Rovers goalkeeper")),
        (person("Sergei Torev", "minister"), person("Sergey Torev", "violin teacher")),
        (person("Ilse Brandt", "senator"), person("Brandt", "goalkeeper")),
        (person("Ilse Brandt", "harbour master"), person("Brandt", "violin teacher")),
        (person("Bank of Velmara", kind=BODY), person("Bank of Norvane", kind=BODY)),
        (person("Northern Labour Union", kind=BODY), person("NLU", kind=BODY)),
        (person("officials", kind=SpeakerKind.GROUP), person("officers", kind=SpeakerKind.GROUP)),
        (person("🙂", kind=BODY), person("🙃", kind=BODY)),
    ],
)
def test_names_of_two_stay_two(opened: Opener, one: Person, other: Person) -> None:
    for several in ((one, other), (other, one)):
        store = opened()
        load(store, *several)
        assert store.census().people == len(store.people()) == 2
        assert [found.quotes for found in store.people()] == [1, 1]


def test_a_surname_that_two_bear_stays_as_written(store: SqliteStore) -> None:
    load(store, person("Ilse Brandt", aliases=("Brandt",)), person("Brandt"))
    assert len(store.people()) == 1
    store.add(*article("another", person("Karl Brandt", aliases=("Brandt",))))
    assert {one.name for one in store.people()} == {"Ilse Brandt", "Karl Brandt", "Brandt"}
    assert len(store.quotes_of("Brandt")) == 1
    store.remove(article("another", person("Karl Brandt", aliases=("Brandt",)))[0].article.id)
    assert {one.name for one in store.people()} == {"Ilse Brandt"}
    assert len(store.quotes_of("Brandt")) == 2


def test_who_fits_two_is_neither(store: SqliteStore) -> None:
    load(store, person("Hans Otto Brandt"), person("Hans Joachim Brandt"), person("Hans Brandt"))
    assert len(store.people()) == 3


def test_who_fits_two_is_the_one_of_far_more_articles(store: SqliteStore) -> None:
    load(store, person("Mara Lind", "Rovers striker"), person("Mara Lind"))
    for number in range(40):
        store.add(*article(f"more {number}", person("Mara Lind", "senator")))
    assert [(one.name, one.quotes) for one in store.people()] == [("Mara Lind", 41), ("Mara Lind (sport)", 1)]
    assert len(store.quotes_of("Mara Lind (sport)")) == 1
    assert store.people()[1].aliases == ("Mara Lind",)


def test_an_article_that_tells_both_callings_of_somebody_joins_them(store: SqliteStore) -> None:
    load(store, person("Mara Lind", "senator"), person("Mara Lind", "novelist"))
    assert {one.name for one in store.people()} == {"Mara Lind (arts)", "Mara Lind (politics)"}
    store.add(*article("both", person("Mara Lind", "senator", "novelist")))
    assert {one.name for one in store.people()} == {"Mara Lind"}


def test_a_former_calling_keeps_nobody_apart(store: SqliteStore) -> None:
    load(store, person("Mara Lind", "senator"), person("Mara Lind", "former Rovers goalkeeper"))
    assert len(store.people()) == 1


def test_namesakes_are_asked_for_by_their_field(store: SqliteStore) -> None:
    load(store, person("Mara Lind", "senator"), person("Mara Lind", "Rovers goalkeeper"))
    assert [one.name for one in store.people()] == ["Mara Lind (politics)", "Mara Lind (sport)"]
    assert len(store.quotes_of("Mara Lind")) == 2
    (quote,) = store.quotes_of("Mara Lind (sport)")
    assert quote.quote.speaker is not None
    assert (quote.quote.speaker.name, quote.quote.speaker.role) == ("Mara Lind", "Rovers goalkeeper")
    assert store.match_quotes(["words"], speaker="Mara Lind (sport)") == [quote]
    assert {one.name for one in store.people_named("Mara Lind")} == {"Mara Lind (politics)", "Mara Lind (sport)"}


def test_a_person_is_called_by_the_fullest_name_used_most(store: SqliteStore) -> None:
    brandt = [person("Brandt") for _ in range(3)]
    load(store, person("Harold Brandt"), person("Harold J. Brandt"))
    store.add(*article("again", person("Harold Brandt")))
    for number, one in enumerate(brandt):
        store.add(*article(f"short {number}", one))
    (found,) = store.people()
    assert found == Person("Harold Brandt", aliases=("Brandt", "Harold J. Brandt"), quotes=6)


def test_roles_have_the_dates_of_their_articles(store: SqliteStore) -> None:
    store.add(*article("a", person("Mara Lind", "councillor"), date="2021-02-03"))
    store.add(*article("b", person("Mara Lind", "mayor", "councillor"), date="2023-05-01"))
    store.add(*article("c", person("Mara Lind", "mayor"), date="2022-11-30"))
    (found,) = store.profiles("Mara Lind")
    assert found.roles == (
        RoleUse("councillor", "2021-02-03T00:00:00", "2023-05-01T00:00:00", 2),
        RoleUse("mayor", "2022-11-30T00:00:00", "2023-05-01T00:00:00", 2),
    )
    assert found.kinds == ((QuoteKind.DIRECT, 3),)
    assert store.profiles("Nobody") == []
    store.remove(article("b", person("Mara Lind", "mayor", "councillor"), date="2023-05-01")[0].article.id)
    assert store.profiles("Mara Lind")[0].roles == (
        RoleUse("councillor", "2021-02-03T00:00:00", "2021-02-03T00:00:00", 1),
        RoleUse("mayor", "2022-11-30T00:00:00", "2022-11-30T00:00:00", 1),
    )


# --- found by words


def test_people_are_found_by_words_of_names_aliases_and_roles(store: SqliteStore) -> None:
    load(store, person("Mara Lind", "Mayor of Orvik", aliases=("Auntie",)), person("Jon Lind"), person("Ilse Brandt"))
    assert {one.name for one in store.match_people(["lind"])} == {"Mara Lind", "Jon Lind"}
    assert [one.name for one in store.match_people(["jon", "lind"])] == ["Jon Lind", "Mara Lind"]
    for word in ("auntie", "orvik", "mayor"):
        assert [one.name for one in store.match_people([word])] == ["Mara Lind"]
    assert [one.name for one in store.match_people(["brant", "ilze"])] == ["Ilse Brandt"]  # sounds alike
    assert store.match_people([]) == store.match_people(["nobody"]) == store.match_people(["lind"], limit=0) == []
    assert len(store.match_people(["lind"], limit=1)) == 1
    assert list(store.name_words("li")) == ["lind"]
    assert list(store.name_words("auntie")) == ["auntie"]


def test_who_is_named_but_not_quoted_is_not_found(store: SqliteStore) -> None:
    store.add(Parsed(Article("Ole Vik flew."), "a.txt"), Extraction((), (person("Ole Vik", "pilot"),)))
    assert store.match_people(["vik"]) == store.people() == list(store.name_words("v")) == []
    assert store.census().people == 0


def test_an_index_of_people_is_made_anew_with_the_others(store: SqliteStore, tmp_path: Path) -> None:
    load(store, person("Ilse Brandt"), person("Brandt"), person("Mara Lind", "senator"), person("Mara Lind", "striker"))
    assert store.merge_people("Ilse Brandt", "Mara Lind (sport)")
    before = (store.people(), store.census(), store.match_people(["brandt"]), list(store.name_words("")))
    with store._database.writing() as connection:
        connection.execute("UPDATE total SET number = 1 WHERE name = 'index'")
        connection.execute("DELETE FROM person_word")
    store.close()
    again = SqliteStore(tmp_path / "0.db")
    assert (again.people(), again.census(), again.match_people(["brandt"]), list(again.name_words(""))) == before
    again.close()


# --- what the operator says


def test_a_merge_wins_and_is_remembered(store: SqliteStore, tmp_path: Path) -> None:
    load(store, person("Mara Lind", "mayor"), person("Mara Solberg", "senator"))
    assert store.merge_people("Mara Lind", "Mara Solberg")
    assert [one.quotes for one in store.people()] == [2]
    store.remove(article("1 Mara Solberg", person("Mara Solberg", "senator"))[0].article.id)
    assert [one.quotes for one in store.people()] == [1]
    store.close()
    again = SqliteStore(tmp_path / "0.db")
    again.add(*article("later", person("Mara Solberg", "senator")))
    assert [one.quotes for one in again.people()] == [2]
    assert again.rulings() == [Ruling("Mara Lind (politics)", "Mara Solberg (politics)")]
    again.close()


def test_a_split_wins_and_is_remembered(store: SqliteStore) -> None:
    load(store, person("Ilse Brandt"), person("Brandt"))
    assert store.split_person("Brandt")
    assert {one.name for one in store.people()} == {"Ilse Brandt", "Brandt"}
    store.add(*article("later", person("Brandt")))
    assert {(one.name, one.quotes) for one in store.people()} == {("Ilse Brandt", 1), ("Brandt", 2)}
    assert store.rulings() == [Ruling("Brandt")]
    assert store.merge_people("Brandt", "Ilse Brandt")
    assert len(store.people()) == 1


def test_what_cannot_be_ruled_is_refused(store: SqliteStore) -> None:
    load(store, person("Mara Lind", "senator"), person("Mara Lind", "striker"), person("Ilse Brandt"))
    before = store.people()
    assert not store.merge_people("Mara Lind", "Ilse Brandt")  # which of the two?
    assert not store.merge_people("Ilse Brandt", "Ilse Brandt")
    assert not store.merge_people("Ilse Brandt", "Nobody")
    assert not store.split_person("Ilse Brandt")
    assert not store.split_person("Nobody")
    assert (store.people(), store.rulings()) == (before, [])


def test_a_ruling_is_a_change_that_caches_see(store: SqliteStore) -> None:
    load(store, person("Mara Lind"), person("Ilse Brandt"))
    before = store.changes()
    store.merge_people("Mara Lind", "Ilse Brandt")
    assert store.changes() > before


# --- the order of loading is nothing

CAST = [
    person("Mara Lind", "senator", aliases=("Lind",)),
    person("Mara Lind", "Rovers striker"),
    person("Mara Lind"),
    person("Lind", "senator"),
    person("M. Lind"),
    person("Harold Brandt", "mayor", aliases=("Brandt", "Harold")),
    person("Harold J. Brandt", "mayor of Orvik"),
    person("Harry Brandt"),
    person("Brandt"),
    person("Harold"),
    person("Karl Brandt", "pilot"),
    person("Citadel", kind=BODY),
    person("the Citadel", kind=SpeakerKind.PERSON),
    person("Sergei Torev", "envoy"),
    person("Sergey Toreff", "special envoy"),
]
casts = st.lists(st.sampled_from(CAST), min_size=1, max_size=4, unique_by=lambda one: one.name)
archives = st.lists(casts, min_size=1, max_size=7)
patiently = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def state(store: SqliteStore) -> object:
    people = store.people()
    quotes = {one.name: sorted(quote.id for quote in store.quotes_of(one.name)) for one in people}
    words = {word: [one.name for one in store.match_people([word])] for word in store.name_words("")}
    return people, quotes, store.census(), sorted(words), words


def articles_of(archive: list[list[Person]]) -> list[Loaded]:
    return [article(str(number), *cast) for number, cast in enumerate(archive)]


@patiently
@given(archives, st.randoms(use_true_random=False))
def test_any_order_of_loading_gives_the_same_people(opened: Opener, archive: list[list[Person]], chance) -> None:  # type: ignore[no-untyped-def]
    one, other = opened(), opened()
    loaded = articles_of(archive)
    for found in loaded:
        one.add(*found)
    chance.shuffle(loaded)
    for found in loaded:
        other.add(*found)
    assert without_order(state(one)) == without_order(state(other))


def without_order(found: object) -> object:
    people, quotes, census, names, words = found  # type: ignore[misc]
    return people, quotes, census, names, {word: sorted(several) for word, several in words.items()}


@patiently
@given(archives, archives)
def test_what_is_removed_might_never_have_been(
    opened: Opener, kept: list[list[Person]], gone: list[list[Person]]
) -> None:
    one, other = opened(), opened()
    stay = articles_of(kept)
    passing = [article(f"passing {number}", *cast) for number, cast in enumerate(gone)]
    for found in (*passing, *stay):
        one.add(*found)
    for parsed, _ in passing:
        assert one.remove(parsed.article.id)
    for found in stay:
        other.add(*found)
    assert without_order(state(one)) == without_order(state(other))


@patiently
@given(archives, st.data())
def test_a_merge_and_a_split_leave_all_as_it_was(
    opened: Opener, archive: list[list[Person]], data: st.DataObject
) -> None:
    store = opened()
    for found in articles_of(archive):
        store.add(*found)
    before = state(store)
    names = [one.name for one in store.people()]
    one, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
    if store.merge_people(one, other):
        assert len(store.people()) == len(names) - 1
        assert store.split_person(data.draw(st.sampled_from([one, other])))
    assert without_order(state(store)) == without_order(before)
    assert store.rulings() == []


@patiently
@given(archives, archives)
def test_rulings_hold_whatever_is_loaded_later(
    opened: Opener, first: list[list[Person]], later: list[list[Person]]
) -> None:
    store = opened()
    store.add(*article("base", person("Ilse Holm"), person("Runa Vik")))
    assert store.merge_people("Ilse Holm", "Runa Vik")
    for number, cast in enumerate((*first, *later)):
        store.add(*article(f"more {number}", *cast))
    store.add(*article("last", person("Runa Vik")))
    assert len(store.quotes_of("Ilse Holm")) == len(store.quotes_of("Runa Vik")) == 3
