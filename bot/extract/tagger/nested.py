"""Statements within statements: "The police said the driver had told them that …". The network marks the outer one;
the rules read what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.extract.rules import Rules
from bot.extract.tagger.linker import Part
from bot.model import Attribution, Span

SURE = 0.7
"""Confidence (0 to 1) of the rules from which a statement within another is kept."""
VERBS = frozenset("said told says tells called".split())
"""Other verbs within somebody's words are mostly part of the thought: 20 of 22 in PolNeAR's development half."""
FARTHEST = 8
"""Words of the inner speaker's mention, at most."""
SHORTEST = 6
"""Tokens of a stretch that may hold a statement of somebody else's."""
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(VERBS))})\b", re.IGNORECASE)
_NOT_OTHERS = frozenset("i we you it who what which that he she they if".split())
"""Within somebody's words they are mostly the speaker, the listener or nobody."""


def nested(text: str, outer: Attribution, contents: Sequence[Part]) -> Iterator[Attribution]:
    """What others say within a statement.

    Args:
        text: The text.
        outer: The statement.
        contents: Its contents in tokens, in order.
    """
    for part, span in zip(contents, outer.content, strict=True):
        said = span.of(text)
        if part.past - part.first < SHORTEST or not _VERB.search(said):
            continue
        for inner in _RULES.attribute(said):
            if inner.confidence >= SURE and _somebody_else(inner, said):
                yield _moved(replace(inner, confidence=inner.confidence * outer.confidence), span.start)


def _somebody_else(inner: Attribution, said: str) -> bool:
    if inner.cue is None or inner.source is None or inner.cue.of(said).split()[-1].casefold() not in VERBS:
        return False
    who = inner.source.of(said).casefold().split()
    return len(who) <= FARTHEST and _NOT_OTHERS.isdisjoint(who)


_RULES = Rules()


def _moved(one: Attribution, by: int) -> Attribution:
    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    content = tuple(Span(a + by, b + by) for a, b in one.content)
    return replace(one, content=content, cue=move(one.cue), source=move(one.source), via=move(one.via))
