"""Days, months, years and stretches of time in words -> what they cover. English and Spanish."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """A stretch of time: the ISO 8601 days, months or years that it begins and ends with, both of them in it."""

    first: str
    last: str


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sept sep septiembre setiembre",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
_UNITS = {
    name: unit
    for unit, names in (
        ("day", "day days día días dia dias"),
        ("week", "week weeks semana semanas"),
        ("month", "month months mes meses"),
        ("year", "year years año años"),
    )
    for name in names.split()
}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
"""Days of "the last 3 months": a stretch up to today, not of the calendar."""

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|2[01])\d\d"
_ENDING = r"(?:st|nd|rd|th|º)?"
_DATES = (
    rf"(?P<year>{_YEAR})[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})",
    rf"(?P<year>{_YEAR})[-/](?P<month>\d{{1,2}})",
    (
        rf"(?:the |el )?(?P<day>\d{{1,2}}){_ENDING}(?: of| de)? (?P<name>{_MONTH})\b\.?"
        rf"(?:(?:,| de| del)? (?P<year>{_YEAR}))?"
    ),
    rf"(?P<name>{_MONTH})\b\.? (?P<day>\d{{1,2}}){_ENDING}\b(?:,? (?P<year>{_YEAR}))?",
    rf"(?P<name>{_MONTH})\b\.?(?:(?:,| of| de| del)? (?P<year>{_YEAR}))?",
    rf"(?P<year>{_YEAR})",
)
"""The surest first."""
_STRETCHES = (
    rf"(?:the |los |las )?(?:last|past|previous|[úu]ltim[oa]s) (?P<number>\d{{1,3}}) (?P<unit>{_UNIT})",
    rf"(?:the )?(?P<past>past) (?P<unit>{_UNIT})",
    rf"(?:the )?(?P<before>last|previous) (?P<unit>{_UNIT})",
    rf"(?:the |el |la )?(?:this|current|este|esta) (?P<unit>{_UNIT})",
    rf"(?:el |la )?(?P<unit>{_UNIT}) (?P<before>pasad[oa])",
    r"(?P<yesterday>yesterday|ayer)",
    r"today|hoy",
)


def _unnamed(patterns: tuple[str, ...]) -> str:
    return "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in patterns)


DATE = rf"(?:{_unnamed(_DATES)})"
"""A day, a month or a year, as part of a larger pattern."""
STRETCH = rf"(?:{_unnamed(_STRETCHES)})"
"""A stretch of time that is told from today: "last week"."""
_READ_DATES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DATES)
_READ_STRETCHES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _STRETCHES)


def period(words: str, today: date) -> Period | None:
    """What a date or a stretch of time covers; None where the words are neither, or no day of the calendar.

    A day or month without a year is the latest one that has begun. "Last week" is the one from Monday to Sunday before
    this; "the last 2 weeks" and "the past week" go up to today.
    """
    for patterns, read in ((_READ_DATES, _of_date), (_READ_STRETCHES, _of_stretch)):
        for pattern in patterns:
            match = pattern.fullmatch(words.strip())
            if match:
                return read({name: value for name, value in match.groupdict().items() if value}, today)
    return None


def _of_date(found: dict[str, str], today: date) -> Period | None:
    month = _MONTHS[found["name"].casefold()] if "name" in found else int(found.get("month", 0))
    day = int(found.get("day", 0))
    for year in (int(found["year"]),) if "year" in found else (today.year, today.year - 1):
        try:
            begins = date(year, month or 1, day or 1)
        except ValueError:
            continue
        if "year" in found or begins <= today:
            shown = begins.isoformat()[: 10 if day else 7 if month else 4]
            return Period(shown, shown)
    return None


def _of_stretch(found: dict[str, str], today: date) -> Period | None:
    unit = _UNITS[found["unit"].casefold()] if "unit" in found else "day"
    if "number" in found or "past" in found:
        return _up_to(today, int(found.get("number", 1)) * _DAYS[unit])
    return _calendar(unit, today, back="before" in found or "yesterday" in found)


def _up_to(today: date, days: int) -> Period:
    return Period((today - timedelta(days)).isoformat(), today.isoformat())


def _calendar(unit: str, today: date, back: bool) -> Period:
    """This day, week, month or year, or the one before."""
    if unit == "week":
        monday = today - timedelta(today.weekday() + 7 * back)
        return Period(monday.isoformat(), (monday + timedelta(6)).isoformat())
    begun = {"day": today, "month": today.replace(day=1), "year": today.replace(month=1, day=1)}[unit]
    shown = (begun - timedelta(back)).isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]
    return Period(shown, shown)


def day_before(first: str) -> str:
    """The last day before a day, month or year."""
    return _moved(first, -1)


def day_behind(last: str) -> str:
    """The first day behind a day, month or year."""
    for days in {10: (1,), 7: (28, 29, 30, 31), 4: (365, 366)}[len(last)]:
        behind = _moved(last, days)
        if not behind.startswith(last):
            return behind
    raise AssertionError(last)


def _moved(day: str, days: int) -> str:
    begins = date.fromisoformat(f"{day}-01-01"[:10] if len(day) < 7 else f"{day}-01"[:10])
    return (begins + timedelta(days)).isoformat()
