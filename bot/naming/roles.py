"""Roles as articles word them: what they tell of who somebody is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bot.naming.lexicon import FIELDS, GENERIC, LAPSED, OFFICES, SMALL
from bot.text import tokens_of

SHARED = 0.5
"""0-1: two roles are one if more than this share of the shorter one's telling words stands in the other."""
_ENDS_HEAD = frozenset("of at for from in with who which that whose and to under de del en que y".split())
"""Words behind which a role goes on, but says no longer what its bearer is."""


@lru_cache(maxsize=65536)
def role_words(role: str) -> tuple[str, ...]:
    """The telling words of a role, in order, offices by their usual name: "head of Norvanian diplomacy"."""
    words = [word for word in tokens_of(role) if word not in SMALL]
    for other, office in OFFICES.items():
        if other <= set(words):
            words = [word for word in words if word not in other] + office.split()
    return tuple(words)


@lru_cache(maxsize=65536)
def field_of(role: str) -> str | None:
    """The field that a role is certainly of ("a Rovers striker": sport); None for most, and for roles of the past."""
    words = tokens_of(role)
    head = next((n for n, word in enumerate(words) if word in _ENDS_HEAD), len(words))
    if not head or not LAPSED.isdisjoint(words[:head]):
        return None
    return next((field for field, nouns in FIELDS.items() if words[head - 1] in nouns), None)


def fields_of(roles: Iterable[str]) -> frozenset[str]:
    """The fields that roles are certainly of."""
    return frozenset(field for role in roles if (field := field_of(role)))


def share_a_role(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of some roles may be one of the others, by their telling words."""
    known = [words for role in others if (words := _telling(role))]
    return any(_one(words, other) for role in some if (words := _telling(role)) for other in known)


@lru_cache(maxsize=65536)
def _telling(role: str) -> frozenset[str]:
    return frozenset(role_words(role)) - GENERIC


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) > SHARED * min(len(a), len(b))
