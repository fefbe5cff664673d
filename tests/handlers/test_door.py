"""Who may ask, how fast, nothing twice; in messages and with buttons alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import TelegramSettings
from bot.language import ENGLISH, LANGUAGES, Language
from handlers import door, wording
from handlers.door import Door, Gate, Throttle
from tests.handlers.fakes import ADA, BEN, GROUP, Clock, Stage, talk


@pytest.mark.parametrize(
    ("access", "user", "chat", "admitted"),
    [
        ("open", 9, 9, True),
        ("allow", 9, 9, False),
        ("allow", 1, 1, True),
        ("allow", 2, 2, True),
        ("allow", 9, -100, True),
        ("allow", 9, 1, False),
        ("allow", 9, 2, False),
        ("allow", 2, -999, True),
    ],
)
def test_the_gate(access: str, user: int, chat: int, admitted: bool) -> None:
    settings = TelegramSettings(access=access, allow=(1, -100), admins=(2,))  # type: ignore[arg-type]
    assert Gate(settings).admits(user, chat) is admitted


def test_a_burst_then_one_at_a_time() -> None:
    clock = Clock()
    throttle = Throttle(20, 3, clock)
    assert [throttle.wait(1) for _ in range(4)] == [0, 0, 0, 3.0]
    clock.now = 1.0
    assert throttle.wait(1) == pytest.approx(2.0)
    clock.now = 3.0
    assert throttle.wait(1) == 0
    assert throttle.wait(1) == pytest.approx(3.0)
    assert throttle.wait(2) == 0


@given(st.lists(st.floats(0, 30), max_size=60), st.integers(1, 60), st.integers(1, 9))
def test_never_more_than_burst_and_rate_allow(gaps: list[float], rate: int, burst: int) -> None:
    clock = Clock()
    throttle = Throttle(rate, burst, clock)
    granted = 0
    for gap in gaps:
        clock.now += gap
        granted += throttle.wait(1) == 0
    assert granted <= burst + clock.now * rate / 60 + 1e-6


@given(st.integers(1, 60), st.integers(1, 9))
def test_who_waits_as_told_is_let_in(rate: int, burst: int) -> None:
    clock = Clock()
    throttle = Throttle(rate, burst, clock)
    for _ in range(burst):
        assert throttle.wait(1) == 0
    clock.now += throttle.wait(1) + 1e-6
    assert throttle.wait(1) == 0


def test_only_the_quiet_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "MOST_BUCKETS", 2)
    clock = Clock()
    throttle = Throttle(1, 1, clock)
    throttle.wait(1)
    clock.now = 59.0
    throttle.wait(2)
    assert throttle.wait(1) > 0
    clock.now = 61.0
    assert throttle.wait(3) == 0
    assert throttle.wait(2) > 0


def test_too_fast_is_told_once_until_let_in_again() -> None:
    clock = Clock()
    watched = Door(TelegramSettings(rate_per_minute=20, burst=1), clock)

    def ask() -> tuple[bool, bool]:
        verdict = watched.verdict(1, 1, ENGLISH)
        return verdict.admitted, verdict.told_before

    assert [ask() for _ in range(3)] == [(True, False), (False, False), (False, True)]
    clock.now = 3.0
    assert [ask() for _ in range(2)] == [(True, False), (False, False)]


def test_messages_over_the_limit_get_one_line_with_the_waiting_time() -> None:
    def hasty(stage: Stage) -> None:
        for number in range(6):
            stage.write(str(number))
        stage.write("other", BEN)

    told = talk(Stage(rate_per_minute=20, burst=2), hasty).said()
    line = wording.TOO_FAST.format(seconds="3 seconds")
    assert sorted(told) == sorted(["re: 0", "re: 1", line, "re: other"])


def test_buttons_over_the_limit_get_a_toast_each() -> None:
    def hasty(stage: Stage) -> None:
        for _ in range(3):
            stage.press("p:1:1")

    telegram = talk(Stage(rate_per_minute=20, burst=1), hasty)
    assert telegram.toasts() == ["", *[wording.TOO_FAST.format(seconds="3 seconds")] * 2]
    assert len(telegram.said()) == 1


def test_strangers_are_refused_in_messages_buttons_and_pictures() -> None:
    def knock(stage: Stage) -> None:
        stage.write("who", BEN)
        stage.press("p:1:1", BEN)
        stage.write(None, BEN, photo=[])  # type: ignore[arg-type]
        stage.write("/who it", BEN, GROUP)

    stage = Stage(access="allow", allow=(ADA["id"],))
    telegram = talk(stage, knock)
    refusal = wording.PRIVATE.format(user=BEN["id"])
    assert telegram.said() == [refusal] * 3
    assert telegram.toasts() == [refusal]
    assert stage.desk.asked == []


def test_the_same_update_twice_is_answered_once() -> None:
    def twice(stage: Stage) -> None:
        for _ in range(2):
            stage.number = 0
            stage.write("smoke")
        for _ in range(2):
            stage.number = 1
            stage.press("p:1:1")

    telegram = talk(Stage(), twice)
    assert telegram.said() == ["re: smoke", "re: p:1:1"]
    assert telegram.toasts() == [""]


def test_an_update_seen_before_a_restart_is_not_answered() -> None:
    stage = Stage()
    stage.desk.seen.add(1)
    assert talk(stage, lambda s: s.write("smoke")).said() == []


def test_a_group_has_a_pace_of_its_own_and_is_told_once() -> None:
    clock = Clock()
    watched = Door(TelegramSettings(burst=100, group_rate_per_minute=3), clock)

    def ask(user: int, chat: int) -> tuple[bool, bool]:
        verdict = watched.verdict(user, chat, ENGLISH)
        return verdict.admitted, verdict.told_before

    assert [ask(user, -1) for user in (1, 2, 3)] == [(True, False)] * 3
    assert [ask(user, -1) for user in (1, 4)] == [(False, False), (False, True)]
    assert [ask(1, 1), ask(1, -2)] == [(True, False)] * 2
    clock.now += 20
    assert ask(4, -1) == (True, False)


@pytest.mark.parametrize(
    ("number", "told"), [(0.2, "1 second"), (1.0, "1 second"), (2.1, "3 seconds"), (3.0, "3 seconds")]
)
def test_waiting_times(number: float, told: str) -> None:
    assert wording.seconds(ENGLISH, number) == told


@pytest.mark.parametrize("say", LANGUAGES, ids=lambda say: say.code)
def test_all_words_fit_a_toast(say: Language) -> None:
    words = [
        say(wording.STALE_BUTTON),
        say(wording.PRIVATE, user=2**52),
        say(wording.TOO_FAST, seconds=wording.seconds(say, 3600)),
        say(wording.FAILED, id="0" * 8),
        say(wording.UNCONFIRMED, id="0" * 8),
    ]
    assert all(len(one) <= 200 for one in words)
