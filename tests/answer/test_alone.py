"""Which sentences stand alone, and whom their pronouns stand for."""

import pytest

from bot.answer.alone import Context
from bot.answer.alone_lexicon import (
    EXPLETIVE,
    FILLS_IN,
    GENDER,
    OF_TIME,
    POINTS_BACK,
    PRONOUNS,
    SOMEBODY,
    SPEAKING,
    WHOLE,
)
from bot.extract.engine import Engine
from bot.model import Article, ArticleRef, Span, StoredArticle
from bot.text import fold, sentences


def stored(text: str) -> StoredArticle:
    article = Article(text, language="en")
    return StoredArticle(ArticleRef(article.id), article, Engine().extract(article))


def read(text: str) -> dict[str, tuple[bool, tuple[str, ...]]]:
    """Each sentence: whether it stands alone, and the names for its pronouns."""
    context = Context(stored(text))
    return {
        span.of(text): (context.alone(span), tuple(one.name for one in context.named(span))) for span in sentences(text)
    }


MAYOR = "Mara Lind, the mayor of Orvik, said the ferry would not sail before spring."


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("She said the town had no money for another one.", "Mara Lind"),
        ("“We have one hull and it has two holes,” she said.", "Mara Lind"),
        ("She arrived from the capital on Monday.", "Mara Lind"),
        ("Her term ends in May.", "Mara Lind’s"),
    ],
)
def test_a_pronoun_gets_the_name_of_the_one_person_before(sentence: str, name: str) -> None:
    assert read(f"{MAYOR}\n\n{sentence}")[sentence] == (True, (name,))


@pytest.mark.parametrize(
    "sentence",
    [
        "It was built in 1970.",
        "This came too late for many.",
        "But the harbour board disagrees.",
        "Both want a new ferry.",
        "“That is no way to treat an island.”",
        "What will happen to the crew?",
        "They met on Friday.",
    ],
)
def test_what_hangs_on_another_sentence_does_not_stand_alone(sentence: str) -> None:
    assert read(f"{MAYOR}\n\n{sentence}")[sentence] == (False, ())


@pytest.mark.parametrize(
    "sentence",
    [
        "It was not clear who would pay for the repairs.",
        "This week the harbour stays closed.",
        "Most of the crew have found other work.",
        "The harbour board said it had no comment.",
        "Tomas Reuel fears that he will lose his house.",
        "The ship known as “the Duchess” lay at the quay.",
        "“We have one hull,” said Tomas Reuel, an engineer.",
    ],
)
def test_what_explains_itself_stands_alone(sentence: str) -> None:
    assert read(f"{MAYOR}\n\n{sentence}")[sentence] == (True, ())


def test_between_two_people_nobody_is_put_in() -> None:
    text = "Mara Lind met Clara Holm at the quay in Orvik.\n\nShe left before noon."
    assert read(text)["She left before noon."] == (False, ())


def test_somebody_unknown_to_the_record_counts_as_well() -> None:
    text = f"{MAYOR}\n\nClara Holm was among the passengers.\n\nShe left before noon."
    assert read(text)["She left before noon."] == (False, ())


def test_somebody_without_a_name_counts_as_well() -> None:
    text = "Mara Lind, the mayor, came with a colleague from the ferry.\n\nShe left before noon."
    assert read(text)["She left before noon."] == (False, ())


def test_in_the_answers_of_an_interview_nothing_is_put_in() -> None:
    text = "Mara Lind is the mayor of Orvik.\n\nQ: Who taught you to sail?\n\nA: Clara. She was never afraid of fog."
    assert read(text)["She was never afraid of fog."][1] == ()


def test_a_surname_alone_is_told_in_full() -> None:
    text = f"{MAYOR}\n\nLind said the town was poor."
    context, span = Context(stored(text)), sentences(text)[1]
    found = context.surname(span)
    assert found
    assert (found.span.of(text), found.name) == ("Lind", "Mara Lind")
    assert context.surname(sentences(text)[0]) is None


def test_he_is_not_who_was_called_she() -> None:
    text = f"{MAYOR}\n\nShe said the quay was safe.\n\nHe left before noon."
    assert read(text)["He left before noon."] == (False, ())


def test_inside_quotation_marks_nothing_is_put_in() -> None:
    sentence = "“He told me he would come,” said Tomas Reuel."
    assert read(f"{MAYOR}\n\n{sentence}")[sentence][1] == ()


def test_words_of_one_statement_stay_behind_those_that_name_the_speaker() -> None:
    text = "“We pumped for three days,” Mara Lind said. “Then the pumps sank as well, one by one.”"
    first, second = sentences(text)
    context = Context(stored(text))
    assert context.alone(first)
    assert not context.alone(second)
    assert context.follows(second) == first
    assert context.follows(first) is None


def test_a_paragraph_ends_what_follows() -> None:
    text = "The ferry sank.\n\nIt was old."
    assert Context(stored(text)).follows(sentences(text)[1]) is None


@pytest.mark.parametrize("text", ["", "x", "“", "She", "it it it", "\ud800", "“He said “he said"])
def test_any_text_can_be_asked_about(text: str) -> None:
    context = Context(stored(text))
    for span in [*sentences(text), Span(0, len(text))]:
        context.alone(span)
        assert all(span.start <= one.span.start < one.span.end <= span.end for one in context.named(span))


@pytest.mark.parametrize(
    "group",
    [GENDER, PRONOUNS, SOMEBODY, SPEAKING, OF_TIME, FILLS_IN, EXPLETIVE, POINTS_BACK, WHOLE],
    ids=lambda group: len(group),
)
def test_words_are_normalised(group: frozenset[str]) -> None:
    assert group
    assert all(fold(word) == word for word in group)
