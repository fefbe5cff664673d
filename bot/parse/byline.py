"""By-lines: who wrote it, and for whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.parse.agencies import agency_of
from bot.parse.dateline import capitalised

MOST_WORDS = 16
"""Words in a by-line: four writers and their agency."""
_BY = re.compile(
    r"(?:(?:Story |Text |Analysis )?(?:By|BY|Por|POR|Von|VON|Par|PAR|Door)\s*:?\s+|By(?=[A-Z]))(?P<who>\S.*)"
)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-]+[^\W\d_]*)*")
SMALL = frozenset(
    "and y und et e en de del la las los da dos di du van von der den ter bin ibn al el of the le".split()
)
_JOB = re.compile(r"\b(?:writers?|correspondents?|reporters?|editors?|staff|bureau|service)$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,|/;]\s*|\s+[-–—]\s+")
_AT_END = re.compile(
    r"(?P<who>.+?)\s+(?P<agency>(?:The )?(?:Associated Press|AP|Reuters|AFP|dpa|PTI|Canadian Press|NITF)(?: \w+){0,3})"
)


class Byline(NamedTuple):
    """A line that tells the writers."""

    names: str | None
    """None where the line names an agency alone."""
    agency: str | None


def read(line: str) -> Byline | None:
    """The by-line that a line is, or None."""
    bare = line.rstrip(" =")
    if len(bare) > 200 or len(bare.split()) > MOST_WORDS or bare.endswith((".", ":", "?", "!")):
        return None
    found = _BY.fullmatch(bare)
    if found:
        return _credited(found["who"])
    names, _, agency = bare.rpartition(",")
    if names and agency_of(agency) and 2 <= len(names.split()) <= 4 and _are_names(names):
        return Byline(_shown(names), agency_of(agency))
    return None


def _credited(who: str) -> Byline | None:
    if agency_of(who):
        return Byline(None, agency_of(who))
    inside = _AT_END.fullmatch(who)
    agency = _agency_in(inside["agency"]) if inside else None
    first, *parts = _PARTS.split(inside["who"].rstrip(" ,|/-–—") if inside else who)
    while parts and (_agency_in(parts[-1]) or _JOB.search(parts[-1])):
        last = parts.pop()
        agency = agency or _agency_in(last)
    names = ", ".join([first, *parts])
    return Byline(_shown(names), agency) if _are_names(names) else None


def _agency_in(words: str) -> str | None:
    """The agency in "AP Sports Writer"."""
    parts = words.split()
    return next(filter(None, (agency_of(" ".join(parts[:n])) for n in range(len(parts), 0, -1))), None)


def _are_names(text: str) -> bool:
    words = re.split(r"[\s,]+", text)
    return all(_NAME.fullmatch(word) and (word[0].isupper() or word.lower() in SMALL) for word in words if word)


def _shown(names: str) -> str:
    return " ".join(
        capitalised(name) if name.isupper() and len(name.strip(".")) > 2 else name for name in names.split()
    )
