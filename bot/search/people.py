"""Names, aliases and roles as typed -> the people on record whom they may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.model import Match, Person, PersonHit
from bot.naming.lexicon import COURTESY, SMALL, TITLES
from bot.naming.names import SAME_WORD, name_score, name_words, run_together, same_word, weight
from bot.naming.roles import role_words
from bot.ports import Store
from bot.search.speller import Speller
from bot.text import normalise, tokens_of

FULL, ALIAS, ROLE = 1.0, 0.97, 0.95
"""Probability: the whole name, another name the articles use, or a role as written, is typed."""
SURNAME, GIVEN, PART = 0.9, 0.7, 0.75
"""Probability: only the last word of a name, only the first, or something else of it."""
PART_OF_ROLE = 0.8
"""Probability: all that is typed stands in a role, which says more."""
WITH_ROLE = 0.05
"""Added where a name goes with a word of its bearer's role: "Mayor Lind"."""
OTHER_ROLE = 0.25
"""Taken off where a name goes with a title that its bearer isn't known to have."""
PROMINENCE = 0.1
"""Exponent: of two who fit a part of a name alike, the one quoted ten times less is a fifth less likely meant."""
FOUND = 0.5
"""Probability from which on somebody is found."""
ALMOST, LOST = 0.02, 0.1
"""Taken off a whole name that isn't typed to the letter; for a word typed that the name on record lacks."""
ONE_SLIP = 0.75
"""0-1: likeness of words of names that are one slip apart, short as they are."""
SHORT, LONG = 2, 8
"""Letters: words up to `SHORT` tell little; from `LONG` on two slips are one."""
ROLE_WORD, LONG_ROOT = 0.8, 5
"""0-1: words of roles as alike as this are one; letters: so are those that begin alike so far."""
MOST_NAME_WORDS = 10
"""Words: more are no name and no role."""
MOST_LOOKED_AT = 100
"""People compared in full, those who share most words with what was typed."""
NEAR = 55.0
"""0-100: names less alike than this are no help as "did you mean"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody with the words of the name, the aliases and the roles made ready."""

    person: Person
    names: tuple[tuple[str, ...], ...]
    """The name, then the aliases."""
    roles: tuple[tuple[str, ...], ...]


class Directory:
    """Finds people on record by any word of a name, an alias or a role. Reads of the archive only what it compares."""

    def __init__(self, store: Store) -> None:
        """Keep the store; what is read of it to mend words stays, so make another one when the archive changes."""
        self._store = store
        self._speller = Speller(store.name_words)

    def find(self, name: str, limit: int) -> list[PersonHit]:
        """Everybody whom the name may mean, best first."""
        words = tuple(word for word in tokens_of(name) if word != "s")
        if len(words) > MOST_NAME_WORDS:
            return []
        asked = _Asked(name_words(name), words, role_words(name), normalise(name))
        hits = [hit for entry in self._sharing(words + asked.name + asked.role) if (hit := _fits(asked, entry))]
        hits = _by_prominence(hits)
        hits.sort(key=lambda hit: (-hit.score, -hit.person.quotes))
        return [hit for hit in hits if hit.score >= FOUND][:limit]

    def near(self, name: str, limit: int) -> list[str]:
        """The names closest to one that fits nobody."""
        words = tuple(tokens_of(name)[:MOST_NAME_WORDS])
        scored = self._scored(name, words, self._sharing(words))
        if len(scored) < limit:
            alike = [other for word in words for other in self._speller.alike(word)]
            scored |= self._scored(name, alike, map(_entry, self._store.match_people(alike, MOST_LOOKED_AT)))
        best = sorted((one for one in scored if scored[one] >= NEAR), key=lambda one: -scored[one])
        return best[:limit]

    @staticmethod
    def _scored(name: str, words: Sequence[str], entries: Iterable[Entry]) -> dict[str, float]:
        return {
            entry.person.name: max(name_score(name, entry.person.name), _best_word(words, entry)) for entry in entries
        }

    def _sharing(self, words: Sequence[str]) -> list[Entry]:
        """Those who share words, or words spelt nearly so, with what was typed; who shares most and rarest first."""
        telling = [word for word in words if word not in SMALL]
        near = [other for word in dict.fromkeys(telling) for other in self._speller.near(word)]
        return [_entry(person) for person in self._store.match_people([*telling, *near], MOST_LOOKED_AT)]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name as typed: without titles, with them, as a role, and as one text."""

    name: tuple[str, ...]
    words: tuple[str, ...]
    role: tuple[str, ...]
    text: str


def _entry(person: Person) -> Entry:
    names = dict.fromkeys(name_words(name) for name in (person.name, *person.aliases))
    return Entry(person, tuple(names), tuple(role_words(role) for role in person.roles))


def _fits(asked: _Asked, entry: Entry) -> PersonHit | None:
    options = [_by_name(asked, entry, known) for known in entry.names] + [_by_role(asked, entry)]
    if asked.text == normalise(entry.person.name):
        options.append((FULL, Match.EXACT))
    score, match = max(options, key=lambda option: (option[0], option[1] is Match.EXACT))
    return PersonHit(entry.person, round(score, 4), match) if score > 0 else None


def _by_name(asked: _Asked, entry: Entry, known: tuple[str, ...]) -> tuple[float, Match]:
    """How a name as typed fits one name on record; titles and words of roles may stand with it."""
    whole = FULL if known == entry.names[0] else ALIAS if len(known) > 1 else SURNAME
    if asked.name == known:
        return whole + (_with_titles(asked, entry) if whole < ALIAS else 0), Match.EXACT
    typed = tuple(word for word in asked.name if word not in TITLES and not _in_roles(word, entry)) or asked.name
    together = run_together(typed, known)
    if together:
        return whole * together - ALMOST, Match.CLOSE
    likeness, matched = _likeness(typed, known)
    if not likeness:
        return 0.0, Match.PARTIAL
    if len(matched) == len(known) or {0, len(known) - 1} <= matched:
        same = likeness == 1 and typed == asked.name and _in_order(typed, known)
        return whole * likeness - (0 if same else ALMOST), Match.EXACT if same else Match.CLOSE
    score = (SURNAME if len(known) - 1 in matched else GIVEN if 0 in matched else PART) * likeness
    exact = typed == asked.name == known[-1:]
    match = Match.EXACT if exact else Match.PARTIAL if likeness == 1 else Match.CLOSE
    return score + _with_titles(asked, entry), match


def _likeness(typed: tuple[str, ...], known: tuple[str, ...]) -> tuple[float, frozenset[int]]:
    """How alike a name as typed and one on record are, and which words of the latter it has; 0 for another name."""
    found = sorted(
        ((_slip(a, b), i, j) for i, a in enumerate(typed) for j, b in enumerate(known)),
        key=lambda one: (-one[0], abs(one[1] - one[2])),
    )
    pairs: dict[int, int] = {}
    alike: list[float] = []
    for likeness, i, j in found:
        if likeness and i not in pairs and j not in pairs.values():
            pairs[i] = j
            alike.append(likeness)
    lost = [word for i, word in enumerate(typed) if i not in pairs]
    told = any(len(typed[i]) > 1 and weight(typed[i]) == 1 for i in pairs)
    strange = sum(map(_matters, lost))
    if not told or strange > 1 or (strange and len(pairs) < max(2, len(known))):
        return 0.0, frozenset()
    return (sum(alike) / len(alike) + min(alike)) / 2 - LOST * len(lost), frozenset(pairs.values())


def _in_order(typed: tuple[str, ...], known: tuple[str, ...]) -> bool:
    rest = iter(known)
    return all(word in rest for word in typed)


def _matters(word: str) -> bool:
    return len(word) > SHORT and weight(word) == 1


@lru_cache(maxsize=65536)
def _slip(a: str, b: str) -> float:
    """How alike a typed word and one of a name are: the same name by spelling and sound, or one slip away."""
    alike = same_word(a, b)
    if alike >= SAME_WORD:
        return alike
    long = max(len(a), len(b))
    slips = OSA.distance(a, b, score_cutoff=2) if long > SHORT + 1 and min(len(a), len(b)) > SHORT else 3
    return ONE_SLIP if slips <= (2 if long >= LONG else 1) else 0.0


def _with_titles(asked: _Asked, entry: Entry) -> float:
    """What titles typed with a part of a name add or take: "Mayor Lind"."""
    titles = [word for word in asked.words if word in TITLES and word not in COURTESY and word not in entry.names[0]]
    if not titles or not entry.roles:
        return 0.0
    return WITH_ROLE if any(_in_roles(word, entry) for word in titles) else -OTHER_ROLE


def _in_roles(word: str, entry: Entry) -> bool:
    return any(_role_word(word, one) for role in entry.roles for one in role)


def _role_word(a: str, b: str) -> bool:
    """Whether two words of roles are one: "Russia" and "Russian", "sen" and "senator"."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and (len(short) >= LONG_ROOT or short in TITLES):
        return True
    return a == b or (len(short) >= LONG_ROOT and same_word(a, b) >= ROLE_WORD)


def _by_role(asked: _Asked, entry: Entry) -> tuple[float, Match]:
    """How well a description fits somebody's roles: "the Russian foreign minister"."""
    wanted = asked.role
    best = (0.0, Match.PARTIAL)
    for known in entry.roles if wanted else ():
        if wanted == known:
            return ROLE, Match.EXACT
        held = all(any(_role_word(word, one) for one in known) for word in wanted)
        if held:
            best = max(best, (PART_OF_ROLE - 0.02 * (len(known) - len(wanted)), Match.PARTIAL))
    return best


def _by_prominence(hits: list[PersonHit]) -> list[PersonHit]:
    """Where only a part of a name or role is typed, those hardly ever quoted are less likely meant."""
    partly = [hit.person.quotes for hit in hits if hit.score < ALIAS]
    most = max(partly, default=0)
    return [
        PersonHit(hit.person, round(hit.score * _prominence(hit.person.quotes, most), 4), hit.match)
        if hit.score < ALIAS
        else hit
        for hit in hits
    ]


def _prominence(quotes: int, most: int) -> float:
    return float(((quotes + 1) / (most + 1)) ** PROMINENCE)


def _best_word(words: Iterable[str], entry: Entry) -> float:
    names = [one for name in entry.names for one in name]
    return max((90 * same_word(word, one) for word in words for one in names), default=0.0)
