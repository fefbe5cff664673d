"""Words as typed -> what the index is asked for, and how much each word weighs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log2
from statistics import fmean

from bot.search.forms import variants
from bot.search.lexicon import STOP_WORDS
from bot.text import tokens_of

MOST_WORDS = 64
"""Words of a question that are looked at; the rest of a longer one adds nothing."""
MOST_TERMS = 12
"""Words asked of the index at once, rarest first."""
STOP_WEIGHT = 0.5
"""Bits: what a stop word in its place tells."""
AS_IF_READ = 2_000
"""Quotes added to those of the archive when words are weighed: a word is not common because a small archive has it."""
UNKNOWN_WEIGHT = 1.0
"""Bits: what words tell of which none is on record."""
SWAPPED = {
    word[:i] + word[i + 1] + word[i] + word[i + 2 :]: word for word in sorted(STOP_WORDS) for i in range(len(word) - 1)
}
"""Slips of stop words ("teh"), which are too short to be mended like others."""


@dataclass(frozen=True, slots=True)
class Query:
    """Words to look for."""

    words: tuple[str, ...]
    """Normalised, as typed, stop words included."""
    weights: tuple[float, ...]
    """Bits each word tells: the rarer, the more."""
    terms: tuple[str, ...]
    """What to ask of the index: all words in a row, and the telling ones alone."""
    meant: dict[str, tuple[str, ...]]
    """Words not on record, with the words of the index that they may be slips of."""

    @property
    def contents(self) -> tuple[int, ...]:
        """The places of the words that are no stop words."""
        return tuple(i for i, word in enumerate(self.words) if word not in STOP_WORDS)


def content_words(words: Iterable[str]) -> list[str]:
    """The distinct words that are no stop words and more than one letter, in order."""
    return [word for word in dict.fromkeys(words) if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


def build(
    text: str, frequencies: Callable[[list[str]], Mapping[str, int]], mend: Callable[[str], list[str]], total: int
) -> Query | None:
    """The query of words as typed; None where there is nothing to look for.

    Args:
        text: As typed.
        frequencies: How many quotes hold each word.
        mend: Words of the index near a misspelt one.
        total: How many quotes there are.
    """
    words = _unswapped(_joined(tokens_of(text)[:MOST_WORDS], frequencies), frequencies)
    wanted = content_words(words)
    if not wanted:
        return None
    counts = dict(frequencies([*wanted, *(form for word in wanted for form in variants(word))]))
    meant = {word: tuple(mend(word)) for word in wanted if not _known(word, counts)}
    counts |= frequencies([one for found in meant.values() for one in found]) if any(meant.values()) else {}
    weights = _weights(words, counts, meant, total)
    return Query(words, weights, _terms(words, wanted, counts, meant), meant)


def _joined(words: list[str], frequencies: Callable[[list[str]], Mapping[str, int]]) -> tuple[str, ...]:
    """Letters and figures typed apart made one word where that is on record: "U S", "19 9" for "U.S.", "19.9"."""
    pairs = {a + b for a, b in pairwise(words) if _parts(a, b)}
    known = frequencies(sorted(pairs)) if pairs else {}
    joined = words[:1]
    for before, word in pairwise(words):
        if _parts(before, word) and known.get(before + word) and joined[-1] == before:
            joined[-1] += word
        else:
            joined.append(word)
    return tuple(joined)


def _unswapped(words: tuple[str, ...], frequencies: Callable[[list[str]], Mapping[str, int]]) -> tuple[str, ...]:
    """The words, with stop words in the place of what is no word on record but a slip of one."""
    slips = [word for word in words if word in SWAPPED and word not in STOP_WORDS]
    known = frequencies(slips) if slips else {}
    return tuple(SWAPPED[word] if word in slips and not known.get(word) else word for word in words)


def _parts(a: str, b: str) -> bool:
    return (a.isdigit() and b.isdigit()) or (len(a) == len(b) == 1 and (a + b).isalpha())


def _known(word: str, counts: Mapping[str, int]) -> bool:
    return any(counts.get(form, 0) for form in (word, *variants(word)))


def _weights(
    words: tuple[str, ...], counts: Mapping[str, int], meant: Mapping[str, tuple[str, ...]], total: int
) -> tuple[float, ...]:
    """Bits by rarity; words that are not on record in any form tell no more than the others do on average."""
    rarest = {
        word: max((counts.get(form, 0) for form in (word, *variants(word), *meant.get(word, ()))), default=0)
        for word in content_words(words)
    }
    bits = {
        word: max(STOP_WEIGHT, log2((total + AS_IF_READ) / (count + 0.5))) for word, count in rarest.items() if count
    }
    usual = fmean(bits.values()) if bits else UNKNOWN_WEIGHT
    return tuple(bits.get(word, usual if word in rarest else STOP_WEIGHT) for word in words)


def _terms(
    words: tuple[str, ...], wanted: list[str], counts: Mapping[str, int], meant: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The words in a row, and the rarest words in all their forms that are on record."""
    forms = [form for word in wanted for form in (word, *variants(word), *meant.get(word, ())) if counts.get(form, 0)]
    whole = [" ".join(words)] if len(words) > 1 else []
    return tuple(dict.fromkeys([*whole, *sorted(forms, key=lambda form: counts[form])[:MOST_TERMS]]))
