"""plain: a reply as text, for terminals and pipes."""

from __future__ import annotations

from bot.model import Block, BlockKind, Button, Piece, Reply, Style

_INDENT = {BlockKind.TEXT: "", BlockKind.QUOTE: "  ", BlockKind.CONTEXT: "  | "}


def plain(reply: Reply, buttons: bool = True) -> str:
    """The reply as text.

    Args:
        reply: What to show.
        buttons: Whether buttons become lines that say what to type; a face that numbers them itself needs none.
    """
    lines: list[str] = []
    before = BlockKind.TEXT
    for block in reply.blocks:
        tight = block.kind is BlockKind.CONTEXT or before is BlockKind.QUOTE
        lines += [_block(block)] if tight or not lines else ["", _block(block)]
        before = block.kind
    rows = reply.buttons[1:] if reply.pages > 1 else reply.buttons  # no message stands for the turning of pages
    typed = [_button(one) for row in rows for one in row if not (one.url or one.aside)]  # links stand in the text
    if buttons and typed:
        lines += typed if lines and lines[-1].endswith(":") else ["", *typed]
    return "\n".join(lines)


def _block(block: Block) -> str:
    indent = _INDENT[block.kind]
    return "\n".join(line and indent + line for line in "".join(map(_piece, block.pieces)).split("\n"))


def _piece(piece: Piece) -> str:
    if piece.style is Style.MARK:
        return f">>{piece.text}<<"
    return f"{piece.text} <{piece.url}>" if piece.style is Style.LINK and piece.url else piece.text


def _button(button: Button) -> str:
    says_it = button.message.startswith(button.label.rstrip("…"))
    return f"  {button.message}" if says_it else f"  {button.label}: {button.message}"
