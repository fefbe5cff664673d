"""With whom sentences open, where it is no name: somebody or a body described ("The driver left"), "Protesters"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.extract.roles import number_of
from bot.model import Span

_WORD = re.compile(r"[^\s]+")
_STOPS = ",;:."
_DETERMINERS = frozenset(
    "the a an one another some many several most two three both these those his her their el la los las un una".split()
)
_LEADING = re.compile(
    r"(?:(?:But|And|So|Yet|As|When|While|Because|If|Although|Though|After|Before|Since|Where|Now|Then|Still|Meanwhile)"
    r",? |[A-Z][a-z]+ly, )(?=[a-z])"
)
"""What may stand before the description."""
_GOES_ON = re.compile(
    r"(?:[a-z]+(?:ed|ly|[^su]s)|had|who|that|which|in|of|at|from|with|on|and|for|said|told|went|came|left|took|ran|met|saw|"
    r"knew|gave|made|began|held|fell|spoke|wrote|stood|found|could|would|will|should|can|may|might|must|did|do|have|are|"
    r"were|then|also|never|now)$"
)
"""How what follows a description looks, if that is whole: a verb, a preposition, a relative pronoun."""
_LONGEST = 6
"""Words of a description that opens a sentence, article included."""
_REACH = 120
"""Characters of a sentence that are looked at."""


class Opening(NamedTuple):
    """A description with which a sentence opens."""

    span: Span
    number: str
    """ "person", "group" or "institution"."""


def openings(text: str, starts: Iterable[int]) -> Iterator[Opening]:
    """The descriptions of persons, bodies and groups with which the sentences open that begin at `starts`."""
    for start in starts:
        found = _opening(text, start)
        if found is not None:
            yield found


def _opening(text: str, start: int) -> Opening | None:
    """The words up to the last of the first nouns for persons or bodies, if what follows goes on with a clause."""
    best: Opening | None = None
    leading = _LEADING.match(text, start)
    start = leading.end() if leading else start
    for count, match in enumerate(_WORD.finditer(text, start, start + _REACH)):
        bare = match.group().rstrip(_STOPS)
        if count >= _LONGEST or not bare.replace("-", "").isalnum():
            break
        low = bare.casefold()
        if count and low[0] != bare[0]:
            return None
        number = number_of(low)
        if number == "group" or (number == "person" and count) or (number and count == 1):
            best = Opening(Span(start, match.start() + len(bare)), number)
        elif best is not None:
            return best if _GOES_ON.match(low) else None
        elif not count and low not in _DETERMINERS:
            return None
        if bare != match.group():
            break
    return best
