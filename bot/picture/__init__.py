"""Pictures: quotes as cards, and counts as charts. `bot.picture.draw` draws them, and takes a while to load."""

from bot.picture.sheet import Card, Chart, Unshowable

__all__ = ["Card", "Chart", "Unshowable"]
