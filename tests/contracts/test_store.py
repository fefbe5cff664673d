"""What every store promises (`bot.ports.Store`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.model import (
    Article,
    Census,
    Cue,
    Dateline,
    Extraction,
    Memory,
    Parsed,
    Person,
    Quote,
    QuoteKind,
    Receipt,
    Span,
    Speaker,
    SpeakerKind,
    State,
)
from bot.ports import Store
from bot.store.sqlite import SqliteStore
from tests.contracts.archive import BOARD, BRIDGE, BUDGET, MARA, TOMAS, WITH_BRIDGE, WITH_BUDGET, loaded, quote

LOADED = 1_700_000_000.0
"""14 November 2023."""


class Clock:
    """Tells the time it is told."""

    def __init__(self) -> None:
        self.now = LOADED

    def __call__(self) -> float:
        return self.now


Opener = Callable[[], Store]
"""Opens the same archive each time."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> Iterator[Opener]:
    made: list[Store] = []

    def opened() -> Store:
        made.append({"sqlite": SqliteStore}[request.param](tmp_path / "archive.sqlite", clock=clock))
        return made[-1]

    yield opened
    for store in made:
        store.close()


@pytest.fixture
def store(reopen: Opener) -> Store:
    return reopen()


@pytest.fixture
def full(store: Store) -> Store:
    store.add(*WITH_BRIDGE)
    store.add(*WITH_BUDGET)
    return store


def text_of(text: str, path: str = "a.txt", **fields: str) -> tuple[Parsed, Extraction]:
    return loaded(path, Article(text, **fields))


def words_of(found: list[object]) -> list[str]:
    return [one.text for one in found]  # type: ignore[attr-defined]


# --- writing


def test_an_article_comes_back_whole(full: Store) -> None:
    for parsed, extraction in (WITH_BRIDGE, WITH_BUDGET):
        stored = full.article(parsed.article.id)
        assert stored is not None
        assert (stored.article, stored.extraction, stored.revision) == (parsed.article, extraction, 1)
        assert (stored.ref.path, stored.ref.quotes) == (parsed.path, 3)
    assert full.article("0" * 16) is None


def test_what_is_new_is_told(store: Store) -> None:
    assert store.known(WITH_BRIDGE[0]) is None
    assert store.add(*WITH_BRIDGE) == Receipt("press/bridge.txt", State.NEW, BRIDGE.id, 3)


def test_the_same_again_changes_nothing(full: Store) -> None:
    before = (full.census(), full.people(), full.articles())
    unchanged = Receipt("press/bridge.txt", State.UNCHANGED, BRIDGE.id, 3)
    assert full.known(WITH_BRIDGE[0]) == unchanged
    assert full.add(*WITH_BRIDGE) == unchanged
    assert (full.census(), full.people(), full.articles()) == before


def test_the_same_text_from_elsewhere_is_a_duplicate(full: Store) -> None:
    copy = Parsed(replace(BRIDGE, section="Local"), "copies/bridge.txt")
    duplicate = Receipt("copies/bridge.txt", State.DUPLICATE, BRIDGE.id, 3)
    assert full.known(copy) == duplicate
    assert full.add(copy, WITH_BRIDGE[1]) == duplicate
    assert full.census().articles == 2


def test_the_same_link_from_elsewhere_is_the_same_article(full: Store) -> None:
    assert full.known(replace(WITH_BUDGET[0], path="saved/budget.html")) == Receipt(
        "saved/budget.html", State.UNCHANGED, BUDGET.id, 3
    )


def test_another_place_in_the_same_bundle_is_the_same_article(store: Store) -> None:
    store.add(*text_of("The quay is dry.", "feed.xml"))
    (receipt,) = [store.add(*text_of("The quay is dry.", "feed.xml#2"))]
    assert receipt.state is State.UNCHANGED


def test_an_edited_file_is_a_new_revision(full: Store) -> None:
    text = BRIDGE.text.replace("bolt", "rivet")
    edited = loaded("press/bridge.txt", replace(BRIDGE, text=text), quote(text, "We checked every rivet of the", MARA))
    assert full.known(edited[0]) is None
    receipt = full.add(*edited)
    assert receipt == Receipt("press/bridge.txt", State.UPDATED, edited[0].article.id, 1)
    stored = full.article(edited[0].article.id)
    assert stored is not None
    assert (stored.article.text, stored.revision) == (text, 2)
    assert full.census() == Census(2, 4, 2)
    assert full.match_quotes(["bolt"]) == [] == full.match_articles(["bolt"])
    assert words_of(full.match_quotes(["rivets"])) == ["We checked every rivet of the"]
    assert full.frequencies(["bolt", "rivet"]) == {"bolt": 0, "rivet": 1}
    assert [ref.id for ref in full.articles()] == [BUDGET.id, edited[0].article.id]
    earlier = full.article(BRIDGE.id)
    assert earlier is not None
    assert earlier.article.text == text


def test_another_text_at_the_same_link_is_a_new_revision(full: Store) -> None:
    edited = Parsed(replace(BUDGET, text="Nobody said a word."), "elsewhere.html")
    assert full.add(edited, Extraction()) == Receipt("elsewhere.html", State.UPDATED, BUDGET.id, 0)
    assert full.census() == Census(2, 3, 2)


@pytest.mark.parametrize("path", ["-", "chat", "chat#2", "press/today.txt"])
def test_another_story_at_the_same_path_is_another_article(store: Store, path: str) -> None:
    store.add(*text_of("The quay of Orvik stayed dry all week, the harbour master told reporters.", path))
    receipt = store.add(*text_of("A comet crosses tonight. Astronomers in Tavel expect no rain and many guests.", path))
    assert receipt.state is State.NEW
    assert store.census().articles == 2


def test_what_passes_by_is_no_edit(store: Store) -> None:
    store.add(*text_of("The quay of Orvik stayed dry all week.", "chat"))
    assert store.add(*text_of("The quay of Orvik stayed wet all week.", "chat")).state is State.NEW


def test_pages_with_links_of_their_own_are_no_edits(store: Store) -> None:
    store.add(*text_of("The quay of Orvik stayed dry.", "page.html", url="https://a.example/1"))
    receipt = store.add(*text_of("The quay of Orvik stayed dry.", "page.html", url="https://a.example/2"))
    assert receipt.state is State.NEW


def test_what_is_removed_is_gone(full: Store) -> None:
    assert full.remove(BRIDGE.id)
    assert not full.remove(BRIDGE.id)
    assert full.article(BRIDGE.id) is None
    assert full.census() == Census(1, 3, 2)
    assert [person.name for person in full.people()] == [BOARD, MARA]
    assert full.people()[1].roles == ("Mayor of Orvik", "mayor")
    assert full.match_quotes(["bolt", "winter"]) == [] == full.match_articles(["ferry"])
    assert full.quotes_of(TOMAS) == []
    assert full.vocabulary("bol") == []
    assert full.add(*WITH_BRIDGE).state is State.NEW


def test_all_is_there_after_a_restart(full: Store, reopen: Opener) -> None:
    before = (full.census(), full.people(), full.articles(), full.quotes_of(MARA))
    full.close()
    again = reopen()
    assert (again.census(), again.people(), again.articles(), again.quotes_of(MARA)) == before


# --- any article, any words

texts = st.text(alphabet=st.characters(), max_size=60)
maybe = st.none() | texts
spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))
speakers = st.builds(Speaker, texts, texts, spans, maybe, st.sampled_from(SpeakerKind))
quotes = st.builds(
    Quote,
    st.sampled_from(QuoteKind),
    st.lists(spans, min_size=1, max_size=3).map(lambda found: tuple(sorted(found))),
    st.none() | st.builds(Cue, texts, spans),
    st.none() | speakers,
    maybe,
    st.floats(0, 1),
)
several = st.lists(texts, max_size=3).map(tuple)
people = st.builds(Person, texts, st.sampled_from(SpeakerKind), several, several, st.integers(0, 9))
datelines = st.builds(Dateline, texts, maybe, maybe, maybe)
articles = st.builds(Article, texts, *[maybe] * 3, st.none() | datelines, *[maybe] * 5, format=texts, dropped=several)
extractions = st.builds(Extraction, st.lists(quotes, max_size=3).map(tuple), st.lists(people, max_size=3).map(tuple))
several_times = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@several_times
@given(articles, texts, extractions)
def test_anything_comes_back_as_it_was(store: Store, article: Article, path: str, extraction: Extraction) -> None:
    receipt = store.add(Parsed(article, path), extraction)
    stored = store.article(article.id)
    assert stored is not None
    if receipt.state in (State.NEW, State.UPDATED):
        assert (stored.article, stored.ref.path) == (article, path)
        assert stored.extraction == extraction
    assert len({person.name for person in store.people()}) == len(store.people()) == store.census().people
    assert all(store.quotes_of(person.name) for person in store.people())
    known = store.known(Parsed(article, path))
    assert known is not None
    assert known.article_id == article.id
    assert store.remove(article.id)


@several_times
@given(st.lists(texts | st.sampled_from(['"', "a OR b", "NEAR(", "words:x", "*", "'; DROP TABLE quote--", "-bolt"])))
def test_any_words_may_be_asked_for(full: Store, words: list[str]) -> None:
    census = full.census()
    full.match_quotes(words)
    full.match_quotes(words, speaker=MARA)
    full.match_articles(words)
    assert set(full.frequencies(words)) == set(words)
    for word in words:
        assert full.quote(word) is None
        assert full.article(word) is None
        list(full.vocabulary(word))
        assert full.quotes_of(word) == []
        assert full.match_quotes(["bolt"], speaker=word) == []
    assert full.census() == census


# --- reading


def test_articles_come_latest_first(store: Store, clock: Clock) -> None:
    dates = {
        "a": "2023-10-19",
        "b": "2023-10-20T01:00:00+05:00",
        "c": "2023-10-19T21:00:00Z",
        "d": None,
        "e": "--12-24",
        "f": "--11-13",
        "g": "2019",
        "h": "soon",
        "i": "2023-10-19",
    }
    for name, date in dates.items():
        article = Article(f"Text {name} of {name * 3}.", headline=name, published=date)
        store.add(Parsed(article, f"{name}.txt"), Extraction())
        clock.now += 1
    assert "".join(ref.headline or "" for ref in store.articles()) == "hdfcbiaeg"
    assert [ref.headline for ref in store.articles(limit=2, offset=1)] == ["d", "f"]
    assert store.articles(limit=0) == []


def test_a_ref_has_the_best_date_there_is(full: Store) -> None:
    refs = full.articles()
    assert [(ref.published, ref.place, ref.provider) for ref in refs] == [
        ("2023-11-02T08:00:00Z", None, "Tidende"),
        ("--10-19", "Orvik", "NDP"),
    ]


def test_a_quote_has_its_paragraph_around_it(full: Store) -> None:
    first, split = full.quotes_of(MARA)[1:]
    assert first.before == "The bridge at Orvik is open again. “"
    assert first.after == ",” said Mara Lind, the mayor."
    assert split.text == "Nobody needs to be afraid,” she said, “of bridges"
    assert (split.before, split.after) == ("“", ".” The ferry rests.")
    for one in (first, split):
        assert one.before + one.text + one.after in BRIDGE.text.split("\n\n")


def test_a_quote_is_found_by_its_id(full: Store) -> None:
    for name in (MARA, TOMAS, BOARD):
        for one in full.quotes_of(name):
            assert full.quote(one.id) == one
    assert full.quote(f"{BRIDGE.id}-0-1") is None
    assert full.quote("") is None


def test_people_have_one_entry_each(full: Store) -> None:
    assert full.people() == [
        Person(MARA, SpeakerKind.PERSON, ("mayor", "Mayor of Orvik"), ("Lind", "Mayor Lind"), 3),
        Person(BOARD, SpeakerKind.INSTITUTION, (), (), 1),
        Person(TOMAS, SpeakerKind.PERSON, ("engineer",), (), 1),
    ]
    assert full.census() == Census(2, 6, 3)


def test_what_somebody_said_comes_latest_article_first(full: Store) -> None:
    assert [one.text for one in full.quotes_of(MARA)] == [
        "Taxes will rise",
        "We checked every bolt of the bridge",
        "Nobody needs to be afraid,” she said, “of bridges",
    ]
    assert full.quotes_of("Lind") == full.quotes_of(MARA)
    assert full.quotes_of("Quentin Zabriskie") == []


def test_quotes_with_more_and_rarer_words_come_first(full: Store) -> None:
    found = [one.text for one in full.match_quotes(["bridge", "bolts"])]
    assert found[0] == "We checked every bolt of the bridge"
    assert set(found[1:]) == {"no comment on the bridge", "Nobody needs to be afraid,” she said, “of bridges"}
    assert len(full.match_quotes(["bridge", "bolts"], limit=1)) == 1
    assert full.match_quotes([]) == [] == full.match_quotes(["nowhere", "…"])


def test_what_interrupts_a_quote_is_not_of_it(full: Store) -> None:
    assert full.match_quotes(["she"]) == []
    assert len(full.match_quotes(["afraid of bridges"])) == 1


def test_words_in_a_row_are_a_phrase(full: Store) -> None:
    assert len(full.match_quotes(["of the bridge"])) == 1
    assert full.match_quotes(["bridge of the"]) == []


def test_one_speakers_quotes_alone(full: Store) -> None:
    assert [one.text for one in full.match_quotes(["bridge", "comment"], speaker=BOARD)] == ["no comment on the bridge"]
    assert full.match_quotes(["bridge"], speaker="Nobody") == []
    assert full.match_quotes(["taxes"], speaker=BOARD) == []


def test_articles_are_found_by_headline_and_text(full: Store) -> None:
    assert [ref.id for ref in full.match_articles(["budgets"])] == [BUDGET.id]
    assert [ref.id for ref in full.match_articles(["ferry"])] == [BRIDGE.id]
    assert [ref.id for ref in full.match_articles(["bridge"])] == [BRIDGE.id, BUDGET.id]
    assert full.match_articles(["bridge"], limit=1) == full.match_articles(["bridge"])[:1]


def test_words_know_how_frequent_they_are(full: Store) -> None:
    assert full.frequencies(["bridge", "bolts", "nowhere", "of the"]) == {
        "bridge": 3,
        "bolts": 1,
        "nowhere": 0,
        "of the": 1,
    }
    assert list(full.vocabulary("b")) == ["bridge", "be", "bolt", "bridges"]
    assert list(full.vocabulary("x")) == []


# --- chats


def test_a_message_keeps_its_id(store: Store, reopen: Opener) -> None:
    messages = ["/quote Mara Lind", "/quote mara lind", "", "\ud800 half", "ñ" * 5000, "a\x00b"]
    ids = [store.remember(message) for message in messages]
    assert len(set(ids)) == len(ids)
    assert all(len(one) <= 16 and one.replace("-", "a").replace("_", "a").isalnum() and one.isascii() for one in ids)
    assert [store.remember(message) for message in messages] == ids
    store.close()
    again = reopen()
    assert [again.recall(one) for one in ids] == messages
    assert again.recall("nothing") is None


def test_chats_are_remembered_apart_and_not_for_ever(store: Store, clock: Clock) -> None:
    memory = Memory("Mara Lind", "bridge", BRIDGE.id, (BRIDGE.id, BUDGET.id), "quote")
    store.keep_memory("one", memory)
    assert store.memory("one") == memory
    assert store.memory("two") == Memory()
    clock.now += 29 * 60
    assert store.memory("one") == memory
    clock.now += 2 * 60
    assert store.memory("one") == Memory()
    store.keep_memory("one", Memory(topic="tax"))
    assert store.memory("one") == Memory(topic="tax")


def test_an_update_is_seen_once(store: Store, reopen: Opener) -> None:
    assert [store.seen_update(one) for one in (7, 8, 7)] == [False, False, True]
    store.close()
    assert reopen().seen_update(8)


# --- threads and the end


def test_many_threads_read_while_one_writes(store: Store) -> None:
    faults: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(30):
                numbers = store.census()
                assert numbers.quotes == 3 * numbers.articles
                assert len(store.quotes_of(MARA)) % 2 == 0
                store.match_quotes(["bolt", "bridge"])
        except Exception as fault:  # noqa: BLE001 - told below
            faults.append(fault)

    readers = [Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for number in range(20):
        store.add(replace(WITH_BRIDGE[0], article=replace(BRIDGE, url=f"https://a.example/{number}")), WITH_BRIDGE[1])
    for reader in readers:
        reader.join()
    assert faults == []
    assert store.census().articles == 20


def test_many_threads_write(store: Store) -> None:
    def write(number: int) -> None:
        for one in range(5):
            store.add(*text_of(f"Text {number} {one}.", f"{number}-{one}.txt", url=f"https://a.example/{number}/{one}"))

    writers = [Thread(target=write, args=(number,)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert store.census().articles == 30


def test_closing_twice_does_no_harm(full: Store) -> None:
    full.close()
    full.close()
    with pytest.raises(StoreError, match="closed"):
        full.census()
    with pytest.raises(StoreError, match="closed"):
        full.add(*WITH_BRIDGE)
