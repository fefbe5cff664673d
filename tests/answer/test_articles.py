"""Summaries, lists, and which article a user means."""

import pytest

from bot.answer import Responder
from bot.answer.parts import article_result, by_story
from bot.model import ArticleRef, Memory, Note, Status
from tests.answer.stubs import BRIDGE, BUDGET, FERRY, MARA, TOMAS


def meant(responder: Responder, message: str, memory: Memory | None = None) -> str | None:
    answer, _ = responder.answer(message, memory or Memory())
    return answer.results[0].article.id if answer.results and answer.results[0].article else None


@pytest.mark.parametrize(
    "message",
    [
        "/summary 2",
        "/summary #2",
        "/summary the second one",
        "/summary orvik bridge reopens after storm",
        "/summary bridge reopens",
        "/summary brigde reopens after strom",
        "/summary the one about the bridge that reopens",
        f"/summary {BRIDGE.id}",
        "summarise the second one",
        "summarise number 2",
        "what is the second one about?",
        "resume el segundo",
        "tldr bridge reopens after storm",
        f"/start a_{BRIDGE.id}",
    ],
)
def test_ways_to_name_an_article(responder: Responder, message: str) -> None:
    assert meant(responder, message) == BRIDGE.id


@pytest.mark.parametrize("message", ["/summary", "/summary latest", "/summary the latest one", "/summary 1", "summary"])
def test_the_latest(responder: Responder, message: str) -> None:
    assert meant(responder, message) == BUDGET.id


@pytest.mark.parametrize("link", [BUDGET.url, f"{BUDGET.url}/", f"{BUDGET.url}?utm=1#top"])
def test_by_link(responder: Responder, link: str) -> None:
    assert meant(responder, f"/summary {link}") == BUDGET.id


@pytest.mark.parametrize("message", ["/summary", "summarise it", "/article this one", "/quotes"])
def test_the_one_last_talked_of(responder: Responder, message: str) -> None:
    assert meant(responder, message, Memory(article_id=BRIDGE.id)) == BRIDGE.id


@pytest.mark.parametrize(
    ("message", "article"), [("/summary 2", BUDGET.id), ("/summary 3", FERRY.id), ("summarise the last one", FERRY.id)]
)
def test_numbers_mean_the_list_shown(responder: Responder, message: str, article: str) -> None:
    listed = (BRIDGE.id, BUDGET.id, FERRY.id)
    assert meant(responder, message, Memory(listed=listed)) == article


def test_the_list_stays_while_its_articles_are_talked_of(responder: Responder) -> None:
    _, memory = responder.answer("/articles")
    assert memory.listed == (BUDGET.id, BRIDGE.id, FERRY.id)
    _, memory = responder.answer("summarise the second one", memory)
    _, memory = responder.answer("what did Reuel say?", memory)
    assert meant(responder, "the third one", memory) == FERRY.id


@pytest.mark.parametrize("message", ["2", "the second one", "Second!", "el segundo", "#2"])
def test_a_place_alone_picks_from_the_list_shown(responder: Responder, message: str) -> None:
    _, memory = responder.answer("/articles")
    assert meant(responder, message, memory) == BRIDGE.id
    assert responder.answer(message)[0].command != "summary"


def test_a_summary_tells_where_when_and_who(responder: Responder) -> None:
    answer, memory = responder.answer("/summary 2")
    told = [result.text for result in answer.results if result.kind == "summary"]
    assert all(text in BRIDGE.text for text in told)
    assert len(told) == 3
    assert answer.facts["where"] == "Orvik"
    assert answer.facts["when"] == "2023-10-19"
    assert answer.facts["who"] == f"{MARA} (Mayor); {TOMAS} (Engineer)"
    assert memory.article_id == BRIDGE.id


def test_key_quotes_are_those_the_sentences_leave_out(responder: Responder) -> None:
    answer, _ = responder.answer("/summary 1 in 2 sentences")
    assert [result.kind for result in answer.results] == ["summary", "summary", "quote"]
    assert "Taxes" in answer.results[2].text


def test_shorter_means_the_last_article(responder: Responder) -> None:
    answer, _ = responder.answer("shorter", Memory(article_id=BRIDGE.id))
    assert [result.kind for result in answer.results].count("summary") == 1
    assert responder.answer(answer.again)[0].results == answer.results


def test_several_articles_give_a_choice(responder: Responder) -> None:
    answer, memory = responder.answer("/summary orvik")
    assert (answer.status, answer.note) == (Status.AMBIGUOUS, Note.WHICH_ARTICLE)
    assert {result.kind for result in answer.results} == {"article"}
    assert [choice.message for choice in answer.choices] == [f"/summary {one}" for one in memory.listed]
    assert meant(responder, "the second one", memory) == memory.listed[1]


@pytest.mark.parametrize("message", ["/summary zebra crossing", "/article 99", "/summary https://nowhere.example/x"])
def test_no_such_article(responder: Responder, message: str) -> None:
    answer, _ = responder.answer(message)
    assert (answer.status, answer.note, answer.results) == (Status.NOT_FOUND, Note.NO_SUCH_ARTICLE, ())


def test_the_whole_text(responder: Responder) -> None:
    answer, _ = responder.answer("/article bridge reopens")
    assert "\n\n".join(result.text for result in answer.results) == BRIDGE.text


def test_the_quotes_of_an_article(responder: Responder) -> None:
    answer, _ = responder.answer("/quotes 2")
    assert [result.speaker.name for result in answer.results if result.speaker] == [MARA, MARA, TOMAS]


def test_articles_by_words(responder: Responder) -> None:
    answer, memory = responder.answer("articles about the ferry")
    assert memory.listed == (FERRY.id,)
    assert answer.facts["articles"] == "3"


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("/people Reuel", [TOMAS]),
        ("/people 2", [MARA, TOMAS]),
        ("who is quoted in the second one?", [MARA, TOMAS]),
    ],
)
def test_people(responder: Responder, message: str, names: list[str]) -> None:
    assert [result.text for result in responder.answer(message)[0].results] == names


def test_everybody(responder: Responder) -> None:
    answer, _ = responder.answer("/people")
    assert answer.results[0].text == MARA
    assert len(answer.results) == 4


def test_a_story_is_one_line_with_its_other_outlets() -> None:
    refs = [ArticleRef("a", provider="Kyodo", story=1), ArticleRef("b"), ArticleRef("c", provider="EFE", story=1)]
    refs += [ArticleRef("d", story=4)]
    lines = by_story(tuple(map(article_result, refs)))
    assert [(line.article and line.article.id, [one.id for one in line.also]) for line in lines] == [
        ("a", ["c"]),
        ("b", []),
        ("d", []),
    ]
