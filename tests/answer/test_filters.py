"""Filters as typed and as said, and what answers make of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Responder
from bot.answer.filters import as_typed, said, typed, with_filters
from bot.model import UNFILTERED, Filters, Memory, Note, QuoteKind, Sort, Status
from tests.answer.stubs import BRIDGE, BUDGET, FERRY, JON, MARA

TODAY = date(2023, 11, 15)
OUTLETS = ("NDP", "The Orvik Herald")


@pytest.mark.parametrize(
    ("message", "rest", "filters"),
    [
        ("/quote Lind since:2023-03", "/quote Lind", Filters(since="2023-03")),
        ("/quote Lind about on since:2023-03", "/quote Lind", Filters(since="2023-03")),
        ("/quote Lind desde:marzo hasta:hoy", "/quote Lind", Filters(since="2023-03", until="2023-11-15")),
        ("/quote Lind after:2023 before:2025-02", "/quote Lind", Filters(since="2024-01-01", until="2025-01-31")),
        ("/quote from:NDP Lind: bridge", "/quote Lind: bridge", Filters(outlet="NDP")),
        ('/quote Lind in:"Port of Orvik"', "/quote Lind", Filters(place="Port of Orvik")),
        ("/quote Lind since:“March 2023”", "/quote Lind", Filters(since="2023-03")),
        ("/quote Lind kind:direct sort:new", "/quote Lind", Filters(kind=QuoteKind.DIRECT, sort=Sort.NEW)),
        ("/quote Lind tipo:indirecta orden:viejo", "/quote Lind", Filters(kind=QuoteKind.INDIRECT, sort=Sort.OLD)),
        ('/quote Lind "every bolt" taxes', "/quote Lind taxes", Filters(exact=("every bolt",))),
        ("/quote Lind about “every bolt”", "/quote Lind", Filters(exact=("every bolt",))),
        ('/quote "Lind": bridge', '/quote "Lind": bridge', UNFILTERED),
        ("/who “every bolt”", "/who “every bolt”", UNFILTERED),
        ('/who winter "every bolt"', "/who winter", Filters(exact=("every bolt",))),
        ("/quote Lind:bridge", "/quote Lind:bridge", UNFILTERED),
        ("/who we come in: nobody else does", "/who we come in: nobody else does", UNFILTERED),
        ("what did Lind say? from:NDP", "what did Lind say?", Filters(outlet="NDP")),
    ],
)
def test_typed(message: str, rest: str, filters: Filters) -> None:
    found = typed(message, TODAY)
    assert (found.message, found.filters, found.wrong) == (rest, filters, None)


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        ("/quote Lind since:soon", "since:soon"),
        ("/quote Lind until:2023-02-30", "until:2023-02-30"),
        ("/quote Lind kind:funny since:2023", "kind:funny"),
        ("/quote Lind sort:up", "sort:up"),
        ("/quote Lind from:…", "from:…"),
        ("/quote Lind sinse:2023", "sinse:2023"),
        ("/quote Lind outlet:NDP", "outlet:NDP"),
        ("/quote Lind since:2024 until:2023-05", "since:2024 until:2023-05"),
    ],
)
def test_a_filter_that_cannot_be_used_is_named(message: str, wrong: str) -> None:
    assert typed(message, TODAY).wrong == wrong


@pytest.mark.parametrize(
    ("message", "rest", "filters"),
    [
        ("what did Lind say since March 2023", "what did Lind say", Filters(since="2023-03")),
        ("what did Lind say in 2023 about taxes", "what did Lind say about taxes", Filters("2023", "2023")),
        (
            "what did Lind say last week about taxes",
            "what did Lind say about taxes",
            Filters("2023-11-06", "2023-11-12"),
        ),
        ("what did Lind say between May 2022 and 2023", "what did Lind say", Filters("2022-05", "2023")),
        ("what did Lind say before 2023", "what did Lind say", Filters(until="2022-12-31")),
        ("what did Lind say on 19 October 2023", "what did Lind say", Filters("2023-10-19", "2023-10-19")),
        ("articles from March 2023 on", "articles", Filters(since="2023-03")),
        ("news from last month", "news", Filters("2023-10", "2023-10")),
        ("qué dijo Lind desde marzo de 2023", "qué dijo Lind", Filters(since="2023-03")),
        ("noticias de la semana pasada", "noticias", Filters("2023-11-06", "2023-11-12")),
        ("articles from NDP", "articles", Filters(outlet="NDP")),
        ("what did Lind say to NDP?", "what did Lind say", Filters(outlet="NDP")),
        (
            "what did Lind say in the Orvik Herald since 2022?",
            "what did Lind say",
            Filters("2022", outlet="Orvik Herald"),
        ),
        ("direct quotes by Lind, newest first", "quotes by Lind", Filters(kind=QuoteKind.DIRECT, sort=Sort.NEW)),
        ("/articles last week", "/articles", Filters("2023-11-06", "2023-11-12")),
        ("what did Lind say about the 2023 budget", "what did Lind say about the 2023 budget", UNFILTERED),
        ("what did Lind say in the 2023 budget debate", "what did Lind say in the 2023 budget debate", UNFILTERED),
        ("quotes from NDP", "quotes from NDP", UNFILTERED),
        ("articles from Nowhere", "articles from Nowhere", UNFILTERED),
        ("/quote Lind about elections in 2024", "/quote Lind about elections in 2024", UNFILTERED),
    ],
)
def test_said(message: str, rest: str, filters: Filters) -> None:
    found = said(message, TODAY, lambda: OUTLETS)
    assert (found.message.rstrip(" ?"), found.filters) == (rest, filters)


days = st.sampled_from([None, "2022", "2023-03", "2023-03-01"])
names = st.sampled_from([None, "NDP", "Orvik Herald"])
exacts = st.lists(st.sampled_from(["every bolt", "taxes"]), unique=True).map(tuple)
kinds, sorts = st.sampled_from([None, *QuoteKind]), st.sampled_from([None, *Sort])


@given(st.builds(Filters, days, st.just(None), names, names, st.just(None), kinds, exacts, sorts))
def test_what_is_typed_is_read_back(filters: Filters) -> None:
    found = typed(with_filters("/quote Mara Lind: bridge", filters), TODAY)
    assert (found.message, found.filters, found.wrong) == ("/quote Mara Lind: bridge", filters, None)
    assert as_typed(found.filters) == as_typed(filters)


def texts(responder: Responder, message: str, memory: Memory | None = None) -> list[str]:
    return [result.text for result in responder.answer(message, memory or Memory())[0].results]


@pytest.mark.parametrize(
    "message",
    [
        "/quote Mara Lind since:2023-11",
        "/quote Mara Lind from:tidende",
        "/quote Mara Lind after:2023-10-19",
        '/quote Mara Lind "two points"',
        "what did Mara Lind say since November 2023?",
        "what did Mara Lind say in the Tidende?",
        "what did Mara Lind say this month?",
        "¿qué dijo Mara Lind este mes?",
        "Mara Lind since:2023-11",
    ],
)
def test_a_speaker_narrowed(responder: Responder, message: str) -> None:
    assert texts(responder, message) == ["Taxes will rise by two points"]


def test_kinds_and_places(responder: Responder) -> None:
    assert texts(responder, "/quote Mara Lind kind:indirect") == ["the Orvik bridge was safe again"]
    assert len(texts(responder, "/quote Mara Lind in:Orvik")) == 2
    assert len(texts(responder, "/quote Mara Lind in:region")) == 2
    assert len(texts(responder, f"/quote Mara Lind in:{BRIDGE.id}")) == 2
    assert len(texts(responder, "/quote Mara Lind in:2")) == 2


def test_order(responder: Responder) -> None:
    assert texts(responder, "/quote Mara Lind sort:old")[-1] == "Taxes will rise by two points"
    assert texts(responder, "/quote Mara Lind sort:new")[0] == "Taxes will rise by two points"
    assert texts(responder, "/quote Mara Lind: bridge taxes sort:old")[0] == "the Orvik bridge was safe again"


@pytest.mark.parametrize(
    ("message", "articles"),
    [
        ("/articles since:2023-10", [BUDGET.id, BRIDGE.id]),
        ("articles from NDP", [BRIDGE.id]),
        ("news since October 2023", [BUDGET.id, BRIDGE.id]),
        ("articles about the ferry before October 2023", [FERRY.id]),
        ("/articles sort:old", [FERRY.id, BRIDGE.id, BUDGET.id]),
        ("/summary from:NDP", [BRIDGE.id]),
        ("what happened last month?", [BRIDGE.id]),
    ],
)
def test_articles_narrowed(responder: Responder, message: str, articles: list[str]) -> None:
    found = responder.answer(message)[0].results
    assert list(dict.fromkeys(result.article.id for result in found if result.article)) == articles


def test_words_that_somebody_said_are_no_dates(responder: Responder) -> None:
    answer, _ = responder.answer("who said taxes will rise by two points in 2023?")
    assert "filters" not in answer.facts
    assert texts(responder, "/who taxes will rise by two points since:2023-11")
    assert responder.answer("who talked about taxes since 2024?")[0].note is Note.FILTERED_OUT


@pytest.mark.parametrize(
    ("message", "without"),
    [
        ("/quote Mara Lind since:2024", "/quote Mara Lind"),
        ("/quote Mara Lind: taxes from:NDP", "/quote Mara Lind: taxes"),
        ("what did Mara Lind say about taxes in 2022", "/quote Mara Lind: taxes"),
        ("/who taxes will rise since:2024", "/who taxes will rise"),
        ("/articles since:2030", "/articles"),
        ("/articles ferry from:NDP", "/articles ferry"),
        ("/summary council budget from:NDP", "/summary council budget"),
    ],
)
def test_filters_that_leave_nothing(responder: Responder, message: str, without: str) -> None:
    answer, _ = responder.answer(message)
    assert (answer.status, answer.note, answer.suggestions) == (Status.NOT_FOUND, Note.FILTERED_OUT, (without,))
    assert responder.answer(without)[0].results


def test_nothing_is_on_record_even_without_filters(responder: Responder) -> None:
    assert responder.answer("/quote Mara Lind: chess since:2022")[0].note is Note.NOTHING_ON_TOPIC
    assert responder.answer("/quote Zebulon Quux since:2022")[0].note is Note.NO_SUCH_SPEAKER
    assert responder.answer("/who committee publishes fishing quotas since:2022")[0].note is Note.NOBODY_SAID


@pytest.mark.parametrize("message", ["/quote Lind kind:funny", "/articles kind:direct", "/quote Lind in:999"])
def test_a_filter_that_cannot_be_used(responder: Responder, message: str) -> None:
    answer, _ = responder.answer(message)
    assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.BAD_FILTER)
    assert answer.subject == message.rsplit(" ", 1)[1]


def test_going_on_with_a_filter(responder: Responder) -> None:
    _, memory = responder.answer("what did Mara Lind say about bridge taxes?")
    answer, _ = responder.answer("and since November 2023?", memory)
    assert [result.text for result in answer.results] == ["Taxes will rise by two points"]
    assert texts(responder, "since November 2023") == [BUDGET.headline]


def test_a_choice_keeps_the_filters(responder: Responder) -> None:
    answer, _ = responder.answer("/quote Lind since:2023-11")
    assert answer.status is Status.AMBIGUOUS
    assert [choice.message for choice in answer.choices] == [
        f"/quote {MARA} since:2023-11",
        f"/quote {JON} since:2023-11",
    ]
