"""Which names of an archive are one person's: decided from what is on record now, so the order of loading is nothing.

The rules are conservative: two people taken for one spoil answers, one person under two names only lengthens a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from bot.naming.lexicon import GENERATIONS, NICKNAMES, SMALL, TITLES
from bot.naming.names import name_score, name_words, same_word, sounds
from bot.naming.roles import share_a_role
from bot.text import tokens_of

SAME_NAME = 80.0
"""0-100 (`name_score`): names whose surnames are spelled differently have to be as alike, and to share a role."""
SAME_MIDDLE = 0.9
"""0-1 (`same_word`): second given names less alike are different ones; an initial is enough."""
DOMINANT = 8
"""How many times more often than all rivals together somebody must be named to be meant by a name that fits several."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """What an archive knows of one or several spellings of one name."""

    numbers: tuple[int, ...]
    words: tuple[str, ...]
    """From `core_of`."""
    fields: frozenset[str] = frozenset()
    """From `fields_of` its roles."""
    roles: frozenset[str] = frozenset()
    weight: int = 1
    """About how many articles name it."""

    def joined(self, other: Bearer) -> Bearer:
        """Both as one."""
        return Bearer(
            tuple(sorted((*self.numbers, *other.numbers))),
            max(self.words, other.words, key=lambda words: (len(words), words)),
            self.fields | other.fields,
            self.roles | other.roles,
            self.weight + other.weight,
        )


def is_partial(words: Sequence[str]) -> bool:
    """Whether a name lacks the given name: a surname alone, with an initial or with a title."""
    return len(words) < 2 or len(words[0]) == 1 or (len(words) == 2 and words[0] in TITLES)


def whole_of(name: str) -> str:
    """What spellings of a name share that differ in case, accents, marks, legal forms and, but for surnames, titles."""
    words, typed = name_words(name), tokens_of(name)
    if len(words) == 1 and len(typed) > 1:
        words = tuple(word for word in typed if word not in SMALL) or words
    last = typed[-1:]
    if len(words) > 1 and last[0] in GENERATIONS and words[-1] != last[0]:
        words = (*words, last[0])
    return " ".join(words) or f"={name}"


def core_of(whole: str) -> tuple[tuple[str, ...], str]:
    """The words of a name as the rules compare them, and what tells its bearer from one of the same name ("jr")."""
    words = tuple(whole.split())
    return (words[:-1], words[-1]) if len(words) > 2 and words[-1] in GENERATIONS else (words, "")


def block_of(words: Sequence[str], generation: str = "") -> str:
    """What names share that may be one person's in full: how the surname and the first given name sound."""
    return f"{sounds(words[-1])}, {_given(words[0])} {generation}".rstrip()


def keys_of(words: Sequence[str], aliases: Iterable[str]) -> frozenset[str]:
    """The partial names (as `whole_of` has them) by which the bearer of a full name may be meant.

    Args:
        words: The full name, from `core_of`.
        aliases: What else its articles call the bearer; a word of the name alone counts.
    """
    short = {alias for alias in map(whole_of, aliases) if alias in words}
    return frozenset({words[-1], partial_key(f"{words[0][0]} {words[-1]}"), *short})


def partial_key(whole: str) -> str:
    """The first and the last word of a partial name: second initials are compared later."""
    words = whole.split()
    return " ".join(dict.fromkeys((words[0], words[-1])))


@lru_cache(maxsize=65536)
def _given(word: str) -> str:
    groups = [group for group in NICKNAMES if word in group]
    return sounds(min(groups[0]) if len(groups) == 1 else word)


def clusters(bearers: Iterable[Bearer]) -> list[Bearer]:
    """The people among bearers of one block, each joined.

    Who fits two that don't fit each other is none of them, unless one of them is far more often named.
    """
    same: dict[tuple[tuple[str, ...], frozenset[str]], Bearer] = {}
    for one in bearers:
        key = (one.words, one.fields)
        same[key] = same[key].joined(one) if key in same else one
    nodes = sorted(same.values(), key=lambda one: one.numbers)
    bridged = {frozenset(pair) for one in nodes for pair in combinations(sorted(one.fields), 2)}
    near = {one: [other for other in nodes if other is not one and _fit(one, other, bridged)] for one in nodes}
    torn = [one for one in nodes if any(b not in near[a] for a, b in combinations(near[one], 2))]
    groups = _cliques([one for one in nodes if one not in torn], near)
    return _with_torn(groups, torn, near)


def _cliques(nodes: Sequence[Bearer], near: dict[Bearer, list[Bearer]]) -> list[list[Bearer]]:
    """Nodes that fit each other: without the torn ones, whoever fits one of a group fits all of it."""
    groups: list[list[Bearer]] = []
    for one in nodes:
        group = next((group for group in groups if group[0] in near[one]), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _with_torn(groups: list[list[Bearer]], torn: list[Bearer], near: dict[Bearer, list[Bearer]]) -> list[Bearer]:
    joining: dict[int, list[Bearer]] = {}
    for one in torn:
        chosen = _dominant(one, groups, near)
        if chosen is not None:
            joining.setdefault(chosen, []).append(one)
    kept = {
        one
        for several in joining.values()
        for one in several
        if all(other is one or other in near[one] for other in several)
    }
    people = [[*group, *(one for one in joining.get(n, ()) if one in kept)] for n, group in enumerate(groups)]
    people += [[one] for one in torn if one not in kept]
    return [_all(person) for person in people]


def _dominant(one: Bearer, groups: list[list[Bearer]], near: dict[Bearer, list[Bearer]]) -> int | None:
    """The group that a torn name is of, if it fits all of it and is named far more often than the others it fits."""
    fitting = {n: sum(other.weight for other in group) for n, group in enumerate(groups) if group[0] in near[one]}
    best = max(fitting, key=lambda n: fitting[n], default=None)
    if best is None or any(other not in near[one] for other in groups[best]):
        return None
    return best if fitting[best] >= DOMINANT * (sum(fitting.values()) - fitting[best]) else None


def _all(several: Sequence[Bearer]) -> Bearer:
    whole = several[0]
    for one in several[1:]:
        whole = whole.joined(one)
    return whole


def _fit(a: Bearer, b: Bearer, bridged: set[frozenset[str]]) -> bool:
    """Whether two full names of one block may well be one person's."""
    if a.fields and b.fields and not _fields_meet(a.fields, b.fields, bridged):
        return False
    if a.words == b.words:
        return True
    if not _middles_agree(_middle(a.words), _middle(b.words)):
        return False
    if a.words[-1] != b.words[-1]:
        alike = name_score(" ".join(a.words), " ".join(b.words)) >= SAME_NAME
        return alike and share_a_role(a.roles, b.roles)
    only_initials = a.words[0] == b.words[0] and all(len(word) == 1 for word in (*_middle(a.words), *_middle(b.words)))
    return only_initials or not _roles_differ(a, b)


def _fields_meet(a: frozenset[str], b: frozenset[str], bridged: set[frozenset[str]]) -> bool:
    return any(one == other or frozenset((one, other)) in bridged for one in a for other in b)


def _roles_differ(a: Bearer, b: Bearer) -> bool:
    return bool(a.roles and b.roles) and not share_a_role(a.roles, b.roles)


def _middle(words: Sequence[str]) -> list[str]:
    return [word for word in words[1:-1] if word not in SMALL]


def _middles_agree(a: list[str], b: list[str]) -> bool:
    """Whether the fewer second given names stand among the others, in order; none at all go with any."""
    few, many = sorted((a, b), key=len)
    rest = iter(many)
    return all(any(same_word(word, other) >= SAME_MIDDLE for other in rest) for word in few)


def meant_by(partial: Bearer, people: Iterable[Bearer]) -> Bearer | None:
    """The one of several people with that surname whom a partial name means; None where none or several fit."""
    fitting = [one for one in people if _may_mean(partial, one)]
    return fitting[0] if len(fitting) == 1 else None


def _may_mean(partial: Bearer, person: Bearer) -> bool:
    if partial.fields and person.fields and not partial.fields & person.fields:
        return False
    if len(partial.words) > 1 and not _middles_agree(_middle(partial.words), _middle(person.words)):
        return False
    return not _roles_differ(partial, person)
