"""Replies as Telegram HTML: escaped, well nested, within the limits, and nothing lost."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Block, BlockKind, Button, Piece, Reply, Style
from handlers.render import BUTTONS_A_ROW, LONGEST, MOST_BUTTONS, MOST_ENTITIES, NOTHING, render

ALLOWED = {"b", "i", "code", "a", "blockquote", "u"}
texts = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=None), max_size=30),  # halves of characters too
    st.builds(
        lambda unit, times: unit * times, st.sampled_from(["🙂", "word ", "<b>&amp;", "x", "\n"]), st.integers(1, 3000)
    ),
)
pieces = st.builds(
    Piece,
    texts,
    st.sampled_from(Style),
    st.none() | st.sampled_from(["https://a.example/?q=1&r=\"'<", "javascript:x", ""]),
)
blocks = st.builds(Block, st.lists(pieces, max_size=4).map(tuple), st.sampled_from(BlockKind))
buttons = st.builds(Button, st.text(max_size=5), st.just("/who it"), st.integers(0, 9))
replies = st.builds(
    Reply,
    st.lists(blocks, max_size=6).map(tuple),
    st.lists(st.lists(buttons, max_size=20).map(tuple), max_size=8).map(tuple),
)


class Reader(HTMLParser):
    """Reads HTML as Telegram does, and refuses what it would refuse."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.links, self.entities = "", [], 0
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == [], "a tag is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        assert tag not in self._open, "nested in itself"
        given = dict(attrs)
        assert set(given) <= {"a": {"href"}, "blockquote": {"expandable"}}.get(tag, set())
        if tag == "a":
            self.links.append(given["href"])
        self._open.append(tag)
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def units(self) -> int:
        return len(self.text.encode("utf-16-le")) // 2


def data_of(button: Button) -> str:
    return f"p:{button.page}"


def shown(*given: Block | str) -> str:
    (text,) = render(Reply(tuple(b if isinstance(b, Block) else Block((Piece(b),)) for b in given)), data_of).texts
    return text


def visible(text: str) -> str:
    return "".join(text.split()).replace("\0", "")


@settings(max_examples=80, deadline=None)
@given(replies)
def test_any_reply_is_what_telegram_takes(reply: Reply) -> None:
    rendered = render(reply, data_of)
    readers = [Reader(text) for text in rendered.texts]
    assert readers
    for reader in readers:
        assert reader.text.strip()
        assert reader.units <= LONGEST
        assert reader.entities <= MOST_ENTITIES
        assert all(link.startswith("https://") for link in reader.links)
        reader.text.encode("utf-8")
    whole = "".join(piece.text for block in reply.blocks for piece in block.pieces)
    told = "".join(reader.text for reader in readers)
    expected = whole.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if all(b.pieces and all(p.text.isascii() for p in b.pieces) for b in reply.blocks) and visible(whole):
        assert visible(told) == visible(expected)


@settings(max_examples=60, deadline=None)
@given(replies)
def test_any_keyboard_is_what_telegram_takes(reply: Reply) -> None:
    keyboard = render(reply, data_of).keyboard
    rows = keyboard.inline_keyboard if keyboard else ()
    assert all(1 <= len(row) <= BUTTONS_A_ROW for row in rows)
    every = [button for row in rows for button in row]
    assert all(button.text.strip() and button.callback_data for button in every)
    asked = [button for row in reply.buttons for button in row]
    assert [button.callback_data for button in every] == [data_of(button) for button in asked[:MOST_BUTTONS]]


def test_each_kind_and_style_has_its_tag() -> None:
    every = [
        Block((Piece("a < b", Style.BOLD), Piece(" & "), Piece("c", Style.ITALIC))),
        Block((Piece("“We <did> it”"),), BlockKind.QUOTE),
        Block((Piece("— Mara Lind"),)),
        Block((Piece("before"), Piece("we", Style.ITALIC)), BlockKind.CONTEXT),
        Block((Piece("/who", Style.CODE), Piece("at", Style.LINK, "https://a.example/?b=1&c"))),
    ]
    assert shown(*every) == (
        "<b>a &lt; b</b> &amp; <i>c</i>\n\n"
        "<blockquote>“We &lt;did&gt; it”</blockquote>\n— Mara Lind\n"
        "<blockquote expandable>before<i>we</i></blockquote>\n\n"
        '<code>/who</code><a href="https://a.example/?b=1&amp;c">at</a>'
    )


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "tg://user?id=1", "https://a b", "//x"])
def test_what_is_no_web_link_is_plain(url: str | None) -> None:
    assert shown(Block((Piece("x", Style.LINK, url),))) == "x"


def test_a_long_reply_is_parted_between_blocks() -> None:
    long = ["word " * 500 + mark for mark in "abc"]
    rendered = render(Reply(tuple(Block((Piece(text),)) for text in long), ((Button("B", "m"),),)), data_of)
    assert rendered.texts == (f"{long[0]}", long[1], long[2])
    assert rendered.keyboard is not None


def test_a_long_block_is_cut_between_words_and_keeps_its_kind() -> None:
    rendered = render(Reply((Block((Piece("🙂word " * 1500),), BlockKind.QUOTE),)), data_of)
    assert len(rendered.texts) == 3
    for text in rendered.texts:
        assert text.startswith("<blockquote>🙂word ")
        assert text.endswith("word </blockquote>")


@pytest.mark.parametrize("reply", [Reply(()), Reply((Block(()),)), Reply((Block((Piece(" \n"),)),))], ids=str)
def test_nothing_is_said_in_words(reply: Reply) -> None:
    assert render(reply, data_of).texts == (NOTHING,)
