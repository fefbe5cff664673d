"""Text: the one normaliser (shared by index and query), words, paragraphs and sentences with their offsets."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bot.model import Span


class Word(NamedTuple):
    """A normalised word and where it stands in the text it came from."""

    text: str
    span: Span


_WORD = re.compile(r"[^\W_]+(?:['’ʼ.][^\W_]+)*")
_JOINERS = str.maketrans(dict.fromkeys("'’ʼ."))
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"})
_POSSESSIVE = re.compile(r"['’ʼ]s$")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """One word normalised: lower case, no accents, no apostrophes or points inside, no possessive 's.

    Idempotent: `fold(fold(w)) == fold(w)`.
    """
    bare = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", unicodedata.normalize("NFKC", word)).casefold())
    kept = "".join(c for c in bare if not unicodedata.combining(c)).translate(_FOLDED).translate(_JOINERS)
    return kept if kept == word else fold(kept)


def words(text: str) -> list[Word]:
    """The words of a text, normalised by `fold`, in order, with their spans.

    A hyphen parts words ("Jong-un" is two), an apostrophe or a point inside doesn't ("U.S." is "us").
    """
    found = ((fold(m.group()), Span(*m.span())) for m in _WORD.finditer(text))
    return [Word(word, span) for word, span in found if word]


def normalise(text: str) -> str:
    """The text's normalised words, joined by single spaces. Idempotent."""
    return " ".join(tokens_of(text))


def tokens_of(text: str) -> list[str]:
    """The normalised words alone."""
    return [word for found in _WORD.findall(text) if (word := fold(found))]


def paragraphs(text: str) -> list[Span]:
    """The stretches between line breaks that hold anything but space, edges trimmed."""
    spans = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start < end:
            spans.append(Span(start, end))
    return spans


_ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof sen rep reps sens gov gen col lt sgt capt cmdr maj adm rev hon st messrs pres supt
    bros vs fig vol eds dept est approx ave blvd rd mt ft jan feb apr jun jul aug sept oct nov dec
    ariz calif colo conn del fla mich minn mont neb nev okla tenn tex wis wyo w.va e.g i.e ph.d
    sra srta dra ud uds pág núm gral cnel""".split()
)
"""Words whose point ends no sentence."""
_MAY_END = frozenset(
    """inc ltd co corp plc llc jr sr etc a.m p.m u.s u.k u.n d.c n.y n.j n.c s.c n.h n.m n.d s.d r.i ee.uu
    ark ga ky la md va vt pa ill ind kan mar sep mon tue tues wed thu thur thurs fri""".split()
)
"""Words whose point ends a sentence only where a word that begins sentences follows."""
_BEGINS = re.compile(
    r"""["“‘«(]?(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Their|Its|As|For|If|"""
    r"""When|While|After|Before|No|Not|El|La|Los|Las|En|Según|Pero)\b"""
)
_SENTENCE_END = re.compile(
    r"""[.!?…]+(?P<closers>["'”’»)\]]*)\s+(?=["'“‘«(\[¿¡`—–-]*\s?[^\W_a-zà-öø-ÿа-яё])|[。！？]+[”’」』）]*"""
)
_BEFORE_POINT = re.compile(r"[^\s(\[\"“‘«—–]+$")
_LONGEST_ABBREVIATION = 40
"""Characters before a point that are looked at, so that a text without an end of a sentence stays linear."""
_SAYS_SO = re.compile(
    r"[^.!?\n]{0,60}\b(?:said|says|asked|asks|added|adds|wrote|replied|told|shouted|cried|dijo|preguntó|añadió)\b"
)


def sentences(text: str) -> list[Span]:
    """The sentences of a text, in order, edges trimmed; a line break always ends one.

    An abbreviation or an initial ends none, nor does a question inside quotation marks with its "X asked" behind.
    """
    found = []
    for line in paragraphs(text):
        start = line.start
        for match in _SENTENCE_END.finditer(text, line.start, line.end):
            if _ends_sentence(text, start, match):
                found.append(Span(start, match.start() + len(match.group().rstrip())))
                start = match.end()
        if start < line.end:
            found.append(Span(start, line.end))
    return found


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    marks = match.group()
    if marks[0] == "." and not match["closers"]:
        before = _BEFORE_POINT.search(text, max(start, match.start() - _LONGEST_ABBREVIATION), match.start())
        word = before.group().casefold() if before else ""
        if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i"):
            return False
        if word in _MAY_END:
            return bool(_BEGINS.match(text, match.end()))
    return not (marks[0] in "!?…" and match["closers"] and _SAYS_SO.match(text, match.end()))
