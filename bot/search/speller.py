"""Misspelt words -> words of the index that may be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from string import ascii_lowercase

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

LEAST_LETTERS = 4
"""Letters: shorter words are too much alike to be mended."""
LONG = 8
"""Letters: from here on two slips are allowed, not one."""
ALIKE = 60.0
"""0-100 (`fuzz.ratio`): words less alike are no help for a "did you mean"."""
MOST_MEANT = 3
"""Words of the index that one misspelt word is taken for."""
_NEIGHBOURS = {
    letter: left + right
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for letter, left, right in zip(row, " " + row, row[1:] + " ", strict=False)
} | {"c": "kxvs", "k": "cjlq", "f": "dgpv", "s": "adzc", "z": "sx", "j": "ghkiy", "y": "tuij", "i": "uoyj", "p": "ofb"}
"""Letters that stand beside one another on a keyboard or sound alike: slips at the start of a word."""


class Speller:
    """Finds the words of a vocabulary nearest to a misspelt one, by optimal string alignment distance.

    Keeps the words it was given by their first letters and length, so that a look-up compares some hundreds, not all.
    """

    def __init__(self, vocabulary: Callable[[str], Iterable[str]]) -> None:
        """Take words from `vocabulary(prefix)`, most frequent first; each prefix is asked for once."""
        self._vocabulary = vocabulary
        self._words: dict[str, dict[int, list[str]]] = {}

    def near(self, word: str) -> list[str]:
        """Words within one slip (two in long words), the fewest slips and then the most frequent first."""
        if len(word) < LEAST_LETTERS:
            return []
        return self._near(word, [word[0]]) or self._near(word, _other_starts(word))

    def alike(self, word: str) -> list[str]:
        """Words that begin with the same letter, however many slips away; the most alike first."""
        if len(word) < LEAST_LETTERS:
            return []
        choices = [one for words in self._starting(word[0]).values() for one in words]
        found = process.extract(word, choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_MEANT)
        return [one for one, _, _ in found]

    def _near(self, word: str, starts: Iterable[str]) -> list[str]:
        slips = 2 if len(word) >= LONG else 1
        lengths = range(len(word) - slips, len(word) + slips + 1)
        choices = [one for start in starts for length in lengths for one in self._starting(start).get(length, ())]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=MOST_MEANT)
        return [one for one, _, _ in found]

    def _starting(self, prefix: str) -> dict[int, list[str]]:
        known = self._words.get(prefix)
        if known is None:
            known = {}
            for word in self._vocabulary(prefix):
                known.setdefault(len(word), []).append(word)
            self._words[prefix] = known
        return known


def _other_starts(word: str) -> list[str]:
    """How the word meant may begin if the slip is at its start: swapped, one too many, another letter, one dropped."""
    slipped = [near + word[1] for near in _NEIGHBOURS.get(word[0], "").strip()]
    dropped = [letter + word[0] for letter in ascii_lowercase]
    return list(dict.fromkeys([word[1] + word[0], word[1:3], *slipped, *dropped]))
