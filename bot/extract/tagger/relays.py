"""Media that pass words on: "…, cited by TASS" names no speaker, but the way the words came."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from bot.extract.lexicon import MEDIA, MEDIA_NOUNS
from bot.extract.tagger.features import INSIDE, OUTSIDE, Reading
from bot.extract.tagger.linker import CONTENT_LEFT, CUE, Part
from bot.extract.tagger.sources import Tokens
from bot.extract.tagger.words import CLASS
from bot.model import Span

NEAR = 40
"""Tokens between a verb of saying and the medium, at most."""
_CITED = re.compile(
    r"\b(?:cited|quoted|carried|reported|relayed)\s+(?:[A-Z]\w+day\s+)?(?:as\s+saying\s+)?by\s+"
    r"(?P<medium>[^,.;:“”\"\n]{2,80})"
)
_BEFORE_CITED = re.compile(r"(?:,\s*)?(?:(?:as|was|were)\s+)*$")
_REPORTED = re.compile(r"\b(?:reported|reports)\b(?=\s*[.,]|\s+(?:on\s+)?[A-Z][a-z]+day\b)")
_BEFORE_REPORTED = re.compile(r",\s+(?P<medium>[^,.;:“”\"\n]{2,60})\s$")
_SAYING = frozenset(CLASS[name] for name in "say report report_s report_ed".split())
_NAME_AT_END = re.compile(r"[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*)*\s*$")


def set_apart(text: str, reading: Reading, parts: list[Part], tokens: Tokens) -> tuple[list[Part], dict[Part, Span]]:
    """The parts without those of media that only pass words on, and the medium by the cue of whom it cites."""
    media: dict[Part, Span] = {}
    found = relays(text)
    if not found:
        return parts, media
    bounds = np.searchsorted(reading.starts, [phrase for phrase, _ in found]).tolist()
    for (first, past), (_, medium) in zip(bounds, found, strict=True):
        cue = _cue_before(first, parts, tokens)
        if cue is not None:
            media[cue] = medium
            kept = [part for part in parts if not first <= part.first < past or part.role == CONTENT_LEFT]
            parts = sorted({*(_cut(part, cue, tokens) for part in kept), cue})
    return parts, media


def _cut(part: Part, cue: Part, tokens: Tokens) -> Part:
    """A content that runs over the cue ends where its quotation does."""
    if part == cue or not part.first <= cue.first < part.past:
        return part
    past = cue.first
    while past > part.first and tokens.states[past - 1] != INSIDE:
        past -= 1
    return part._replace(past=past) if past > part.first else part


def _cue_before(first: int, parts: list[Part], tokens: Tokens) -> Part | None:
    """The cue before a token in its sentence: one of the parts, else a verb of saying."""
    unit = tokens.unit[first]
    marked = [part for part in parts if part.role == CUE and part.past <= first and tokens.unit[part.first] == unit]
    if marked:
        return marked[-1]
    for at in range(first - 1, max(-1, first - NEAR), -1):
        if tokens.unit[at] != unit:
            break
        if tokens.classes[at] in _SAYING and tokens.states[at] == OUTSIDE:
            return Part(at, at + 1, CUE)
    return None


def relays(text: str) -> list[tuple[Span, Span]]:
    """The phrases that name a medium which passed words on, in order, each with the medium's name."""
    return sorted([*_cited(text), *_reported(text)])


def _cited(text: str) -> Iterator[tuple[Span, Span]]:
    """ "…, cited by TASS": the phrase and the medium's name."""
    for match in _CITED.finditer(text):
        before = _BEFORE_CITED.search(text, max(0, match.start() - 12), match.start())
        medium = _named(match["medium"], match.start("medium"))
        if before and medium:
            yield Span(before.start(), match.end()), medium


def _reported(text: str) -> Iterator[tuple[Span, Span]]:
    """ "…, Lind said, TASS reported."."""
    for match in _REPORTED.finditer(text):
        before = _BEFORE_REPORTED.search(text, max(0, match.start() - 66), match.start())
        medium = before and _named(before["medium"], before.start("medium"))
        if before and medium:
            yield Span(before.start(), match.end()), medium


def _named(words: str, start: int) -> Span | None:
    """The name of a medium at the end of some words, if they tell of one."""
    name = _NAME_AT_END.search(words)
    if name is None or not {word.casefold() for word in words.split()} & (MEDIA | MEDIA_NOUNS):
        return None
    return Span(start + name.start(), start + name.start() + len(name.group().rstrip()))
