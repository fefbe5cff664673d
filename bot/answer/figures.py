"""Numbers in a text with what they count: "640 jobs", "412 million crowns", "nine people", "4.1 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.answer.figures_lexicon import ABOUT, NO_UNITS, NUMERALS, PLURALS, SAME_UNITS, SCALES, STOPS
from bot.model import Span
from bot.text import fold

_BEHIND = 3
"""Words behind a number among which what it counts is looked for: "four small coastal towns"."""
_FIGURE = re.compile(
    rf"(?<![\w.,:/–-])(?:(?:{ABOUT}) )?(?P<number>(?P<money>[$€£¥] ?)?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<numeral>{'|'.join(NUMERALS)})\b)"
    rf"(?:[ -]?(?P<scale>{'|'.join(SCALES)}|millón)\b)?)"
    rf"(?P<share> ?%| per cent\b| ?percent\b| por ciento\b)?",
    re.IGNORECASE,
)
_IES = re.compile(r"ies$")
_ES = re.compile(r"(?<=ss|sh|ch)e$|(?<=x)e$")
_WORD = re.compile(r"[ -](?:de )?(?P<word>[^\W\d_]+)")


class Figure(NamedTuple):
    """A number and what it counts."""

    span: Span
    """From "at least" to the last word of what is counted."""
    value: float
    unit: str
    """What is counted, in the singular: "job", "people", "%", "dollar"."""


def figures(text: str, within: Span | None = None) -> Iterator[Figure]:
    """The numbers of a text, or of a part of it, that count something; no dates, scores, ages and times."""
    start, end = within or (0, len(text))
    for match in _FIGURE.finditer(text, start, end):
        unit, stop = _unit(text, match, end)
        if unit:
            yield Figure(Span(match.start(), stop), _value(match), unit)


def _value(match: re.Match[str]) -> float:
    digits, numeral, scale = match["digits"], match["numeral"], match["scale"]
    number = float(digits.replace(",", "")) if digits else NUMERALS[fold(numeral)]
    return number * (SCALES[fold(scale)] if scale else 1.0)


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str | None, int]:
    """What a number counts, and where the words for it end; None where it counts nothing."""
    if match["share"]:
        return "%", match.end()
    if match["money"]:
        return SAME_UNITS[match["money"].strip()], match.end()
    at = match.end()
    for _ in range(_BEHIND):
        word = _WORD.match(text, at, end)
        name = fold(word["word"]) if word else ""
        if word is None or name in STOPS or word["word"][0].isupper():
            return None, at
        at = word.end()
        if name in PLURALS or (name.endswith("s") and not name.endswith("ss")):
            return (None if name in NO_UNITS else _singular(name)), at
    return None, at


def _singular(name: str) -> str:
    bare = name if name in PLURALS else _ES.sub("", _IES.sub("y", name).removesuffix("s"))
    return SAME_UNITS.get(bare, bare)
