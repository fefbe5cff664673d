"""What pictures show: words and numbers, before they are drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a card; empty where there is nothing to say."""

    text: str
    """Verbatim, with quotation marks only where they are the speaker's own words."""
    speaker: str
    role: str = ""
    manner: str = ""
    """How it is on record, where not word for word: "reported indirectly"."""
    source: str = ""
    """Outlet, place and date."""
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. Names and labels are short; long ones are cut, with a mark of it."""

    title: str
    note: str
    """What is counted, and over which time."""
    bars: tuple[tuple[str, int], ...]
    """With their numbers, in the order shown; for columns a label may be empty."""
    dark: bool = False


class Unshowable(Exception):  # noqa: N818 - no fault: the picture gives way to text
    """No font here has these characters, or they can't be laid out here."""

    def __init__(self, characters: str) -> None:
        """`characters` are those that can't be shown, each once."""
        super().__init__(characters)
        self.characters = characters
