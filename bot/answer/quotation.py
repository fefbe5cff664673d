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
            return _tidy([Reading(**match.groupdict())])
    beside = [one for one in _matches(QUOTED_BESIDE, typed) if _known(search, one.speaker)]
    if beside:
        return _tidy(beside[:1])
    known = [one for one in _matches(SAID_BESIDE, typed) if _known(search, one.speaker)]
    return _tidy([Reading(text), *_matches(SAID_BY, typed), *known, *_ends(search, typed)])


def _matches(patterns: Iterable[re.Pattern[str]], text: str) -> list[Reading]:
    return [Reading(**match.groupdict()) for pattern in patterns if (match := pattern.fullmatch(text))]


def _known(search: Search, name: str | None) -> bool:
    return bool(name and tokens_of(name) and candidates(search, name))


def _tidy(found: list[Reading]) -> list[Reading]:
    bare = [Reading(bare_of_marks(one.words), _named(one.speaker)) for one in found]
    return [one for one in dict.fromkeys(bare) if tokens_of(one.words)]


def bare_of_marks(words: str) -> str:
    """The words without marks and spaces around them."""
    return words.strip(f"{MARKS}‘’`,;: ").removesuffix(".").strip(f"{MARKS}‘’`,;: ")


def _named(speaker: str | None) -> str | None:
    name = (speaker or "").strip(f"{MARKS}()[]‘’,.;:–—- ")
    return name if tokens_of(name) else None


def _ends(search: Search, text: str) -> Iterator[Reading]:
    """A known name, spelt right, at either end."""
    parts = text.split()
    for size in range(min(MOST_NAME_WORDS, len(parts) - 1), 0, -1):
        for name, words in ((parts[-size:], parts[:-size]), (parts[:size], parts[size:])):
            people = candidates(search, " ".join(name).strip(",.;:-–— "))
            if people and people[0].match is Match.EXACT:
                yield Reading(" ".join(words).rstrip(" -–—"), " ".join(name))
