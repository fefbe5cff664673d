"""Dates as datelines and page furniture write them, in the languages that agencies write in."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

MONTHS = {
    1: "january jan enero ene janvier janv gennaio gen janeiro januar jänner jän januari ocak",
    2: "february feb febr febrero février fevr févr febbraio fevereiro fev februar februari",
    3: "march mar marzo mars março mär märz mrz maart mrt",
    4: "april apr abril abr avril avr aprile",
    5: "may mayo mai maggio mag maio mei",
    6: "june jun junio juin giugno giu junho juni",
    7: "july jul julio juillet juil luglio lug julho juli",
    8: "august aug agosto ago août aoû aout augustus",
    9: "september sept sep septiembre setiembre septembre settembre set setembro",
    10: "october oct octubre octobre ottobre ott outubro out oktober okt",
    11: "november nov noviembre novembre novembro",
    12: "december dec diciembre dic décembre déc dicembre dezembro dez dezember",
}
"""Names of the months and how they are shortened, lower case: English, Spanish, French, Italian, Portuguese, German,
Dutch. "out" and "set" are Portuguese and Italian months, so a day must stand beside them."""
_MONTH_OF = {name: number for number, names in MONTHS.items() for name in names.split()}
_MONTH = rf"(?P<{{}}>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})"
WEEKDAYS = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b\.?"
)
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_DATE = re.compile(
    rf"(?:\b{WEEKDAYS},?\s+)?(?:"
    rf"\b{_MONTH.format('m1')}\b\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:\s*,?\s+{_YEAR.format('y1')}\b)?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?\s+(?:de\s+)?{_MONTH.format('m2')}\b\.?"
    rf"(?:\s*,?\s*(?:\bdel?\s+)?{_YEAR.format('y2')}\b)?"
    rf"|\b{_YEAR.format('y3')}-(?P<n3>\d\d)-(?P<d3>\d\d)\b"
    rf")",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b{WEEKDAYS}", re.IGNORECASE)
_TIME = re.compile(
    r"[T\s,]{1,2}(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\s?[ap]\.?m)", re.IGNORECASE
)
LEAP = 2000
"""A year in which every date exists."""


class FoundDate(NamedTuple):
    """A date and where it stands."""

    iso: str | None
    """"2023-10-19", "--10-19" without a year, None for a weekday."""
    start: int
    end: int


def find_date(text: str, start: int = 0) -> FoundDate | None:
    """The first date that the text names from `start` on."""
    for match in _DATE.finditer(text, start):
        iso = _iso(match)
        if iso:
            return FoundDate(iso, *match.span())
    return None


def find_weekday(text: str) -> FoundDate | None:
    """The first weekday."""
    match = _WEEKDAY.search(text)
    return FoundDate(None, *match.span()) if match else None


def find_moment(text: str) -> str | None:
    """The first full date as ISO 8601, with the time of day where it stands right behind."""
    for match in _DATE.finditer(text):
        iso = _iso(match)
        if iso and not iso.startswith("--"):
            time = _TIME.match(text, match.end())
            return f"{iso}T{int(time['h']):02}:{time['min']}:{time['s'] or '00'}" if time else iso
    return None


def with_year(iso: str | None, published: str | None) -> str | None:
    """A date without a year, completed by the year that puts it next to the day of publication."""
    if not iso or not iso.startswith("--") or not published:
        return iso
    day = datetime.date.fromisoformat(published[:10])
    near = [f"{year}{iso[1:]}" for year in (day.year - 1, day.year, day.year + 1) if _exists(f"{year:04}{iso[1:]}")]
    return min(near, key=lambda one: abs(datetime.date.fromisoformat(one) - day), default=iso)


def _iso(match: re.Match[str]) -> str | None:
    year = match["y1"] or match["y2"] or match["y3"]
    month = int(match["n3"]) if match["n3"] else _MONTH_OF[(match["m1"] or match["m2"]).lower()]
    rest = f"-{month:02}-{int(match['d1'] or match['d2'] or match['d3']):02}"
    return (f"{year}{rest}" if year else f"-{rest}") if _exists(f"{year or LEAP}{rest}") else None


def _exists(iso: str) -> bool:
    try:
        datetime.date.fromisoformat(iso)
    except ValueError:
        return False
    return True
