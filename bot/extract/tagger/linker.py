"""Labelled tokens -> attributions: every source and content goes to a cue, and what lacks one is looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.extract.tagger.labels import PARTS

SOURCE_LEFT, SOURCE_RIGHT, CUE, CONTENT_LEFT, CONTENT_RIGHT = range(len(PARTS))
GAP = 2
"""Tokens, such as a point, between two contents that touch."""
FAR = 1
"""Paragraphs between a content and its cue, at most."""


class Part(NamedTuple):
    """A labelled stretch of tokens, `past` exclusive."""

    first: int
    past: int
    role: int


@dataclass(slots=True)
class Group:
    """One attribution in tokens."""

    cue: Part | None
    contents: list[Part] = field(default_factory=list)
    sources: list[Part] = field(default_factory=list)


def parts_of(labels: Sequence[int]) -> list[Part]:
    """The labelled stretches, in order."""
    found: list[Part] = []
    first, current = 0, 0
    for at, label in enumerate([*labels, 0]):
        inside = label != 0 and label % 2 == 0
        if inside and current and (label - 1) // 2 == (current - 1) // 2:
            continue
        if current:
            found.append(Part(first, at, (current - 1) // 2))
        first, current = at, label
    return found


def link(parts: Sequence[Part], paragraph: Sequence[int], unit: Sequence[int]) -> list[Group]:
    """The attributions that the parts make.

    Args:
        parts: Labelled stretches in order.
        paragraph: The paragraph's number of each token.
        unit: The sentence's number of each token; a sentence goes on to the end of a quotation in it.
    """
    parts = _of_one_mind(parts, unit)
    cues = [part for part in parts if part.role == CUE]
    groups = [Group(cue) for cue in cues]
    starts = [cue.first for cue in cues]
    orphans: list[Part] = []
    for part in parts:
        if part.role == CUE:
            continue
        at = _nearest(part, starts, cues, paragraph)
        if at is None:
            orphans.append(part)
        elif part.role in (SOURCE_LEFT, SOURCE_RIGHT):
            groups[at].sources.append(part)
        else:
            groups[at].contents.append(part)
    _share_sources(groups, unit)
    return [group for group in [*groups, *_without_cue(orphans, paragraph)] if group.contents]


def _of_one_mind(parts: Sequence[Part], unit: Sequence[int]) -> list[Part]:
    """The parts, with contents that touch in a sentence all on the side of the last one's cue."""
    found = list(parts)
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        touch = after.first - one.past <= GAP and unit[one.first] == unit[after.first]
        if touch and {one.role, after.role} == {CONTENT_LEFT, CONTENT_RIGHT}:
            found[at] = one._replace(role=after.role)
    return found


def _nearest(part: Part, starts: list[int], cues: list[Part], paragraph: Sequence[int]) -> int | None:
    """The cue nearest on the labelled side, else on the other."""
    at = bisect_left(starts, part.first)
    here = paragraph[part.first]
    left = at - 1 if at and abs(paragraph[cues[at - 1].first] - here) <= FAR else None
    right = at if at < len(cues) and abs(paragraph[cues[at].first] - here) <= FAR else None
    wanted, other = (left, right) if part.role in (SOURCE_LEFT, CONTENT_LEFT) else (right, left)
    if wanted is None or other is None:
        return other if wanted is None else wanted
    source = part.role in (SOURCE_LEFT, SOURCE_RIGHT)
    elsewhere = paragraph[cues[wanted].first] != here and paragraph[cues[other].first] == here
    return other if source and elsewhere else wanted


def _share_sources(groups: list[Group], unit: Sequence[int]) -> None:
    """A cue without a source takes the nearest before it in its sentence, else behind it."""
    every = sorted(source for group in groups for source in group.sources)
    starts = [source.first for source in every]
    for group in groups:
        if group.cue is None:
            continue
        if group.sources:
            cue = group.cue
            group.sources.sort(key=lambda s: min(abs(s.past - cue.first), abs(s.first - cue.past)))
            continue
        at = bisect_left(starts, group.cue.first)
        if at and unit[every[at - 1].first] == unit[group.cue.first]:
            group.sources.append(every[at - 1])


def _without_cue(orphans: list[Part], paragraph: Sequence[int]) -> list[Group]:
    """Contents beside a source, without any cue: a headline's colon, a signature."""
    sources = [part for part in orphans if part.role in (SOURCE_LEFT, SOURCE_RIGHT)]
    found: list[Group] = []
    for part in orphans:
        if part.role in (SOURCE_LEFT, SOURCE_RIGHT):
            continue
        near = [s for s in sources if paragraph[s.first] == paragraph[part.first]]
        nearest = min(near, key=lambda s: abs(s.first - part.first), default=None)
        known = next((g for g in found if nearest is not None and nearest in g.sources), None)
        if known:
            known.contents.append(part)
        else:
            found.append(Group(None, [part], [nearest] if nearest else []))
    return found
