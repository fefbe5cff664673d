"""What holds for every message."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Responder
from bot.answer.intent import MOST_CHARACTERS
from bot.compose import compose, plain
from bot.model import Memory, Note, Status
from tests.answer.stubs import Finder, FirstSentences, Shelf

SHELF = Shelf()
RESPONDER = Responder(SHELF, Finder(SHELF), FirstSentences())
HARD = [
    "",
    " ",
    "\n\t",
    "a",
    "the of and",
    "?!…",
    "🙂🙃",
    "/",
    "//",
    "/who",
    "/quote",
    "/quote :",
    "/quote : bridge",
    "/quote about",
    "/summary 999999999999999999999",
    "/summary 0",
    "/summary -1",
    "/summary ٣",
    "/summary http://[bad",
    "/start q_",
    "/start a_zz",
    "/help nonsense",
    "/person",
    "/topics ?",
    "/compare | |",
    "/compare a | a",
    "/timeline :",
    "/quote Lind since:",
    "/who bridge since:0000-00",
    "/articles until:9999999999",
    "/123",
    '" OR NEAR(a b) AND NOT "*',
    "'; DROP TABLE quotes; --",
    "<b>bold</b> & <script>",
    "{subject} {0} %s",
    "مرحبا بالعالم",
    "\u202eright to left",
    "\ud800",
    "\x00bridge\x00",
    "what did " * 60,
    "who said " * 60,
    "(a+)+" * 100 + "!",
    "b" * 10_000,
]

words = st.sampled_from(
    "/who /quote /summary /people /person /topics /compare /timeline since:2023-11 from:NDP last week | "
    "vs vs versus compare and who what did say said about on and he she Lind Mara bridge the second one 2 : ? "
    "“ ” articles summarise thanks Reuel taxes 10615691ab6d6a8f in 3 sentences".split()
)
messages = st.one_of(st.text(max_size=80), st.lists(words, max_size=9).map(" ".join))
memories = st.builds(
    Memory,
    speaker=st.sampled_from([None, "Mara Lind", "Nobody Known"]),
    topic=st.sampled_from([None, "bridge", "cheese"]),
    article_id=st.sampled_from([None, SHELF.articles()[0].id, "gone"]),
    listed=st.sampled_from([(), tuple(ref.id for ref in SHELF.articles()), ("gone", "gone too")]),
)


def check(message: str, memory: Memory) -> None:
    answer, after = RESPONDER.answer(message, memory)
    assert isinstance(after, Memory)
    assert answer.status is not Status.ERROR
    assert (answer.status is Status.NOT_FOUND) <= (answer.results == ())
    assert answer.note or answer.results
    reply = compose(answer)
    assert reply.blocks
    assert plain(reply).strip()
    for row in reply.buttons:
        assert all(button.label and button.message for button in row)


@pytest.mark.parametrize("message", HARD, ids=range(len(HARD)))
def test_a_hard_message_has_a_helpful_answer(message: str) -> None:
    check(message, Memory())


@settings(max_examples=200, deadline=None)
@given(messages, memories)
def test_any_message_has_an_answer(message: str, memory: Memory) -> None:
    check(message, memory)


@pytest.mark.parametrize("message", HARD, ids=range(len(HARD)))
def test_an_empty_archive_finds_nothing(empty: Responder, message: str) -> None:
    answer, _ = empty.answer(message)
    assert answer.results == ()
    assert plain(compose(answer)).strip()


@pytest.mark.parametrize("message", ["/who bridge", "/quote Lind", "/summary", "/articles", "/people", "/start"])
def test_an_empty_archive_says_so(empty: Responder, message: str) -> None:
    assert empty.answer(message)[0].note is Note.EMPTY_ARCHIVE


def test_too_long(responder: Responder) -> None:
    answer, _ = responder.answer("bridge " * MOST_CHARACTERS)
    assert (answer.status, answer.note) == (Status.NOT_FOUND, Note.TOO_LONG)
    assert answer.suggestions


@settings(max_examples=100, deadline=None)
@given(st.lists(words, min_size=1, max_size=7).map(" ".join), memories)
def test_a_button_asks_for_the_same_without_memory(message: str, memory: Memory) -> None:
    answer, _ = RESPONDER.answer(message, memory)
    if answer.results and answer.again:
        assert RESPONDER.answer(answer.again)[0].results == answer.results


@settings(max_examples=100, deadline=None)
@given(messages, memories)
def test_choices_and_suggestions_have_answers(message: str, memory: Memory) -> None:
    answer, _ = RESPONDER.answer(message, memory)
    if answer.command == "unknown":
        return  # a command's name that was mended says nothing of the words behind it
    asked = [*answer.suggestions, *(choice.message for choice in answer.choices if answer.command != "help")]
    for one in asked:
        found, _ = RESPONDER.answer(one, memory)
        assert found.note is Note.HELP or found.note is Note.USAGE or found.status is not Status.NOT_FOUND
