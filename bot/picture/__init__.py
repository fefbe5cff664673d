"""Pictures: quotes as cards, and counts as charts, set in type and drawn as PNG."""

from bot.picture.card import Card, draw_card
from bot.picture.chart import Chart, draw_bars, draw_columns
from bot.picture.fonts import Unshowable

__all__ = ["Card", "Chart", "Unshowable", "draw_bars", "draw_card", "draw_columns"]
