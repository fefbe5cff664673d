"""/compare: what two speakers said, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer.browse_grammar import BETWEEN_SIDES, TWO_SPEAKERS
from bot.answer.filters import with_filters
from bot.answer.grammar import PRONOUNS
from bot.answer.parts import Intent, Parts, Turn, in_order, narrowing, nothing, results_of
from bot.answer.speakers import candidates, choice, exact_message, exact_name, one_person
from bot.model import Answer, Choice, Hit, Memory, Note, PersonHit, Result, Status
from bot.text import tokens_of

MOST_A_SIDE = 12
"""Statements of each speaker."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Two names as typed and, perhaps, a topic."""

    names: tuple[str, str]
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: who may be meant, and what they said."""

    typed: str
    people: tuple[PersonHit, ...]
    hits: tuple[Hit, ...] = ()

    @property
    def name(self) -> str:
        """The name on record; as typed where there is none, or several are meant."""
        return max((hit.person.name for hit in self.people), key=len) if self.clear else self.typed

    @property
    def clear(self) -> bool:
        """Whether just one is meant."""
        return bool(self.people) and one_person([hit.person for hit in self.people])


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What the two speakers of the intent said on its topic; or of late, without one."""
    asked = _asked(intent, memory)
    if asked is None:
        return nothing(intent, Note.USAGE, subject="compare", suggestions=_examples(parts)), memory
    one, other = (_side(parts, intent, name, asked.topic) for name in asked.names)
    for side, beside in ((one, other), (other, one)):
        if not side.people:
            return _nobody(parts, intent, side, beside, asked), memory
    for side in (one, other):
        if not side.clear:
            return _which(intent, one, other, side, asked.topic), memory
    if not one.hits and not other.hits:
        return _neither(parts, intent, one, other, asked.topic), memory
    return _compared(intent, one, other, asked.topic), replace(
        memory, speaker=None, topic=asked.topic or memory.topic, command="compare"
    )


def _asked(intent: Intent, memory: Memory) -> Asked | None:
    asked = _typed(intent)
    if asked is None:
        return None
    names = tuple(_remembered(name, memory) for name in asked.names)
    return Asked((names[0], names[1]), asked.topic) if all(map(tokens_of, names)) else None


def _remembered(name: str, memory: Memory) -> str:
    """The name; the last speaker's for "him"."""
    return (memory.speaker or "") if set(tokens_of(name)) <= PRONOUNS else name


def _typed(intent: Intent) -> Asked | None:
    if intent.speaker and intent.other:
        return Asked((intent.speaker, intent.other), intent.topic)
    words = intent.words
    sides = [one for one in BETWEEN_SIDES.split(words) if one]
    if len(sides) in (2, 3):
        return Asked((sides[0], sides[1]), sides[2] if len(sides) == 3 else None)
    for pattern in TWO_SPEAKERS:
        match = pattern.fullmatch(f"compare {words}")
        if match:
            return Asked((match["speaker"], match["other"]), match["topic"])
    sides = [one.strip() for one in words.split(",") if one.strip()]
    return Asked((sides[0], sides[1]), sides[2] if len(sides) == 3 else None) if len(sides) in (2, 3) else None


def _side(parts: Parts, intent: Intent, name: str, topic: str | None) -> Side:
    """Of several who fit the name, those who spoke on the topic."""
    people = candidates(parts.search, name)
    said = [(hit, parts.search.said(hit.person.name, topic, MOST_A_SIDE, intent.filters)) for hit in people]
    speaking = [one for one in said if one[1]] or said
    hits = {hit.quote.id: hit for _, found in speaking for hit in found}
    return Side(name, tuple(hit for hit, _ in speaking), tuple(hits.values()))


def _compared(intent: Intent, one: Side, other: Side, topic: str | None) -> Answer:
    sides = [in_order(results_of(side.hits, labelled=False), intent.filters.sort) for side in (one, other)]
    facts = narrowing(intent.filters) | {"first": one.name, "second": other.name, "of_first": str(len(sides[0]))}
    if topic:
        facts["topic"] = topic
    results: tuple[Result, ...] = (*sides[0], *sides[1])
    more = tuple(Choice(side.name, with_filters(exact_message(side.name, topic), intent.filters))
                 for side in (one, other) if side.hits)  # fmt: skip
    again = with_filters(_message(one.name, other.name, topic), intent.filters)
    return Answer(intent.message, "compare", results=results, subject=topic, choices=more, again=again, facts=facts)


def _message(one: str, other: str, topic: str | None) -> str:
    return " | ".join(["/compare " + exact_name(one), exact_name(other), *([topic] if topic else [])])


def _nobody(parts: Parts, intent: Intent, side: Side, beside: Side, asked: Asked) -> Answer:
    empty = parts.store.census().quotes == 0
    near = parts.search.near_speakers(side.typed)
    suggestions = [exact_message(name) for name in near]
    if beside.clear and not asked.topic:
        suggestions = [_message(name, beside.name, None) for name in near if name != beside.name] or suggestions
    return nothing(intent, Note.EMPTY_ARCHIVE if empty else Note.NO_SUCH_SPEAKER, side.typed, suggestions)


def _which(intent: Intent, one: Side, other: Side, unclear: Side, topic: str | None) -> Answer:
    def with_name(name: str) -> str:
        first, second = (name if side is unclear else side.name for side in (one, other))
        return with_filters(_message(first, second, topic), intent.filters)

    choices: Sequence[Choice] = [
        Choice(choice(hit.person, None).label, with_name(hit.person.name)) for hit in unclear.people
    ]
    again = with_filters(_message(one.name, other.name, topic), intent.filters)
    note, status = Note.WHICH_SPEAKER, Status.AMBIGUOUS
    return Answer(intent.message, "compare", status, (), note, unclear.typed, tuple(choices), again=again)


def _neither(parts: Parts, intent: Intent, one: Side, other: Side, topic: str | None) -> Answer:
    facts = narrowing(intent.filters) | {"first": one.name, "second": other.name, "topic": topic or ""}
    there = [side for side in (one, other) if parts.search.said(side.name, topic, limit=1)]
    if intent.filters.narrow and there:
        return nothing(intent, Note.FILTERED_OUT, topic, [_message(one.name, other.name, topic)], facts)
    suggestions = [exact_message(side.name) for side in (one, other)]
    return nothing(intent, Note.NEITHER_ON_TOPIC, topic, suggestions, facts)


def _examples(parts: Parts) -> list[str]:
    names = [person.name for person in parts.store.people(2)]
    return [_message(names[0], names[1], None)] if len(names) > 1 else []
