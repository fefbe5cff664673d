"""Articles as arrays, and batches of them as tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from bench.train.corpus import Example, labels
from bot.extract.tagger.features import Reading, context, read
from bot.extract.tagger.words import CASE, SUFFIXES, Words

CAPITALS = [CASE["title"], CASE["upper"], CASE["letter"]]
LONGEST = 300
"""Tokens of a stretch of the CRF; a longer paragraph is cut."""
TABLES = ("word", "suffix", "class", "case", "around", "place")


@dataclass(frozen=True)
class Item:
    """One article, ready for the network."""

    reading: Reading
    rows: np.ndarray
    """A row a token: word, suffix, class, case, around, place."""
    unit: np.ndarray
    gold: np.ndarray | None
    soft: np.ndarray | None
    """A teacher's probabilities; a row of zeros where it said nothing."""


def item(example: Example, words: Words, soft: np.ndarray | None = None, *, known: bool = True) -> Item:
    """The arrays of one article.

    Args:
        example: The article, changed or not.
        words: The vocabulary.
        soft: The teacher's probabilities, a row for each of the example's anchors.
        known: Whether the example has gold.
    """
    reading = read(example.text)
    forms = words.forms(reading.words)
    table = words.table[forms]
    around = context(reading, table[:, 2], np.isin(table[:, 3], CAPITALS))
    rows = np.concatenate((table, around.around[:, None], around.place[:, None]), 1)
    gold = labels(example, reading) if known else None
    return Item(reading, rows, around.unit, gold, None if soft is None else _carried(example, reading, soft))


def _carried(example: Example, reading: Reading, soft: np.ndarray) -> np.ndarray:
    """The teacher's rows of the tokens that came through the changes."""
    out = np.zeros((len(reading.words), soft.shape[1]), np.float32)
    where = {(int(a), int(b)): at for at, (a, b) in enumerate(zip(reading.starts, reading.ends, strict=True))}
    for anchor, row in zip(example.anchors, soft, strict=True):
        at = where.get(anchor)
        if at is not None:
            out[at] = row
    return out


def anchored(example: Example) -> Example:
    """The example with its tokens as anchors."""
    reading = read(example.text)
    spans = tuple(zip(reading.starts.tolist(), reading.ends.tolist(), strict=True))
    return Example(example.name, example.text, example.events, spans)


def grouped(items: Sequence[Item], size: int, rng: random.Random) -> list[list[Item]]:
    """Batches of at least `size` tokens, in random order."""
    order = list(items)
    rng.shuffle(order)
    found: list[list[Item]] = [[]]
    room = size
    for one in order:
        found[-1].append(one)
        room -= len(one.rows)
        if room <= 0:
            found.append([])
            room = size
    return [batch for batch in found if batch]


@dataclass(frozen=True)
class Batch:
    """Tensors of a batch; the articles stand behind each other."""

    rows: dict[str, Tensor]
    gold: Tensor
    known: Tensor
    """Whether each token has gold."""
    soft: Tensor | None
    index: Tensor
    """Stretches for the CRF: positions, padded."""
    real: Tensor


def tensors(items: Sequence[Item], labels_count: int, dropped: DropOut | None = None) -> Batch:
    """One batch.

    Args:
        items: Its articles.
        labels_count: How many labels there are.
        dropped: Which words to hide; None hides none.
    """
    rows = np.concatenate([one.rows for one in items])
    if dropped:
        rows = dropped(rows)
    gold = np.concatenate([np.zeros(len(i.rows), np.int64) if i.gold is None else i.gold for i in items])
    known = np.concatenate([np.full(len(i.rows), i.gold is not None) for i in items])
    soft = None
    if any(i.soft is not None for i in items):
        soft = torch.tensor(
            np.concatenate(
                [np.zeros((len(i.rows), labels_count), np.float32) if i.soft is None else i.soft for i in items]
            )
        )
    index, real = _stretches(items)
    table = {name: torch.tensor(rows[:, n].astype(np.int64)) for n, name in enumerate(TABLES)}
    return Batch(table, torch.tensor(gold), torch.tensor(known), soft, index, real)


def _stretches(items: Sequence[Item]) -> tuple[Tensor, Tensor]:
    firsts: list[int] = []
    sizes: list[int] = []
    offset = 0
    for one in items:
        begin = 0
        for edge in one.reading.edges.tolist():
            for first in range(begin, edge, LONGEST):
                if one.gold is not None:
                    firsts.append(first + offset)
                    sizes.append(min(LONGEST, edge - first))
            begin = edge + 1
        offset += len(one.rows)
    order = np.argsort(-np.array(sizes, np.int64), kind="stable")
    first, size = np.array(firsts, np.int64)[order], np.array(sizes, np.int64)[order]
    steps = np.arange(size[0] if len(size) else 0)
    real = steps[None] < size[:, None]
    return torch.tensor(np.where(real, first[:, None] + steps[None], 0)), torch.tensor(real)


class DropOut:
    """Hides words in training, so that the network learns to do without; names more often, by article."""

    def __init__(self, rng: random.Random, share: float = 0.05, names: float = 0.25) -> None:
        """Args: rng: Seeds it; share: Of all words, 0 to 1; names: Of the words with a capital letter, by kind."""
        self._rng = np.random.RandomState(rng.randrange(1 << 30))
        self._share, self._names = share, names

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        """The rows with some words made the unknown word, half of them with another ending."""
        rng, rows = self._rng, rows.copy()
        hidden = rng.rand(len(rows)) < self._share
        capital = np.isin(rows[:, 3], CAPITALS)
        kinds = np.unique(rows[capital, 0])
        hidden |= capital & np.isin(rows[:, 0], kinds[rng.rand(len(kinds)) < self._names])
        rows[hidden, 0] = 0
        other = hidden & (rng.rand(len(rows)) < 0.5)
        rows[other, 1] = rng.randint(0, SUFFIXES, int(other.sum()))
        return rows
