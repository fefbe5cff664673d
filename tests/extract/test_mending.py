"""Texts that come damaged, and findings that are mended or left out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.extract import extract
from bot.extract.idle import idle, without_listener
from bot.extract.repair import repaired
from bot.extract.resumed import resumed
from bot.model import Attribution, Span

PIECES = st.sampled_from(
    ["re-\nplant", "a-\r\nb", "-\n", "\n", " \n ", "word", "Word", ". ", "\n\n", "“", "joan pike", "é"]
)


def at(text: str, *parts: str) -> list[Span]:
    """Where parts stand in a text."""
    return [Span(text.index(part), text.index(part) + len(part)) for part in parts]


def attribution(text: str, source: str, cue: str, *content: str) -> Attribution:
    return Attribution(tuple(at(text, *content)), *at(text, cue, source))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_every_letter_that_is_read_stands_in_the_text(text: str) -> None:
    read = repaired(text)
    if read.places is None:
        assert read.text.casefold() == text.casefold()
        return
    assert read.places == sorted(read.places)
    for letter, place in zip(read.text, read.places, strict=True):
        assert letter.casefold() == text[place].casefold() or letter == " "


def test_broken_words_are_joined_and_found_as_they_stand() -> None:
    text = "The reser-\nvoir is half full."
    read = repaired(text)
    assert read.text == "The reservoir is half full."
    start = read.text.index("reservoir")
    assert read.placed(Span(start, start + len("reservoir"))).of(text) == "reser-\nvoir"


def test_names_without_capitals_get_them_and_other_words_none() -> None:
    read = repaired("will the boats stay in? joan pike says they may hope for more.")
    assert read.text == "Will the boats stay in? Joan Pike says they may hope for more."


def test_a_text_with_capitals_stays() -> None:
    text = "He met joan pike, who said little about it."
    assert repaired(text).text == text


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Rhys Vaughn crashed in the men’s.", "Rhys Vaughn", "crashed", "the men’s"),
        ("Bassi was seen on two roofs that night.", "Bassi", "was seen on", "two roofs that night"),
        ("It was hot. Does Holm regret the first song?", "Holm", "regret", "the first song"),
        ("Petrak, whose side conceded nine of them, left.", "whose side", "conceded", "nine of them"),
    ],
)
def test_what_attributes_nothing_is_idle(text: str, source: str, cue: str, content: str) -> None:
    assert idle(text, attribution(text, source, cue, content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor hopes for a mild winter.", "The mayor", "hopes", "for a mild winter"),
        ("The mayor mocked “smart gravel”.", "The mayor", "mocked", "smart gravel"),
        ("Holm said that was seen as a threat.", "Holm", "said", "that was seen as a threat"),
    ],
)
def test_what_somebody_says_or_wants_is_not(text: str, source: str, cue: str, content: str) -> None:
    assert not idle(text, attribution(text, source, cue, content))


def test_the_listener_is_no_part_of_what_was_asked() -> None:
    text = "“What did you see?” a reporter asked pilot Greta Lomax."
    one = attribution(text, "a reporter", "asked", "What did you see?", "pilot Greta Lomax")
    assert without_listener(text, one).content == tuple(at(text, "What did you see?"))


def test_words_go_on_behind_she_explained() -> None:
    text = "The ice, she explained, remembers every volcano."
    cut = attribution(text, "she", "explained", "The ice")
    thought = attribution(text, "The ice", "remembers", "every volcano")
    assert [one.content for one in resumed(text, [cut, thought])] == [
        tuple(at(text, "The ice", "remembers every volcano"))
    ]


def test_what_follows_a_whole_statement_is_not_added() -> None:
    text = "The ice is old, she explained, in an interview."
    cut = attribution(text, "she", "explained", "The ice is old")
    assert resumed(text, [cut]) == [cut]


def test_bold_names_take_turns_and_questions_are_nobodys() -> None:
    text = "Ines Falk carves.\n\n**Gazette:** Do you rest?\n\n**Falk:** Every night. I like it.\n\n**Gazette:** Why?"
    assert [(quote.speaker.name, quote.text(text)) for quote in extract(text).quotes if quote.speaker] == [
        ("Ines Falk", "Every night. I like it.")
    ]
