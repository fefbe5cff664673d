"""What was done since the start, counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts; of one event loop."""

    answered: int = 0
    failed: int = 0
