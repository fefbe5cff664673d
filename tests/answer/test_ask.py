"""Free questions: sentences of articles that answer, or that the articles don't say."""

from __future__ import annotations

import pytest

from bot.answer import Responder
from bot.answer.question_grammar import is_of_saying, is_question
from bot.compose import compose
from bot.model import ArticleRef, Memory, Note, Result, Span, Status, Style
from tests.answer.stubs import BRIDGE, BUDGET, MARA, TOMAS


def test_a_sentence_answers_with_its_source(responder: Responder) -> None:
    answer, memory = responder.answer("/ask where did the old ferry lay?")
    (result,) = answer.results
    assert (answer.command, result.kind, result.text) == (
        "ask", "sentence", "The old ferry lay at the quay with its engines cold.",
    )  # fmt: skip
    assert result.content[0].of(BRIDGE.text) == result.text
    assert memory.article_id == BRIDGE.id


def test_a_plain_question_needs_no_command(responder: Responder) -> None:
    answer, _ = responder.answer("where did the old ferry lay?")
    assert answer.results[0].text.startswith("The old ferry lay")


def test_a_sentence_that_somebody_said_is_theirs(responder: Responder) -> None:
    answer, _ = responder.answer("/ask how will schools and the budget leave heating?")
    speaker = answer.results[0].speaker
    assert (speaker.name if speaker else None) in ("Jon Lind", None)
    assert answer.results[0].article is not None
    assert answer.results[0].article.id == BUDGET.id


def test_the_articles_dont_say(responder: Responder) -> None:
    answer, _ = responder.answer("/ask when was the parliament of Belmora dissolved?")
    assert (answer.status, answer.note, answer.results) == (Status.NOT_FOUND, Note.ARTICLES_DONT_SAY, ())
    assert "don’t say" in "".join(piece.text for block in compose(answer).blocks for piece in block.pieces)


def test_a_question_about_saying_is_not_answered_by_what_nobody_said(responder: Responder) -> None:
    answer, _ = responder.answer("who said that the old ferry lay at the quay?")
    assert not any(result.kind == "sentence" for result in answer.results)


def test_the_article_last_talked_of_comes_first(responder: Responder) -> None:
    answer, _ = responder.answer("where is the old ferry?", Memory(article_id=BRIDGE.id))
    assert {result.article.id for result in answer.results if result.article} == {BRIDGE.id}


def test_without_a_question_there_is_help(responder: Responder) -> None:
    answer, _ = responder.answer("/ask")
    assert (answer.note, answer.subject) == (Note.USAGE, "ask")


def test_an_empty_archive_says_so(empty: Responder) -> None:
    answer, _ = empty.answer("/ask when did it rain?")
    assert answer.note is Note.EMPTY_ARCHIVE


@pytest.mark.parametrize(
    "words",
    [
        "when did he arrive?",
        "in what year was it built",
        "¿cuántos barcos hay?",
        "did the ferry sink?",
        "and why?",
        "name the ferry",
    ],
)
def test_questions(words: str) -> None:
    assert is_question(words)


@pytest.mark.parametrize("words", ["the bridge is safe", "Lind", "Lind?", "more", ""])
def test_no_questions(words: str) -> None:
    assert not is_question(words)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("what did Lind say about taxes?", True),
        ("who said it?", True),
        ("¿qué dijo Lind?", True),
        ("in which of the United States is the bridge?", False),
        ("when was it believed to be safe?", False),
    ],
)
def test_questions_about_saying(words: str, told: bool) -> None:
    assert is_of_saying(words) is told


def test_the_answer_is_in_bold(responder: Responder) -> None:
    answer, _ = responder.answer("/ask where did the old ferry lay?")
    (result,) = answer.results
    start = BRIDGE.text.index("the quay")
    marked = Result("sentence", result.text, ArticleRef(BRIDGE.id), result.content, answer=Span(start, start + 8))
    reply = compose(type(answer)(answer.message, "ask", results=(marked,)))
    bold = [piece.text for block in reply.blocks for piece in block.pieces if piece.style is Style.BOLD]
    assert bold == ["the quay"]
    assert "".join(piece.text for piece in reply.blocks[0].pieces) == result.text


def test_names_are_still_names(responder: Responder) -> None:
    for message, name in (("who is Tomas Reuel?", TOMAS), ("who is Mara Lind", MARA)):
        answer, _ = responder.answer(message)
        assert {result.speaker.name for result in answer.results if result.speaker} == {name}
