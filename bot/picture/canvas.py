"""The canvas: shapes and text in a few inks on one paper, kept as how much ink there is, and written as a small PNG."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw

from bot.picture.typeset import Setting

SHADES = 64
"""Steps between paper and each ink: four inks make a palette."""
Box = tuple[int, int, int, int]
"""Left, upper, right (not included), lower (not included)."""


class Colours(NamedTuple):
    """The paper, and the inks on it."""

    paper: str
    ink: str
    grey: str
    accent: str
    faint: str


LIGHT = Colours("#FBFAF7", "#1B1D21", "#5C626C", "#B4232A", "#DCDAD4")
DARK = Colours("#16181C", "#F2F0EB", "#A3A9B3", "#F0705F", "#363A41")


class Canvas:
    """Each place of the sheet takes one ink: the last bar drawn there, else the last text written there or near."""

    def __init__(self, width: int, height: int, colours: Colours) -> None:
        """A blank sheet."""
        self._colours = colours
        self._amounts = Image.new("L", (width, height))
        self._draw = ImageDraw.Draw(self._amounts)
        self._texts: list[tuple[Box, int]] = []
        self._bars: list[tuple[Box, int]] = []

    def write(self, setting: Setting, x: float, y: float, ink: str) -> None:
        """Set a text with its upper left corner at a place."""
        setting.draw(self._draw, (x, y))
        over = setting.size / 2  # for what reaches out of the lines: marks above and below, slanted ends
        box = (x - over, y - over / 2, x + setting.width + over, y + setting.height + over / 2)
        self._texts.append((self._within(box), self._inks.index(ink)))

    def bar(self, box: tuple[float, float, float, float], ink: str) -> None:
        """Fill a rectangle."""
        left, upper, right, lower = self._within(box)
        if right > left and lower > upper:
            self._draw.rectangle((left, upper, right - 1, lower - 1), fill=255)
            self._bars.append(((left, upper, right, lower), self._inks.index(ink)))

    def _within(self, box: tuple[float, float, float, float]) -> Box:
        width, height = self._amounts.size
        left, upper, right, lower = map(round, box)
        return max(0, left), max(0, upper), min(width, right), min(height, lower)

    @property
    def _inks(self) -> list[str]:
        return list(self._colours[1:])

    def png(self) -> bytes:
        """The sheet as a file."""
        sheet = Image.new("P", self._amounts.size)
        sheet.putpalette([part for ink in self._inks for shade in range(SHADES) for part in self._mixed(ink, shade)])
        for box, place in (*self._texts, *self._bars):
            shades = [place * SHADES + amount * (SHADES - 1) // 255 for amount in range(256)]
            sheet.paste(self._amounts.crop(box).point(shades), box)
        file = BytesIO()
        sheet.save(file, "PNG", compress_level=6)
        return file.getvalue()

    def _mixed(self, ink: str, shade: int) -> tuple[int, ...]:
        paper, full = ImageColor.getrgb(self._colours.paper), ImageColor.getrgb(ink)
        part = shade / (SHADES - 1)
        return tuple(round(one + (other - one) * part) for one, other in zip(paper, full, strict=True))
