"""Replies: an answer in words, before any particular chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How a piece of a reply looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    LINK = "link"
    MARK = "mark"
    """The passage that was looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reply in one style. Raw text: escaping is the renderer's."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None
    start: str | None = None
    """Payload of the deep link ("q_<quote>", "a_<article>") that it leads to, in faces that have such links."""


class BlockKind(StrEnum):
    """What a block of a reply is."""

    TEXT = "text"
    QUOTE = "quote"
    """Words of an article."""
    CONTEXT = "context"
    """What stands around them; may be folded away."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a reply."""

    pieces: tuple[Piece, ...]
    kind: BlockKind = BlockKind.TEXT


@dataclass(frozen=True, slots=True)
class Button:
    """Pressing it asks `message` and shows that page of its answer."""

    label: str
    message: str
    page: int | None = None
    """0 is the first; None: the one that the answer opens at."""
    url: str | None = None
    """A link that it opens instead; then `message` is that link."""
    aside: bool = False
    """Whether it only offers another form of what is shown; a face that spells buttons out leaves it out."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A statement to be pasted elsewhere."""

    id: str
    """Unique among those of one answer; at most 64 of A-Za-z0-9_-."""
    title: str
    description: str
    reply: Reply
    """What is pasted."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along with a reply."""

    name: str
    """Of letters, digits, "-" and one "."."""
    make: Callable[[], bytes | str]
    """Gives the file or, where it can't be made, why in the user's language. Blocks; a face may never call it."""
    picture: bool = False
    """Whether it is shown rather than handed over; then the reply's text is its caption and says all that it shows."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a face (terminal, Telegram) shows."""

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons."""
    page: int = 0
    pages: int = 1
    attachment: Attachment | None = None
