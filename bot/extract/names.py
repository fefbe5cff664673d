"""Capitalised names in a text: where they stand, what stands before them as a title, what they can be by form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.extract.given import gender_of
from bot.extract.institutions import BODY_ENDS, HEADS, HEADS_ES, OF_HEADS, SOFT_HEADS, TRADES, WELL_KNOWN
from bot.extract.places import CITIES, COUNTRIES, COUNTRY, DEMONYMS, SEATS, US_STATES
from bot.extract.roles import PERSON_HEADS, number_of
from bot.extract.titles import (
    ADDRESSED,
    ADJECTIVES,
    FEMININE,
    HONORIFICS,
    MASCULINE,
    NOT_NAMES,
    OFFICES,
    PARTIES,
    REGNAL,
    SURNAMES,
    TITLE_HEADS,
)


class Name(NamedTuple):
    """A capitalised name where it stands."""

    start: int
    """Where it begins, titles included: "Foreign Minister Sergei Lavrov"."""
    end: int
    """Where it ends, a possessive 's left out."""
    form: Form
    determined: bool
    """Whether "the" stands before it."""
    possessive: bool


class Form(NamedTuple):
    """What a capitalised sequence is by its words alone."""

    name: str
    """Without titles and honorifics: "Sergei Lavrov"."""
    title: str
    """What stood before it: "Russian Foreign Minister"; "" for none."""
    kind: str
    """ "person", "institution", "place", "group" (demonyms, parties), "title" (no name at all) or "maybe"."""
    gender: str | None
    """ "m" or "f" where honorific, title or given name tell."""
    skip: int
    """Characters before title or name that belong to neither: "When " of "When Lavrov"."""


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ"
_ABBREVIATED = (
    "MR|MRS|MS|DR|SEN|REP|GOV|GEN|Mr|Mrs|Ms|Mx|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Sgt|Capt|Cmdr|Maj|Adm|Rev|Hon|"
    "Prof|St|Supt|Insp|Sra?|Dra|S"
)
_WORD = rf"[{_UPPER}][^\W_]*(?:[-‑][^\W_]+|['’](?![sS]\b)[^\W_]+)*"
_PART = (
    rf"(?:(?:{_ABBREVIATED})\.(?=[ \u00a0])|(?:[{_UPPER}]\.[ ]?-?)+(?![^\W_])|(?:[{_UPPER}]\.)+"
    rf"|(?:[Aa]l|el|bin|ad|as)-{_WORD}|{_WORD})"
)
_PARTICLE = (
    r"(?:(?:de la|de los|de|del|della|di|da|dos|du|la|le|van der|van den|van de|van|von der|von|zu|ter|ten|bin|bint|"
    r"ibn|ben|al|el|y|e|&)[ \u00a0])"
)
_SEQUENCE = re.compile(
    rf"(?=[{_UPPER}aeb])(?<![^\W_])(?<!['’][^\W_]){_PART}"
    rf"(?:[ \u00a0]{_PARTICLE}?(?:[\"“][{_UPPER}]\w+[\"”] )?{_PART})*(?:,? (?:Jr|Sr)\b\.?)?"
)
_BETWEEN = (" of ", " of the ", " for ", " for the ")


def names(text: str) -> list[Name]:
    """All capitalised names of a text, in order; none crosses a line end. Linear in the text's length."""
    return [name for start, end in _parts(text) if (name := _name(text, start, end))]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The sequences, those parted that run a body and a person together: "Tribunal Supremo | Ana Gil"."""
    for start, end in _sequences(text):
        cut = _cut(text[start:end]) if end - start > _LONG else 0
        if cut:
            yield start, start + cut - 1
        yield start + cut, end


_LONG = 14


@lru_cache(maxsize=8192)
def _cut(raw: str) -> int:
    """Where a person's name begins behind a place or a body; 0 for nowhere."""
    words = raw.split(" ")
    begins = next((at for at, word in enumerate(words) if word[:1].isupper()), len(words))
    for at in range(begins + 1, len(words) - 1):
        if words[at - 1].islower() or not gender_of(words[at]) or gender_of(words[begins]):
            continue
        first = " ".join(words[begins:at]).casefold()
        if first in COUNTRY or (at > 1 and words[at - 1].casefold() in BODY_ENDS):
            return len(" ".join(words[:at])) + 1
    return 0


def _sequences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of capitalised words, joined where an "of" stands inside: "Bank of England"."""
    start = end = -1
    for match in _SEQUENCE.finditer(text):
        a, b = match.span()
        while text[b - 1] == " ":
            b -= 1
        if start >= 0 and a - end in (4, 8, 5, 9) and text[end:a] in _BETWEEN:
            last = text[max(start, text.rfind(" ", start, end) + 1) : end].casefold()
            if last in OF_HEADS or (last in TITLE_HEADS and _office(text, a, b)):
                end = b
                continue
        if start >= 0:
            yield start, end
        start, end = a, b
    if start >= 0:
        yield start, end


def _office(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    return words[0].casefold() in OFFICES or (len(words) > 2 and gender_of(words[1]) is not None)


def _name(text: str, start: int, end: int) -> Name | None:
    form = form_of(text[start:end])
    if form is None or (form.kind == "maybe" and _opens_as_noun(text, start + form.skip, form.name)):
        return None
    possessive = text[end : end + 2] in ("'s", "’s") or (text[end - 1] == "s" and text[end : end + 2] in ("' ", "’ "))
    begins = start + form.skip
    before = text[max(0, begins - 4) : begins].casefold()
    tail = form_tail(text[start:end]) if text.find(" ", start, end) > 0 else 0
    return Name(begins, end - tail, form, before.endswith("the "), possessive)


def _opens_as_noun(text: str, start: int, name: str) -> bool:
    """Whether a name is but a noun with which a sentence opens: "Allies say"."""
    if " " in name or number_of(name.casefold()) != "group":
        return False
    before = text[max(0, start - 3) : start].rstrip(" “\"'‘")
    return not before or before[-1] in ".!?\n:"


def form_tail(raw: str) -> int:
    """Characters of a trailing day or month that belong to no name: " Thursday" of "Lavrov Thursday"."""
    cut = _TAIL.search(raw)
    return len(cut.group()) if cut and cut.start() else 0


_MONTH_OR_NAME = frozenset("april may june august jan per will".split())
_TAIL = re.compile(
    r"(?: (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Jan\.?|Feb\.?|Aug\.?|Sept\.?|Oct\.?|Nov\.?|Dec\.?))+$"
)


_COMPOUND = re.compile(
    r".+[-‑](?:winn(?:er|ing)|born|based|led|backed|educated|style|era|trained|area|wide|old|speaking|owned|run|made)"
)
"""A word before a name that only describes: "Oscar-winning", "Norland-born"."""


def _compound_end(words: list[str]) -> int:
    """Behind the last such word that has a name behind it; 0 for none."""
    return next((at for at in range(len(words) - 1, 0, -1) if _COMPOUND.fullmatch(words[at - 1])), 0)


_NICKNAMED = '"“'
_PARTY_TAG = re.compile(r"[RDI][-‑][A-Z]")
"""A party and a state behind a name: "R-Ore."."""


@lru_cache(maxsize=16384)
def form_of(raw: str) -> Form | None:
    """What a capitalised sequence is by its words; None where no word of it can be a name."""
    raw = raw[: len(raw) - form_tail(raw)]
    words = raw.split()
    skip = 0
    if len(words) != 2 or words[0].casefold() not in _MONTH_OR_NAME:
        while words and words[0].casefold() in NOT_NAMES:
            skip += len(words.pop(0)) + 1
    if not words or (len(words) == 1 and _PARTY_TAG.match(words[0])):
        return None
    if cut := _compound_end(words):
        skip += len(" ".join(words[:cut])) + 1
        words = words[cut:]
    folded = [word.casefold().rstrip(".") for word in words]
    if len(words) > 1 and folded[0].endswith(TRADES):
        return Form(" ".join(words[1:]), "", "institution", None, skip + len(words[0]) + 1)
    cut = _title_end(folded)
    title, rest = words[:cut], words[cut:]
    if not rest:
        return Form("", " ".join(title), "title", _title_gender(folded), skip)
    if cut and _is_body(rest, folded[cut:]):
        title, rest, cut = [], words, 0
    if cut and folded[cut - 1] in REGNAL and len(rest) <= 2:
        regnal = "f" if folded[cut - 1] in FEMININE else "m"
        return Form(" ".join([words[cut - 1], *rest]), " ".join(title[:-1]), "person", regnal, skip)
    if _adherent(folded):
        return Form("", " ".join(words), "title", None, skip)
    name = " ".join(word for word in rest if word[0] not in _NICKNAMED).rstrip(",")
    role = " ".join(word for word in title if word.casefold().rstrip(".") not in HONORIFICS)
    kind = _kind(rest, folded[cut:], bool(title) and folded[cut - 1] in TITLE_HEADS | HONORIFICS)
    gender = _title_gender(folded[:cut]) or (_given_gender(rest) if kind in ("person", "maybe") else None)
    return Form(name, role, kind, gender, skip)


def _title_end(folded: list[str]) -> int:
    """How many words at the left are titles: up to the last head of a title that has a name behind it."""
    for at in range(len(folded) - 1 - _ends_in_surname(folded), -1, -1):
        if folded[at] in TITLE_HEADS or folded[at] in HONORIFICS:
            at += 1
            if at + 1 < len(folded) and folded[at] in ("of", "for"):
                at += 2 + (folded[at + 1] == "the")
                if at < len(folded) and folded[at] == "and":
                    at += 2
            return min(at, len(folded))
    if len(folded) == 3 and not gender_of(folded[0]) and (folded[0] in PERSON_HEADS or gender_of(folded[1])):
        return int(folded[0] in PERSON_HEADS or folded[0] not in ADJECTIVES | DEMONYMS | PARTIES)
    at = 0
    while at < len(folded) - 1 and (folded[at] in ADJECTIVES or folded[at] in DEMONYMS or folded[at] in PARTIES):
        at += 1
    return at if len(folded) - at >= 2 else 0


def _ends_in_surname(folded: list[str]) -> bool:
    """Whether the last word is a surname, though it could be a title: "Howard Dean", "Mr. King", "Senator Bishop"."""
    if len(folded) < 2 or folded[-1] not in TITLE_HEADS:
        return False
    before = folded[-2]
    if before in HONORIFICS:
        return folded[-1] not in ADDRESSED
    return (before not in TITLE_HEADS and gender_of(before) is not None) or folded[-1] in SURNAMES


def _adherent(folded: list[str]) -> bool:
    """Whether the words are a place and a party's adherent, no name: "Utah Republican"."""
    place = " ".join(folded[:-1])
    return len(folded) > 1 and folded[-1] in PARTIES and (place in US_STATES or place in COUNTRY or place in CITIES)


def _is_body(rest: list[str], folded: list[str]) -> bool:
    if len(rest) > 1 and gender_of(rest[0]):
        return False
    return (folded[-1] in HEADS and folded[-1] not in SOFT_HEADS) or ("of" in folded and folded[0] in OF_HEADS)


def _title_gender(folded: list[str]) -> str | None:
    for word in folded:
        if word in MASCULINE:
            return "m"
        if word in FEMININE:
            return "f"
    return None


def _given_gender(words: list[str]) -> str | None:
    if len(words) < 2:
        return None
    found = gender_of(words[0])
    if found is None and len(words[0].rstrip(".")) == 1 and len(words) > 2:
        found = gender_of(words[1])
    return found if found in ("m", "f") else None


def _kind(words: list[str], folded: list[str], titled: bool) -> str:
    whole = " ".join(folded)
    if len(words) == 1:
        return _kind_of_one(words[0], whole, titled)
    if whole in COUNTRY or whole in US_STATES or whole in CITIES:
        return "group" if whole in DEMONYMS and whole not in COUNTRIES else "place"
    if whole in SEATS or whole in WELL_KNOWN or "of" in folded or "for" in folded or "&" in folded:
        return "institution"
    given = gender_of(words[0])
    if folded[-1] in HEADS or any(word in HEADS and word not in SOFT_HEADS for word in folded[1:]):
        return "person" if (titled or given) and folded[-1] in SOFT_HEADS else "institution"
    if (folded[0] in HEADS and folded[0] not in SOFT_HEADS and not given) or folded[0] in HEADS_ES:
        return "institution"
    if titled or given or "." in words[0][1:2] or (len(words) > 2 and words[1][1:] == "."):
        return "person"
    if any(_acronym(word) for word in words):
        return "institution" if len(words) < 5 and not all(word.isupper() for word in words) else "maybe"
    return "maybe" if len(words) <= 4 else "institution"


def _kind_of_one(word: str, folded: str, titled: bool) -> str:
    if titled:
        return "person"
    if folded in SEATS or folded in WELL_KNOWN:
        return "institution"
    if folded in COUNTRIES or folded in US_STATES or folded in CITIES:
        return "place"
    if folded in DEMONYMS or folded in PARTIES or (folded.endswith("s") and folded[:-1] in DEMONYMS | PARTIES):
        return "group"
    if folded in COUNTRY:
        return "place"
    if _acronym(word) or folded in HEADS - SOFT_HEADS or folded in HEADS_ES:
        return "institution"
    return "maybe"


def _acronym(word: str) -> bool:
    bare = word.replace(".", "")
    return 2 <= len(bare) <= 6 and bare.isupper() and not (len(word) > len(bare) and len(bare) < 3 and word[1] != ".")
