"""What an attributor finds though nobody says, thinks or wants anything there."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.extract.kinds import reports
from bot.model import Attribution, Span

FEWEST = 3
"""Words from which something without marks is a belief, a wish or a plan; of shorter ones in PolNeAR's development
half three in five are none."""
_SEEN = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly )?(?:seen|found|spotted|caught|heard|left)\b", re.IGNORECASE
)
_PLACE = re.compile(r"(?:on|in|at|near|by|with|from|under|outside|inside)\b|(?:one|two|three|several|the)\b")
_ASKED = re.compile(r"\s*(?:[Dd]oes|[Dd]o|[Dd]id|[Ww]ould|[Ww]ill|[Cc]an|[Cc]ould|[Ss]hould|[Ii]s|[Aa]re|[Ww]as)\b")
_SENTENCE_START = re.compile(r"[.!?]\s|\n|[“\"]")
_REACH = 200
_TOLD = re.compile(r"\b(?:ask|asks|asked|tell|tells|told)$", re.IGNORECASE)
_LISTENER = 8
"""Words of the longest listener."""
_MARKS = '“”"«»„‘'


def idle(text: str, one: Attribution) -> bool:
    """Whether a finding attributes nothing: two stray words, what was seen somewhere, a question whether."""
    cue, source = one.cue, one.source
    if cue is None or source is None:
        return False
    first, last = one.content[0], one.content[-1]
    if any(mark in text[first.start - 1 : last.end + 1] for mark in _MARKS):
        return False
    owned = source.of(text).casefold().startswith("whose ")
    return owned or _stray(text, one, cue) or _was_seen(text, one, cue) or _is_asked(text, one, source)


def without_listener(text: str, one: Attribution) -> Attribution:
    """A finding without whom the words were said to: "“Why?” a reporter asked | the mayor."."""
    last = one.content[-1]
    if one.cue is None or len(one.content) < 2 or not _TOLD.search(one.cue.of(text)) or last.start - one.cue.end != 1:
        return one
    told = not any(mark in last.of(text) for mark in _MARKS) and len(last.of(text).split()) <= _LISTENER
    closed = text[one.content[-2].end : one.cue.start].lstrip("?!,.")[:1] in _MARKS
    return replace(one, content=one.content[:-1]) if told and closed else one


def _stray(text: str, one: Attribution, cue: Span) -> bool:
    words = sum(len(span.of(text).split()) for span in one.content)
    return words < FEWEST and not reports(cue.of(text))


def _was_seen(text: str, one: Attribution, cue: Span) -> bool:
    """ "was seen | on two roofs": a passive that tells what happened, not what somebody thinks."""
    rest = text[cue.end : one.content[0].start]
    return _SEEN.search(cue.of(text)) is not None and _PLACE.match(rest.strip() or one.content[0].of(text)) is not None


def _is_asked(text: str, one: Attribution, source: Span) -> bool:
    """ "Does he regret | the song?": whether somebody thinks so is what is asked."""
    end = one.content[-1].end
    if text[end : end + 1] != "?":
        return False
    floor = max(0, source.start - _REACH)
    starts = [match.end() for match in _SENTENCE_START.finditer(text, floor, source.start)]
    return _ASKED.match(text, starts[-1] if starts else floor) is not None
