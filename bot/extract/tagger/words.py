"""What the network knows of a word by itself: its number, its ending, its class, how it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

CLASSES = """break unknown ed ing ly s number digits report report_s report_ed report_ing say think think_s think_ed
think_ing speech_noun thought_noun feeling accord person group institution medium title honorific he she it they i we
you who him whose determiner that which if what because when but and or to of in by for with about as be have do modal
negation not_yet day month soon end ellipsis comma colon semicolon question exclaim dash hyphen double single open close
currency other_mark other""".split()
CLASS = {name: number for number, name in enumerate(CLASSES)}
"""Classes of words and marks by name; "report" to "say" are the verbs of saying, by their form."""
CASES = "break lower title upper letter mixed digits mark".split()
CASE = {name: number for number, name in enumerate(CASES)}
SUFFIXES = 2048
"""Buckets for the last three letters of a word."""
_MARKS = {
    **dict.fromkeys((".",), "end"),
    **dict.fromkeys(("…", "...", "....", ".."), "ellipsis"),
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "?": "end",
    "!": "end",
    **dict.fromkeys(("—", "–", "--", "---", "_", "―"), "dash"),
    "-": "hyphen",
    **dict.fromkeys(('"', "“", "”", "``", "''", "«", "»", "„"), "double"),
    **dict.fromkeys(("'", "‘", "’", "`"), "single"),
    **dict.fromkeys(("(", "[", "{", "<"), "open"),
    **dict.fromkeys((")", "]", "}", ">"), "close"),
    **dict.fromkeys(("$", "£", "€", "¥", "%"), "currency"),
}
_KEPT = 60_000
"""Forms of words remembered; more, and the memory starts afresh."""


def plain(word: str) -> str:
    """A word as the vocabulary has it: lower case, straight apostrophe, one form of each mark."""
    low = word.lower().replace("’", "'")
    mark = _MARKS.get(word)
    if mark in ("double", "single", "dash", "ellipsis"):
        return f"<{mark}>"
    return "<digits>" if low.isdigit() else low


def shape_class(low: str) -> int:
    """The class of a word that no list has, by its ending."""
    if not low:
        return CLASS["break"]
    if low in _MARKS:
        return CLASS[_MARKS[low]]
    if low[0].isdigit():
        return CLASS["digits"]
    if not low[0].isalpha():
        return CLASS["other_mark"]
    for ending in ("ing", "ed", "ly"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return CLASS[ending]
    return CLASS["s"] if low.endswith("s") and len(low) > 3 else CLASS["other"]


def case_of(word: str) -> int:
    """How a word is written."""
    if not word:
        return CASE["break"]
    first = word[0]
    if first.isdigit():
        return CASE["digits"]
    if not first.isalpha() and not word[-1].isalpha():
        return CASE["mark"]
    if word.islower():
        return CASE["lower"]
    if len(word) == 1:
        return CASE["letter"]
    if word.isupper():
        return CASE["upper"]
    return CASE["title"] if first.isupper() else CASE["mixed"]


def suffix_of(low: str) -> int:
    """The bucket of a word's last three letters; the same everywhere."""
    return crc32(low[-3:].encode("utf-8", "surrogatepass")) % SUFFIXES


class Words:
    """Vocabulary and classes: a word's four numbers, remembered by its form."""

    def __init__(self, vocabulary: Sequence[str], classes: Mapping[str, int]) -> None:
        """Args: vocabulary: Plain words, the unknown one first; classes: Those of words that a list has."""
        self.numbers = {word: number for number, word in enumerate(vocabulary)}
        self._classes = classes
        self._known: dict[str, int] = {}
        self._rows = np.zeros((1024, 4), np.int32)
        self.generation = 0
        """How often the memory of forms has started afresh."""

    @property
    def table(self) -> NDArray[np.int32]:
        """Number, ending, class and case of every form remembered."""
        return self._rows[: len(self._known)]

    def forms(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Rows of `self.table` (number, ending, class, case), one a word."""
        if len(self._known) > _KEPT:
            self._known.clear()
            self.generation += 1
        known = self._known
        missing = set(words).difference(known)
        for word in sorted(missing):
            self._learn(word)
        return np.array([known[word] for word in words], np.int64)

    def _learn(self, word: str) -> None:
        row = len(self._known)
        if row == len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        low = plain(word)
        kind = self._classes.get(low)
        self._rows[row] = (
            self.numbers.get(low, 0),
            suffix_of(low),
            shape_class(word.lower()) if kind is None else kind,
            case_of(word),
        )
        self._known[word] = row
