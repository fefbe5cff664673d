"""/check: whether a quotation stands on record, word for word."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Responder
from bot.answer.differences import wording
from bot.answer.quotation import readings
from bot.answer.record import stand
from bot.compose import compose, plain
from bot.model import Answer, Flag, Match, Memory, Note, QuoteKind, Result, Span, Status, Verdict
from tests.answer.stubs import BOARD, JON, MARA, TOMAS, Finder, FirstSentences, Shelf

SHELF = Shelf()
RESPONDER = Responder(SHELF, Finder(SHELF), FirstSentences())
AFRAID = "Nobody needs to be afraid"
TAXES = "Taxes will rise by two points"


def checked(message: str, memory: Memory = Memory()) -> Answer:  # noqa: B008 - immutable
    answer, _ = RESPONDER.answer(message, memory)
    assert answer.command == "check"
    return answer


def flags(answer: Answer) -> set[Flag]:
    return {flag for result in answer.results for one in result.differences for flag in one.flags}


@pytest.mark.parametrize(
    "message",
    [
        f"/check {TAXES}",
        f"/check “{TAXES}”",
        f'/check "{TAXES.upper()}!"',
        f"/check {TAXES}?",
        f"/check «{TAXES}» {MARA}",
        f"/check “{TAXES}” - {MARA}",
        f"/check “{TAXES}” — Lind",
        f"/check “{TAXES},” said Mara Lind",
        f"/check “{TAXES}” (Mara Lind)",
        f"/check “{TAXES}”, según Mara Lind",
        f"/check {TAXES} - {MARA}",
        f"/check {TAXES} {MARA}",
        f"/check {TAXES}, according to {MARA}",
        f"/check Mara Lind: “{TAXES}”",
        f"/check Mara Lind: {TAXES}",
        f"/check mayor: “{TAXES}”",
        f"/check Mara Lind said that {TAXES}",
        f"/check did Mara Lind say that {TAXES}?",
        f"/verify {TAXES}",
        f"did Mara Lind say “{TAXES}”?",
        f"did Mara Lind really say that {TAXES}?",
        f"did Mara Lind say {TAXES}?",
        f"has Mara Lind ever said that {TAXES}?",
        f"is it true that Mara Lind said {TAXES}?",
        f"Is it true that the Mayor said that {TAXES}?",
        f"was it Mara Lind who said {TAXES}?",
        f"is Mara Lind quoted as saying {TAXES}?",
        f"check whether Mara Lind said that {TAXES}",
        f"is this a real quote: “{TAXES}”?",
        f"“{TAXES}” - {MARA}",
        f"¿Dijo Mara Lind que {TAXES}?",
        f"¿Es verdad que Mara Lind dijo que {TAXES}?",
        f"¿es cierto que dijo Mara Lind que {TAXES}?",
        f"verifica: “{TAXES}”",
    ],
)
def test_word_for_word(message: str) -> None:
    answer = checked(message)
    assert (answer.verdict, answer.status) == (Verdict.VERBATIM, Status.OK)
    (result,) = answer.results
    assert result.speaker
    assert (result.speaker.name, result.text, result.match) == (MARA, TAXES, Match.EXACT)
    assert not result.differences
    assert "Word for word" in plain(compose(answer))


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("Taxes will not rise by two points", Flag.NEGATION),
        ("Taxes won’t rise by two points", Flag.NEGATION),
        ("Taxes will never rise by two points", Flag.NEGATION),
        ("Somebody needs to be afraid", Flag.NEGATION),
        ("The budget leaves schools with heating", Flag.NEGATION),
        ("Taxes will rise by ten points", Flag.NUMBER),
        ("Taxes will rise by two percent", Flag.NUMBER),
        ("Taxes will rise only by two points", Flag.CONDITION),
        ("Incomes will rise by two points", None),
        ("Taxes will rise by 2 points", None),
    ],
)
def test_altered_words(words: str, flag: Flag | None) -> None:
    for message in (f"/check {words}", f"/check “{words}”", f"did they say that {words}?"):
        answer = checked(message)
        assert (answer.verdict, answer.status) == (Verdict.ALTERED, Status.OK)
        assert answer.results[0].match is Match.CLOSE
        assert flags(answer) == ({flag} if flag else set())
        shown = plain(compose(answer))
        assert "Altered" in shown
        assert flag is None or f"{flag.value.upper()} CHANGED" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Taxes will rise by ten points", "NUMBER CHANGED: you wrote “ten”, on record: “two”."),
        ("Taxes will not rise by two points", "NEGATION CHANGED: you put in “not”, which is not on record."),
        ("Taxes will rise by points", "NUMBER CHANGED: you left out “two”."),
        ("needs to be afraid", "NEGATION CHANGED: you left out “Nobody”."),
        ("Incomes will rise by two points", "You wrote “Incomes”, on record: “Taxes”."),
    ],
)
def test_differences_are_told_in_words(words: str, told: str) -> None:
    assert f"• {told}" in plain(compose(checked(f"/check {words}")))


def test_a_negation_cut_off_is_no_word_for_word() -> None:
    answer = checked("/check needs to be afraid")
    assert (answer.verdict, flags(answer)) == (Verdict.TRUNCATED, {Flag.NEGATION})


PROMISE = Result("quote", "", content=(Span(0, 1),), quote_kind=QuoteKind.DIRECT)


@pytest.mark.parametrize(
    ("record", "words", "left_out"),
    [
        ("If the council agrees, we will pay.", "we will pay", ["If the council agrees"]),
        ("We will pay only if the council agrees.", "we will pay", ["only if the council agrees"]),
        ("I don’t think that we will pay.", "we will pay", ["don’t think that"]),
        ("It is not true that we will pay.", "we will pay", ["not true that"]),
        ("We will pay, but not this year.", "we will pay", ["but not this year"]),
        ("No pagaremos nada este año.", "este año", ["nada"]),
        ("Pagaremos si el consejo quiere.", "Pagaremos", ["si el consejo quiere"]),
        ("We do not lie. We will pay.", "we will pay", []),
        ("We do not lie, and we said so, we will pay.", "we will pay", []),
        ("We will pay. Not a penny was lost.", "we will pay", []),
        ("We will pay, but ask me later if you like.", "we will pay", []),
    ],
)
def test_what_is_cut_off_beside_the_words(record: str, words: str, left_out: list[str]) -> None:
    result = replace(PROMISE, text=record, content=(Span(0, len(record)),))
    standing = stand(result, wording(words))
    assert standing
    assert standing.exact
    assert [one.record for one in standing.differences] == left_out


def test_a_statement_found_in_part_is_read_to_the_end_of_its_quotation() -> None:
    text = "the council agrees,” Lind said. “We will pay."
    result = replace(PROMISE, text="the council agrees", content=(Span(9, 27),), before="“Only if ", after=text[18:])
    standing = stand(result, wording("the council agrees"))
    assert standing
    assert (standing.exact, standing.own, [one.record for one in standing.differences]) == (True, True, ["if"])


def test_said_by_somebody_else() -> None:
    for message in (f"/check “{TAXES}” - {JON}", f"did {JON} say that {TAXES}?", f"/check {TAXES} {JON}"):
        answer = checked(message)
        assert answer.verdict is Verdict.SOMEBODY_ELSE
        assert f"on record from {MARA}, not from {JON}." in plain(compose(answer))


def test_said_by_somebody_who_is_not_on_record() -> None:
    assert checked(f"/check “{TAXES}” - Zoe Quux").verdict is Verdict.SOMEBODY_ELSE


def test_a_surname_of_two_people_fits_either() -> None:
    assert checked(f"/check “{TAXES}” - Lind").verdict is Verdict.VERBATIM


def test_reported_indirectly() -> None:
    answer = checked("/check the Orvik bridge was safe again")
    assert (answer.verdict, answer.results[0].quote_kind) == (Verdict.REPORTED, QuoteKind.INDIRECT)
    assert "article’s wording" in plain(compose(answer))


def test_words_in_marks_within_a_report_are_the_speakers_own() -> None:
    assert checked(f"/check a long and costly winter - {TOMAS}").verdict is Verdict.VERBATIM
    assert checked("/check Reuel warned of a long and costly winter").verdict is Verdict.REPORTED


def test_words_across_an_interruption() -> None:
    quotation = f"We checked every bolt and every cable of it twice. {AFRAID}."
    assert checked(f"/check “{quotation}”").verdict is Verdict.VERBATIM


def test_the_articles_own_voice() -> None:
    answer = checked("/check The old ferry lay at the quay")
    assert (answer.verdict, answer.status, answer.results) == (Verdict.OWN_VOICE, Status.NOT_FOUND, ())
    assert answer.own_voice


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("The old ferry never lay at the quay with its engines cold", Flag.NEGATION),
        ("The old ferry lay at the quay with two engines cold", Flag.NUMBER),
    ],
)
def test_altered_words_of_the_articles_own(words: str, flag: Flag) -> None:
    answer = checked(f"/check “{words}” - {MARA}")
    assert (answer.verdict, answer.status, answer.results) == (Verdict.ALTERED, Status.NOT_FOUND, ())
    assert [one.text for one in answer.own_voice] == ["The old ferry lay at the quay with its engines cold."]
    assert flag in {flag for result in answer.own_voice for one in result.differences for flag in one.flags}
    assert flag.value.upper() in plain(compose(answer))
    assert "own words" in plain(compose(answer))


def test_a_sentence_that_shares_but_common_words_is_none_of_it() -> None:
    assert checked("/check The old man lay at the door with his son").verdict is Verdict.NOT_ON_RECORD


@pytest.mark.parametrize(
    "words", ["the moon is made of green cheese", "Taxes are a burden on everybody in this town", "we will be there"]
)
def test_not_on_record(words: str) -> None:
    answer = checked(f"/check {words}")
    assert (answer.verdict, answer.status, answer.results) == (Verdict.NOT_ON_RECORD, Status.NOT_FOUND, ())


def test_what_the_speaker_did_say_is_offered() -> None:
    answer = checked(f"did {TOMAS} say that the moon is made of green cheese?")
    assert answer.verdict is Verdict.NOT_ON_RECORD
    assert f"/quote {TOMAS}" in answer.suggestions


@pytest.mark.parametrize("message", ["/check", "/check ?", "/check taxes", "/check “”"])
def test_no_words_to_check(message: str) -> None:
    answer = checked(message)
    assert (answer.note, answer.verdict) == (Note.USAGE, None)
    assert checked(answer.suggestions[0]).status is Status.OK


def test_only_the_punctuation_differs() -> None:
    assert "Only the punctuation" in plain(compose(checked("/check Taxes will rise, by two points")))
    assert "Only the punctuation" not in plain(compose(checked(f"/check {TAXES}")))


def test_she_is_the_one_talked_of() -> None:
    memory = Memory(speaker=MARA)
    assert checked(f"did she say that {TAXES}?", memory).verdict is Verdict.VERBATIM
    assert checked("did she say that the budget leaves schools without heating?", memory).verdict is (
        Verdict.SOMEBODY_ELSE
    )


def test_the_speaker_is_remembered() -> None:
    _, memory = RESPONDER.answer(f"/check {TAXES}", Memory())
    assert (memory.speaker, memory.command) == (MARA, "check")


@pytest.mark.parametrize(
    ("message", "command"),
    [
        ("did Mara Lind say anything about taxes?", "quote"),
        ("did Mara Lind say something on taxes", "quote"),
        ("has Mara Lind commented on taxes?", "quote"),
        ("did Mara Lind speak about the bridge?", "quote"),
        ("did anybody say that taxes will rise?", "who"),
        ("who said taxes will rise?", "who"),
        ("¿quién dijo que taxes will rise?", "who"),
        ("¿qué dijo Mara Lind sobre el puente?", "quote"),
        ("what did Mara Lind say about taxes?", "quote"),
    ],
)
def test_questions_that_are_no_check(message: str, command: str) -> None:
    assert RESPONDER.answer(message)[0].command == command


def test_a_quotation_is_never_mended() -> None:
    answer = checked("did Mara Lind say “Taxes will rise by two pointz”?")
    assert answer.results[0].differences[0].yours == "pointz"


def test_a_name_within_the_words_is_a_part_of_them() -> None:
    assert readings(Finder(SHELF), f"“{TAXES} for {BOARD}”")[0].words == f"{TAXES} for {BOARD}"
    first, *others = readings(Finder(SHELF), f"{TAXES} for {BOARD}")
    assert (first.words, first.speaker) == (f"{TAXES} for {BOARD}", None)
    assert (f"{TAXES} for", BOARD) in [(one.words, one.speaker) for one in others]


def test_close_matches_of_who_show_what_differs() -> None:
    answer, _ = RESPONDER.answer("/who taxes will rise by ten points")
    assert answer.results[0].match is Match.CLOSE
    assert "Your words against the record: “ten” for “two”" in plain(compose(answer))


said = st.sampled_from(
    [quote.text for quote in SHELF.everything() if "\n" not in quote.text and "said" not in quote.text]
)


@settings(max_examples=60, deadline=None)
@given(said)
def test_what_is_on_record_is_on_record(words: str) -> None:
    assert checked(f"/check “{words}”").verdict in (Verdict.VERBATIM, Verdict.REPORTED)


@settings(max_examples=150, deadline=None)
@given(said, st.data())
def test_one_word_altered_is_never_verbatim(words: str, data: st.DataObject) -> None:
    row = words.split()
    place = data.draw(st.integers(0, len(row) - 1))
    new = data.draw(st.sampled_from(["zebra", "not", "seven", "an"]))
    changed, added = [*row[:place], new, *row[place + 1 :]], [*row[:place], new, *row[place:]]
    for altered in (changed, added):
        if " ".join(altered) != words:
            answer = checked(f"/check “{' '.join(altered)}”")
            assert answer.verdict in (Verdict.ALTERED, Verdict.NOT_ON_RECORD)
    if 0 < place < len(row) - 1:
        assert checked(f"/check “{' '.join([*row[:place], *row[place + 1 :]])}”").verdict is not Verdict.VERBATIM


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["", "Mara Lind: ", "did Lind say that "]))
def test_any_text_can_be_checked(text: str, before: str) -> None:
    answer, _ = RESPONDER.answer(f"/check {before}{text}")
    assert answer.status is not Status.ERROR
    assert (answer.verdict is None) == (answer.note in (Note.USAGE, Note.EMPTY_ARCHIVE))
    assert plain(compose(answer)).strip()
