"""Bytes become text, or the message says what is wrong and what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import EmptyError, InputError, UnreadableError
from bot.parse import parse
from bot.parse.encoding import MAGICS, decode

TEXT = "La alcaldesa de Marlow dijo que el puente «está listo», según añadió José Núñez.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"])
def test_text_in_common_encodings_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).removeprefix("\ufeff") == TEXT


def test_curly_marks_of_windows_are_read() -> None:
    text = "“It leaks,” she said – twice…"
    assert decode(text.encode("cp1252")) == text


def test_a_broken_character_costs_itself_alone() -> None:
    assert decode(TEXT.encode() + b"\xe2\x82") == TEXT + "\ufffd"
    assert decode(TEXT.encode() + b"\xff.") == TEXT + "\ufffd."


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \u2028".encode(), b"\x1a"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyError, match="empty"):
        decode(data)


@pytest.mark.parametrize(("magic", "what"), MAGICS, ids=[what for _, what in MAGICS])
def test_known_kinds_of_files_are_named(magic: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=what):
        decode(magic + b" and the rest of it")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Marlow\0keeps its ferry", "a zero byte at 6"),
        (bytes(range(1, 32)) * 3, "control codes"),
        ("Марло оставляет паром".encode("cp1251"), "unknown encoding.*UTF-8"),
        (b"\xff\xfea\xd8b\xd8", "UTF-16.*byte 2"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=what):
        decode(data)


@given(st.text().filter(lambda text: text.strip("\0\x1a\ufeff\u200b") and not text.isspace()))
def test_plain_text_goes_through_unchanged(text: str) -> None:
    try:
        (article,) = parse("any.txt", text.encode(), "plain")
    except InputError:
        return
    assert article.text == text
    assert (article.headline, article.dropped, article.format) == (None, (), "plain")


@given(st.from_regex(r"[\w .,“”\r\n]*\w[\w .,“”\r\n]*", fullmatch=True))
def test_words_in_utf8_are_never_refused(text: str) -> None:
    assert parse("any.txt", text.encode(), "plain")[0].text == text
