"""Direction: a line of text as runs from left to right as they are seen, for lines in several fonts.

The imaging library orders what one font shows; a line in several needs its order before. The rules are those of the
Unicode Bidirectional Algorithm (UAX 9: W2-W7, N1-N2, L2) without embeddings and paired brackets.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import NamedTuple

RIGHT_TO_LEFT = ("R", "AL")


class Run(NamedTuple):
    """Characters of one direction."""

    start: int
    end: int
    right_to_left: bool


def right_to_left(text: str) -> bool:
    """Whether a paragraph reads from right to left: its first letter decides."""
    classes = (unicodedata.bidirectional(one) for one in text)
    return next((one in RIGHT_TO_LEFT for one in classes if one in ("L", *RIGHT_TO_LEFT)), False)


def has_right_to_left(text: str) -> bool:
    """Whether any of it reads from right to left."""
    return any(unicodedata.bidirectional(one) in (*RIGHT_TO_LEFT, "AN") for one in text)


def runs(text: str, base: bool) -> list[Run]:
    """The runs of a line as seen from left to right.

    Args:
        text: The line, in reading order.
        base: Whether its paragraph reads from right to left.
    """
    levels = _levels(_resolved(text, base), base)
    found: list[tuple[int, Run]] = []
    place = 0
    for level, same in groupby(levels):
        end = place + len(list(same))
        found.append((level, Run(place, end, bool(level % 2))))
        place = end
    return [run for _, run in _as_seen(found)]


def _resolved(text: str, base: bool) -> list[str]:
    """A direction for each character: "L", "R", or "N" for numbers that stand in text from right to left."""
    kinds = [_kind(one) for one in text]
    start = "R" if base else "L"
    _numbers(kinds)
    strong = start
    for place, kind in enumerate(kinds):
        if kind in "LR":
            strong = kind
        elif kind == "N" and strong == "L":
            kinds[place] = "L"
        elif kind == "M":
            kinds[place] = kinds[place - 1] if place else " "
    return _neutrals(kinds, start)


def _kind(character: str) -> str:
    name = unicodedata.bidirectional(character)
    if name in RIGHT_TO_LEFT:
        return "R"
    return {"L": "L", "EN": "N", "AN": "N", "ES": "+", "CS": "+", "ET": "%", "NSM": "M"}.get(name, " ")


def _numbers(kinds: list[str]) -> None:
    """What stands between the digits of a number, and signs beside it, are its own."""
    for place in range(1, len(kinds) - 1):
        if kinds[place] == "+" and kinds[place - 1] == kinds[place + 1] == "N":
            kinds[place] = "N"
    for places in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for place in places:
            beside = place - places.step
            if kinds[place] == "%" and kinds[beside] == "N":
                kinds[place] = "N"


def _neutrals(kinds: list[str], start: str) -> list[str]:
    """Neutral stretches between two of one direction take it, others that of the paragraph."""
    resolved = list(kinds)
    place = 0
    while place < len(kinds):
        if kinds[place] in "LRN":
            place += 1
            continue
        end = next((one for one in range(place, len(kinds)) if kinds[one] in "LRN"), len(kinds))
        before = kinds[place - 1].replace("N", "R") if place else start
        after = kinds[end].replace("N", "R") if end < len(kinds) else start
        resolved[place:end] = [before if before == after else start] * (end - place)
        place = end
    return resolved


def _levels(kinds: list[str], base: bool) -> list[int]:
    levels = {"L": 2, "R": 1, "N": 2} if base else {"L": 0, "R": 1, "N": 2}
    return [levels[kind] for kind in kinds]


def _as_seen(found: list[tuple[int, Run]]) -> list[tuple[int, Run]]:
    """Rule L2: from the highest level down to 1, each stretch of at least that level turned round."""
    for level in range(max((one for one, _ in found), default=0), 0, -1):
        turned: list[tuple[int, Run]] = []
        for high, group in groupby(found, key=lambda one, level=level: one[0] >= level):  # type: ignore[misc]
            same = list(group)
            turned += same[::-1] if high else same
        found = turned
    return found
