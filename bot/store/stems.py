"""What the forms of a word share: the index holds stems, so that "bridges" finds "bridge"."""

from __future__ import annotations

import re
from functools import lru_cache

_PLURAL = re.compile(r"(?:(?<=[a-z]{2})(?P<ies>ies)|(?<=(?:ss|sh|ch))es|(?<=[xz])es|(?<=[a-z]{2}[^sui])s)$")
_PAST = re.compile(r"(?:(?<=[a-z]{2})(?P<ied>ied)|(?<=[a-z]{2}[^e])ed|(?<=[a-z]{3})ing|(?<=[a-z]{3})ly)$")
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_SILENT = re.compile(r"(?<=[a-z]{2})e$")
_NO_FORMS = frozenset(["news"])
"""Words that only look like a form of another one."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a normalised word: plural, past, -ing and -ly taken off, as far as something is left.

    Light on purpose: what it makes alike must mean the same, as nothing behind the index can tell it apart. Made for
    English; the plurals of Spanish come out alike as well. Words with other than the letters a to z stay as they are.
    """
    if word in _NO_FORMS or not (word.isascii() and word.isalpha()):
        return word
    bare = _cut(_PAST, _cut(_PLURAL, word))
    return _SILENT.sub("", _DOUBLED.sub(r"\1", bare))


def _cut(ending: re.Pattern[str], word: str) -> str:
    match = ending.search(word)
    if match is None or not _VOWEL.search(word, 0, match.start()):
        return word
    return word[: match.start()] + ("y" if match.group() in ("ies", "ied") else "")
