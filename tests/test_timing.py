"""Times of day: once a day, through both changes of the clocks; quiet hours; which zone is meant."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.timing import clock_in, is_quiet, next_daily, time_of, zones_like

MADRID, HOUR = "Europe/Madrid", 3600.0


def moment(text: str, zone: str = MADRID, fold: int = 0) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).timestamp()


@pytest.mark.parametrize(
    ("after", "at", "due"),
    [
        ("2026-11-25T07:59", "08:00", "2026-11-25T08:00"),
        ("2026-11-25T08:00", "08:00", "2026-11-26T08:00"),
        ("2026-12-31T09:00", "08:00", "2027-01-01T08:00"),
        ("2026-10-24T08:00", "08:00", "2026-10-25T08:00"),  # 25 hours later
        ("2026-03-28T08:00", "08:00", "2026-03-29T08:00"),  # 23 hours later
    ],
)
def test_the_clock_shows_the_time_when_it_is_due(after: str, at: str, due: str) -> None:
    assert next_daily(at, MADRID, moment(after)) == moment(due)


def test_a_doubled_hour_counts_once() -> None:
    first, second = moment("2026-10-25T02:30"), moment("2026-10-25T02:30", fold=1)
    assert second - first == HOUR
    assert next_daily("02:30", MADRID, first - 1) == first
    for after in (first, first + HOUR / 2, second - 1, second):
        assert next_daily("02:30", MADRID, after) == moment("2026-10-26T02:30")


def test_a_skipped_hour_is_an_hour_later() -> None:
    due = next_daily("02:30", MADRID, moment("2026-03-28T02:30"))
    assert due == moment("2026-03-29T03:30")
    assert due - moment("2026-03-28T02:30") == 24 * HOUR
    assert next_daily("02:30", MADRID, due) == moment("2026-03-30T02:30")


@pytest.mark.parametrize("zone", ["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
@given(start=st.integers(1_700_000_000, 2_000_000_000), at=st.times().map(lambda one: f"{one.hour:02}:{one.minute:02}"))
@settings(max_examples=20, deadline=None)
def test_it_is_due_once_on_each_day(zone: str, start: int, at: str) -> None:
    due = [float(start)]
    for _ in range(400):
        due.append(next_daily(at, zone, due[-1]))
    days = [datetime.fromtimestamp(one, ZoneInfo(zone)).date().toordinal() for one in due[1:]]
    assert all(later - earlier == 1 for earlier, later in pairwise(days))


@pytest.mark.parametrize(
    ("now", "quiet"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("06:59", True), ("07:00", False)],
)
def test_quiet_hours_go_over_midnight(now: str, quiet: bool) -> None:
    assert is_quiet(("22:00", "07:00"), MADRID, moment(f"2026-11-25T{now}")) is quiet
    assert is_quiet(("07:00", "22:00"), MADRID, moment(f"2026-11-25T{now}")) is not quiet
    assert not is_quiet(None, MADRID, moment(f"2026-11-25T{now}"))


def test_quiet_hours_go_by_the_clock_when_it_is_changed() -> None:
    night = ("02:15", "02:45")
    assert is_quiet(night, MADRID, moment("2026-10-25T02:30"))
    assert is_quiet(night, MADRID, moment("2026-10-25T02:30", fold=1))
    assert not is_quiet(night, MADRID, moment("2026-03-29T03:30"))


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("08:00", "08:00"),
        ("8", "08:00"),
        ("8.30", "08:30"),
        ("23h59", "23:59"),
        ("8pm", "20:00"),
        ("12 am", "00:00"),
        ("12 PM", "12:00"),
        ("24:00", None),
        ("13pm", None),
        ("8:60", None),
        ("eight", None),
        ("", None),
    ],
)
def test_times_as_people_type_them(words: str, time: str | None) -> None:
    assert time_of(words) == time


@pytest.mark.parametrize(
    ("words", "zones"),
    [
        ("Europe/Madrid", ["Europe/Madrid"]),
        ("madrid", ["Europe/Madrid"]),
        ("new york", ["America/New_York"]),
        ("São Paulo", ["America/Sao_Paulo"]),
        ("UTC", ["UTC"]),
        ("", []),
        ("../../etc/passwd", []),
    ],
)
def test_zones_by_city(words: str, zones: list[str]) -> None:
    assert zones_like(words) == zones


def test_a_misspelt_city_is_offered() -> None:
    assert "Europe/Madrid" in zones_like("Madird")


def test_what_a_clock_shows() -> None:
    assert clock_in(MADRID, moment("2026-11-25T08:05")) == "08:05"
