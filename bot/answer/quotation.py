"""What is to be checked: words typed behind /check -> the quotation and who is said to have said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.answer.check_grammar import QUOTED_BESIDE, QUOTED_BY, SAID_BESIDE, SAID_BY
from bot.answer.speakers import MARKS, MOST_NAME_WORDS, candidates
from bot.model import Match
from bot.ports import Search
from bot.text import tokens_of

ENDS = " ?¿!¡"


class Reading(NamedTuple):
    """One way to read a message: a quotation, and the speaker it names (None: nobody)."""

    words: str
    speaker: str | None = None
    sure: bool = True
    """False: what is taken for a name may be words of the quotation."""


def readings(search: Search, text: str) -> list[Reading]:
    """The ways to read what stands behind /check, the likeliest first; none where there are no words.

    A quotation between marks is clear. Without marks the whole may be the quotation, or a name may stand at its
    beginning or end: then the record decides.

    Args:
        search: Knows the people.
        text: As typed.
    """
    typed = text.strip(ENDS)
    for pattern in QUOTED_BY:
        match = pattern.fullmatch(typed)
        if match:
            return _tidy([Reading(match["words"], match["speaker"])])
    beside = [one for one in _matches(QUOTED_BESIDE, typed) if _known(search, one.speaker)]
    if beside:
        return _tidy(beside[:1])
    guessed = [one._replace(sure=_surely(search, one.speaker)) for one in _matches(SAID_BY, typed)]
    known = [one._replace(sure=False) for one in _matches(SAID_BESIDE, typed) if _known(search, one.speaker)]
    return _tidy([Reading(text), *guessed, *known, *_ends(search, typed)])


def _matches(patterns: Iterable[re.Pattern[str]], text: str) -> list[Reading]:
    found = (pattern.fullmatch(text) for pattern in patterns)
    return [Reading(match["words"], match["speaker"]) for match in found if match]


def _known(search: Search, name: str | None) -> bool:
    return bool(name and tokens_of(name) and candidates(search, name))


def _surely(search: Search, name: str | None) -> bool:
    """Whether the words are somebody's name: one on record, spelt right, or capitals throughout."""
    people = candidates(search, name) if name and tokens_of(name) else ()
    return bool(people and people[0].match is Match.EXACT) or bool(name and " " in name and name.istitle())


def _tidy(found: list[Reading]) -> list[Reading]:
    bare = [one._replace(words=bare_of_marks(one.words), speaker=_named(one.speaker)) for one in found]
    return [one for one in dict.fromkeys(bare) if tokens_of(one.words)]


def bare_of_marks(words: str) -> str:
    """The words without marks and spaces around them."""
    return words.strip(f"{MARKS}‘’`,;: ").removesuffix(".").strip(f"{MARKS}‘’`,;: ")


def _named(speaker: str | None) -> str | None:
    name = (speaker or "").strip(f"{MARKS}()[]‘’,.;:–—- ")
    return name if tokens_of(name) else None


def _ends(search: Search, text: str) -> Iterator[Reading]:
    """A known name, spelt right, at either end; a full name behind the words is hardly a part of them."""
    parts = text.split()
    for size in range(min(MOST_NAME_WORDS, len(parts) - 1), 0, -1):
        for name, words, full in ((parts[-size:], parts[:-size], size > 1), (parts[:size], parts[size:], False)):
            people = candidates(search, " ".join(name).strip(",.;:-–— "))
            if people and people[0].match is Match.EXACT:
                yield Reading(" ".join(words).rstrip(" -–—"), " ".join(name), full)
