"""Forms of one word: endings, British and American spelling, numbers written out."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.search.lexicon import NUMBERS, SYNONYMS

_SPELLINGS = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"is(e|ed|es|ing|er|ers)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s|ed|ing|able|ful|ite|hood|ly)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[^aeiou])re(?=$|s$|d$)"), "er"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"([aeiou])ll(ed|ing|er|ers)$"), r"\1l\2"),
    (re.compile(r"programme"), "program"),
)
"""British spellings and what is written in America; words that only look so come out alike on both sides."""
_ENDINGS = re.compile(r"(?<=[a-z]{3})(?:ing|ed|ers?|ly|e?s|e)$")
_DERIVED = re.compile(r"(?:ia|a)?ns?|ese|is?|ish|al|ic|is[mt]s?|ments?")
LEAST_ROOT = 4
"""Letters: shorter words begin many others by chance."""
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_IES = re.compile(r"(?<=[a-z]{2})ie[sd]$")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of a normalised word share: "organised", "organizing" -> one stem; "two" -> "2".

    Light on purpose: it compares words of a question with words of a candidate that the index has found.
    """
    if word in NUMBERS:
        return NUMBERS[word]
    for spelling, american in _SPELLINGS:
        word = spelling.sub(american, word)
    word = _IES.sub("y", word)
    return _DOUBLED.sub(r"\1", _ENDINGS.sub("", _ENDINGS.sub("", word)))


def kin(word: str, other: str) -> bool:
    """Whether two normalised words mean the same thing or its adjective: "Korea", "Korean"; not "treat", "treaty"."""
    short, long = sorted((word, other), key=len)
    derived = len(short) >= LEAST_ROOT and long.startswith(short) and _DERIVED.fullmatch(long, len(short))
    return stem(word) == stem(other) or bool(derived)


@lru_cache(maxsize=8192)
def variants(word: str) -> tuple[str, ...]:
    """Other ways to write a normalised word that an index of stems keeps apart."""
    found = [_NUMBER_WORDS.get(word), NUMBERS.get(word)]
    for spelling, american in _SPELLINGS:
        found.append(spelling.sub(american, word))
    found += [american.sub(british, word) for american, british in _BRITISH]
    return tuple(dict.fromkeys(form for form in found if form and form != word))


@lru_cache(maxsize=8192)
def synonyms(word: str) -> frozenset[str]:
    """Words of nearly the same meaning, the word itself left out."""
    mine = stem(word)
    groups = (group for group in SYNONYMS if any(stem(one) == mine for one in group))
    return frozenset(one for group in groups for one in group if stem(one) != mine)


_NUMBER_WORDS = {digits: word for word, digits in NUMBERS.items()}
_BRITISH = (
    (re.compile(r"(?<=[a-z]{3})or(?=$|s$|ed$|ing$)"), "our"),
    (re.compile(r"iz(?=e|ing|ation)"), "is"),
    (re.compile(r"yz(?=e|ing)"), "ys"),
    (re.compile(r"(?<=[a-z]{3})ter(?=s?$)"), "tre"),
    (re.compile(r"ense(?=s?$)"), "ence"),
)
