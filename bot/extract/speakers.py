"""Who a mention stands for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Attribution, Speaker


class Speakers:
    """Names the speakers of one text."""

    def __init__(self, text: str, found: Sequence[Attribution], headline: str | None = None) -> None:
        self._text = text
        self.cast = None

    def resolve(self, one: Attribution) -> tuple[Speaker | None, float]:
        """The speaker of an attribution and how sure that is (0 to 1)."""
        if one.source is None:
            return None, 1.0
        mention = one.source.of(self._text)
        return Speaker(" ".join(mention.split()), mention, one.source), 1.0
