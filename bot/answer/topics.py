"""/topics: what is talked of most, by one speaker or by anybody."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.filters import with_filters
from bot.answer.parts import Intent, Parts, Turn, narrowing, nothing
from bot.answer.person import named, nobody, which
from bot.answer.speakers import candidates, exact_message, exact_name, one_person
from bot.model import Answer, Choice, Memory, Note, Result, Subject
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
        return which(intent, name, people), memory
    speaker = max((hit.person.name for hit in people), key=len)
    return _told(parts, intent, speaker), replace(memory, speaker=speaker, topic=None, command="topics")


def _told(parts: Parts, intent: Intent, speaker: str | None) -> Answer:
    subjects = parts.search.subjects(speaker, filters=intent.filters)
    facts = narrowing(intent.filters) | ({"speaker": speaker} if speaker else {})
    if not subjects:
        return _nothing(parts, intent, speaker, facts)
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


def _nothing(parts: Parts, intent: Intent, speaker: str | None, facts: dict[str, str]) -> Answer:
    if parts.store.census().quotes == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE)
    suggestions = [exact_message(speaker)] if speaker else ["/people"]
    return nothing(intent, Note.NO_TOPICS, speaker, suggestions, facts)


def _message(subject: Subject, speaker: str | None, intent: Intent) -> str:
    message = exact_message(speaker, subject.text) if speaker else f"/who {subject.text}"
    return with_filters(message, intent.filters)


def _result(subject: Subject) -> Result:
    return Result("topic", subject.text, subject.article, (subject.span,), count=subject.quotes)
