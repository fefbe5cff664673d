"""/quote: what somebody said, on all or on one topic."""

import pytest

from bot.answer import Responder
from bot.model import Memory, Note, Status
from tests.answer.stubs import BOARD, JON, MARA, TOMAS


@pytest.mark.parametrize(
    "message",
    [
        "/quote Mara Lind: bridge",
        "/quote mara lind about the bridge",
        "/quote Mara Lind on bridge",
        "/quote bridge Mara Lind",
        "/quote Mara Lind bridge",
        "/quote bridge: Mara Lind",
        "/quote about the bridge by Mara Lind",
        "/quote the bridge by Mara Lind",
        "/quote Mara Lind, bridge",
        "/quote Marra Lindt: bridge",
        "/quote bridge Mara Lnid",
        "/quote Mayor: bridge",
        "/quote what mara lind said about the bridge",
        "/quote Lind: bridge",
        "what did Mara Lind say about the bridge?",
        "what did Lind say about the bridge?",
        "has mara lind said anything about the bridge?",
        "mara lind: bridge",
        "mara lind on the bridge",
    ],
)
def test_speaker_and_topic_in_any_order(responder: Responder, message: str) -> None:
    answer, memory = responder.answer(message)
    assert answer.command == "quote"
    assert [result.text for result in answer.results] == ["the Orvik bridge was safe again"]
    assert answer.subject == memory.speaker == MARA


@pytest.mark.parametrize("message", ["/quote Mara Lind", "Mara Lind", "who is Mara Lind?", "what did the mayor say?"])
def test_all_that_somebody_said(responder: Responder, message: str) -> None:
    answer, _ = responder.answer(message)
    assert len(answer.results) == 3
    assert {result.speaker.name for result in answer.results if result.speaker} == {MARA}
    assert not any(result.match for result in answer.results)


def test_several_people_of_a_name_give_a_choice(responder: Responder) -> None:
    answer, _ = responder.answer("/quote Lind")
    assert (answer.status, answer.note, answer.results) == (Status.AMBIGUOUS, Note.WHICH_SPEAKER, ())
    assert [choice.label for choice in answer.choices] == ["Mara Lind, Mayor (3)", "Jon Lind, a councillor (1)"]
    assert [choice.message for choice in answer.choices] == ["/quote Mara Lind", "/quote Jon Lind"]
    assert responder.answer(answer.choices[1].message)[0].subject == JON


def test_a_topic_that_only_one_spoke_of_decides(responder: Responder) -> None:
    answer, _ = responder.answer("/quote Lind: schools")
    assert (answer.status, answer.subject) == (Status.OK, JON)


def test_a_choice_carries_the_topic(responder: Responder) -> None:
    answer, _ = responder.answer("/quote Lind: budget taxes")
    assert answer.status is Status.AMBIGUOUS
    assert [choice.message for choice in answer.choices] == [
        "/quote Mara Lind: budget taxes",
        "/quote Jon Lind: budget taxes",
    ]
    assert {result.speaker.name for result in answer.results if result.speaker} == {MARA, JON}


def test_a_speaker_who_is_silent_on_the_topic(responder: Responder) -> None:
    answer, _ = responder.answer("/quote Reuel: heating")
    assert (answer.status, answer.note, answer.results) == (Status.NOT_FOUND, Note.NOTHING_ON_TOPIC, ())
    assert answer.facts["speaker"] == TOMAS
    assert answer.suggestions == (f"/quote {TOMAS}", "/who heating")


def test_an_unknown_speaker(responder: Responder) -> None:
    answer, memory = responder.answer("/quote Zebulon Quux: bridge", Memory(speaker=MARA))
    assert (answer.status, answer.note, answer.subject) == (Status.NOT_FOUND, Note.NO_SUCH_SPEAKER, "Zebulon Quux")
    assert answer.suggestions
    assert f"/quote {MARA}: bridge" in answer.suggestions
    assert f"/quote {TOMAS}: bridge" not in answer.suggestions
    assert memory.speaker == MARA


def test_a_topic_without_a_speaker_asks_for_anybody(responder: Responder) -> None:
    answer, _ = responder.answer("/quote about schools without heating")
    assert (answer.command, answer.status) == ("who", Status.OK)


def test_an_institution_speaks(responder: Responder) -> None:
    answer, _ = responder.answer("/quote harbour board: bridge")
    assert answer.subject == BOARD


class TestGoingOn:
    """What a chat was last about is understood."""

    @pytest.fixture
    def memory(self, responder: Responder) -> Memory:
        return responder.answer("what did Mara Lind say about the bridge?")[1]

    @pytest.mark.parametrize(
        "message", ["what else did she say?", "anything else?", "what did he say", "¿qué más dijo?"]
    )
    def test_what_else(self, responder: Responder, memory: Memory, message: str) -> None:
        answer, _ = responder.answer(message, memory)
        assert (answer.subject, len(answer.results)) == (MARA, 3)

    @pytest.mark.parametrize("message", ["and about taxes?", "what about taxes?", "what did she say about taxes?"])
    def test_another_topic(self, responder: Responder, memory: Memory, message: str) -> None:
        answer, after = responder.answer(message, memory)
        assert [result.text for result in answer.results] == ["Taxes will rise by two points"]
        assert after.topic == "taxes"

    @pytest.mark.parametrize("message", ["and the Harbour Board?", "what about the harbour board", "¿y Harbour Board?"])
    def test_another_speaker_on_the_same_topic(self, responder: Responder, memory: Memory, message: str) -> None:
        answer, after = responder.answer(message, memory)
        assert [result.text for result in answer.results] == ["no comment on the bridge"]
        assert after.speaker == BOARD

    def test_the_last_article_settles_who_is_meant(self, responder: Responder) -> None:
        _, memory = responder.answer("/summary council fights over budget")
        _, memory = responder.answer("/who schools without heating", memory)
        assert responder.answer("Lind", memory)[0].status is Status.AMBIGUOUS
        _, memory = responder.answer("/article bridge reopens", memory)
        assert responder.answer("and Lind?", memory)[0].subject == MARA
        assert responder.answer("/quote Lind", memory)[0].status is Status.AMBIGUOUS

    @pytest.mark.parametrize("message", ["what else did he say?", "and what did she say about taxes?"])
    def test_nobody_was_talked_of(self, responder: Responder, message: str) -> None:
        answer, _ = responder.answer(message)
        assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.WHO_IS_MEANT)

    def test_words_that_only_look_like_going_on(self, responder: Responder, memory: Memory) -> None:
        answer, _ = responder.answer("and costly winter", memory)
        assert answer.results[0].speaker
        assert answer.results[0].speaker.name == TOMAS
