"""Charts: counts as bars with their names, and counts over time as columns."""

from __future__ import annotations

from collections.abc import Sequence

from bot.picture.canvas import DARK, LIGHT, Canvas, Colours
from bot.picture.fonts import Style
from bot.picture.sheet import Chart
from bot.picture.typeset import Setting, fitted

WIDTH, MARGIN = 1200, 80
TITLE_SIZE, NOTE_SIZE, LABEL_SIZE = 44, 30, 30
LEADING = 1.35
HEAD_GAP = 48
"""Between the heading and what it heads."""
ROW, ROW_GAP = 44, 20
"""Pixels that a bar is high, and between bars."""
NAMES = 380
"""Pixels for the names beside bars."""
NUMBERS = 110
"""Pixels for the numbers behind bars."""
TALLEST = 420
"""Pixels that the tallest column is high."""
MOST_NUMBERED = 24
"""Columns that each bear their number; of more only the tallest do."""
WIDEST = 96
"""Pixels that a column is wide at most, gap included."""
GAP = 0.24
"""Of a column's place: the gap beside it."""
_INNER = WIDTH - 2 * MARGIN


def draw_bars(chart: Chart) -> bytes:
    """A bar a name, one below the other, as PNG.

    Raises:
        Unshowable: It has characters that no font here can show.
    """
    heading = _heading(chart)
    top = MARGIN + _height(heading) + HEAD_GAP
    height = round(top + len(chart.bars) * (ROW + ROW_GAP) - ROW_GAP + MARGIN)
    colours = DARK if chart.dark else LIGHT
    canvas = Canvas(WIDTH, height, colours)
    _head(canvas, heading, colours)
    unit = (_INNER - NAMES - NUMBERS) / max(number for _, number in chart.bars)
    for place, (name, number) in enumerate(chart.bars):
        y = top + place * (ROW + ROW_GAP)
        end = MARGIN + NAMES + number * unit
        _label(canvas, name, (MARGIN, y), NAMES - 24, colours.ink)
        _label(canvas, str(number), (end + 16, y), NUMBERS, colours.grey)
        canvas.bar((MARGIN + NAMES, y, end, y + ROW), colours.accent)
    return canvas.png()


def draw_columns(chart: Chart) -> bytes:
    """A column a stretch of time, side by side, as PNG.

    Raises:
        Unshowable: It has characters that no font here can show.
    """
    heading = _heading(chart)
    base = MARGIN + _height(heading) + HEAD_GAP + LABEL_SIZE * LEADING + TALLEST
    colours = DARK if chart.dark else LIGHT
    canvas = Canvas(WIDTH, round(base + 20 + LABEL_SIZE * LEADING + MARGIN), colours)
    _head(canvas, heading, colours)
    most = max(number for _, number in chart.bars)
    place = min(WIDEST, _INNER / len(chart.bars))
    canvas.bar((MARGIN, base, WIDTH - MARGIN, base + 3), colours.faint)
    for column, (label, number) in enumerate(chart.bars):
        x, top = MARGIN + column * place, base - number / most * TALLEST
        numbered = number and (len(chart.bars) <= MOST_NUMBERED or number == most)
        _centred(canvas, str(number) if numbered else "", (x, place, top - LABEL_SIZE * LEADING - 6), colours.grey)
        _tick(canvas, label, (x, base + 14), colours)
        canvas.bar((x + place * GAP / 2, top, x + place * (1 - GAP / 2), base), colours.accent)
    return canvas.png()


def _heading(chart: Chart) -> list[Setting]:
    return [
        fitted(chart.title, Style.BOLD, _INNER, LEADING, {TITLE_SIZE: 2 * TITLE_SIZE * LEADING}),
        fitted(chart.note, Style.PLAIN, _INNER, LEADING, {NOTE_SIZE: 2 * NOTE_SIZE * LEADING}),
    ]


def _height(settings: Sequence[Setting]) -> float:
    return sum(one.height for one in settings)


def _head(canvas: Canvas, heading: Sequence[Setting], colours: Colours) -> None:
    y: float = MARGIN
    for setting, ink in zip(heading, (colours.ink, colours.grey), strict=True):
        canvas.write(setting, MARGIN, y, ink)
        y += setting.height


def _label(canvas: Canvas, text: str, at: tuple[float, float], width: float, ink: str) -> None:
    """One line beside a bar, in the middle of its height."""
    setting = _line(text, width)
    canvas.write(setting, at[0], at[1] + (ROW - setting.height) / 2, ink)


def _line(text: str, width: float) -> Setting:
    return fitted(text, Style.PLAIN, width, LEADING, {LABEL_SIZE: LABEL_SIZE * LEADING})


def _centred(canvas: Canvas, text: str, at: tuple[float, float, float], ink: str) -> None:
    """A number over a column: its left end, its width, and the upper edge of the number."""
    if text:
        setting = _line(text, WIDEST)
        x, width, y = at
        canvas.write(setting, x + (width - setting.length) / 2, y, ink)


def _tick(canvas: Canvas, label: str, at: tuple[float, float], colours: Colours) -> None:
    """A label below the columns, where a stretch of time begins."""
    if label:
        x, y = at
        setting = _line(label, 400)
        x = min(x, WIDTH - MARGIN - setting.length)
        canvas.write(setting, x, y, colours.grey)
