"""Times of day in a time zone: when a digest is next due, whether it is quiet, which zone somebody means."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.text import fold

LIKE_A_ZONE = 80.0
"""0-100 (RapidFuzz ratio): from here on a city's name may be a misspelt one. Tuned on hand-made slips."""
MOST_ZONES = 4
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>am|pm)?", re.IGNORECASE)


def time_of(words: str) -> str | None:
    """A time of day as people type it ("8", "8:00", "08.30", "8pm") as "HH:MM"; None where it is none."""
    match = _TIME.fullmatch(words.strip())
    if not match:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def next_daily(at: str, zone: str, after: float) -> float:
    """The next moment that a clock in a zone shows a time of day.

    Once a day of the calendar: where clocks are set back, the first of the two moments; where the time is skipped
    because they are set forward, as much later as they are set forward.

    Args:
        at: "HH:MM".
        zone: IANA name.
        after: Seconds since 1970; the moment is later than that.

    Returns:
        Seconds since 1970.
    """
    place, hands = ZoneInfo(zone), time.fromisoformat(at)
    day = datetime.fromtimestamp(after, place).date() - timedelta(days=1)
    while True:
        moment = datetime.combine(day, hands, place).timestamp()
        if moment > after:
            return moment
        day += timedelta(days=1)


def is_quiet(quiet: tuple[str, str] | None, zone: str, now: float) -> bool:
    """Whether a clock in a zone is between two times of day, the first included, over midnight where it is later."""
    if quiet is None:
        return False
    begins, ends = quiet
    shown = datetime.fromtimestamp(now, ZoneInfo(zone)).strftime("%H:%M")
    return begins <= shown < ends if begins <= ends else shown >= begins or shown < ends


def clock_in(zone: str, now: float) -> str:
    """What a clock in a zone shows: "HH:MM"."""
    return datetime.fromtimestamp(now, UTC).astimezone(ZoneInfo(zone)).strftime("%H:%M")


def zones_like(words: str) -> list[str]:
    """The zones that words may mean, by full name or city: one where it is clear, the likest where it isn't."""
    asked = _plain(words)
    names = _zones()
    exact = [zone for zone, (whole, city) in names.items() if asked in (whole, city)]
    if len(exact) == 1 or not asked:
        return exact
    near = process.extract(asked, {zone: city for zone, (_, city) in names.items()}, scorer=fuzz.ratio,
                           score_cutoff=LIKE_A_ZONE, limit=MOST_ZONES)  # fmt: skip
    return exact[:MOST_ZONES] or [zone for _, _, zone in near]


@cache
def _zones() -> dict[str, tuple[str, str]]:
    """Each zone with its name and its city's, as they are compared."""
    return {
        zone: (_plain(zone), _plain(zone.rsplit("/", 1)[-1]))
        for zone in sorted(available_timezones())
        if not zone.startswith(("posix", "right", "Etc/", "SystemV", "localtime"))
    }


def _plain(words: str) -> str:
    return " ".join(fold(words).replace("_", " ").replace("/", " ").split())
