"""Typesetting: a text broken into lines at a size, fitted to a space, and drawn."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from PIL import ImageDraw

from bot.picture.direction import Run, has_right_to_left, right_to_left, runs
from bot.picture.fonts import Face, Style, faces, lays_out_right_to_left
from bot.picture.sheet import Unshowable

REFERENCE = 100
"""Pixels: the size at which words are measured; other sizes in proportion."""
MOST_WORDS = 20_000
"""Whose widths are remembered."""
PARAGRAPH_GAP = 0.5
"""Lines between paragraphs."""
LEFT_OUT = " […]"
LEAST_EVEN = 0.75
"""Of the width: lines are made no shorter to be even."""
LONGEST_WORD = 28
"""Characters that are never parted; longer ones are addresses and the like."""
MIDDLE = 0.34
"""Of the size: how far the baseline is below the middle of a line."""
_FOLLOWS = "、。，．：；！？」』）】》〉”’…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々・"
"""Never begin a line, in East Asian texts."""
_LEADS = "「『（【《〈“‘"
"""Never end one."""
_HAN = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
"""Letters between which a line may break."""
_ATOM = re.compile(
    rf"[{_LEADS}]*{_HAN}[\u3001-\u303f{re.escape(_FOLLOWS)}]*|(?:(?!{_HAN})[^\s\-–—/])*[\-–—/]+|(?:(?!{_HAN})[^\s\-–—/])+"
)


Stretch = tuple[int, int]
"""Of a paragraph's text: start and end."""


class Atom(NamedTuple):
    """What no line breaks, with the space behind it."""

    start: int
    end: int
    width: float
    """At REFERENCE."""
    space: float
    """Width of the space behind it, 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, with a face for each character."""

    text: str
    faces: Sequence[Face]
    right_to_left: bool
    mixed: bool
    """Whether any of it reads from right to left."""
    atoms: tuple[Atom, ...] = field(repr=False)

    def breaks(self, size: float, width: float) -> tuple[Stretch, ...]:
        """The lines, of at most so many pixels unless one word is longer."""
        room = width * REFERENCE / size
        found: list[Stretch] = []
        start, used = 0, 0.0
        for place, atom in enumerate(self.atoms):
            before = self.atoms[place - 1] if place else None
            if before and used + before.space + atom.width > room:
                found.append((start, before.end))
                start, used = atom.start, atom.width
            else:
                used += atom.width + (before.space if before else 0)
        return (*found, (start, self.atoms[-1].end)) if self.atoms else ()

    def width(self, start: int, end: int) -> float:
        """Of a stretch of the text, at REFERENCE."""
        return sum(
            _length(face, self.text[one:other], backwards)
            for one, other, face, backwards in self._stretches(start, end)
        )

    def draw(self, on: ImageDraw.ImageDraw, at: tuple[float, float], line: Stretch, size: int) -> None:
        """Draw a line with its left end on the baseline at a place."""
        x, baseline = at
        for start, end, face, backwards in self._stretches(*line):
            font, words, direction = face.at(size), self.text[start:end], _direction(backwards)
            on.text((x, baseline), words, font=font, fill=255, anchor="ls", direction=direction)
            x += font.getlength(words, direction=direction)

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, Face, bool]]:
        """Stretches of one face and direction, as they are seen from left to right."""
        ordered = runs(self.text[start:end], self.right_to_left) if self.mixed else [Run(0, end - start, False)]
        for run in ordered:
            places = range(start + run.start, start + run.end)
            same = [list(group) for _, group in groupby(places, key=lambda place: self.faces[place])]
            for group in reversed(same) if run.right_to_left else same:
                yield group[0], group[-1] + 1, self.faces[group[0]], run.right_to_left


@lru_cache(MOST_WORDS)
def _length(face: Face, words: str, backwards: bool) -> float:
    return face.at(REFERENCE).getlength(words, direction=_direction(backwards))


@cache
def _direction(backwards: bool) -> str | None:
    """For the imaging library; None where it can't lay out and need not."""
    if not lays_out_right_to_left():
        return None
    return "rtl" if backwards else "ltr"


def paragraph(text: str, style: Style) -> Paragraph:
    """A paragraph ready to be set; whitespace is one space, what is not seen is left out.

    Raises:
        Unshowable: It has characters that can't be shown here.
    """
    clean = "".join(
        one for one in " ".join(text.split()) if one in "\u200c\u200d" or unicodedata.category(one) not in ("Cf", "Cc")
    )
    mixed = has_right_to_left(clean)
    if mixed and not lays_out_right_to_left():
        raise Unshowable("".join(sorted(set(filter(has_right_to_left, clean)))))
    bare = Paragraph(clean, faces(clean, style), right_to_left(clean), mixed, ())
    return replace(bare, atoms=tuple(_atoms(bare)))


def _atoms(whole: Paragraph) -> Iterator[Atom]:
    space = whole.faces[0].at(REFERENCE).getlength(" ") if whole.text else 0
    for match in _ATOM.finditer(whole.text):
        for start in range(match.start(), match.end(), LONGEST_WORD):
            end = min(start + LONGEST_WORD, match.end())
            yield Atom(start, end, whole.width(start, end), space if whole.text[end : end + 1] == " " else 0)


@dataclass(frozen=True, slots=True)
class Setting:
    """Paragraphs broken into lines at a size."""

    paragraphs: tuple[tuple[Paragraph, tuple[Stretch, ...]], ...]
    """Each with its lines."""
    size: int
    width: float
    """Of the space that it stands in; lines are no longer."""
    leading: float
    """Line height over size."""

    @property
    def lines(self) -> int:
        """How many there are."""
        return sum(len(lines) for _, lines in self.paragraphs)

    @property
    def height(self) -> float:
        """Pixels from the top of the first line to the bottom of the last."""
        return (self.lines + PARAGRAPH_GAP * (len(self.paragraphs) - 1)) * self.size * self.leading

    @property
    def length(self) -> float:
        """Pixels of the longest line."""
        lengths = [one.width(*line) for one, lines in self.paragraphs for line in lines]
        return max(lengths, default=0) * self.size / REFERENCE

    @property
    def overflows(self) -> bool:
        """Whether something is wider than the space."""
        widest = max((atom.width for one, _ in self.paragraphs for atom in one.atoms), default=0)
        return widest * self.size / REFERENCE > self.width

    @property
    def right_to_left(self) -> bool:
        """Whether it begins on the right."""
        return self.paragraphs[0][0].right_to_left

    def draw(self, on: ImageDraw.ImageDraw, at: tuple[float, float]) -> None:
        """Draw it in full ink with its upper left corner at a place, each paragraph on the side where it begins."""
        x, y = at
        step = self.size * self.leading
        baseline = y + step / 2 + self.size * MIDDLE
        for one, lines in self.paragraphs:
            for line in lines:
                length = one.width(*line) * self.size / REFERENCE
                one.draw(on, (x + self.width - length if one.right_to_left else x, baseline), line, self.size)
                baseline += step
            baseline += PARAGRAPH_GAP * step


def set_at(paragraphs: Sequence[Paragraph], size: int, width: float, leading: float) -> Setting:
    """Paragraphs at a size, their lines as even as may be without needing more of them."""
    return _set(paragraphs, size, _evenest(paragraphs, size, width), width, leading)


def _set(paragraphs: Sequence[Paragraph], size: int, narrow: float, width: float, leading: float) -> Setting:
    return Setting(tuple((one, one.breaks(size, narrow)) for one in paragraphs), size, width, leading)


def _evenest(paragraphs: Sequence[Paragraph], size: int, width: float) -> float:
    """The narrowest width that needs as few lines as the whole width does."""
    few = [len(one.breaks(size, width)) for one in paragraphs]
    low, high = width * LEAST_EVEN, width
    while high - low > 1:
        middle = (low + high) / 2
        same = [len(one.breaks(size, middle)) for one in paragraphs] == few
        low, high = (low, middle) if same else (middle, high)
    return high


def fitted(text: str, style: Style, width: float, leading: float, rooms: Mapping[int, float]) -> Setting:
    """A text at the largest size at which it fits; cut at a word, with a mark of it, where it fits at none.

    Args:
        text: Paragraphs parted by line breaks.
        style: What it is set in.
        width: Pixels.
        leading: Line height over size.
        rooms: Sizes, largest first, with the height that a text may have at each.

    Raises:
        Unshowable: It has characters that can't be shown here.
    """
    paragraphs = [paragraph(one, style) for one in text.splitlines() if one.strip()] or [paragraph("", style)]
    for size, height in rooms.items():
        setting = _set(paragraphs, size, width, width, leading)
        if setting.height <= height and not setting.overflows:
            return set_at(paragraphs, size, width, leading)
    size, height = list(rooms.items())[-1]
    return set_at(_cut(paragraphs, style, size, width, height / (size * leading)), size, width, leading)


def _cut(paragraphs: Sequence[Paragraph], style: Style, size: int, width: float, room: float) -> list[Paragraph]:
    """As much of the paragraphs as fits into so many lines, with a mark where the rest is left out."""
    kept: list[Paragraph] = []
    for one in paragraphs:
        lines = one.breaks(size, width)
        if len(lines) > room:
            end = lines[max(0, int(room) - 1)][1]
            return [*kept, *_shortened(one, end, style, size, width, max(1, int(room)))]
        kept.append(one)
        room -= len(lines) + PARAGRAPH_GAP
    return kept


def _shortened(one: Paragraph, end: int, style: Style, size: int, width: float, most: int) -> list[Paragraph]:
    ends = [atom.end for atom in one.atoms if atom.end <= end]
    while ends:
        shorter = paragraph(one.text[: ends.pop()] + LEFT_OUT, style)
        if len(shorter.breaks(size, width)) <= most:
            return [shorter]
    return [paragraph(LEFT_OUT, style)]
