"""/quote: what somebody said, on all or on one topic."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.filters import with_filters
from bot.answer.grammar import IT
from bot.answer.parts import Intent, Parts, Turn, in_order, listed, narrowing, nothing, result_of, results_of
from bot.answer.speakers import Split, candidates, choice, exact_message, one_person, quote_message, read
from bot.answer.who import answer as answer_who
from bot.model import Answer, Choice, Hit, Match, Memory, Note, PersonHit, Result, Sort, Status
from bot.text import tokens_of

MOST_SHOWN, MOST_SORTED = 50, 200
"""Statements in one answer, the best; and those among which the newest or oldest on a topic are looked for."""

_Speaking = tuple[PersonHit, list[Hit]]
"""Somebody who fits, with what they said."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What the speaker of the intent, or the one before, is on record with."""
    if intent.topic and set(tokens_of(intent.topic)) <= IT:
        intent = replace(intent, topic=memory.topic)
    if intent.follows:
        return _go_on(parts, intent, memory)
    if intent.free and tokens_of(intent.words):
        return _told(parts, intent, read(parts.search, intent.words), memory)
    if intent.speaker and tokens_of(intent.speaker):
        return _told(parts, intent, _by_name(parts, intent), memory)
    if intent.topic:
        return answer_who(parts, replace(intent, command="who", words=intent.topic), memory)
    return nothing(intent, Note.USAGE, subject="quote", suggestions=_examples(parts)), memory


def find(parts: Parts, intent: Intent, memory: Memory) -> Turn | None:
    """The answer to words that may name a speaker (and a topic); None where they name nobody."""
    split = read(parts.search, intent.words)
    return _told(parts, replace(intent, command="quote"), split, memory) if split.people else None


def knows(parts: Parts, words: str, ends: bool = False) -> bool:
    """Whether the words are just somebody's name, spelt right; or a name with a mark and a topic.

    Args:
        parts: What to ask.
        words: As typed.
        ends: Whether a name without a mark, at either end of the words, is enough.
    """
    people = read(parts.search, words, ends).people
    return bool(people) and people[0].match is Match.EXACT


def _by_name(parts: Parts, intent: Intent) -> Split:
    name = intent.speaker or ""
    people = candidates(parts.search, name)
    if not people and not intent.topic:
        return read(parts.search, name)  # "what did Lind about the bridge"
    return Split(name, intent.topic, people)


def _go_on(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """ "and Putin?", "and about China?", "what else did he say?"."""
    asked = intent.words or intent.topic or ""
    people = candidates(parts.search, intent.words) if intent.words else ()
    if people:
        return _told(parts, intent, Split(asked, memory.topic, people), memory)
    if memory.speaker is None and intent.topic and not intent.speaker:
        return answer_who(parts, replace(intent, command="who", words=intent.topic), memory)
    if memory.speaker is None:
        return nothing(intent, Note.WHO_IS_MEANT, subject=intent.speaker, suggestions=_examples(parts)), memory
    known = candidates(parts.search, memory.speaker)
    return _told(parts, intent, Split(memory.speaker, asked, known[:1]), memory)


def _told(parts: Parts, intent: Intent, split: Split, memory: Memory) -> Turn:
    if not split.people:
        return _nobody(parts, intent, split), memory
    found = {hit.person.name: (hit, said(parts, intent, hit.person.name, split.topic)) for hit in split.people}
    speaking = [one for one in found.values() if one[1]]
    if not speaking and intent.filters.narrow:
        return _filtered_out(parts, intent, split, memory) or _silent(parts, intent, split, memory)
    if split.topic and not speaking:
        return _silent(parts, intent, split, memory)
    if not intent.message.startswith("/"):
        speaking = _just_talked_of(parts, speaking, memory)
    if not one_person([hit.person for hit, _ in speaking]):
        return _which(intent, split, speaking, memory)
    person = max(speaking or [(split.people[0], [])], key=lambda one: len(one[0].person.name))[0]
    return _said(intent, person, split.topic, _ranked(speaking, split.topic), memory)


def said(parts: Parts, intent: Intent, name: str, topic: str | None) -> list[Hit]:
    """What the speaker of that very name said on the topic, as the intent is narrowed; in the order wanted."""
    by_date = topic is not None and intent.filters.sort in (Sort.NEW, Sort.OLD)
    return parts.search.said(name, topic, MOST_SORTED if by_date else MOST_SHOWN, intent.filters)


def _filtered_out(parts: Parts, intent: Intent, split: Split, memory: Memory) -> Turn | None:
    """The answer where only the filters leave nothing; None where there would be nothing without them either."""
    names = [hit.person.name for hit in split.people]
    there = [name for name in names if parts.search.said(name, split.topic, limit=1)]
    if not there:
        return None
    facts = {"speaker": there[0], **({"topic": split.topic} if split.topic else {}), **narrowing(intent.filters)}
    suggestions = [quote_message(name, split.topic) for name in there]
    found = nothing(replace(intent, command="quote"), Note.FILTERED_OUT, there[0], suggestions, facts)
    return found, replace(memory, speaker=there[0], topic=split.topic, command="quote")


def _just_talked_of(parts: Parts, speaking: list[_Speaking], memory: Memory) -> list[_Speaking]:
    """Of several who fit, the one whom the chat's last article quotes, if it quotes just one: nobody need be asked."""
    article = parts.store.article(memory.article_id) if memory.article_id and len(speaking) > 1 else None
    names = {person.name for person in article.extraction.people if person.quotes} if article else set()
    there = [one for one in speaking if names & {one[0].person.name, *one[0].person.aliases}]
    return there if len(there) == 1 else speaking


def _ranked(speaking: list[_Speaking], topic: str | None) -> list[Hit]:
    """What several (or several names of one) said: best first on a topic, else one after the other."""
    hits = [hit for _, found in speaking for hit in found]
    return sorted(hits, key=lambda hit: -hit.score) if topic else hits


def _said(intent: Intent, person: PersonHit, topic: str | None, hits: list[Hit], memory: Memory) -> Turn:
    name = person.person.name
    results = in_order(results_of(hits, labelled=topic is not None), intent.filters.sort)
    facts = {"speaker": name} | narrowing(intent.filters)
    if person.person.roles:
        facts["role"] = person.person.roles[0]
    if topic:
        facts["topic"] = topic
    again = with_filters(exact_message(name, topic), intent.filters)
    found = Answer(intent.message, "quote", results=results, subject=name, again=again, facts=facts)
    return found, _after(memory, name, topic, results)


def _which(intent: Intent, split: Split, speaking: list[_Speaking], memory: Memory) -> Turn:
    """Several people fit; what they all said on the topic is shown meanwhile."""
    results = results_of(_ranked(speaking, split.topic)) if split.topic else ()
    found = Answer(
        intent.message,
        "quote",
        Status.AMBIGUOUS,
        results,
        Note.WHICH_SPEAKER,
        subject=split.name,
        choices=tuple(_narrowed(choice(hit.person, split.topic), intent) for hit, _ in speaking),
        again=with_filters(quote_message(split.name, split.topic), intent.filters),
        facts=({"topic": split.topic} if split.topic else {}) | narrowing(intent.filters),
    )
    return found, replace(memory, topic=split.topic, listed=listed(results, memory.listed), command="quote")


def _narrowed(one: Choice, intent: Intent) -> Choice:
    return replace(one, message=with_filters(one.message, intent.filters))


def _nobody(parts: Parts, intent: Intent, split: Split) -> Answer:
    near = parts.search.near_speakers(split.name)
    topic = split.topic
    suggestions = [
        quote_message(name, topic if topic and parts.search.said(name, topic, limit=1) else None) for name in near
    ]
    empty = parts.store.census().quotes == 0
    return nothing(
        replace(intent, command="quote"),
        Note.EMPTY_ARCHIVE if empty else Note.NO_SUCH_SPEAKER,
        subject=split.name,
        suggestions=suggestions,
        facts={"topic": topic} if topic else {},
    )


def _silent(parts: Parts, intent: Intent, split: Split, memory: Memory) -> Turn:
    """The speaker is on record, but not with that."""
    name, topic = split.people[0].person.name, split.topic or ""
    suggestions = [quote_message(hit.person.name) for hit in split.people]
    suggestions += [f"/who {topic}"] if parts.search.who(topic, limit=1) else []
    facts = {"speaker": name, "topic": topic}
    if split.people[0].person.roles:
        facts["role"] = split.people[0].person.roles[0]
    found = nothing(replace(intent, command="quote"), Note.NOTHING_ON_TOPIC, name, suggestions, facts)
    return found, replace(memory, speaker=name, topic=topic, command="quote")


def _after(memory: Memory, speaker: str, topic: str | None, results: tuple[Result, ...]) -> Memory:
    first = next((result.article.id for result in results if result.article), memory.article_id)
    return Memory(speaker, topic, first, listed(results, memory.listed), "quote")


def _examples(parts: Parts) -> list[str]:
    return [quote_message(person.name) for person in parts.store.people(3)]


def by_id(parts: Parts, intent: Intent, quote_id: str, memory: Memory) -> Turn | None:
    """One quote, as a link names it; None where there is none (any more)."""
    quote = parts.store.quote(quote_id)
    if quote is None:
        return None
    speaker = quote.quote.speaker.name if quote.quote.speaker else memory.speaker
    found = Answer(intent.message, "start", results=(result_of(quote),), subject=speaker)
    return found, Memory(speaker, None, quote.article.id, memory.listed, "quote")
