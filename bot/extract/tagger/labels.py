"""The labels of tokens: parts of attributions, each with the side on which its cue lies."""

from __future__ import annotations

import numpy as np

PARTS = ("SRC-L", "SRC-R", "CUE", "CON-L", "CON-R")
"""Source and content with their cue to the left or right, and the cue itself."""
NAMES = ("O", *(f"{place}-{part}" for part in PARTS for place in "BI"))
LABELS = {name: number for number, name in enumerate(NAMES)}
"""B begins a part, I goes on with it; an I has an even number and its B the one before."""


def allowed() -> np.ndarray:
    """Which label may follow which (row, then column): an I only its own B or I."""
    size = len(NAMES)
    table = np.ones((size, size), np.bool_)
    for inside in range(2, size, 2):
        table[:, inside] = False
        table[[inside - 1, inside], inside] = True
    return table
