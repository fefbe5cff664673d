"""How unlikely the network holds other readings of a text than its best one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import inf

import numpy as np

from bot.extract.tagger.decoding import Places, Scores, reached, stretches
from bot.extract.tagger.features import Ints
from bot.extract.tagger.labels import LABELS, PARTS
from bot.extract.tagger.linker import Part


class Doubts:
    """What the best reading of a text loses when some tokens have to be some part (max-marginals of its chain)."""

    def __init__(self, scores: Scores, edges: Ints, transitions: Scores, unit: int) -> None:
        """Args: scores, edges, transitions: As `best` takes them; unit: Score of one natural logarithm."""
        self._scores, self._edges, self._transitions, self._unit = scores, edges, transitions, unit

    @cached_property
    def _stretches(self) -> tuple[Places, Places]:
        return stretches(self._scores, self._edges)

    def of(self, parts: Sequence[Part]) -> list[float]:
        """The loss of each part in natural logarithms: 0 where the best reading has it.

        Infinite for a part without tokens or over a paragraph's end.
        """
        homes = self._homes(parts)
        used = sorted({home for home in homes if home >= 0})  # longest first, as `reached` wants them
        if not used:
            return [inf] * len(parts)
        firsts, sizes = (places[used] for places in self._stretches)
        onto = self._transitions
        forwards = reached(self._scores, firsts, sizes, np.ascontiguousarray(onto.T), onto[0][:, None])
        backwards = reached(self._scores, firsts + sizes - 1, sizes, onto, pace=-1)
        rows = {home: row for row, home in enumerate(used)}
        return [
            inf if home < 0 else self._loss(part, home, rows[home], forwards, backwards) / self._unit
            for part, home in zip(parts, homes, strict=True)
        ]

    def _homes(self, parts: Sequence[Part]) -> list[int]:
        """The number of the stretch that each part lies in, -1 for none."""
        firsts, sizes = self._stretches
        if not len(firsts):
            return [-1] * len(parts)
        order = np.argsort(firsts)
        at = np.searchsorted(firsts[order], [part.first for part in parts], "right") - 1
        homes = order[np.maximum(at, 0)]
        begins, ends = firsts[homes].tolist(), (firsts + sizes)[homes].tolist()
        fits = [a <= part.first < part.past <= b for part, a, b in zip(parts, begins, ends, strict=True)]
        return [home if fit else -1 for home, fit in zip(homes.tolist(), fits, strict=True)]

    def _loss(self, part: Part, home: int, row: int, forwards: list[Scores], backwards: list[Scores]) -> int:
        first, size = (int(places[home]) for places in self._stretches)
        begin = LABELS["B-" + PARTS[part.role]]
        inside = begin + 1
        length = part.past - part.first
        last = inside if length > 1 else begin
        onto = self._transitions
        entering = onto[0, begin]
        if part.first > first:
            entering = (forwards[part.first - first - 1][:, row] + onto[:, begin]).max()
        total = int(entering) + int(self._scores[part.first, begin])
        if length > 1:
            total += int(onto[begin, inside]) + (length - 2) * int(onto[inside, inside])
            total += int(self._scores[part.first + 1 : part.past, inside].sum())
        leaving = int(backwards[first + size - part.past][last, row]) - int(self._scores[part.past - 1, last])
        return int(forwards[size - 1][:, row].max()) - total - leaving
