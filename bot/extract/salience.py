"""How present everybody is in a reader's mind: a weight that a mention raises and every further sentence fades.

The weights follow the idea of Lappin and Leass (1994): subjects and speakers count most, possessives and names inside
quotations least. A mention lifts the weight to its own worth; what was there before adds only a part, so that who was
named most often doesn't stand before who was named last.
"""

from __future__ import annotations

from bot.extract.people import Figure

FADE = 0.5
"""Share of a weight left after one more sentence."""
CARRIED = 0.3
"""Share of the lesser of old weight and gain that adds to the greater."""
REACH = 12
"""How many figures, latest first, are weighed."""
_MANY = 64
"""Figures from which those mentioned long ago are forgotten, so that a long text stays linear."""


class Salience:
    """The weights of the figures mentioned so far."""

    def __init__(self) -> None:
        """Nobody is mentioned yet."""
        self._weights: dict[Figure, tuple[float, int]] = {}

    def mention(self, figure: Figure, clock: int, gain: float) -> None:
        """Raises a figure's weight; `clock` is the number of the sentence."""
        old = self.weight(figure, clock)
        self._weights.pop(figure, None)
        self._weights[figure] = (max(old, gain) + CARRIED * min(old, gain), clock)

    def weight(self, figure: Figure, clock: int) -> float:
        """The weight of a figure in a sentence; 0 for one never mentioned."""
        weight, at = self._weights.get(figure, (0.0, clock))
        return float(weight * FADE ** max(0, clock - at))

    def latest(self) -> list[Figure]:
        """The figures mentioned last, latest first."""
        if len(self._weights) > _MANY:
            self._weights = dict(list(self._weights.items())[-REACH:])
        return list(reversed(self._weights))[:REACH]
