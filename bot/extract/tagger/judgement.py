"""What the tagger found in a text, and what it thinks of what others found there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

import numpy as np

from bot.extract.tagger.doubts import Doubts
from bot.extract.tagger.features import Reading
from bot.extract.tagger.linker import CONTENT_LEFT, CONTENT_RIGHT, CUE, SOURCE_LEFT, SOURCE_RIGHT, Part
from bot.model import Attribution, Span

_CONTENT, _SOURCE = (CONTENT_LEFT, CONTENT_RIGHT), (SOURCE_LEFT, SOURCE_RIGHT)


class Doubt(NamedTuple):
    """How unlikely the parts of a finding are to the network, as natural logarithms: 0 where it marked them so."""

    content: float
    """Of the unlikeliest of its contents."""
    cue: float
    """Infinite without one."""
    source: float
    """Infinite without one."""


class Judgement:
    """A text's attributions as the tagger finds them, and what it thinks of other findings."""

    def __init__(self, found: list[Attribution], reading: Reading, doubts: Doubts | None) -> None:
        """Args: found: By place; reading: The text; doubts: The network's, if there are words."""
        self.found = found
        self._reading, self._doubts = reading, doubts

    def doubts(self, others: Sequence[Attribution]) -> list[Doubt]:
        """How unlikely each of the findings is."""
        if self._doubts is None or not others:
            return [Doubt(inf, inf, inf) for _ in others]
        asked = [(span, roles) for one in others for span, roles in _spans(one)]
        firsts = np.searchsorted(self._reading.ends, [span.start for span, _ in asked], "right").tolist()
        pasts = np.searchsorted(self._reading.starts, [span.end for span, _ in asked], "left").tolist()
        parts = [
            Part(first, past, role)
            for first, past, (_, roles) in zip(firsts, pasts, asked, strict=True)
            for role in roles
        ]
        losses = iter(self._doubts.of(parts))
        return [_doubt(one, losses) for one in others]


def _spans(one: Attribution) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """The spans of a finding with the parts that each can be."""
    for span in one.content:
        yield span, _CONTENT
    if one.cue:
        yield one.cue, (CUE,)
    if one.source:
        yield one.source, _SOURCE


def _doubt(one: Attribution, losses: Iterator[float]) -> Doubt:
    """The next losses, in the order of `_spans`."""
    content = max(min(next(losses), next(losses)) for _ in one.content)
    cue = next(losses) if one.cue else inf
    return Doubt(content, cue, min(next(losses), next(losses)) if one.source else inf)
