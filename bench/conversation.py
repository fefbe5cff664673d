"""The picture of a conversation in the README: `python bench/conversation.py` holds it on the sample articles.

What stands in the picture is what the bot answers now; only the bubbles are drawn as a chat window would.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

from bot.__main__ import Parts
from bot.config import Settings, StoreSettings
from bot.model import Block, BlockKind, Reply
from bot.picture.fonts import Style
from bot.picture.typeset import Setting, fitted

QUESTIONS = ("who said smoke on the horizn?", "/check “We will go there with charts, not threats” - Adler")
SHOWN = Path(__file__).parents[1] / "docs" / "pictures" / "conversation.png"
WIDTH, MARGIN, PADDING, GAP = 1000, 32, 26, 22
SIZE, LEADING, INDENT = 27, 1.34, 22
WALL, BUBBLE, MINE, KEYS, INK, KEY_INK, BAR = (
    "#CFDDE3",
    "#FFFFFF",
    "#E1F6CD",
    "#9DB4BE",
    "#17212B",
    "#FFFFFF",
    "#B4232A",
)
Line = tuple[Setting, bool]
"""A text, and whether it is a quotation."""


def text_of(block: Block) -> str:
    """The block's words."""
    return "".join(piece.text for piece in block.pieces)


class Window:
    """A chat window, filled from top to bottom."""

    def __init__(self) -> None:
        """Empty, and taller than needed."""
        self.image = Image.new("RGB", (WIDTH, 4000), WALL)
        self.draw = ImageDraw.Draw(self.image)
        self.y: float = MARGIN

    def say(self, lines: list[tuple[str, bool]], mine: bool) -> None:
        """A bubble of somebody's."""
        wide = WIDTH - 2 * MARGIN - (240 if mine else 60) - 2 * PADDING
        rooms = {SIZE: 4000.0}
        told = [(fitted(words, Style.PLAIN, wide - INDENT * quoted, LEADING, rooms), quoted) for words, quoted in lines]
        length = max(one.length + INDENT * quoted for one, quoted in told) + 2 * PADDING
        height = sum(one.height for one, _ in told) + 10 * (len(told) - 1) + 2 * PADDING
        x = WIDTH - MARGIN - length if mine else MARGIN
        box = (x, self.y, x + length, self.y + height)
        self.draw.rounded_rectangle(box, 22, MINE if mine else BUBBLE)
        self._write(told, x + PADDING, self.y + PADDING)
        self.y += height + GAP / 2

    def _write(self, told: list[Line], x: float, y: float) -> None:
        for setting, quoted in told:
            if quoted:
                self.draw.rectangle((x, y + 3, x + 5, y + setting.height - 3), BAR)
            mask = Image.new("L", (WIDTH, round(setting.height) + SIZE))
            setting.draw(ImageDraw.Draw(mask), (x + INDENT * quoted, 0))
            self.image.paste(INK, (0, round(y)), mask)
            y += setting.height + 10

    def keys(self, labels: list[str]) -> None:
        """A row of buttons."""
        width = (WIDTH - 2 * MARGIN - 60 - 8 * (len(labels) - 1)) / len(labels)
        for place, label in enumerate(labels):
            x = MARGIN + place * (width + 8)
            self.draw.rounded_rectangle((x, self.y - 4, x + width, self.y + 50), 14, KEYS)
            setting = fitted(label, Style.BOLD, width, LEADING, {22: 30.0})
            mask = Image.new("L", (WIDTH, 60))
            setting.draw(ImageDraw.Draw(mask), (x + (width - setting.length) / 2, 10))
            self.image.paste(KEY_INK, (0, round(self.y) - 2), mask)
        self.y += 54 + GAP / 2


def shown(window: Window, question: str, reply: Reply) -> None:
    """A question with its answer."""
    window.say([(question, False)], mine=True)
    window.y += GAP / 2
    window.say([(text_of(block), block.kind is not BlockKind.TEXT) for block in reply.blocks], mine=False)
    for row in reply.buttons:
        window.keys([button.label for button in row])
    window.y += GAP


def main() -> None:
    """Hold the conversation and draw it."""
    window = Window()
    with tempfile.TemporaryDirectory() as folder:
        desk = Parts().desk(Settings(store=StoreSettings(path=Path(folder) / "archive.sqlite")))
        try:
            desk.load_samples()
            for question in QUESTIONS:
                shown(window, question, desk.ask(question, "picture").reply)
        finally:
            desk.close()
    SHOWN.parent.mkdir(exist_ok=True)
    window.image.crop((0, 0, WIDTH, round(window.y + MARGIN - GAP))).quantize(64).save(SHOWN, optimize=True)


if __name__ == "__main__":
    main()
