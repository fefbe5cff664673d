"""/who: who said these words."""

from dataclasses import replace

import pytest

from bot.answer import Responder
from bot.answer.parts import results_of
from bot.model import Hit, Match, Memory, Note, QuoteKind, Status
from tests.answer.stubs import BRIDGE, JON, MARA, TOMAS, Shelf


def said_by(responder: Responder, message: str, memory: Memory | None = None) -> list[str]:
    answer, _ = responder.answer(message, memory or Memory())
    return [result.speaker.name for result in answer.results if result.speaker]


@pytest.mark.parametrize(
    ("message", "speaker"),
    [
        ("/who checked every bolt", MARA),
        ("/who said nobody needs to be afraid", MARA),
        ("who said “a long and costly winter”?", TOMAS),
        ("a long and costly winter", TOMAS),
        ("schools without heating", JON),
    ],
)
def test_the_speaker_comes_first(responder: Responder, message: str, speaker: str) -> None:
    assert said_by(responder, message)[0] == speaker


def test_a_result_is_the_record_itself(responder: Responder) -> None:
    result = responder.answer("/who checked every bolt")[0].results[0]
    assert result.kind == "quote"
    assert result.quote_kind is QuoteKind.DIRECT
    assert result.article
    assert result.article.id == BRIDGE.id
    assert result.text == BRIDGE.text[result.content[0].start : result.content[-1].end]
    assert result.before + result.text + result.after in BRIDGE.text
    assert result.match is Match.EXACT
    assert result.quote_id


def test_words_of_the_article_itself_are_nobodys(responder: Responder) -> None:
    answer, memory = responder.answer("/who engines cold")
    assert (answer.status, answer.note, answer.results) == (Status.NOT_FOUND, Note.ARTICLES_OWN_VOICE, ())
    assert [result.text for result in answer.own_voice] == ["The old ferry lay at the quay with its engines cold."]
    assert memory == Memory()


def test_what_nobody_said_is_not_on_record(responder: Responder) -> None:
    answer, _ = responder.answer("/who to be or not to be that is the question")
    assert (answer.status, answer.note, answer.results) == (Status.NOT_FOUND, Note.NOBODY_SAID, ())


def test_a_looser_search_is_offered(responder: Responder) -> None:
    answer, _ = responder.answer("/who marmalade makes for better heating of zebras")
    assert answer.note is Note.NOBODY_SAID
    assert "/who heating" in answer.suggestions


@pytest.mark.parametrize("message", ["/who", "/who it", "who said that?", "/who ?!"])
def test_no_words_to_look_for(responder: Responder, message: str) -> None:
    answer, _ = responder.answer(message)
    assert answer.note is Note.USAGE
    assert responder.answer(answer.suggestions[0])[0].status is Status.OK


def test_the_speaker_is_remembered(responder: Responder) -> None:
    _, memory = responder.answer("/who costly winter")
    assert (memory.speaker, memory.article_id) == (TOMAS, BRIDGE.id)
    assert said_by(responder, "what else did he say?", memory) == [TOMAS]


def test_the_same_statement_is_one_answer_the_earliest_first() -> None:
    quote = Shelf().everything()[0]
    later = replace(quote, article=replace(quote.article, id="later", published="2099-01-01"))
    undated = replace(quote, article=replace(quote.article, id="undated", published="--01-01"))
    hits = [Hit(undated, 0.9, Match.EXACT), Hit(later, 0.8, Match.EXACT), Hit(quote, 0.7, Match.EXACT)]
    (result,) = results_of(hits)
    assert result.article == quote.article
    assert [article.id for article in result.also] == ["later", "undated"]
    assert result.score == 0.9
