"""How alike two names are: typos, accents, transliterations, initials, nicknames, order; but not another given name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from bot.naming.lexicon import LEGAL_FORMS, LONG_FORMS, NICKNAMES, SAME_FORMS, SMALL, SUFFIXES, TITLES
from bot.text import tokens_of

SAME_WORD = 0.72
"""0-1: words of two names less alike than this are different words. Set on made-up slips, checked on listed names."""
INITIAL, NICKNAME = 0.92, 0.94
"""0-1: how much an initial, or what somebody is called, is worth for the name in full."""
LEAST_INITIALS = 3
"""Letters: shorter words are no body's initials."""
LEGAL_WEIGHT, SMALL_WEIGHT = 0.15, 0.1
"""Weight of a word: legal forms and little words tell hardly anything; other words weigh 1."""
EXTRA = 0.04
"""0-1: taken off for each word that only one of two names has, such as a middle name."""
EXTRA_OF_COMPANY = 0.12
"""0-1: taken off besides where one of them has a legal form: "Sund Mining Ltd" and "Sund Ltd" are two companies."""
SERIES = 0.15
"""0-1: taken off for a number that only one of two names has: "Harbour Fund 2" is another than "Harbour Fund"."""
OTHER_FORM = 0.15
"""0-1: taken off for legal forms of which none is in both names."""
ONE_WORD = 0.8
"""0-1: what a name of one word is worth that stands in a longer name: a surname is shared by many."""
CONFLICT = 0.5
"""0-1: what is left of names that each have a word which the other lacks."""

_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфхцыэіїєґўј",
        "a b v g d e z i i k l m n o p r s t u f kh ts y e i i e g u j".split(),
        strict=True,
    )
) | {"ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ъ": "", "ь": "", "ё": "e"}
_ROMAN = str.maketrans(_CYRILLIC)
_SOUNDS: tuple[tuple[str, str], ...] = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"),
    ("ck", "k"), ("dj", "j"), ("tz", "ts"), ("x", "ks"), ("q", "k"), ("w", "v"), ("f", "v"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ie", "i"), ("y", "i"), ("j", "i"), ("z", "s"), ("c", "k"), ("th", "t"), ("ah", "a"),
)  # fmt: skip
"""Spellings of the same sound in transliterated names, applied in this order."""
_LETTERS = re.compile(r"[^\W\d_\u1100-\u11ff\u2e80-\U0003ffff]+")
"""Letters of an alphabet: in other scripts each character is a syllable or a word, so none may differ."""
_NO_GROUP: frozenset[int] = frozenset()
_GROUPS = {
    name: frozenset(number for number, group in enumerate(NICKNAMES) if name in group)
    for name in frozenset().union(*NICKNAMES)
}
"""For each given name, the groups of nicknames that it is in."""
_NUMBER = re.compile(r"\d+|i{2,3}")
"""What stands behind or within the names of things in a row."""
_DOUBLE = re.compile(r"(.)\1+")
_PARTY = re.compile(r"[\s,(]+[DIR]-[A-Z][A-Za-z.]*\)?\s*$")
"""Party and state behind an American name: "(D-Ohio)"."""
_QUOTED = re.compile(r"[\"“”][^\"“”]*[\"“”]")


def name_score(a: str, b: str) -> float:
    """How likely two names are the same one's.

    Args:
        a: A name as written, titles and legal forms allowed.
        b: Another.

    Returns:
        0 to 100: 100 for the same words, 85 and more where a reader would take them for one name.
    """
    return max(100 * likeness(left, right) for left in name_forms(a) for right in name_forms(b))


def name_forms(name: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a name as words: as it stands and, if a nickname is quoted within it, without that."""
    plain = name_words(name)
    bare = name_words(_QUOTED.sub(" ", name))
    return (plain, bare) if bare and bare != plain else (plain,)


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """A name's normalised words in Latin letters, without titles and suffixes unless it consists of them."""
    name = _PARTY.sub("", name)
    last, comma, first = name.partition(",")
    name = f"{first} {last}" if comma and first.strip() and "," not in first else name
    text = " ".join(tokens_of(name.replace("&", " and "))).translate(_ROMAN)
    for long, short in LONG_FORMS.items():
        text = text.replace(long, short) if long in text else text
    words = [LEGAL_FORMS.get(word, word) for word in text.split()]
    return tuple(_bare(words))


def _bare(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end and (words[start] in TITLES or words[start] in SUFFIXES or words[start] == "the"):
        start += 1
    while end > start and words[end - 1] in SUFFIXES:
        end -= 1
    bare = words[start:end]
    if any(len(word) > 1 and word not in SMALL for word in bare):
        return bare
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How alike two names are as words (from `name_words`), 0 to 1."""
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    alike = max(_word_by_word(left, right), run_together(left, right), _as_initials(left, right))
    return max(0.0, alike - (SERIES if _numbered(left) != _numbered(right) else 0.0))


def _numbered(words: tuple[str, ...]) -> bool:
    return any(_NUMBER.fullmatch(word) for word in words)


def _word_by_word(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if len(left) > len(right):
        left = _without_repeats(left)
    elif len(right) > len(left):
        right = _without_repeats(right)
    pairs = paired(left, right)
    if not pairs:
        return 0.0
    weights = [(min(weight(left[i]), weight(right[j])), alike) for i, j, alike in pairs]
    matched = sum(weight for weight, _ in weights)
    if matched < 0.5:
        return 0.0
    mean = sum(weight * alike for weight, alike in weights) / matched
    worst = min((alike for weight, alike in weights if weight == 1), default=mean)
    alone = [
        sum(weight(word) for n, word in enumerate(words) if n not in used)
        for words, used in ((left, {i for i, _, _ in pairs}), (right, {j for _, j, _ in pairs}))
    ]
    base = (mean + min(mean, worst)) / 2
    return max(0.0, base * _coverage(matched, *alone) - _apart(left, right, sum(alone)))


def _apart(left: tuple[str, ...], right: tuple[str, ...], alone: float) -> float:
    """What is taken off where companies differ in what tells one from another; `alone`: words of one name alone."""
    forms = [{SAME_FORMS.get(word, word) for word in words if word in LEGAL_FORMS} for words in (left, right)]
    off = EXTRA_OF_COMPANY if alone >= 1 and any(forms) else 0.0
    return off + (OTHER_FORM if all(forms) and forms[0].isdisjoint(forms[1]) else 0.0)


def _coverage(matched: float, left: float, right: float) -> float:
    """What the weights of the words matched, and of those that only one of the names has, leave of the score."""
    if left >= 0.5 and right >= 0.5:
        return CONFLICT * matched / (matched + max(left, right))
    rest = left + right
    if rest >= 1 and matched < 1.5:
        return ONE_WORD
    return 1 - EXTRA * min(rest, 3)


def weight(word: str) -> float:
    """How much a word tells in a name."""
    if word in SMALL:
        return SMALL_WEIGHT
    return LEGAL_WEIGHT if word in LEGAL_FORMS else 1.0


def _without_repeats(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def paired(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """Words of two names that are the same, best pairs first, each word once: places and likeness."""
    found = [(same_word(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    found.sort(key=lambda pair: (-pair[0], abs(pair[1] - pair[2])))
    pairs: list[tuple[int, int, float]] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for alike, i, j in found:
        if alike >= SAME_WORD and i not in taken_left and j not in taken_right:
            pairs.append((i, j, alike))
            taken_left.add(i)
            taken_right.add(j)
    return pairs


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> float:
    """How alike two words of names are, 0 to 1: by spelling and by sound; initials and nicknames count."""
    if a == b:
        return 1.0
    if min(len(a), len(b)) == 1:
        return INITIAL if a[0] == b[0] else 0.0
    if not (_LETTERS.fullmatch(a) and _LETTERS.fullmatch(b)):
        return 0.0
    if not _GROUPS.get(a, _NO_GROUP).isdisjoint(_GROUPS.get(b, _NO_GROUP)):
        return NICKNAME
    return _spelt_alike(a, b)


def _spelt_alike(a: str, b: str) -> float:
    spelling = OSA.normalized_similarity(a, b)
    sound = OSA.normalized_similarity(sounds(a), sounds(b))
    alike = max(spelling, (spelling + sound) / 2 if sound < 1 else 0.5 * spelling + 0.47)
    return alike if alike >= SAME_WORD else min(alike, JaroWinkler.similarity(a, b))


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """A word with the spellings that transliterations disagree on made one."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", word)


def run_together(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """How alike names are whose words are parted differently, 0 to 1: "van der Bilt" and "Vanderbilt"."""
    if len(left) == len(right):
        return 0.0
    one, other = "".join(left), "".join(right)
    alike = fuzz.ratio(one, other, score_cutoff=90) / 100
    return alike if min(len(one), len(other)) >= 6 else 0.0


def _as_initials(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """A body's name and its initials: "PLA"."""
    short, long = sorted((left, right), key=len)
    initials = "".join(word[0] for word in long if word not in SMALL and word not in LEGAL_FORMS)
    return INITIAL if len(short) == 1 and len(initials) >= LEAST_INITIALS and short[0] == initials else 0.0
