"""What became of a load, in words: how many of each, and why what failed did."""

from __future__ import annotations

from collections import Counter

from bot.model import Receipt, State

MOST_REASONS = 20
"""Reasons that are told, the most frequent."""
WORDS = {State.DUPLICATE: "duplicate"}


class Report:
    """Counts receipts."""

    def __init__(self) -> None:
        """Of nothing yet."""
        self._states: Counter[str] = Counter()
        self._reasons: Counter[str] = Counter()
        self._first: dict[str, str] = {}

    @property
    def failed(self) -> int:
        """How many inputs failed."""
        return self._reasons.total()

    def note(self, receipt: Receipt) -> None:
        """Count one."""
        if receipt.error:
            self._reasons[receipt.error] += 1
            self._first.setdefault(receipt.error, receipt.path)
        elif receipt.note:
            self._states["withdrawn"] += 1
        elif receipt.state:
            self._states[WORDS.get(receipt.state, str(receipt.state))] += 1

    def lines(self) -> list[str]:
        """The counts in one line, then each reason why inputs failed, with the first of them."""
        counts = [f"{number:,} {state}" for state, number in self._states.items()]
        counts += [f"{self.failed:,} failed"] if self.failed else []
        reasons = [
            f"  {number:,} {reason} (first: {self._first[reason]})"
            for reason, number in self._reasons.most_common(MOST_REASONS)
        ]
        more = len(self._reasons) - len(reasons)
        rest = [f"  and {more:,} other reasons"] if more > 0 else []
        hint = ["Try these again: onrecord ingest --retry"] if self.failed else []
        return [", ".join(counts) or "nothing to load", *reasons, *rest, *hint]
