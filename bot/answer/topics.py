"""/topics: what is talked of most, by one speaker or by anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.filters import with_filters
from bot.answer.parts import Intent, Parts, Turn, narrowing, nothing
from bot.answer.person import named, nobody, which
from bot.answer.speakers import candidates, exact_message, exact_name, one_person
from bot.model import Answer, Choice, Memory, Note, PersonHit, Result, Subject
from bot.text import tokens_of


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What the speaker of the intent talks of most; without one, what is talked of."""
    name = named(intent, memory) if tokens_of(intent.speaker or intent.words) else None
    if not name:
        return _told(parts, intent, None), memory
    people = candidates(parts.search, name)
    if not people:
        return nobody(parts, intent, name), memory
    if not one_person([hit.person for hit in people]):
        talking = _talking(parts, intent, people)
        if not talking:
            return _nothing(parts, intent, [hit.person.name for hit in people], narrowing(intent.filters)), memory
        people = talking
    if not one_person([hit.person for hit in people]):
        return which(intent, name, people), memory
    speaker = max((hit.person.name for hit in people), key=len)
    return _told(parts, intent, speaker), replace(memory, speaker=speaker, topic=None, command="topics")


def _talking(parts: Parts, intent: Intent, people: Sequence[PersonHit]) -> tuple[PersonHit, ...]:
    """Of several who fit the name, those of whom there are topics to tell: nobody is offered in vain."""
    return tuple(hit for hit in people if parts.search.subjects(hit.person.name, limit=1, filters=intent.filters))


def _told(parts: Parts, intent: Intent, speaker: str | None) -> Answer:
    subjects = parts.search.subjects(speaker, filters=intent.filters)
    facts = narrowing(intent.filters) | ({"speaker": speaker} if speaker else {})
    if not subjects:
        return _nothing(parts, intent, [speaker] if speaker else [], facts)
    choices = (Choice(f"{one.text} ({one.quotes})", _message(one, speaker, intent)) for one in subjects)
    again = with_filters(f"/topics {exact_name(speaker)}" if speaker else "/topics", intent.filters)
    return Answer(
        intent.message,
        "topics",
        results=tuple(map(_result, subjects)),
        subject=speaker,
        choices=tuple(choices),
        again=again,
        facts=facts,
    )


def _nothing(parts: Parts, intent: Intent, speakers: Sequence[str], facts: dict[str, str]) -> Answer:
    if parts.store.census().quotes == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE)
    suggestions = list(map(exact_message, speakers)) or ["/people"]
    return nothing(intent, Note.NO_TOPICS, speakers[0] if len(speakers) == 1 else None, suggestions, facts)


def _message(subject: Subject, speaker: str | None, intent: Intent) -> str:
    message = exact_message(speaker, subject.text) if speaker else f"/who {subject.text}"
    return with_filters(message, intent.filters)


def _result(subject: Subject) -> Result:
    return Result("topic", subject.text, subject.article, (subject.span,), count=subject.quotes)
