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
    for block in reply.blocks:
        lines += [""] if lines and block.kind is BlockKind.QUOTE else []
        lines.append(_block(block))
    if buttons:
        lines += [
            _button(button) for row in reply.buttons for button in row if not button.page and _typed(reply, button)
        ]
    return "\n".join(lines)


def _typed(reply: Reply, button: Button) -> bool:
    """Whether the button asks something else, rather than for another page of this."""
    return button.message.startswith("/") and (reply.page == 0 or button.label.isascii())


def _block(block: Block) -> str:
    indent = _INDENT[block.kind]
    return "\n".join(indent + line for line in "".join(map(_piece, block.pieces)).split("\n"))


def _piece(piece: Piece) -> str:
    return f"{piece.text} <{piece.url}>" if piece.style is Style.LINK and piece.url else piece.text


def _button(button: Button) -> str:
    return f"  {button.message}" if button.label in (button.message, "") else f"  {button.label}: {button.message}"
