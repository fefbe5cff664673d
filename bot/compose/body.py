"""What an answer shows: a heading on each page, cards, and how many of them go on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.compose import wording
from bot.compose.cards import Card, text
from bot.model import Answer, Button, Reply

QUOTES_A_PAGE = 3
SUBJECT_CHARACTERS = 200
"""Most characters of a user's own words that are repeated to them."""


@dataclass(frozen=True, slots=True)
class Body:
    """What an answer shows."""

    heading: Card
    """On each page."""
    cards: Sequence[Card]
    most: int = QUOTES_A_PAGE
    lines: bool = False
    """Whether the cards are lines of one paragraph."""


def said(told: str, *buttons: Button) -> Reply:
    """A line, with a row of buttons if there are any."""
    return Reply((text(told),), (buttons,) if buttons else ())


def cut(words: str | None) -> str:
    """A user's words, a name or a headline, short enough to be repeated."""
    return wording.shortened(words or "", SUBJECT_CHARACTERS)


def narrowed(answer: Answer) -> str:
    """What the answer is narrowed to, as the end of a heading; empty where it isn't."""
    return f" · {cut(answer.facts['filters'])}" if "filters" in answer.facts else ""
