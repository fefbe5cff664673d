"""Word for word: where a user's words and the record's differ. What is shown of the record stays a slice of it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from bot.answer.flags import flags_of
from bot.model import Change, Difference, Span
from bot.text import sentences

NEIGHBOURS = 3
"""Words of the record on either side of where the user's words would end, that are looked at for a closer fit."""
EDGE = 3
"""Words at either end that are taken for swapped; more are taken for put in."""

_LETTER = r"[^\W_][\u0300-\u036f]*"
_TOKEN = re.compile(
    rf"(?<!\w)[-−–](?=\d)|[%‰$€£¥₹]|{_LETTER}(?:{_LETTER}|['’ʼ‘`´](?={_LETTER})|(?<=\d)[.,](?=\d))*",
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´", "'"))
_DASHES = str.maketrans(dict.fromkeys("−–—‐‑", "-"))
_BESIDES = re.compile(r"[\s\"“”„«»‘’'`]+")


class Token(NamedTuple):
    """A word (or a sign that counts as one: "%", "$", a minus) and where it stands."""

    key: str
    """For comparing: small letters, one kind of apostrophe; accents and all else kept."""
    span: Span


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """The words of a text, or of a stretch of it, in order. A hyphen parts words."""
    start, end = within or Span(0, len(text))
    return [Token(_key(match.group()), Span(*match.span())) for match in _TOKEN.finditer(text, start, end)]


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().translate(_APOSTROPHES).translate(_DASHES)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with the words of it that count."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def keys(self) -> list[str]:
        """The words for comparing."""
        return [token.key for token in self.tokens]

    def part(self, start: int, end: int) -> str:
        """The text from one word up to another (end exclusive), character for character; empty for no words."""
        return self.text[self.tokens[start].span.start : self.tokens[end - 1].span.end] if start < end else ""

    def words(self, start: int, end: int) -> list[str]:
        """The words as written."""
        return [token.span.of(self.text) for token in self.tokens[start:end]]


def wording(text: str, spans: Sequence[Span] | None = None) -> Wording:
    """A text read word by word; with spans, only what stands in them."""
    parts = [Span(0, len(text))] if spans is None else spans
    return Wording(text, tuple(token for span in parts for token in tokens(text, span)))


class Edit(NamedTuple):
    """A stretch of words on either side (numbers of words, end exclusive) that differs; one of them may be empty."""

    yours: Span
    record: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """A user's words laid against the stretch of the record that is most like them."""

    yours: Wording
    record: Wording
    window: Span
    """Numbers of the record's words that the user's words stand for."""
    edits: tuple[Edit, ...]
    """In order; none where they are the same word for word."""
    matched: int
    """How many of the user's words stand in the record, in that order."""

    @property
    def likeness(self) -> float:
        """0-1: words that match, against all words of both sides."""
        total = len(self.yours.tokens) + self.window.end - self.window.start
        return 2 * self.matched / total if total else 0.0

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The edits in the words of both sides, each with what makes it weigh."""
        return tuple(difference(self.yours, edit.yours, self.record, edit.record) for edit in self.edits)


def difference(yours: Wording, mine: Span, record: Wording, its: Span) -> Difference:
    """One stretch that differs, in words."""
    change = Change.PUT_IN if its.start == its.end else Change.LEFT_OUT if mine.start == mine.end else Change.SWAPPED
    flags = flags_of(yours.words(*mine), record.words(*its))
    return Difference(change, yours.part(*mine), record.part(*its), flags)


def runs(yours: Wording, record: Wording) -> list[Comparison]:
    """Every place where the record has the user's words, word for word in a row."""
    wanted, there = yours.keys, record.keys
    size = len(wanted)
    places = [place for place in range(len(there) - size + 1) if there[place : place + size] == wanted]
    return [Comparison(yours, record, Span(place, place + size), (), size) for place in places if size]


def compare(yours: Wording, record: Wording) -> Comparison | None:
    """The user's words against the stretch of the record most like them; None where no word is the same."""
    same = runs(yours, record)
    if same:
        return same[0]
    blocks = _blocks(yours, record, Span(0, len(record.tokens)))
    if not blocks:
        return None
    longest = max(blocks, key=_size)
    first = max(0, longest.record.start - longest.yours.start - NEIGHBOURS)
    last = longest.record.end + len(yours.tokens) - longest.yours.end + NEIGHBOURS
    closer = _blocks(yours, record, Span(first, last))
    return max((_laid(yours, record, one) for one in (closer, blocks)), key=lambda one: one.likeness)


def _laid(yours: Wording, record: Wording, blocks: list[Edit]) -> Comparison:
    """The comparison in which just the blocks are the same."""
    first, last = blocks[0], blocks[-1]
    size = len(yours.tokens)
    window = _widened(record, Span(first.record.start, last.record.end), first.yours.start, size - last.yours.end)
    edges = [Edit(Span(0, 0), Span(window.start, window.start)), *blocks]
    edges.append(Edit(Span(size, size), Span(window.end, window.end)))
    gaps = (Edit(Span(a.yours[1], b.yours[0]), Span(a.record[1], b.record[0])) for a, b in pairwise(edges))
    edits = tuple(gap for gap in gaps if any(start < end for start, end in gap))
    return Comparison(yours, record, window, edits, sum(map(_size, blocks)))


def _blocks(yours: Wording, record: Wording, within: Span) -> list[Edit]:
    """Stretches that are the same on both sides, in order: the longest, and those that belong to it.

    Which stretches there are is found as by Ratcliff and Obershelp (`difflib`).
    """
    start = within.start
    found = SequenceMatcher(None, record.keys[slice(*within)], yours.keys, autojunk=False).get_matching_blocks()[:-1]
    blocks = [Edit(Span(b, b + size), Span(start + a, start + a + size)) for a, b, size in found]
    if not blocks:
        return []
    number = sentence_of(record)
    middle = blocks.index(max(blocks, key=_size))
    kept = [blocks[middle]]
    for block in reversed(blocks[:middle]):
        if _belongs(yours, kept, block, (block, kept[0]), number):
            kept.insert(0, block)
    for block in blocks[middle + 1 :]:
        if _belongs(yours, kept, block, (kept[-1], block), number):
            kept.append(block)
    return kept


def _size(block: Edit) -> int:
    return block.yours.end - block.yours.start


def _belongs(yours: Wording, kept: list[Edit], block: Edit, pair: tuple[Edit, Edit], number: Sequence[int]) -> bool:
    """Whether a further stretch makes both sides more alike, or only words of one sentence are left out before it.

    Else a single word, met again far off, would be taken for a part of the quotation.
    """
    left, right = pair
    gap, skipped = right.yours.start - left.yours.end, right.record.start - left.record.end
    if gap == 0 and number[left.record.end - 1] == number[right.record.start]:
        return True
    matched = sum(map(_size, kept))
    compared = len(yours.tokens) + kept[-1].record.end - kept[0].record.start
    with_it = (matched + _size(block)) / (compared + _size(block) + skipped)
    return with_it > matched / (compared + min(gap, skipped))


def _widened(record: Wording, window: Span, before: int, behind: int) -> Span:
    """The window with as many words of its sentences on either side as the user has others there, if few."""
    number = sentence_of(record)
    left = number[max(0, window.start - before) : window.start] if before <= EDGE else []
    right = number[window.end : window.end + behind] if behind <= EDGE else []
    return Span(
        window.start - left.count(number[window.start]),
        window.end + right.count(number[window.end - 1]),
    )


def sentence_of(record: Wording) -> list[int]:
    """For each word, the number of the sentence it stands in."""
    starts = [span.start for span in sentences(record.text)]
    return [bisect_right(starts, token.span.start) for token in record.tokens]


def punctuated_alike(comparison: Comparison) -> bool:
    """Whether the marks between words that are the same are the same too, quotation marks and spaces aside."""
    record = comparison.record.tokens[comparison.window.start : comparison.window.end]
    yours = _gaps(comparison.yours.text, comparison.yours.tokens)
    pairs = zip(yours, _gaps(comparison.record.text, record), strict=True)
    return all(mine == its for mine, its in pairs if not any(map(str.isalnum, its)))


def _gaps(text: str, words: Sequence[Token]) -> list[str]:
    """What stands between each word and the next: dashes of one kind, neither quotation marks nor spaces."""
    return [_BESIDES.sub("", text[a.span.end : b.span.start].translate(_DASHES)) for a, b in pairwise(words)]
