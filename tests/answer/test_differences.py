"""A user's words against the record, word for word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.differences import Comparison, compare, punctuated_alike, tokens, wording
from bot.model import Change, Span

RECORD = "It rained all night. We will not raise taxes on bread by more than two percent, whatever the council says."
vocabulary = st.sampled_from("we will not raise taxes on bread two ten the council never and a".split())
sentences = st.lists(vocabulary, min_size=1, max_size=12).map(" ".join)


def compared(yours: str, record: str = RECORD) -> Comparison:
    found = compare(wording(yours), wording(record))
    assert found
    return found


def differences(yours: str, record: str = RECORD) -> list[tuple[str, str, str]]:
    return [(one.change.value, one.yours, one.record) for one in compared(yours, record).differences]


@pytest.mark.parametrize(
    ("yours", "expected"),
    [
        ("we will not raise taxes", []),
        ("WE WILL NOT RAISE TAXES!", []),
        ("“We will not—raise taxes…”", []),
        ("we will raise taxes", [("left_out", "", "not")]),
        ("we will not ever raise taxes", [("put_in", "ever", "")]),
        ("we will not raise taxes on bread by more than ten percent", [("swapped", "ten", "two")]),
        ("they will not raise taxes", [("swapped", "they", "We")]),
        ("we will not raise taxes on milk", [("swapped", "milk", "bread")]),
        ("we will cut taxes", [("swapped", "cut", "not raise")]),
        ("we will not raise taxes, whatever the council says", [("left_out", "", "on bread by more than two percent")]),
        ("surely we will not raise taxes", [("put_in", "surely", "")]),
        (
            "we will not raise taxes while I am in office here",
            [("put_in", "while I am in office here", "")],
        ),
    ],
)
def test_what_differs(yours: str, expected: list[tuple[str, str, str]]) -> None:
    assert differences(yours) == expected


def test_a_word_before_is_swapped_only_within_the_sentence() -> None:
    assert differences("today we will not raise taxes") == [("put_in", "today", "")]


def test_a_word_far_off_is_chance() -> None:
    record = "It was all for the best, she thought, and so did everybody else there. Winter will be long."
    assert differences("it winter will be long", record) == [("put_in", "it", "")]


@pytest.mark.parametrize(
    ("yours", "record"),
    [
        ("it's late", "its late"),
        ("he cant go", "he can’t go"),
        ("el publicó eso", "él publicó eso"),
        ("the mayor left", "the mayor’s left"),
        ("by -5 degrees", "by 5 degrees"),
        ("by 3.5 points", "by 35 points"),
        ("5% of it", "5 of it"),
        ("$5 for it", "€5 for it"),
        ("we resign today", "we re-sign today"),
        ("sí vamos", "si vamos"),
    ],
)
def test_small_marks_that_make_another_word(yours: str, record: str) -> None:
    assert compared(yours, record).edits


@pytest.mark.parametrize(
    ("yours", "record"),
    [
        ("it's late", "it’s late"),
        ("a well known man", "a well-known man"),
        ("the U.S. left", "the U.S left"),
        ("\u00e9l dijo", "e\u0301l dijo"),
        ("by −5 degrees", "by -5 degrees"),
        ("yes,   we\u00a0can", "“Yes, we can”"),
    ],
)
def test_marks_that_make_no_difference(yours: str, record: str) -> None:
    assert not compared(yours, record).edits


@pytest.mark.parametrize(
    ("yours", "record", "alike"),
    [
        ("We came, we saw", "we came, we saw.", True),
        ("We came we saw", "we came, we saw.", False),
        ("We came — we saw", "we came – we saw.", True),
        ("We came. We saw", "We came,” she said. “We saw", False),
    ],
)
def test_punctuation(yours: str, record: str, alike: bool) -> None:
    spans = [Span(0, 8), Span(record.index("We", 1), len(record))] if "said" in record else None
    found = compare(wording(yours), wording(record, spans))
    assert found
    assert not found.edits
    assert punctuated_alike(found) is alike or "said" in record


def test_nothing_in_common() -> None:
    assert compare(wording("zebra"), wording(RECORD)) is None
    assert compare(wording(""), wording(RECORD)) is None
    assert compare(wording("zebra"), wording("")) is None


def test_words_across_an_interruption_are_one_stretch() -> None:
    record = "We came,” she said. “We saw."
    found = compare(wording("we came we heard"), wording(record, [Span(0, 7), Span(21, 27)]))
    assert found
    assert [(one.yours, one.record) for one in found.differences] == [("heard", "saw")]


@given(st.text(max_size=60))
def test_a_text_against_itself_has_no_differences(text: str) -> None:
    found = compare(wording(text), wording(text))
    assert (found is None) == (not tokens(text))
    assert found is None or (not found.edits and found.likeness == 1.0)


@settings(max_examples=300)
@given(sentences, sentences)
def test_the_edits_turn_the_record_into_the_users_words(yours: str, record: str) -> None:
    found = compare(wording(yours), wording(record))
    if found is None:
        assert not set(yours.split()) & set(record.split())
        return
    rebuilt, place = [], found.window.start
    for edit in found.edits:
        rebuilt += found.record.keys[place : edit.record.start] + found.yours.keys[slice(*edit.yours)]
        place = edit.record.end
    assert rebuilt + found.record.keys[place : found.window.end] == found.yours.keys
    assert 0 < found.likeness <= 1.0


@given(st.lists(vocabulary, min_size=2, max_size=12), st.data())
def test_one_word_changed_is_never_word_for_word(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    record = " ".join(words)
    for altered in ([*words[:place], "zebra", *words[place + 1 :]], [*words[:place], "zebra", *words[place:]]):
        assert compared(" ".join(altered), record).edits
    inside = 0 < place < len(words) - 1
    shorter = [*words[:place], *words[place + 1 :]]
    if inside and " ".join(shorter) not in record:
        assert compared(" ".join(shorter), record).edits


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_shown_is_a_slice_of_either_side(yours: str, record: str) -> None:
    found = compare(wording(yours), wording(record))
    for one in found.differences if found else ():
        assert one.yours in yours
        assert one.record in record
        assert (one.change is Change.PUT_IN) == (one.record == "")
        assert (one.change is Change.LEFT_OUT) == (one.yours == "")
