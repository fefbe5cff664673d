"""Words that go on behind "she explained": "The ice, she explained, | remembers every volcano"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.extract.kinds import reports
from bot.model import Attribution, Span

MOST_BEFORE = 6
"""Words before the comma up to which they are only a subject, whose verb is still to come."""
_GOES_ON = re.compile(
    r", (?P<rest>(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|"
    r"[a-z]+(?:[^s\W]s|ed))\b[^.!?;:\n“”\"«»]{3,300})(?=[.!?;\n]|$)"
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\b")


def resumed(text: str, found: list[Attribution]) -> list[Attribution]:
    """The findings, those whole that were cut at "she explained"; what was found in the rest of one goes."""
    longer = {id(one): more for one in found if (more := _longer(text, one))}
    rests = [one.content[-1] for one in longer.values()]
    kept = [longer.get(id(one), one) for one in found if not _within(text, one, rests)]
    return kept if longer else found


def _longer(text: str, one: Attribution) -> Attribution | None:
    cue, source = one.cue, one.source
    if cue is None or source is None or len(one.content) > 1 or not reports(cue.of(text)):
        return None
    before = one.content[0]
    begin, end = min(cue.start, source.start), max(cue.end, source.end)
    words = before.of(text)
    if text[before.end : begin] != ", " or len(words.split()) > MOST_BEFORE or _VERB.search(words):
        return None
    match = _GOES_ON.match(text, end)
    return replace(one, content=(before, Span(*match.span("rest")))) if match else None


def _within(text: str, one: Attribution, rests: list[Span]) -> bool:
    """Whether a mere thought was found in the rest of another's words."""
    start, end = one.content[0].start, one.content[-1].end
    thought = one.cue is not None and not reports(one.cue.of(text))
    return thought and any(rest.start <= start and end <= rest.end for rest in rests)
