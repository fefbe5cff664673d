"""Who speaks where the network marked nobody: the phrase beside the cue, or the speaker of the same sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from bot.extract.tagger.features import CLOSES, INSIDE, OPENS, OUTSIDE, SINGLE_CLOSES
from bot.extract.tagger.linker import SOURCE_LEFT, Group, Part
from bot.extract.tagger.words import CASE, CLASS

LONGEST = 25
"""Tokens of a speaker's mention, at most."""
NEAR = 6
"""Tokens of a mention that no comma sets off from what stands before it, at most."""
_CLASS_SETS = {
    "verbs": "report report_s report_ed say",
    "participles": "report_ing think_ing ing",
    "finite": "report report_s report_ed say think think_s think_ed be have do modal ed",
    "stops": "comma end ellipsis colon semicolon question exclaim dash double open close that which if what because "
    "when but to in by with as about day break be have do modal",
    "nouns": "person group institution medium title honorific he she it they i we you who",
    "pronouns": "he she it they i we you who",
    "joins": "and or but comma",
}
_SETS = {name: frozenset(CLASS[word] for word in words.split()) for name, words in _CLASS_SETS.items()}
_SAYING = CLASS["say"]
_NAMES = frozenset((CASE["title"], CASE["upper"], CASE["mixed"]))


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is known of each token, as plain lists."""

    classes: Sequence[int]
    cases: Sequence[int]
    states: Sequence[int]
    unit: Sequence[int]


def complete(groups: Sequence[Group], tokens: Tokens) -> None:
    """Gives a source to the groups that lack one, where the text has one."""
    every = sorted({source for group in groups for source in group.sources})
    starts = [source.first for source in every]
    for group in groups:
        cue = group.cue
        if cue is None or group.sources or CLASS["be"] in tokens.classes[cue.first : cue.past]:
            continue  # "has been nicknamed": who stands beside it doesn't speak
        found = _behind(cue, tokens) or _before(cue, tokens) or _later(cue, every, starts, tokens)
        found = found or _subject(cue, tokens)
        if found and not any(found.first < c.past and c.first < found.past for c in group.contents):
            group.sources.append(found)


def _behind(cue: Part, tokens: Tokens) -> Part | None:
    """ "…," said the mayor: a phrase right of a verb that stands after a comma or a closing mark."""
    at = cue.first - 1
    last = tokens.classes[cue.past - 1]
    if at < 0 or last not in _SETS["verbs"]:
        return None
    closed = tokens.states[at] in (CLOSES, SINGLE_CLOSES)
    if not closed and not (tokens.classes[at] == CLASS["comma"] and last in (_SAYING, CLASS["report_ed"])):
        return None
    return _phrase(cue.past, tokens)


def _before(cue: Part, tokens: Tokens) -> Part | None:
    """The phrase that ends where a finite verb of saying begins: "…, Oslo said"; an apposition is skipped over."""
    if not any(tokens.classes[at] in _SETS["verbs"] for at in range(cue.first, cue.past)):
        return None
    past = cue.first
    if past and tokens.classes[past - 1] == CLASS["comma"]:
        past = _apposed(past - 1, tokens)
    first = past
    while first and past - first <= NEAR and tokens.unit[first - 1] == tokens.unit[cue.first]:
        kind = tokens.classes[first - 1]
        if tokens.states[first - 1] != OUTSIDE or kind in _SETS["stops"] or kind in _SETS["joins"]:
            break
        first -= 1
        if kind in _SETS["pronouns"]:
            break
    speaks = any(tokens.classes[n] in _SETS["nouns"] or _capital(n, tokens) for n in range(first, past))
    return Part(first, past, SOURCE_LEFT) if speaks and past - first <= NEAR else None


def _apposed(comma: int, tokens: Tokens) -> int:
    """Where the apposition that a comma closes is opened by another."""
    for at in range(comma - 1, max(-1, comma - LONGEST), -1):
        if tokens.unit[at] != tokens.unit[comma] or tokens.states[at] != OUTSIDE:
            break
        if tokens.classes[at] == CLASS["comma"]:
            return at
    return comma


def _phrase(first: int, tokens: Tokens) -> Part | None:
    """The noun phrase that begins at a token."""
    past = first
    size = len(tokens.classes)
    while past < size and past - first < LONGEST and tokens.states[past] == OUTSIDE:
        kind = tokens.classes[past]
        if kind in _SETS["stops"] and not (kind == CLASS["in"] and past > first and _capital(past + 1, tokens)):
            break
        if kind == CLASS["and"] and not _capital(past + 1, tokens):
            break
        past += 1
        if kind in _SETS["pronouns"] and past == first + 1:
            break
    speaks = any(tokens.classes[n] in _SETS["nouns"] or _capital(n, tokens) for n in range(first, past))
    return Part(first, past, SOURCE_LEFT) if past > first and speaks else None


def _capital(at: int, tokens: Tokens) -> bool:
    return at < len(tokens.cases) and tokens.cases[at] in _NAMES


def _later(cue: Part, every: list[Part], starts: list[int], tokens: Tokens) -> Part | None:
    """ "Noting that …, Lind added": a participle that opens its sentence has the speaker behind it."""
    at = bisect_left(starts, cue.past)
    if at < len(every) and tokens.unit[starts[at]] == tokens.unit[cue.first]:
        return every[at]
    return None


def _subject(cue: Part, tokens: Tokens) -> Part | None:
    """ "Lind opened the hall and praised …": the phrase before the sentence's first verb."""
    first = cue.first
    while first and tokens.unit[first - 1] == tokens.unit[cue.first] and cue.first - first < 60:
        first -= 1
    past = first
    while past < cue.first and tokens.classes[past] not in _SETS["finite"] and past - first < LONGEST:
        if tokens.classes[past] in _SETS["stops"] or tokens.states[past] in (OPENS, INSIDE):
            return None
        past += 1
    if past == cue.first or tokens.classes[past] not in _SETS["finite"]:
        return None
    speaks = any(tokens.classes[n] in _SETS["nouns"] or _capital(n, tokens) for n in range(first, past))
    return Part(first, past, SOURCE_LEFT) if speaks and past > first else None
