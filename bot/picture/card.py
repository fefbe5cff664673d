"""A quote as a card: the words, who said them, and where and when, set large."""

from __future__ import annotations

from bot.picture.canvas import DARK, LIGHT, Canvas
from bot.picture.fonts import Style
from bot.picture.sheet import Card
from bot.picture.typeset import Setting, fitted

WIDTH, MARGIN = 1200, 96
LEAST_HEIGHT = 630
"""Pixels; so that a short quote is as wide a card as link previews are."""
SIZES = range(92, 33, -2)
"""Of the quote's letters, in pixels; on a telephone a third of it."""
TALLEST = (260, 1130)
"""Pixels that a quote may take at its largest and smallest size."""
GROWTH = 1.6
"""In between the space grows slowly first: a few more words make smaller letters, not a taller card."""
QUOTE_LEADING, SMALL_LEADING = 1.36, 1.35
BAR, BAR_GAP = 10, 44
"""The bar beside the quote: its width, and the space between."""
FOOTER_GAP = 52
"""Between the quote and who said it."""
NAME_SIZE, ROLE_SIZE, SOURCE_SIZE = 40, 32, 30
FOOTER_LINES = 2
"""Lines that a name, a role or a source may take."""
_TEXT_WIDTH = WIDTH - 2 * MARGIN - BAR - BAR_GAP


def draw_card(card: Card) -> bytes:
    """The card as PNG.

    Raises:
        Unshowable: It has characters that no font here can show.
    """
    quote = fitted(card.text, Style.QUOTE, _TEXT_WIDTH, QUOTE_LEADING, _rooms())
    told = [
        _small(card.speaker, Style.BOLD, NAME_SIZE),
        _small(" · ".join(filter(None, (card.role, card.manner))), Style.PLAIN, ROLE_SIZE),
        _small(card.source, Style.PLAIN, SOURCE_SIZE),
    ]
    needed = 2 * MARGIN + quote.height + FOOTER_GAP + sum(one.height for one in told)
    height = round(max(LEAST_HEIGHT, needed))
    return _drawn(card.dark, quote, told, height, MARGIN + (height - needed) / 2)


def _rooms() -> dict[int, float]:
    """The height that a quote may have at each size: the smaller the letters, the taller the card."""
    largest, smallest = SIZES[0], SIZES[-1]
    low, high = TALLEST
    return {size: low + (high - low) * ((largest - size) / (largest - smallest)) ** GROWTH for size in SIZES}


def _small(text: str, style: Style, size: int) -> Setting:
    return fitted(text, style, _TEXT_WIDTH, SMALL_LEADING, {size: FOOTER_LINES * size * SMALL_LEADING})


def _drawn(dark: bool, quote: Setting, told: list[Setting], height: int, top: float) -> bytes:
    colours = DARK if dark else LIGHT
    canvas = Canvas(WIDTH, height, colours)
    backwards = quote.right_to_left
    left, bar = (MARGIN, WIDTH - MARGIN - BAR) if backwards else (MARGIN + BAR + BAR_GAP, MARGIN)
    canvas.write(quote, left, top, colours.ink)
    y = top + quote.height + FOOTER_GAP
    for setting, ink in zip(told, (colours.ink, colours.grey, colours.grey), strict=True):
        canvas.write(setting, left, y, ink)
        y += setting.height
    canvas.bar((bar, top, bar + BAR, y), colours.accent)
    return canvas.png()
