"""/timeline: what was said by somebody, or about something, in the order in which it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.filters import with_filters
from bot.answer.grammar import PRONOUNS, TOPIC_ALONE
from bot.answer.parts import Intent, Parts, Turn, in_order, listed, narrowing, nothing, results_of
from bot.answer.person import examples, which
from bot.answer.speakers import Split, bare_topic, candidates, exact_name, one_person, read
from bot.answer.who import nobody
from bot.model import UNFILTERED, Answer, Choice, Filters, Hit, Match, Memory, Note, Result, Sort
from bot.text import tokens_of

MOST_DATED = 200
"""Statements in one timeline; a button goes on from the day of the last."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What the speaker of the intent said, or what anybody said on its topic, earliest first."""
    split = _read(parts, intent, memory)
    if split is None:
        return nothing(intent, Note.USAGE, subject="timeline", suggestions=examples(parts, "timeline")), memory
    split, asked = _speaking(parts, intent, split), split
    people = [hit.person for hit in split.people]
    if asked.people and not people:
        facts, without = narrowing(intent.filters), [f"/timeline {asked.name}"]
        return nothing(intent, Note.FILTERED_OUT, asked.name, without, facts), memory
    if people and not one_person(people):
        return which(intent, split.name, split.people, f": {split.topic}" if split.topic else ""), memory
    speaker = max((person.name for person in people), key=len, default=None)
    hits = _hits(parts, speaker, split.topic, intent.filters)
    if not hits:
        return _nothing(parts, intent, speaker, split.topic), memory
    found = _told(intent, speaker, split.topic, hits)
    first = next((result.article.id for result in found.results if result.article), memory.article_id)
    return found, Memory(speaker, split.topic, first, listed(found.results, memory.listed), "timeline")


def _read(parts: Parts, intent: Intent, memory: Memory) -> Split | None:
    """The speaker and topic that are meant; a topic alone where nobody is called just so and somebody spoke of it."""
    typed = intent.speaker or intent.words
    if not tokens_of(bare_topic(typed) or ""):
        return _of(parts, memory.speaker, memory.topic) if memory.speaker or memory.topic else None
    if set(tokens_of(typed)) <= PRONOUNS:
        return _of(parts, memory.speaker, intent.topic) if memory.speaker else None
    if intent.speaker:
        return _of(parts, intent.speaker, intent.topic)
    alone = TOPIC_ALONE.fullmatch(typed)
    if alone:
        return Split("", alone["topic"], ())
    split = read(parts.search, typed)
    sure = bool(split.people) and split.people[0].match is Match.EXACT
    if sure or (split.people and not parts.search.said(None, typed, limit=1)):
        return split
    return Split("", typed, ())


def _of(parts: Parts, name: str | None, topic: str | None) -> Split:
    return Split(name or "", topic, candidates(parts.search, name) if name else ())


def _speaking(parts: Parts, intent: Intent, split: Split) -> Split:
    """Of several who fit the name, those who spoke on the topic, or at all where none did; filters may leave none."""
    several = not one_person([hit.person for hit in split.people])
    for topic in dict.fromkeys((split.topic, None)) if several and (split.topic or intent.filters.narrow) else ():
        speaking = tuple(hit for hit in split.people if _hits(parts, hit.person.name, topic, intent.filters))
        if speaking or topic is None:
            return replace(split, people=speaking, topic=topic)
    return split


def _hits(parts: Parts, speaker: str | None, topic: str | None, filters: Filters) -> list[Hit]:
    if speaker is None and topic is None:
        return []
    ordered = replace(filters, sort=filters.sort or Sort.OLD)
    return parts.search.said(speaker, topic, MOST_DATED + 1, ordered)


def _told(intent: Intent, speaker: str | None, topic: str | None, hits: Sequence[Hit]) -> Answer:
    shown = in_order(results_of(hits[:MOST_DATED], labelled=False), intent.filters.sort or Sort.OLD)
    message = f"/timeline {_subject(speaker, topic)}"
    facts = narrowing(intent.filters) | ({"topic": topic} if topic else {}) | ({"speaker": speaker} if speaker else {})
    cut_off = len(hits) > MOST_DATED
    facts |= {"more": "yes"} if cut_off else {}
    more = _more(message, intent.filters, shown) if cut_off and topic is None else ()
    again = with_filters(message, intent.filters)
    return Answer(
        intent.message, "timeline", results=shown, subject=speaker or topic, choices=more, again=again, facts=facts
    )


def _subject(speaker: str | None, topic: str | None) -> str:
    if speaker is None:
        return f"about: {topic}"
    return f"{exact_name(speaker)}: {topic}" if topic else exact_name(speaker)


def _more(message: str, filters: Filters, shown: Sequence[Result]) -> tuple[Choice, ...]:
    """Where the timeline goes on: from the day of its last statement, unless that is the day of its first."""
    days = [date[:10] for one in shown if one.article and (date := one.article.published or "")[:4].isdecimal()]
    if filters.sort is Sort.NEW or not days or days[0] == days[-1]:
        return ()
    return (Choice("more", with_filters(message, replace(filters, since=days[-1]))),)


def _nothing(parts: Parts, intent: Intent, speaker: str | None, topic: str | None) -> Answer:
    """Nothing on record; what there would be without the filters, or without the topic."""
    empty = parts.store.census().quotes == 0
    facts = narrowing(intent.filters) | {"speaker": speaker or "", "topic": topic or ""}
    if empty:
        return nothing(intent, Note.EMPTY_ARCHIVE, facts=facts)
    if intent.filters.narrow and _hits(parts, speaker, topic, UNFILTERED):
        return nothing(intent, Note.FILTERED_OUT, speaker or topic, [f"/timeline {_subject(speaker, topic)}"], facts)
    if speaker:
        return nothing(intent, Note.NOTHING_ON_TOPIC, speaker, [f"/timeline {exact_name(speaker)}"], facts)
    if intent.speaker:
        near = [f"/timeline {exact_name(name)}" for name in parts.search.near_speakers(intent.speaker)]
        return nothing(intent, Note.NO_SUCH_SPEAKER, intent.speaker, near, facts)
    return replace(nobody(parts, intent, topic or ""), command="timeline")
