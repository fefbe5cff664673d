"""Datelines: `PLACE, date (AGENCY) -` in all its habits, read from the start of a line.

An anchor is looked for first (the agency's mark, else a date, else a place in capitals before a dash); what stands
around it must then be a place, a date and a separator, or the line has no dateline.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.model import Dateline
from bot.parse.agencies import agency_of
from bot.parse.dates import FoundDate, find_date, find_weekday

REACH = 140
"""Characters within which a dateline ends: four long places, a date and an agency have 120."""
MOST_WORDS = 10
"""Words in the places of one dateline."""
MOST_PLAIN_WORDS = 5
"""Words in a place in capitals that neither date nor agency confirm."""

PARTICLES = frozenset(
    """of the de del la las el los le les da do dos das di des du d' am an der den und im in bei upon and y e et sur
    sous en aan es near off aboard""".split()
)
"""Words inside the names of places that may be in lower case."""
SMALL_IN_NAMES = frozenset(
    "of de del la las los da do dos das di des du am an der den upon y e et sur aan es au aux".split()
)
"""Words that stay small when a name in capitals is put in ordinary letters ("DAR ES SALAAM")."""
KICKERS = frozenset(
    """update analysis factbox poll feature interview exclusive corrected correction refile wrapup newsmaker timeline
    preview breaking watch live video opinion editorial note notes photo photos spotlight scenario highlights snapshot
    insight explainer background chronology advisory urgent bulletin flash alert q a qa sources source summary recap
    roundup point situation story news report special market markets stocks review column commentary obituary
    profile graphic table text press release breakingviews instant view stock buzz diary""".split()
)
"""Words in capitals before a dash that name a kind of story, not a place."""

_MARK = re.compile(
    r"\((?P<round>[^()\n]{2,60})\)|(?<![\w/])/(?P<slashes>[^/\n]{2,40})/|\[(?P<square>[A-Z][A-Z/ -]{1,20})\]"
    r"|(?<=[\s,])(?P<bare>Kyodo|AAP|ANP|AFP|Reuters|dpa|Xinhua|Efe|EFE)(?=\s?(?:[-–—_=]+|:)(?:\s|$))"
)
_SEPARATOR = re.compile(r"\s{0,3}(?:[.,]?\s{0,2}(?:[-–—―‒−_=]{1,3}|:)|\.)(?:\s+|(?=[\"“‘«A-ZÀ-Ý])|$)")
_DASH = re.compile(r"\s?(?:\.-|--|[-–—―_])(?:\s+|$)")
_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:[.'’‘`-]+[^\W\d_]*)*")
_REST_BEGINS = re.compile(r"[\"“‘«'`(\[<¿¡]*[^\W_]")
_LOWER = re.compile(r"[a-zà-öø-ÿ]{2}")


class Found(NamedTuple):
    """A dateline and how sure it is."""

    dateline: Dateline
    end: int
    """Where the article's own words begin in the line."""
    named: bool
    """An agency or a date confirms it."""


class _Head(NamedTuple):
    place: str | None
    date: FoundDate | None


def read(line: str) -> Found | None:
    """The dateline that a line begins with, or None."""
    head = line[:REACH]
    return _by_agency(line, head) or _by_date(line, head) or _by_capitals(line, head)


def _by_agency(line: str, head: str) -> Found | None:
    for mark in _MARK.finditer(head):
        name = next(filter(None, mark.groups()))
        known = agency_of(name)
        if mark.start() == 0:
            return _agency_first(line, mark.end(), known) if known else None
        before = _place_and_date(head[: mark.start()])
        if before is None:
            continue
        after = _SEPARATOR.match(line, mark.end())
        if known and (after or before.date or (before.place and before.place.isupper()) or mark["slashes"]):
            return _found(line, _end(line, mark.end(), after), before, known)
        if after and _is_name(name) and mark["round"] and before.date:
            return _found(line, after.end(), before, name)
    return None


def _agency_first(line: str, end: int, agency: str) -> Found | None:
    """`(ANSA) - ROME, JUN 11 -`, `(EFE).-`: the agency stands before the place, or alone."""
    after = _SEPARATOR.match(line, end)
    if after is None:
        return None
    rest = line[after.end() : after.end() + REACH]
    for separator in _SEPARATOR.finditer(rest):
        before = _place_and_date(rest[: separator.start()])
        if before and (before.date or (before.place and before.place.isupper())):
            return _found(line, after.end() + separator.end(), before, agency)
    return _found(line, after.end(), _Head(None, None), agency)


def _by_date(line: str, head: str) -> Found | None:
    date = find_date(head) or find_weekday(head)
    if date is None or date.start == 0:
        return None
    before = _place_and_date(head[: date.end])
    if before is None or before.place is None:
        return None
    after = _SEPARATOR.match(line, date.end)
    if after and (before.place.isupper() or "-" in after.group() or "—" in after.group()):
        return _found(line, after.end(), before, None)
    if before.place.isupper() and date.iso and re.match(r"\s+(?:[A-Z][a-z]|A )", line[date.end : date.end + 4]):
        return _found(line, _end(line, date.end, None), before, None)
    return None


def _by_capitals(line: str, head: str) -> Found | None:
    """`INDEPENDENCE, Mo. _ The alliance ...`: nothing but a place in capitals and a dash."""
    dash = _DASH.search(head)
    if dash is None or dash.start() == 0:
        return None
    before = _place_and_date(head[: dash.start()])
    if before is None or before.place is None or not before.place.isupper() or before.date:
        return None
    words = re.findall(r"[^\W\d_]+", head[: dash.start()].lower())
    if len(words) > MOST_PLAIN_WORDS or KICKERS & set(words):
        return None
    rest = line[dash.end() :]
    if rest and not (_LOWER.search(rest) and _REST_BEGINS.match(rest)):
        return None
    found = _found(line, dash.end(), before, None)
    return found._replace(named=False)


def _found(line: str, end: int, head: _Head, agency: str | None) -> Found:
    place = place_name(head.place) if head.place else None
    date = head.date.iso if head.date else None
    return Found(Dateline(line[:end].strip(), place, date, agency), end, True)


def _end(line: str, end: int, after: re.Match[str] | None) -> int:
    """Where the separator ends, or the white space where there is none."""
    return after.end() if after else end + len(line[end:]) - len(line[end:].lstrip())


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() for word in words.split()) and len(words.split()) <= 4


def _place_and_date(text: str) -> _Head | None:
    """The text as place, date or both; None if it is something else. The place is as written, up to a comma."""
    date = find_date(text) or find_weekday(text)
    if date and text[date.end :].strip(" ,.:-–—"):
        return None
    places = (text[: date.start] if date else text).strip(" ,.:;-–—_")
    if not places:
        return _Head(None, date) if date else None
    return _Head(_first_place(places, text), date) if _is_place(places) else None


def _is_place(text: str) -> bool:
    bare = re.sub(r"[\[(][^\[\]()]{2,40}[\])]", " ", text)
    words = re.split(r"[\s,/&]+", bare.strip(" ,"))
    if not 1 <= len(words) <= MOST_WORDS or not words[0][:1].isupper():
        return False
    return all(_WORD.fullmatch(word) and (word[0].isupper() or word.lower() in PARTICLES) for word in words)


def _first_place(places: str, text: str) -> str:
    """Up to the first comma or bracket; the point of an abbreviation stays ("WASHINGTON D.C.")."""
    first = re.split(r"\s*[,\[(]|\.\s", places)[0] if not places.upper().startswith("ST. ") else places.split(",")[0]
    return first + "." if re.search(r"\b[A-Z]\.[A-Z]$", first) and first + "." in text else first.strip()


def place_name(place: str) -> str:
    """A place in ordinary letters: "DAR ES SALAAM" is "Dar es Salaam", "AL-QAIM" is "Al-Qaim"."""
    return capitalised(place) if place.isupper() and len(place.strip(".")) > 2 else place


def capitalised(name: str) -> str:
    """A name in capitals put in ordinary letters; words with points inside ("D.C.") stay."""
    parts = re.split(r"([\s/'’-]+)", name)
    shown = [_capitalised_word(part, first=not i) for i, part in enumerate(parts)]
    return "".join(shown)


def _capitalised_word(word: str, first: bool) -> str:
    if not word.isupper() or re.search(r"\.\w", word):
        return word
    small = word.lower()
    return small if small in SMALL_IN_NAMES and not first else word[0] + small[1:]
