"""Replies -> Telegram messages: HTML escaped here and only here, cut to what one message may hold, with its buttons."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.language import ENGLISH, Language
from bot.model import Attachment, Block, BlockKind, Button, Piece, Reply, Style
from handlers.wording import NOTHING

LONGEST = 4096
"""UTF-16 units of text in one message, markup not counted; Telegram's limit."""
LONGEST_CAPTION = 1024
"""The same below a picture or document."""
MOST_ENTITIES = 100
"""Styled stretches in one message; Telegram's limit."""
MOST_BUTTONS = 100
"""In one message; Telegram's limit."""
BUTTONS_A_ROW = 8
"""Telegram's limit."""
_TAGS = {Style.BOLD: "b", Style.ITALIC: "i", Style.CODE: "code", Style.MARK: "u"}
_QUOTES = {BlockKind.QUOTE: "<blockquote>", BlockKind.CONTEXT: "<blockquote expandable>"}
_WEB_LINK = re.compile(r"https?://[^\s\x00-\x20\x7f]{1,2000}")
"""Telegram shows other links as plain text."""


@dataclass(frozen=True, slots=True)
class File:
    """A picture or document as it is sent."""

    name: str
    data: bytes
    picture: bool
    captioned: bool = True
    """Whether the text is short enough to be its caption."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reply as it is sent: one message, or several where it is too long; the buttons belong to the last."""

    texts: tuple[str, ...]
    """HTML, each within Telegram's limits; never empty."""
    keyboard: InlineKeyboardMarkup | None = None
    file: File | None = None
    """Goes along with it: as its caption where that is short enough, else behind it."""


def render(reply: Reply, data_of: Callable[[Button], str], say: Language = ENGLISH, bot: str = "") -> Rendered:
    """Put a reply into Telegram's HTML, and make what goes along with it.

    Args:
        reply: What to show.
        data_of: A button's data, at most 64 bytes.
        say: The user's language.
        bot: The bot's username, for deep links; without one there are none.
    """
    fitting = (block for whole in reply.blocks for block in _fitting(_clean(_linked(whole, bot))))
    made = reply.attachment.make() if reply.attachment else b""
    blocks = [*fitting, *([Block((Piece(made),))] if isinstance(made, str) else [])]
    parts = _parts(block for block in blocks if any(piece.text.strip() for piece in block.pieces))
    file = _file(reply.attachment, made, parts) if reply.attachment and isinstance(made, bytes) else None
    return Rendered(tuple(map(_html, parts)) or (say(NOTHING),), _keyboard(reply, data_of), file)


def _file(attachment: Attachment, made: bytes, parts: list[list[Block]]) -> File:
    return File(attachment.name, made, attachment.picture, len(parts) == 1 and _size(parts[0]) <= LONGEST_CAPTION)


def units(text: str) -> int:
    """The length of a text as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# --- what fits into one message


def _parts(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks in as few messages as may be, parted between blocks."""
    parts: list[list[Block]] = []
    for block in blocks:
        if parts and _fits([*parts[-1], block]):
            parts[-1].append(block)
        else:
            parts.append([block])
    return parts


def _fits(blocks: list[Block]) -> bool:
    return _size(blocks) <= LONGEST and sum(map(_entities, blocks)) <= MOST_ENTITIES


def _size(blocks: list[Block]) -> int:
    return sum(units(piece.text) for block in blocks for piece in block.pieces) + 2 * (len(blocks) - 1)


def _entities(block: Block) -> int:
    return (block.kind in _QUOTES) + sum((piece.style in _TAGS) + bool(piece.url) for piece in block.pieces)


def _linked(block: Block, bot: str) -> Block:
    """The block with its deep links."""
    pieces = (
        replace(piece, url=f"https://t.me/{bot}?start={piece.start}") if bot and piece.start else piece
        for piece in block.pieces
    )
    return replace(block, pieces=tuple(pieces))


def _clean(block: Block) -> Block:
    """The block without what Telegram can't take: halves of characters, empty pieces, NUL."""
    cleaned = (replace(piece, text=_whole(piece.text)) for piece in block.pieces)
    return replace(block, pieces=tuple(piece for piece in cleaned if piece.text))


def _whole(text: str) -> str:
    return text.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _fitting(block: Block) -> Iterator[Block]:
    """The block, in several where one message can't hold it."""
    pieces: list[Piece] = []
    for piece in (part for whole in block.pieces for part in _cut(whole)):
        if pieces and not _fits([replace(block, pieces=(*pieces, piece))]):
            yield replace(block, pieces=tuple(pieces))
            pieces = []
        pieces.append(piece)
    yield replace(block, pieces=tuple(pieces))


def _cut(piece: Piece) -> Iterator[Piece]:
    """The piece, cut between words, else anywhere, where it is longer than a message."""
    text = piece.text
    while units(text) > LONGEST:
        head = text.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore")
        end = max(head.rfind(" "), head.rfind("\n")) + 1 or len(head)
        yield replace(piece, text=text[:end])
        text = text[end:]
    yield replace(piece, text=text)


# --- HTML


def _html(blocks: Iterable[Block]) -> str:
    """Blocks as paragraphs; what is said of a quote stands close to it."""
    told = ""
    before = BlockKind.TEXT
    for block in blocks:
        tight = before is BlockKind.QUOTE or block.kind is BlockKind.CONTEXT
        told += ("\n" if tight else "\n\n") if told else ""
        told += _block(block)
        before = block.kind
    return told


def _block(block: Block) -> str:
    inner = "".join(map(_piece, block.pieces))
    opening = _QUOTES.get(block.kind)
    return f"{opening}{inner}</blockquote>" if opening else inner


def _piece(piece: Piece) -> str:
    text = html.escape(piece.text, quote=False)
    tag = _TAGS.get(piece.style)
    text = f"<{tag}>{text}</{tag}>" if tag else text
    linked = piece.url and _WEB_LINK.fullmatch(piece.url)
    return f'<a href="{html.escape(_whole(piece.url or ""))}">{text}</a>' if linked else text


# --- buttons


def _keyboard(reply: Reply, data_of: Callable[[Button], str]) -> InlineKeyboardMarkup | None:
    rows: list[list[InlineKeyboardButton]] = []
    room = MOST_BUTTONS
    for row in reply.buttons:
        shown = [_button(button, data_of) for button in row[:room] if not button.url or _WEB_LINK.fullmatch(button.url)]
        rows += (shown[start : start + BUTTONS_A_ROW] for start in range(0, len(shown), BUTTONS_A_ROW))
        room -= len(shown)
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button, data_of: Callable[[Button], str]) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(_label(button), url=_whole(button.url))
    return InlineKeyboardButton(_label(button), callback_data=data_of(button))


def _label(button: Button) -> str:
    return _whole(button.label).strip() or "…"
