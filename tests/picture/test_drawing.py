"""Cards and charts: the right size, in the right colours, and never a wrong word."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.picture import Card, Chart, Unshowable
from bot.picture.canvas import DARK, LIGHT
from bot.picture.card import LEAST_HEIGHT, WIDTH, draw_card
from bot.picture.chart import draw_bars, draw_columns

SHORT = Card("“It holds.”", "Mara Lind", "mayor", "", "Tidende · Orvik, 3 May 2024")
LONG = Card("“" + "We checked every bolt of the bridge, and every bolt holds. " * 25 + "”", "Mara Lind")
CHART = Chart("Most quoted", "in 3 articles", (("Mara Lind", 8), ("ليلى", 4), ("Мира", 1)))


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def colours(png: bytes) -> dict[str, int]:
    image = opened(png).convert("RGB")
    return {f"#{r:02X}{g:02X}{b:02X}": count for count, (r, g, b) in image.getcolors(1 << 24)}  # type: ignore[union-attr]


def test_a_short_card_is_wide_and_a_long_one_tall() -> None:
    assert opened(draw_card(SHORT)).size == (WIDTH, LEAST_HEIGHT)
    tall = opened(draw_card(LONG))
    assert tall.width == WIDTH
    assert WIDTH < tall.height < 2 * WIDTH


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)])
def test_a_card_is_light_or_dark(dark: bool, palette: object) -> None:
    found = colours(draw_card(Card("“It holds.”", "Mara Lind", "mayor", dark=dark)))
    assert max(found, key=lambda colour: found[colour]) == (DARK if dark else LIGHT).paper
    for ink in (palette.ink, palette.accent):  # type: ignore[attr-defined]
        assert found[ink] > 50


def test_the_same_card_is_the_same_picture() -> None:
    assert draw_card(SHORT) == draw_card(SHORT)


def test_telegram_takes_the_picture() -> None:
    png = draw_card(LONG)
    assert len(png) < 1_000_000
    assert sum(opened(png).size) <= 10_000


def test_right_to_left_stands_on_the_right() -> None:
    image = opened(draw_card(Card("«لن نغلق الميناء»", "ليلى"))).convert("L")
    half = WIDTH // 2
    ink = [sum(value < 128 for value in image.crop(box).tobytes()) for box in
           ((0, 0, half, image.height), (half, 0, WIDTH, image.height))]  # fmt: skip
    assert ink[1] > 5 * ink[0]


def test_characters_without_a_font_are_refused() -> None:
    with pytest.raises(Unshowable) as error:
        draw_card(Card("“\U0010fffd It holds.”", "Mara Lind"))
    assert error.value.characters == "\U0010fffd"


def test_bars_are_in_proportion() -> None:
    image = opened(draw_bars(CHART)).convert("RGB")
    accent = tuple(int(LIGHT.accent[place : place + 2], 16) for place in (1, 3, 5))
    lengths = [sum(image.getpixel((x, y)) == accent for x in range(image.width)) for y in range(image.height)]
    bars = [length for length, before in zip(lengths[1:], lengths, strict=False) if length and not before]
    assert len(bars) == 3
    assert abs(bars[0] - 2 * bars[1]) <= 2
    assert abs(bars[0] - 8 * bars[2]) <= 8


@pytest.mark.parametrize("columns", [1, 2, 24, 60])
def test_columns_fit_and_the_tallest_reaches_the_top(columns: int) -> None:
    bars = tuple((str(2000 + place) if place % 12 == 0 else "", place % 5) for place in range(1, columns + 1))
    image = opened(draw_columns(Chart("Mara Lind", "a month", bars)))
    assert image.width == WIDTH
    assert image.height < WIDTH
