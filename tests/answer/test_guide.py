"""/help, /start and small talk."""

import pytest

from bot.answer import Responder
from bot.answer.commands import FOR_ALL
from bot.model import Memory, Note, Status
from tests.answer.stubs import MARA, Shelf


@pytest.mark.parametrize("message", ["/start", "hello", "Hi there!", "hola"])
def test_a_welcome_has_examples_of_what_is_loaded(responder: Responder, message: str) -> None:
    answer, _ = responder.answer(message)
    assert (answer.command, answer.note, answer.facts["articles"]) == ("start", Note.WELCOME, "3")
    assert len(answer.choices) == 3
    for choice in answer.choices:
        assert responder.answer(choice.message)[0].status is Status.OK


def test_a_link_to_a_quote(responder: Responder) -> None:
    quote = Shelf().everything()[0]
    answer, memory = responder.answer(f"/start q_{quote.id}")
    assert [result.text for result in answer.results] == [quote.text]
    assert memory.speaker == (quote.quote.speaker.name if quote.quote.speaker else None)


@pytest.mark.parametrize("payload", ["q_gone", "a_0000000000000000", "a_"])
def test_a_link_to_what_is_gone(responder: Responder, payload: str) -> None:
    answer, _ = responder.answer(f"/start {payload}", Memory(speaker=MARA))
    assert answer.status in (Status.NOT_FOUND, Status.OK)
    assert (answer.status is Status.OK) == (payload == "a_")


def test_help_shows_every_command(responder: Responder) -> None:
    answer, _ = responder.answer("/help")
    assert list(answer.facts) == [command.usage for command in FOR_ALL]


@pytest.mark.parametrize("message", ["/help quote", "/help /quote", "help quote", "/help cita"])
def test_help_on_one_command(responder: Responder, message: str) -> None:
    answer, _ = responder.answer(message)
    assert list(answer.facts) == ["/quote <speaker> [about <topic>]"]
    assert answer.choices


def test_an_unknown_command_suggests_the_closest(responder: Responder) -> None:
    answer, _ = responder.answer("/qoute Lind about taxes")
    assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.NOT_UNDERSTOOD)
    assert answer.suggestions[0] == "/quote Lind about taxes"


def test_thanks(responder: Responder) -> None:
    answer, memory = responder.answer("thanks!", Memory(speaker=MARA))
    assert (answer.note, memory.speaker) == (Note.THANKS, MARA)
