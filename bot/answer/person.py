"""/person: one speaker - roles over time, how often quoted, where, beside whom, and on what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer.filters import with_filters
from bot.answer.grammar import PRONOUNS
from bot.answer.parts import Intent, Parts, Turn, nothing, person_result, result_of
from bot.answer.speakers import candidates, choice, exact_name, one_person, quote_message
from bot.model import Answer, Choice, Memory, Note, Person, PersonHit, Presence, Status
from bot.text import tokens_of

SUBJECTS, MOST_BESIDE = 6, 6
"""Topics and fellow speakers that are told, the first."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """All that is known of the speaker of the intent, or of the one before."""
    name = named(intent, memory)
    if not name:
        return nothing(intent, Note.USAGE, subject="person", suggestions=examples(parts, "person")), memory
    people = candidates(parts.search, name)
    if not people:
        return nobody(parts, intent, name), memory
    if not one_person([hit.person for hit in people]):
        return which(intent, name, people), memory
    person = max((hit.person for hit in people), key=lambda one: len(one.name))
    return _about(parts, intent, person), replace(memory, speaker=person.name, topic=None, command="person")


def named(intent: Intent, memory: Memory) -> str | None:
    """The name that is meant: as typed, or the last speaker's for a pronoun or nothing."""
    typed = (intent.speaker or intent.words).strip()
    return memory.speaker if set(tokens_of(typed)) <= PRONOUNS else typed


def nobody(parts: Parts, intent: Intent, name: str) -> Answer:
    """Nobody on record is called so; the closest names."""
    empty = parts.store.census().quotes == 0
    near = [f"/person {exact_name(one)}" for one in parts.search.near_speakers(name)]
    return nothing(intent, Note.EMPTY_ARCHIVE if empty else Note.NO_SUCH_SPEAKER, name, near)


def which(intent: Intent, name: str, people: Sequence[PersonHit], behind: str = "") -> Answer:
    """Several people fit; each as a choice, with what stands behind the name."""

    def asking_for(one: str) -> str:
        return with_filters(f"/{intent.command} {one}{behind}", intent.filters)

    choices = (Choice(choice(hit.person, None).label, asking_for(exact_name(hit.person.name))) for hit in people)
    note, status = Note.WHICH_SPEAKER, Status.AMBIGUOUS
    return Answer(intent.message, intent.command, status, (), note, name, tuple(choices), again=asking_for(name))


def examples(parts: Parts, command: str) -> list[str]:
    """Messages with the command that have an answer."""
    return [f"/{command} {exact_name(person.name)}" for person in parts.store.people(2)]


def _about(parts: Parts, intent: Intent, person: Person) -> Answer:
    profile = next((one for one in parts.store.profiles(person.name) if one.person.name == person.name), None)
    presence = parts.store.presence(person.name)
    latest = [result_of(quote) for quote in parts.store.quotes_of(person.name, 1)]
    subjects = parts.search.subjects(person.name, SUBJECTS)
    talks_of = tuple(Choice(f"{one.text} ({one.quotes})", quote_message(person.name, one.text)) for one in subjects)
    name = exact_name(person.name)
    return Answer(
        intent.message,
        "person",
        results=(person_result(profile.person if profile else person), *latest),
        subject=person.name,
        choices=(Choice("all", f"/quote {name}"), Choice("timeline", f"/timeline {name}"), *talks_of),
        again=f"/person {name}",
        profile=profile,
        presence=replace(presence, beside=_worth_telling(presence)),
    )


def _worth_telling(presence: Presence) -> tuple[tuple[str, int], ...]:
    """Those beside who have a name: "he" and "officials" tell nothing."""
    known = (one for one in presence.beside if one[0][:1].isupper() and not set(tokens_of(one[0])) <= PRONOUNS)
    return tuple(known)[:MOST_BESIDE]
