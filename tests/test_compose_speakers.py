"""Answers about speakers put into words: one in short, topics, two side by side, statements in order of dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.compose import compose, plain
from bot.compose.body import QUOTES_A_PAGE
from bot.compose.speakers import BY_DAY, QUOTES_A_SIDE
from bot.model import (
    Answer,
    ArticleRef,
    BlockKind,
    Choice,
    Note,
    Person,
    Presence,
    Profile,
    QuoteKind,
    Reply,
    Result,
    RoleUse,
    Span,
    Speaker,
    SpeakerKind,
    Status,
)

ARTICLE = ArticleRef("0123456789abcdef", "Orvik bridge reopens", None, "2023-10-19", "NDP", "Orvik", None, "x.txt", 4)
QUOTE = Result(
    "quote",
    "We checked every bolt",
    ARTICLE,
    quote_kind=QuoteKind.DIRECT,
    speaker=Speaker("Mara Lind", "she", Span(0, 3), "Mayor"),
    before="“",
    after=",” she said.",
)
PERSON = Person("Mara Lind", SpeakerKind.PERSON, ("Mayor",), ("Lind", "mara lind"), 3)
PROFILE = Profile(
    PERSON,
    (
        RoleUse("councillor", "2019-05-01", "2019-05-01", 1, ("2019-05-01", "2019-05-01")),
        RoleUse("Mayor", "2023-10-19", "2024-02-01", 2, ("2023-10-19", "2024-02-01")),
        RoleUse("chairwoman", "2024-10-19", "2024-10-19", 1),
    ),
    ((QuoteKind.DIRECT, 2), (QuoteKind.INDIRECT, 1)),
)
PRESENCE = Presence(2, "2019-05-01", "2024-02-01", (("NDP", 2), ("Tidende", 1)), (("Jon Lind", 1),))


def shown(reply: Reply, kind: BlockKind | None = None) -> list[str]:
    return ["".join(piece.text for piece in block.pieces) for block in reply.blocks if kind in (None, block.kind)]


def said(words: str, date: str | None = "2023-10-19", name: str = "Mara Lind") -> Result:
    return replace(QUOTE, text=words, article=replace(ARTICLE, published=date), speaker=Speaker(name, name, Span(0, 1)))


def person(one: Person = PERSON, profile: Profile | None = PROFILE) -> Answer:
    results = (Result("person", one.name, person=one), QUOTE)
    choices = (Choice("all", "/quote Mara Lind"), Choice("timeline", "/timeline Mara Lind"), Choice("ice (2)", "/x"))
    return Answer("/person x", "person", results=results, choices=choices, profile=profile, presence=PRESENCE)


def test_a_person_in_short() -> None:
    name, facts, title, words, *_ = shown(compose(person()))
    assert name == "Mara Lind"
    assert facts.split("\n") == [
        "• councillor (1 May 2019, 1 article)",
        "• Mayor (19 October 2023 – 1 February 2024, 2 articles)",
        "• chairwoman (1 article)",
        "Also called: Lind",
        (
            "On record: 3 statements in 2 articles (2 in quotation marks, 1 reported indirectly)"
            " · 1 May 2019 – 1 February 2024"
        ),
        "Outlets: NDP (2), Tidende (1)",
        "Quoted together with: Jon Lind (1)",
    ]
    assert (title, words) == ("Latest statement", "“We checked every bolt”")


def test_what_a_person_leads_to() -> None:
    rows = [[button.label for button in row] for row in compose(person()).buttons]
    assert rows == [["All statements", "Timeline"], ["ice (2)"], ["Export"]]


def test_an_institution_is_labelled() -> None:
    board = replace(PERSON, name="Harbour Board", kind=SpeakerKind.INSTITUTION)
    assert shown(compose(person(board, None)))[0] == "Harbour Board (institution)"


def test_topics_are_lines_and_buttons() -> None:
    results = tuple(
        Result("topic", word, ARTICLE, (Span(0, 3),), count=number) for word, number in (("ice", 4), ("fog", 2))
    )
    choices = (Choice("ice (4)", "/who ice"), Choice("fog (2)", "/who fog"))
    answer = Answer("/topics", "topics", results=results, choices=choices, facts={"filters": "since:2023"})
    reply = compose(answer)
    assert shown(reply) == ["What is talked of most · since:2023", "• ice (4)\n• fog (2)"]
    assert [[button.message for button in row] for row in reply.buttons] == [
        ["/who ice", "/who fog"], ["/export /topics"],
    ]  # fmt: skip
    of_one = replace(answer, facts={"speaker": "Mara {Lind}"})
    assert shown(compose(of_one))[0] == "What Mara {Lind} talks of most"


def compared(first: int, second: int) -> Answer:
    results = [said(f"bolt {number}") for number in range(first)]
    results += [said(f"ice {number}", name="Jon Lind") for number in range(second)]
    facts = {"first": "Mara Lind", "second": "Jon Lind", "of_first": str(first), "topic": "ice"}
    return Answer("/compare", "compare", results=tuple(results), facts=facts, again="/compare a | b")


def test_both_sides_stand_on_each_page() -> None:
    reply = compose(compared(3, 4))
    assert reply.pages == 2
    for page in (0, 1):
        told = shown(compose(compared(3, 4), page))
        assert told[0] == "Mara Lind | Jon Lind, about “ice”"
        assert told.index("Mara Lind") < told.index("Jon Lind")
    assert shown(reply, BlockKind.QUOTE) == ["“bolt 0”", "“bolt 1”", "“ice 0”", "“ice 1”"]


def test_nothing_is_lost_where_one_said_more() -> None:
    answer = compared(1, 3 * QUOTES_A_SIDE)
    pages = [compose(answer, page) for page in range(compose(answer).pages)]
    told = [words for reply in pages for words in shown(reply, BlockKind.QUOTE)]
    assert sorted(told) == sorted(f"“{result.text}”" for result in answer.results)


def test_a_side_that_is_silent_is_told() -> None:
    assert "Nothing is on record from Jon Lind, about “ice”." in shown(compose(compared(1, 0)))
    assert "Nothing is on record from Mara Lind, about “ice”." in shown(compose(compared(0, 1)))


def timeline(*results: Result, **facts: str) -> Answer:
    return Answer("/timeline", "timeline", results=results, facts=facts, again="/timeline x")


def test_statements_stand_under_their_days() -> None:
    results = (said("one", "2023-10-19T08:00:00Z"), said("two", "2023-10-19"), said("three", "--10-20"))
    told = shown(compose(timeline(*results, speaker="Mara Lind", topic="ice")))
    assert told[0] == "Mara Lind, about “ice” · 3 statements"
    assert [line for line in told if line in ("19 October 2023", "Date without a year")] == [
        "19 October 2023",
        "Date without a year",
    ]
    assert told.index("19 October 2023") < told.index("“one”") < told.index("“two”") < told.index("“three”")


def test_many_days_are_grouped_by_months() -> None:
    days = [f"2023-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 28)]
    assert len(days) > BY_DAY
    told = shown(compose(timeline(*(said(day, day) for day in days), topic="ice")))
    assert told[:2] == [f"ice · {len(days)} statements", "January 2023"]
    assert sum(len(shown(compose(timeline(*(said(day, day) for day in days)), page), BlockKind.QUOTE))
               for page in range(len(days) // QUOTES_A_PAGE)) == len(days)  # fmt: skip


def test_a_topic_names_the_speakers() -> None:
    told = plain(compose(timeline(said("one"), topic="ice")))
    assert "— Mara Lind" in told
    assert "— Mara Lind" not in plain(compose(timeline(said("one"), speaker="Mara Lind")))


@pytest.mark.parametrize("dated", [True, False])
def test_why_nothing_fits_the_filters(dated: bool) -> None:
    filters = "since:2024" if dated else "from:NDP"
    answer = Answer("m", "quote", Status.NOT_FOUND, note=Note.FILTERED_OUT, subject="x", facts={"filters": filters})
    told = plain(compose(answer))
    assert filters in told
    assert ("lacks the year" in told) == dated
