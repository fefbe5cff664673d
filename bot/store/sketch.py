"""Texts that are nearly the same, found among any number without comparing each with each.

MinHash over shingles of words, its values in bands (Broder, "On the resemblance and containment of documents", 1997;
Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3): texts that share a band are compared. The bands
are rows of the archive, so that the index outlives a restart and takes no memory, as libraries' indexes would.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from bot.text import tokens_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 5
"""Words in a row."""
BANDS, ROWS = 24, 3
"""Two texts of which half of the shingles are common share a band with probability 0.96, of a tenth with 0.02."""
FEWEST_SHINGLES = 30
"""With fewer a text is a headline or a note, alike by chance."""
LONGEST = 200_000
"""Characters that are looked at."""


def shingles(text: str) -> frozenset[int]:
    """The text's words, five in a row, as numbers of 32 bits; empty for what is too short to tell."""
    words = tokens_of(text[:LONGEST])
    found = frozenset(crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(len(words) - SHINGLE + 1))
    return found if len(found) >= FEWEST_SHINGLES else frozenset()


def bands(found: frozenset[int]) -> list[int]:
    """The keys of a text's bands, numbers of 63 bits; none for no shingles."""
    if not found:
        return []
    import numpy as np  # a store that is only read from does without

    factors, offsets = _permutations()
    values = np.fromiter(found, dtype=np.uint64, count=len(found))
    least = ((factors[:, None] * values + offsets[:, None]) >> np.uint64(32)).min(axis=1)
    return [_key(at, least[at * ROWS : (at + 1) * ROWS].tolist()) for at in range(BANDS)]


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Share (0 to 1) of the shorter text's shingles that the other has too."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _key(band: int, values: Sequence[int]) -> int:
    told = f"{band}:{values}".encode("ascii")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "big") >> 1


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """An odd factor and an offset for each value, the same for ever: they are in what archives hold."""
    import numpy as np

    drawn = [hashlib.blake2b(str(at).encode(), digest_size=16).digest() for at in range(BANDS * ROWS)]
    factors = [int.from_bytes(one[:8], "big") | 1 for one in drawn]
    offsets = [int.from_bytes(one[8:], "big") for one in drawn]
    return np.array(factors, dtype=np.uint64), np.array(offsets, dtype=np.uint64)
