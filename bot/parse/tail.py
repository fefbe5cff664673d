"""What stands behind an article's last words: sign-offs, desks' initials, credits, page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.parse.agencies import agency_of
from bot.parse.furniture import is_edge, is_furniture, opens_list, stops

MOST_LISTED = 16
"""Words in a headline that stands in a page's list."""
REACH = 400
"""Characters at the end of a text in which sign-offs are looked for."""

_DESK = re.compile(
    r"\(?(?P<desk>[A-Za-z]{1,5}(?:/[A-Za-z]{1,6}(?:-[a-z]{1,5})?)+)\)?"
    r"|\((?P<round>[a-z]{2,4}(?:-[a-z]{2,4})?)\)"
)
_CODED = re.compile(r"(?P<agency>dpa|AAP|PTI|IANS)(?P<desk>(?: [A-Za-z]{2,4}){1,4})")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]]*$")
_CREDIT = re.compile(
    r"\s*(?P<cut>\((?:Additional )?(?:Report|Writ|Edit|Compil)(?:ing|ed) (?:and \w+ )?by [^()]{1,300}\))\s*$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?P<cut>\[\+\d+ chars\])\s*$")
_END_WORD = re.compile(r"\s+(?P<cut>\(?(?:ENDS?|Enditem|MORE|END)\)?)\s*$")
_SIGNED = re.compile(
    r"(?<=[.!?…\"”’»')\]])\s*(?P<cut>(?:[-–—=/(\[]{1,2}\s?)?"
    r"(?P<agency>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3}|dpa|ritzau)\s?[)/\]]?\.?"
    r"(?:\s+(?P<desk>[a-z]{1,5}(?:/[a-z]{1,5})+))?)\s*$"
)


@dataclass
class Tail:
    """What was found behind the last words."""

    agency: str | None = None
    desk: str | None = None
    dropped: list[str] = field(default_factory=list)
    """In order."""


def split(paragraphs: list[str]) -> tuple[list[str], Tail]:
    """The paragraphs of the article, and what stood behind and between them.

    At least one paragraph stays.
    """
    tail = Tail()
    end = _end(paragraphs)
    body, after = paragraphs[:end], paragraphs[end:]
    kept = [p for number, p in enumerate(body) if not number or not is_furniture(p)]
    between = [p for number, p in enumerate(body) if number and is_furniture(p)]
    behind: list[str] = []
    while len(kept) > 1 and _belongs_behind(tail, kept[-1]):
        behind.insert(0, kept.pop())
    for line in after:
        _belongs_behind(tail, line)
    signed = _unsigned(tail, kept)
    tail.dropped = between + signed + behind + after
    if tail.desk in tail.dropped:
        tail.dropped.remove(tail.desk)  # once: it is kept as the desk
    tail.agency = tail.agency or next(filter(None, map(agency_of, [*behind, *between])), None)
    return kept, tail


def _end(paragraphs: list[str]) -> int:
    """Where the article ends at the latest: at a trailer for desks, or a list of other stories that ends the page."""
    stop = next((number for number, p in enumerate(paragraphs) if number and stops(p)), len(paragraphs))
    end = stop
    for number in range(stop - 1, 0, -1):
        if opens_list(paragraphs[number]):
            end = number
        elif not (is_edge(paragraphs[number]) or _is_listed(paragraphs[number])):
            break
    return end


def _is_listed(paragraph: str) -> bool:
    return len(paragraph.split()) <= MOST_LISTED and not _SENTENCE_END.search(paragraph)


def _belongs_behind(tail: Tail, line: str) -> bool:
    """Whether a line at the end is no part of the article; keeps the desk's initials."""
    desk = _DESK.fullmatch(line) or _CODED.fullmatch(line)
    if desk:
        groups = desk.groupdict()
        tail.desk = tail.desk or (groups["desk"] or groups["round"]).strip()
        tail.agency = tail.agency or agency_of(groups.get("agency") or "")
        return True
    return is_edge(line)


def _unsigned(tail: Tail, kept: list[str]) -> list[str]:
    """Take credits, sign-offs and end words off the last paragraph; what was taken, in order."""
    taken: list[str] = []
    while True:
        last = kept[-1]
        found = _ending(last[-REACH:])
        if found is None or not last[: len(last) - len(found.group())].strip():
            return taken
        groups = found.groupdict()
        tail.agency = tail.agency or agency_of(groups.get("agency") or "")
        tail.desk = tail.desk or groups.get("desk")
        kept[-1] = last[: len(last) - len(found.group())]
        taken.insert(0, found["cut"])


def _ending(end: str) -> re.Match[str] | None:
    found = _CUT.search(end) or _CREDIT.search(end)
    if found:
        return found
    found = _END_WORD.search(end)
    if found and _SENTENCE_END.search(end[: found.start()]):
        return found
    found = _SIGNED.search(end)
    return found if found and agency_of(found["agency"]) else None
