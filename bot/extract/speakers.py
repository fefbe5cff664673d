"""The speakers of a text's attributions, named as far as the article tells."""

from __future__ import annotations

from bot.extract.coreference import Chain
from bot.extract.kinds import Marks
from bot.extract.people import Cast
from bot.extract.places import CAPITALS, COUNTRIES, SEATS
from bot.model import Attribution, Speaker, SpeakerKind

_GOVERNMENTS = frozenset(COUNTRIES) | frozenset(CAPITALS) | frozenset(SEATS)


class Speakers:
    """Names the speakers of one text."""

    def __init__(self, text: str, found: list[Attribution], marks: Marks, spanish: bool = False) -> None:
        """Reads names and mentions of the text once."""
        self._text = text
        self.cast = Cast(text, spanish)
        self._answers = Chain(text, self.cast, found, marks).answers

    def resolve(self, one: Attribution) -> tuple[Speaker | None, float]:
        """The speaker of an attribution and how sure that is (0 to 1)."""
        if one.source is None:
            return None, 1.0
        mention = one.source.of(self._text)
        answer = self._answers.get(one.source)
        if answer is None:
            return Speaker(" ".join(mention.split()), mention, one.source), 0.5
        if not answer.name:
            return None, 1.0
        kind, role = answer.kind, answer.role
        if " " not in answer.name and answer.name.casefold() in _GOVERNMENTS:
            kind, role = SpeakerKind.INSTITUTION, None
        return Speaker(answer.name, mention, one.source, role, kind), answer.certainty
