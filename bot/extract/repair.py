"""A text made easier to read, and where each of its characters stands in the original.

Lines that were wrapped are put together, words broken at a line's end joined, and in a text without any capitals
names are given some. Only reading goes by it: what is found is placed in the text as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from bot.extract.blocks import blocks
from bot.extract.given import gender_of
from bot.extract.lexicon import SPEECH_VERBS, THOUGHT_VERBS
from bot.extract.titles import NOT_NAMES
from bot.model import Quote, Span

_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad‐](?:\r\n|[\n\r\u2028])[ \t]*(?=[^\W\d_A-ZÀ-Þ])")
"""A hyphen with which a word goes on in the next line."""
_WRAPPED = re.compile(r"[ \t]*(?:\r\n|[\n\r\u2028\u2029])[ \t]*")
_CASED = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n\s*)[\"“‘'«]*(?=[^\W\d_])")
_PAIR = re.compile(r"\b([^\W\d_]{2,}) ([^\W\d_]{2,})\b")
_FEWEST = 20
"""Letters of a text from which it counts as written without capitals."""
_ORDINARY = (
    NOT_NAMES
    | SPEECH_VERBS
    | THOUGHT_VERBS
    | frozenset(
        """art august autumn basil bay berry bill bishop buck chance charity chase china christian clay cliff crystal
        dale daisy dawn dean duke earl ebony eve faith faye fern flora forest gay gene glen glory grace grant guy hazel
        heath heather holly homer honey hope ivory ivy jack jade jasmine jean jerry jewel john joy june king lance lane
        lily marina mark mason mercy miles misty myrtle nick norm olive oral page paris pat pearl penny pepper pete ray
        rich river rob robin rocky rod rose ruby rusty sandy scarlet season sterling sunny sunshine temple tiger
        trinity van venus victor violet wade ward will willow winter young""".split()
    )
)
"""Given names that are ordinary words too, and other words that begin no name."""


class Repaired(NamedTuple):
    """A text as it is read."""

    text: str
    places: list[int] | None
    """Where each character stands in the original; None where nothing moved."""

    def placed(self, span: Span) -> Span:
        """A span of the text as it is read, as one of the original."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1) if self.places else span


def repaired(text: str) -> Repaired:
    """The text as it is best read. Linear in its length."""
    places: list[int] | None = None
    cuts = [cut for block in blocks(text) for cut in _cuts(text, block)]
    read = text
    if cuts:
        read, places = _joined(text, cuts)
    letters = _CASED.findall(read)
    if len(letters) >= _FEWEST and not any(map(str.isupper, letters)):
        read = _with_capitals(read)
    return Repaired(read, places)


def original(text: str, read: Repaired, quote: Quote) -> Quote:
    """A quote found in what was read, placed in the text itself."""
    cue, speaker = quote.cue, quote.speaker
    if cue is not None:
        span = read.placed(cue.span)
        cue = replace(cue, text=span.of(text), span=span)
    if speaker is not None:
        span = read.placed(speaker.span)
        speaker = replace(speaker, mention=span.of(text), span=span)
    return replace(quote, content=tuple(map(read.placed, quote.content)), cue=cue, speaker=speaker)


def _cuts(text: str, block: Span) -> list[tuple[int, int, str]]:
    """Where lines end inside a paragraph, and what stands there for the reader."""
    found = []
    for match in _WRAPPED.finditer(text, block.start, block.end):
        broken = _BROKEN.match(text, match.start() - 1, block.end) if match.start() > block.start else None
        found.append((broken.start(), broken.end(), "") if broken else (*match.span(), " "))
    return found


def _joined(text: str, cuts: list[tuple[int, int, str]]) -> tuple[str, list[int]]:
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for start, end, instead in cuts:
        parts += [text[last:start], instead]
        places += range(last, start)
        places += [start] * len(instead)
        last = end
    parts.append(text[last:])
    places += range(last, len(text))
    return "".join(parts), places


def _with_capitals(text: str) -> str:
    """Capitals where sentences begin and in names whose given name is known; letters that change in length stay."""
    signs = list(text)
    starts = [match.end() for match in _SENTENCE.finditer(text)]
    at = 0
    while match := _PAIR.search(text, at):
        given, family = match.groups()
        named = gender_of(given) is not None and given not in _ORDINARY and family not in _ORDINARY
        starts += [match.start(1), match.start(2)] if named else []
        at = match.end() if named else match.start(2)
    for start in starts:
        if len(signs[start].upper()) == 1:
            signs[start] = signs[start].upper()
    return "".join(signs)
