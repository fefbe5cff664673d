"""The network: a text's words and places -> a score for each label of each token, and the best labels.

All numbers are whole ones. Weights have 8 bits, activations 9, and every sum stays under 2**24, so the matrix product
in single precision is exact whatever the machine adds up first: the same text gives the same labels everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.extract.tagger.features import Context
from bot.extract.tagger.labels import NAMES, allowed
from bot.extract.tagger.words import Words

Floats = NDArray[np.float32]
Scores = NDArray[np.int32]

UNIT = 32
"""Steps of an activation from 0 to 1."""
LIMIT = 255
"""Largest activation, in steps."""
EXACT = 1 << 24
"""Whole numbers up to here are exact in single precision."""
BLOCK = 1024
"""Tokens computed at a time: an article, in memory that is used again for the next one."""
FORBIDDEN = -(1 << 28)
"""Score of a label that may not follow another."""


class Network:
    """Dilated convolutions over a text's tokens (Strubell et al., 2017, "Fast and accurate entity recognition with
    iterated dilated convolutions"), with learned transitions between the labels."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], words: Words) -> None:
        """Args: arrays: The weights by name, as the weights file has them; words: The vocabulary they belong to."""
        self._words = words
        self._tables = [np.asarray(arrays[name]) for name in ("word", "suffix", "class", "case")]
        self._around = np.asarray(arrays["around"], np.int16)
        self._place = np.asarray(arrays["place"], np.int16)
        self._dilations = [int(d) for d in np.asarray(arrays["dilations"])]
        self._weights = [_scaled(arrays, n) for n in range(len(self._dilations))]
        self._out = np.asarray(arrays["out"], np.float32)
        self._out_bias = np.asarray(arrays["out_bias"], np.int32)
        self.transitions = np.where(allowed(), np.asarray(arrays["transitions"], np.int32), np.int32(FORBIDDEN))
        """What it brings that one label (row) is followed by another (column)."""
        self.unit = int(np.asarray(arrays["unit"]))
        """Score of one natural logarithm."""
        self._forms: NDArray[np.int16] = np.zeros((0, self._around.shape[1]), np.int16)
        self._known, self._generation = 0, 0
        self._halo = sum(self._dilations)
        width, rows = self._around.shape[1], BLOCK + 2 * self._halo
        self._values = np.zeros((rows, width), np.float32)
        self._change = np.zeros((rows, width), np.float32)
        self._wide = np.ones((rows, 3 * width + 1), np.float32)

    def scores(self, forms: NDArray[np.int64], context: Context) -> Scores:
        """The scores of all labels, a row a token. Linear in the number of tokens.

        Args:
            forms: Of each token, as `Words.forms` gives them.
            context: What stands around each token.
        """
        self._remember()
        entered = self._forms[forms]
        entered += self._around[context.around]
        entered += self._place[context.place]
        return self._scored(entered)

    def scores_of(self, rows: NDArray[np.integer[Any]]) -> Scores:
        """The same from rows of table numbers: word, ending, class, case, around, place."""
        tables = [*self._tables, self._around, self._place]
        return self._scored(sum(table[rows[:, n]].astype(np.int16) for n, table in enumerate(tables)))

    def _scored(self, entered: NDArray[np.int16]) -> Scores:
        size = len(entered)
        out = np.empty((size, len(NAMES)), np.int32)
        for first in range(0, size, BLOCK):
            past = min(size, first + BLOCK)
            begin, end = max(0, first - self._halo), min(size, past + self._halo)
            values = self._convolved(entered[begin:end])
            out[first:past] = values[first - begin : past - begin] @ self._out
        out += self._out_bias
        return out

    def _remember(self) -> None:
        """Adds up what each form of a word brings along, once."""
        words = self._words
        known = self._known if words.generation == self._generation else 0
        table = words.table
        if known < len(table):
            new = table[known:]
            rows = sum(part[new[:, n]].astype(np.int16) for n, part in enumerate(self._tables))
            if len(table) > len(self._forms):
                room = np.zeros((max(1024, 2 * len(table)), self._around.shape[1]), np.int16)
                room[:known] = self._forms[:known]
                self._forms = room
            self._forms[known : len(table)] = rows
        self._known, self._generation = len(table), words.generation

    def _convolved(self, entered: NDArray[np.int16]) -> Floats:
        """The last layer, in memory that the next block overwrites."""
        size, width = entered.shape
        values, change, wide = self._values[:size], self._change[:size], self._wide[:size]
        left, here, right = (wide[:, n * width : (n + 1) * width] for n in range(3))  # the column behind is the bias's
        values[:] = entered
        np.clip(values, -LIMIT, LIMIT, out=values)
        for dilation, weights in zip(self._dilations, self._weights, strict=True):
            near = min(dilation, size)
            left[:near] = 0
            left[near:] = values[: size - near]
            here[:] = values
            right[: size - near] = values[near:]
            right[size - near :] = 0
            np.matmul(wide, weights, out=change)
            np.floor(change, out=change)
            np.clip(change, 0, LIMIT, out=change)
            values += change
            np.clip(values, -LIMIT, LIMIT, out=values)
        return values


def _scaled(arrays: Mapping[str, NDArray[np.generic]], layer: int) -> Floats:
    """A layer's weights with its bias as last row, in steps of an activation; powers of two keep every sum exact."""
    rows = [np.asarray(arrays[f"conv{layer}"], np.float32), np.asarray(arrays[f"bias{layer}"], np.float32)[None]]
    shifts = np.asarray(arrays[f"shift{layer}"]).astype(np.int32)
    return np.ldexp(np.concatenate(rows), -shifts).astype(np.float32)
