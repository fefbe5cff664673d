"""Which speaker a user means: names as typed -> people on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer.grammar import SPEAKER_TOPIC
from bot.model import Choice, Match, Person, PersonHit
from bot.ports import Search
from bot.text import normalise, tokens_of

RIVAL = 0.15
"""Probability: people whose score is within this of the best one's are as plausible, so the user is asked.

Set by hand on invented names; it decides only whether to ask, never what counts as found."""
MOST_CHOICES = 6
MARKS = " \"“”„«»'"
MOST_NAME_WORDS = 5
"""Longest name that is looked for at either end of words typed without any mark between speaker and topic."""


_LEADS = frozenset("about on regarding sobre and y".split())
"""Words that lead to a topic, or that filters leave behind it."""
_NO_MARKS = dict.fromkeys(map(ord, '“”„«»"'))


@dataclass(frozen=True, slots=True)
class Split:
    """One way to read words as a speaker and, perhaps, a topic; with the people who fit."""

    name: str
    topic: str | None
    """Without words that only lead to it (`bare_topic`), however it was given."""
    people: tuple[PersonHit, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "topic", bare_topic(self.topic))

    @property
    def score(self) -> float:
        """The best fit of its name; 0 where nobody fits."""
        return self.people[0].score if self.people else 0.0


def bare_topic(topic: str | None) -> str | None:
    """The topic without words that only lead to it or on from it; None where nothing is left."""
    words = (topic or "").split()
    while words and _leads(words[0]):
        words = words[1:]
    while words and _leads(words[-1]):
        words = words[:-1]
    return " ".join(words).strip(" ,;:") or None


def _leads(word: str) -> bool:
    return set(tokens_of(word)) <= _LEADS


def candidates(search: Search, name: str) -> tuple[PersonHit, ...]:
    """The people whom a name may mean, best first: one where it is clear, several where it isn't.

    A name typed in full is clear, and so is one between quotation marks, even where it is a part of other names.
    """
    bare = name.strip(MARKS)
    hits = search.speakers(bare)
    if not hits:
        return ()
    name, only = bare, bare != name
    same = [hit for hit in hits if normalise(hit.person.name) == normalise(name)]
    same = [hit for hit in same if hit.person.name == name] or same
    if same and (only or " " in normalise(name)):
        return (same[0],)
    return _rivals(hits, same)


def _rivals(hits: list[PersonHit], same: list[PersonHit]) -> tuple[PersonHit, ...]:
    best = (same or hits)[0]
    return (best, *(hit for hit in hits if hit is not best and hit.score >= best.score - RIVAL))[:MOST_CHOICES]


def read(search: Search, words: str, ends: bool = True) -> Split:
    """Words behind /quote as speaker and topic, in whatever order; the reading whose name fits best.

    A colon or "about" decides where it makes a name; else the longest name at either end does. Where nobody fits,
    the reading that the marks suggest comes back, without people.

    Args:
        search: Knows the people.
        words: As typed.
        ends: Whether to look for names at the ends of words without any mark between speaker and topic.
    """
    whole = Split(words, None, candidates(search, words))
    if whole.people and whole.people[0].match is Match.EXACT:
        return whole
    marked = [Split(name, topic, candidates(search, name)) for name, topic in _marked(words)]
    fitting = [split for split in marked if split.people]
    if ends and not fitting and not marked:
        fitting = [split for split in _ends(search, words) if split.people]
    fitting += [whole] if whole.people and not marked else []
    if fitting:
        return max(fitting, key=lambda split: (round(split.score, 2), len(split.name)))
    return marked[0] if marked else whole


def _marked(words: str) -> Iterator[tuple[str, str]]:
    for pattern in SPEAKER_TOPIC:
        match = pattern.fullmatch(words)
        if match:
            yield match["speaker"].strip(), match["topic"].strip()
            if ":" in match.group()[match.end("speaker") : match.start("topic")]:
                yield match["topic"].strip(), match["speaker"].strip()


def _ends(search: Search, words: str) -> Iterator[Split]:
    parts = words.split()
    for size in range(1, min(MOST_NAME_WORDS, len(parts) - 1) + 1):
        for name, topic in ((parts[:size], parts[size:]), (parts[-size:], parts[:-size])):
            if tokens_of(" ".join(name)):
                yield Split(" ".join(name), " ".join(topic), candidates(search, " ".join(name)))


def choice(person: Person, topic: str | None) -> Choice:
    """A button that asks for one of several people."""
    role = f", {person.roles[0]}" if person.roles else ""
    return Choice(f"{person.name}{role} ({person.quotes})", exact_message(person.name, topic))


def one_person(people: Sequence[Person]) -> bool:
    """Whether the names are one person's, as far as names tell: each a part of the longest ("Lind", "Mara Lind")."""
    names = [set(tokens_of(person.name)) for person in people]
    longest = max(names, key=len, default=set())
    return all(name <= longest for name in names)


def exact_message(name: str, topic: str | None = None) -> str:
    """A message that asks for just the speaker of that name; marks keep one word from fitting longer names too."""
    return quote_message(exact_name(name), topic)


def exact_name(name: str) -> str:
    """The name as it has to be typed to mean just the speaker called so."""
    return name if " " in name else f"“{name}”"


def quote_message(name: str, topic: str | None = None) -> str:
    """What a user would type for what somebody said; marks within a topic would narrow the question to exact words."""
    return f"/quote {name}: {topic.translate(_NO_MARKS)}" if topic else f"/quote {name}"
