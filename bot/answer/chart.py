"""/chart: who is quoted most, or a speaker or topic over time, to be drawn."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import timeline
from bot.answer.parts import Intent, Parts, Turn, nothing, person_result
from bot.model import Answer, Choice, Memory, Note, Status
from bot.text import tokens_of

MOST_BARS = 12
"""Speakers in a chart of who is quoted most."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """The most quoted where nothing is named; else what a timeline of the same words would tell."""
    if not tokens_of(intent.speaker or intent.words):
        people = parts.store.people(MOST_BARS)
        if not people:
            return nothing(intent, Note.EMPTY_ARCHIVE), memory
        facts = {"articles": str(parts.store.census().articles)}
        bars = tuple(map(person_result, people))
        return Answer(intent.message, "chart", results=bars, again="/chart", facts=facts), memory
    found, after = timeline.answer(parts, replace(intent, command="timeline"), memory)
    again = found.again.replace("/timeline", "/chart", 1)
    choices = () if found.status is Status.OK else map(_drawn, found.choices)
    return replace(found, command="chart", again=again, choices=tuple(choices)), after


def _drawn(choice: Choice) -> Choice:
    return replace(choice, message=choice.message.replace("/timeline", "/chart", 1))
