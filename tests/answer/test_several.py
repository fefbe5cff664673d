"""Summaries of several articles: which are meant, what is one event, what is told of it and what is disputed."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Responder
from bot.answer.disagreements import disagreements
from bot.answer.events import grouped
from bot.extract.engine import Engine
from bot.model import Article, ArticleRef, Memory, Note, Status, StoredArticle
from tests.answer.stubs import BRIDGE, BUDGET, FERRY, JON, MARA, Finder, FirstSentences, Shelf

FLOOD = Article(
    "At least nine people were killed when the Tarn river flooded the town of Selby, officials said on Monday.\n\n"
    "Helicopters could not land before daybreak.",
    headline="Floods kill nine in Selby",
    provider="EFE",
    published="2023-11-06",
)
FLOOD_LATER = Article(
    "Twelve people were killed when the Tarn river flooded Selby, the mayor of the town said on Tuesday.\n\n"
    "The only bridge has collapsed.",
    headline="Selby floods kill twelve",
    provider="AFP",
    published="2023-11-07",
)
STRIKE = Article(
    "Dockers in Orvik walked out for a second day over night shifts.\n\nNo ships were unloaded.",
    headline="Dockers strike goes on",
    provider="EFE",
    published="2023-11-07T18:00:00Z",
)
LAST_YEAR = replace(FLOOD, published="2022-11-06", text=FLOOD.text.replace("nine", "four"), headline="Floods in Selby")


def stored(article: Article) -> StoredArticle:
    ref = ArticleRef(article.id, article.headline, None, article.published, article.provider)
    return StoredArticle(ref, article, Engine().extract(article))


def headlines(*articles: Article) -> list[list[str | None]]:
    return [[one.ref.headline for one in group.reports] for group in grouped(list(map(stored, articles)))]


def newsroom(*articles: Article) -> Responder:
    shelf = Shelf(articles)
    return Responder(shelf, Finder(shelf), FirstSentences(), lambda: date(2023, 11, 15))


WEEK = newsroom(STRIKE, FLOOD_LATER, FLOOD, BUDGET, BRIDGE, LAST_YEAR)


def test_reports_of_one_event_stand_together_in_the_order_of_the_articles() -> None:
    assert headlines(STRIKE, FLOOD_LATER, FLOOD) == [
        ["Dockers strike goes on"],
        ["Selby floods kill twelve", "Floods kill nine in Selby"],
    ]


def test_a_flood_a_year_before_is_another_event() -> None:
    assert len(headlines(FLOOD, LAST_YEAR)) == 2
    assert len(headlines(FLOOD, replace(LAST_YEAR, published="--11-06"))) == 1


def test_no_articles_are_no_events() -> None:
    assert grouped([]) == []


def test_outlets_that_differ_stand_side_by_side() -> None:
    (one, other), *more = disagreements([stored(FLOOD_LATER), stored(FLOOD)])
    assert not more
    assert one.text.startswith("Twelve people")
    assert other.text.startswith("At least nine people")
    assert one.article
    assert other.article
    assert (one.article.provider, other.article.provider) == ("AFP", "EFE")


@pytest.mark.parametrize(
    "other",
    [
        replace(FLOOD_LATER, provider="EFE"),
        replace(FLOOD_LATER, text=FLOOD_LATER.text.replace("Twelve", "Nine")),
        replace(FLOOD_LATER, text=FLOOD_LATER.text + "\n\nOfficials had said on Monday that nine people were killed."),
        replace(FLOOD_LATER, text="Twelve people ran for the council of the capital."),
        STRIKE,
    ],
    ids=["same outlet", "same number", "both numbers", "another thing", "no number"],
)
def test_what_is_no_disagreement(other: Article) -> None:
    assert disagreements([stored(other), stored(FLOOD)]) == ()


@pytest.mark.parametrize(
    ("message", "articles"),
    [
        ("/digest", [STRIKE, FLOOD_LATER]),
        ("/digest 2023-11-06", [FLOOD]),
        ("/digest 6 November", [FLOOD]),
        ("/digest for November 6", [FLOOD]),
        ("digest of 6 November", [FLOOD]),
        ("/digest last week", [STRIKE, FLOOD_LATER, FLOOD]),
        ("/summary last week", [STRIKE, FLOOD_LATER, FLOOD]),
        ("what happened last week?", [STRIKE, FLOOD_LATER, FLOOD]),
        ("/summary from:EFE", [STRIKE, FLOOD, LAST_YEAR]),
        ("/summary Selby last week", [FLOOD_LATER, FLOOD]),
        ("/summary Selby since:2023", [FLOOD_LATER, FLOOD]),
        ("/summary about Selby", [FLOOD_LATER, FLOOD, LAST_YEAR]),
        ("summarise everything about Selby", [FLOOD_LATER, FLOOD, LAST_YEAR]),
        (f"/summary {MARA}", [BUDGET, BRIDGE]),
        (f"/summary by {MARA}", [BUDGET, BRIDGE]),
        ("/digest Selby", [FLOOD_LATER, FLOOD, LAST_YEAR]),
    ],
)
def test_ways_to_ask_for_several(message: str, articles: list[Article]) -> None:
    answer, memory = WEEK.answer(message)
    assert (answer.command, answer.status) == ("digest", Status.OK)
    shown = {ref.id for event in answer.events for ref in event.articles}
    assert shown == {article.id for article in articles}
    assert memory.listed == tuple(event.articles[0].id for event in answer.events)
    again, _ = WEEK.answer(answer.again)
    assert again.events == answer.events


@pytest.mark.parametrize(
    "message",
    ["/summary 2", "/summary the one about Selby", "/summary latest", f"/summary {BRIDGE.id}", "/summary", "it"],
)
def test_ways_to_ask_for_one(message: str) -> None:
    assert WEEK.answer(message, Memory(article_id=BUDGET.id))[0].command != "digest"


def test_one_article_of_a_period_is_summed_up_alone() -> None:
    answer, _ = WEEK.answer("/summary council since:2023-11-01")
    assert (answer.command, answer.results[0].article and answer.results[0].article.id) == ("summary", BUDGET.id)


def test_the_same_story_is_told_once_with_all_its_outlets() -> None:
    answer, _ = WEEK.answer("/summary about Selby since:2023")
    (event,) = answer.events
    assert [ref.provider for ref in event.articles] == ["AFP", "EFE"]
    told = [result.text for result in event.results]
    assert sum("killed" in sentence for sentence in told) == 1
    assert any("bridge" in sentence for sentence in told)
    assert any("Helicopters" in sentence for sentence in told)
    assert len(event.disagreements) == 1
    assert [ref.provider for ref in answer.results[0].also] == ["EFE"]


def test_every_sentence_is_the_articles_own() -> None:
    answer, _ = WEEK.answer("/digest last week")
    texts = {article.id: article.text for article in (STRIKE, FLOOD_LATER, FLOOD)}
    for result in answer.results:
        assert result.article
        assert result.text in texts[result.article.id]


def test_events_can_be_asked_for_by_number() -> None:
    _, memory = WEEK.answer("/digest last week")
    answer, _ = WEEK.answer("2", memory)
    assert answer.results[0].article
    assert answer.results[0].article.headline == "Selby floods kill twelve"


def test_what_a_speaker_said_comes_with_the_event() -> None:
    answer, _ = newsroom(BUDGET, BRIDGE).answer(f"/summary {MARA}")
    assert all(any("Lind" in result.text for result in event.results) for event in answer.events)


@pytest.mark.parametrize("message", ["/digest yesterday", "/digest 1999", "/summary last week from:NDP"])
def test_a_period_without_articles_says_so(message: str) -> None:
    answer, _ = WEEK.answer(message)
    assert (answer.status, answer.note, answer.events) == (Status.NOT_FOUND, Note.FILTERED_OUT, ())


def test_a_topic_that_nothing_is_about_says_so() -> None:
    answer, _ = WEEK.answer("/digest zebras")
    assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.NO_SUCH_ARTICLE)


def test_without_years_the_latest_articles_are_the_digest() -> None:
    answer, _ = newsroom(replace(FERRY, published="--09-01"), replace(STRIKE, published=None)).answer("/digest")
    assert len(answer.events) == 2


@pytest.mark.parametrize("message", ["/digest", "/digest today", "/summary about the ferry", f"/summary by {JON}"])
def test_an_empty_archive_says_so(empty: Responder, message: str) -> None:
    answer, _ = empty.answer(message)
    assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.EMPTY_ARCHIVE)
