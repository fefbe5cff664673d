"""/person, /topics, /compare and /timeline."""

import pytest

from bot.answer import Responder
from bot.answer.intent import understand
from bot.compose import compose, plain
from bot.model import UNFILTERED, Filters, Memory, Note, QuoteKind, SpeakerKind, Status, Subject
from tests.answer.stubs import BOARD, BRIDGE, BUDGET, JON, MARA, TOMAS, Finder, FirstSentences, Shelf

TAXES, SAFE = "Taxes will rise by two points", "the Orvik bridge was safe again"


@pytest.mark.parametrize(
    ("message", "slots"),
    [
        ("/person Mara Lind", ("person", "Mara Lind", None, None)),
        ("profile of Mara Lind", ("person", "Mara Lind", None, None)),
        ("what is Lind's role?", ("person", "Lind", None, None)),
        ("how often is the mayor quoted?", ("person", "the mayor", None, None)),
        ("¿qué cargo tiene Lind?", ("person", "Lind", None, None)),
        ("/topics", ("topics", None, None, None)),
        ("topics", ("topics", None, None, None)),
        ("what are people talking about?", ("topics", None, None, None)),
        ("what do people talk about most?", ("topics", None, None, None)),
        ("what does Lind talk about?", ("topics", "Lind", None, None)),
        ("¿de qué habla Lind?", ("topics", "Lind", None, None)),
        ("¿de qué se habla?", ("topics", None, None, None)),
        ("compare Lind and Reuel on the bridge", ("compare", "Lind", "Reuel", "bridge")),
        ("Mara Lind vs Jon Lind", ("compare", "Mara Lind", "Jon Lind", None)),
        ("how do Lind and Reuel differ on taxes?", ("compare", "Lind", "Reuel", "taxes")),
        ("difference between Lind and Reuel about taxes", ("compare", "Lind", "Reuel", "taxes")),
        ("compara a Lind y Reuel sobre el puente", ("compare", "a Lind", "Reuel", "puente")),
        ("timeline of the bridge", ("timeline", "the bridge", None, None)),
        ("cronología de Lind", ("timeline", "Lind", None, None)),
        ("how has Lind's position on taxes changed?", ("timeline", "Lind", None, "taxes")),
        ("what did Lind say about taxes over time?", ("timeline", "Lind", None, "taxes")),
        ("what does Lind's position on taxes say", ("other", None, None, None)),
        ("what is Lind's position on taxes?", ("quote", "Lind", None, "taxes")),
        ("what did Lind say about the timeline of the works?", ("quote", "Lind", None, "timeline of the works")),
    ],
)
def test_understood(message: str, slots: tuple[str | None, ...]) -> None:
    intent = understand(message)
    if slots[0] == "other":
        assert intent.command not in ("person", "topics", "compare", "timeline")
    else:
        assert (intent.command, intent.speaker or intent.words or None, intent.other, intent.topic) == slots


class TestPerson:
    @pytest.mark.parametrize("message", ["/person Mara Lind", "profile of Mara Lnid", "what is the mayor's role?"])
    def test_all_that_is_known(self, responder: Responder, message: str) -> None:
        answer, memory = responder.answer(message)
        assert (answer.command, answer.status, answer.subject) == ("person", Status.OK, MARA)
        assert [result.kind for result in answer.results] == ["person", "quote"]
        assert answer.results[1].text == TAXES
        assert answer.profile
        assert dict(answer.profile.kinds) == {QuoteKind.DIRECT: 2, QuoteKind.INDIRECT: 1}
        assert answer.presence
        assert answer.presence.articles == 2
        assert {name for name, _ in answer.presence.beside} == {TOMAS, JON, BOARD}
        assert memory.speaker == MARA

    def test_buttons_lead_to_statements_and_topics(self, responder: Responder) -> None:
        answer, _ = responder.answer("/person Mara Lind")
        assert [choice.message for choice in answer.choices[:2]] == [f"/quote {MARA}", f"/timeline {MARA}"]
        for choice in answer.choices:
            assert responder.answer(choice.message)[0].results

    def test_an_institution_is_labelled(self, responder: Responder) -> None:
        answer, _ = responder.answer("/person harbour board")
        assert answer.results[0].person
        assert answer.results[0].person.kind is SpeakerKind.INSTITUTION
        assert f"{BOARD} (institution)" in plain(compose(answer))

    def test_several_fit(self, responder: Responder) -> None:
        answer, _ = responder.answer("/person Lind")
        assert (answer.status, answer.note) == (Status.AMBIGUOUS, Note.WHICH_SPEAKER)
        assert [choice.message for choice in answer.choices] == [f"/person {MARA}", f"/person {JON}"]

    def test_nobody_is_called_so(self, responder: Responder) -> None:
        answer, _ = responder.answer("/person Zebulon Quux")
        assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.NO_SUCH_SPEAKER)
        assert f"/person {MARA}" in answer.suggestions

    def test_the_last_speaker(self, responder: Responder) -> None:
        assert responder.answer("/person", Memory(speaker=MARA))[0].subject == MARA
        assert responder.answer("what is her role?", Memory(speaker=MARA))[0].command
        assert responder.answer("/person")[0].note is Note.USAGE


class Talkative(Finder):
    """Of everybody there is as much to tell as of all."""

    def subjects(self, speaker: str | None = None, limit: int = 12, filters: Filters = UNFILTERED) -> list[Subject]:
        return super().subjects(None, limit, filters)


class TestTopics:
    def test_of_anybody(self, responder: Responder) -> None:
        answer, _ = responder.answer("what are people talking about?")
        assert (answer.command, answer.status, answer.subject) == ("topics", Status.OK, None)
        assert ("bridge", 2) in [(result.text, result.count) for result in answer.results]
        for result, choice in zip(answer.results, answer.choices, strict=True):
            assert responder.answer(choice.message)[0].results
            assert choice.label == f"{result.text} ({result.count})"

    def test_every_topic_is_a_slice_of_its_article(self, responder: Responder) -> None:
        texts = {article.id: article.text for article in (BRIDGE, BUDGET)}
        for result in responder.answer("/topics")[0].results:
            assert result.article
            assert result.content[0].of(texts[result.article.id]) == result.text

    def test_of_one_speaker(self, responder: Responder) -> None:
        answer, _ = responder.answer("/topics Tomas Reuel")
        assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.NO_TOPICS)
        assert answer.suggestions == (f"/quote {TOMAS}",)
        assert responder.answer("/topics Zebulon Quux")[0].note is Note.NO_SUCH_SPEAKER

    def test_of_several_who_fit_only_those_with_topics_are_asked_after(self, responder: Responder) -> None:
        answer, _ = responder.answer("/topics Lind")
        assert (answer.note, answer.subject) == (Note.NO_TOPICS, None)
        assert answer.suggestions == (f"/quote {MARA}", f"/quote {JON}")
        shelf = Shelf()
        talkative = Responder(shelf, Talkative(shelf), FirstSentences())
        asked, _ = talkative.answer("/topics Lind")
        assert (asked.status, len(asked.choices)) == (Status.AMBIGUOUS, 2)
        assert all(talkative.answer(choice.message)[0].status is Status.OK for choice in asked.choices)


class TestCompare:
    @pytest.mark.parametrize(
        "message",
        [
            "/compare Mara Lind | Tomas Reuel | bridge winter",
            "/compare Mara Lind, Tomas Reuel, bridge winter",
            "/compare Mara Lind and Tomas Reuel about bridge winter",
            "compare Mara Lind with Reuel on bridge winter",
            "Mara Lind vs Tomas Reuel about bridge winter",
        ],
    )
    def test_side_by_side(self, responder: Responder, message: str) -> None:
        answer, memory = responder.answer(message)
        assert (answer.command, answer.status) == ("compare", Status.OK)
        assert (answer.facts["first"], answer.facts["second"], answer.facts["of_first"]) == (MARA, TOMAS, "1")
        assert [result.text for result in answer.results] == [SAFE, "a long and costly winter"]
        assert memory.topic == "bridge winter"
        assert responder.answer(answer.again)[0].results == answer.results

    def test_one_has_nothing_on_record(self, responder: Responder) -> None:
        answer, _ = responder.answer("/compare Mara Lind | Tomas Reuel | taxes")
        assert [result.text for result in answer.results] == [TAXES]
        assert f"Nothing is on record from {TOMAS}, about “taxes”." in plain(compose(answer))

    def test_neither_has(self, responder: Responder) -> None:
        answer, _ = responder.answer("/compare Mara Lind | Tomas Reuel | chess")
        assert (answer.status, answer.note, answer.results) == (Status.NOT_FOUND, Note.NEITHER_ON_TOPIC, ())
        assert answer.suggestions == (f"/quote {MARA}", f"/quote {TOMAS}")

    def test_without_a_topic(self, responder: Responder) -> None:
        answer, _ = responder.answer("/compare Mara Lind | Tomas Reuel since:2023-11")
        assert [result.text for result in answer.results] == [TAXES]
        assert responder.answer("/compare Jon Lind | Harbour Board since:2024")[0].note is Note.FILTERED_OUT

    def test_a_name_that_means_several(self, responder: Responder) -> None:
        answer, _ = responder.answer("/compare Lind | Tomas Reuel")
        assert (answer.status, answer.note) == (Status.AMBIGUOUS, Note.WHICH_SPEAKER)
        assert answer.choices[0].message == f"/compare {MARA} | {TOMAS}"
        assert responder.answer("/compare Lind | Tomas Reuel | schools")[0].facts["first"] == JON

    def test_a_name_that_means_nobody(self, responder: Responder) -> None:
        answer, _ = responder.answer("/compare Mara Lind | Zebulon Quux")
        assert (answer.status, answer.note, answer.subject) == (Status.NOT_FOUND, Note.NO_SUCH_SPEAKER, "Zebulon Quux")
        for suggestion in answer.suggestions:
            assert responder.answer(suggestion)[0].results

    @pytest.mark.parametrize("message", ["/compare", "/compare Mara Lind", "/compare |", "/compare a | b | c | d"])
    def test_two_are_needed(self, responder: Responder, message: str) -> None:
        assert responder.answer(message)[0].note is Note.USAGE


class TestTimeline:
    def test_a_speaker(self, responder: Responder) -> None:
        answer, memory = responder.answer("/timeline Mara Lind")
        dates = [result.article.published for result in answer.results if result.article]
        assert dates == sorted(dates, key=str)
        assert answer.results[-1].text == TAXES
        assert memory.speaker == MARA

    @pytest.mark.parametrize(
        "message", ["/timeline Mara Lind: taxes", "how has Mara Lind's position on taxes changed?"]
    )
    def test_a_speaker_on_a_topic(self, responder: Responder, message: str) -> None:
        answer, _ = responder.answer(message)
        assert [result.text for result in answer.results] == [TAXES]

    @pytest.mark.parametrize("message", ["/timeline bridge", "timeline of the bridge", "/timeline about the bridge"])
    def test_a_topic(self, responder: Responder, message: str) -> None:
        answer, _ = responder.answer(message)
        assert [result.text for result in answer.results] == [SAFE, "no comment on the bridge"]
        assert responder.answer(answer.again)[0].results == answer.results

    def test_a_misspelt_speaker_whose_name_is_no_topic(self, responder: Responder) -> None:
        assert responder.answer("/timeline Marra Lindt: taxes")[0].results[0].text == TAXES
        assert responder.answer("/timeline harbor bord")[0].subject == BOARD

    def test_filters_and_order(self, responder: Responder) -> None:
        answer, _ = responder.answer("/timeline bridge since:2023-11")
        assert [result.text for result in answer.results] == ["no comment on the bridge"]
        assert responder.answer("/timeline bridge sort:new")[0].results[0].text == "no comment on the bridge"
        assert responder.answer("/timeline bridge since:2024")[0].note is Note.FILTERED_OUT

    def test_filters_choose_among_several_of_one_name(self, responder: Responder) -> None:
        answer, _ = responder.answer("/timeline Lind in:Orvik")
        assert (answer.subject, answer.facts["filters"]) == (MARA, "in:Orvik")
        answer, _ = responder.answer("/timeline Lind: bridge until:2022")
        assert (answer.note, answer.suggestions) == (Note.FILTERED_OUT, ("/timeline Lind",))

    def test_going_on_from_the_last_question(self, responder: Responder) -> None:
        answer, _ = responder.answer("/timeline", Memory(speaker=MARA, topic="taxes"))
        assert [result.text for result in answer.results] == [TAXES]
        assert responder.answer("/timeline")[0].note is Note.USAGE

    def test_nothing_is_on_record(self, responder: Responder) -> None:
        assert responder.answer("/timeline chess")[0].note is Note.NOBODY_SAID
        assert responder.answer("/timeline Tomas Reuel: chess")[0].note is Note.NOTHING_ON_TOPIC
        assert responder.answer("/timeline Lind")[0].status is Status.AMBIGUOUS

    def test_of_several_who_fit_only_those_who_spoke_of_it_are_told(self, responder: Responder) -> None:
        assert [result.text for result in responder.answer("/timeline Lind: taxes")[0].results] == [TAXES]
        asked, _ = responder.answer("/timeline Lind: chess since:2023")
        assert [choice.message for choice in asked.choices] == [
            f"/timeline {MARA} since:2023",
            f"/timeline {JON} since:2023",
        ]


@pytest.mark.parametrize("message", ["/person Lind", "/topics", "/compare Lind | Reuel", "/timeline bridge"])
def test_an_empty_archive_says_so(empty: Responder, message: str) -> None:
    assert empty.answer(message)[0].note is Note.EMPTY_ARCHIVE


def test_words_that_only_look_like_such_a_question(responder: Responder) -> None:
    answer, _ = responder.answer("profile of a long and costly winter")
    assert answer.command == "who"
