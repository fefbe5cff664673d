"""Starting, polling and ending; and every reason to end otherwise, told plainly and without the token."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram.error import NetworkError, TimedOut

from bot.config import Settings, TelegramSettings
from bot.errors import ConfigError, OnRecordError, ServiceError
from handlers import run
from handlers.app import UPDATES
from handlers.polling import CONFLICTS, LONGEST_PAUSE, Poller
from handlers.service import PAUSES, check, serve
from handlers.webhook import Webhook
from tests.handlers.fakes import ADA, ME, TOKEN, FakeDesk, Stage, Telegram, ok, private, refused

UNAUTHORIZED = refused(401, "Unauthorized")
NO_NETWORK = NetworkError("httpx.ConnectError: All connection attempts failed")
SENDS = 3
"""Tries of one call."""


def message(number: int, text: str) -> dict[str, Any]:
    content = {"message_id": number, "date": 1, "chat": private(), "from": ADA, "text": text}
    return {"update_id": number, "message": content}


def served(stage: Stage, until: Callable[[Telegram], bool] = lambda _: False) -> Telegram:
    """Serve until the Telegram has seen what it should, or it ends by itself."""

    async def play() -> None:
        stop = asyncio.Event()

        async def watch() -> None:
            while not until(stage.telegram):
                stage.telegram.called.clear()
                await stage.telegram.called.wait()
            stop.set()

        watching = asyncio.create_task(watch())
        try:
            await serve(stage.app, stage.desk, stage.settings, stop, stage.clock.sleep)
        finally:
            watching.cancel()

    asyncio.run(play())
    return stage.telegram


def ends(stage: Stage) -> str:
    with pytest.raises(ServiceError) as caught:
        served(stage)
    assert TOKEN not in str(caught.value)
    return str(caught.value)


def test_what_was_fetched_is_answered_and_confirmed_before_the_end() -> None:
    stage = Stage()
    stage.telegram.script["getUpdates"] = [ok([message(5, "one"), message(6, "two")]), ok([message(7, "three")])]
    telegram = served(stage, lambda t: "re: three" in t.said())
    assert telegram.said() == ["re: one", "re: two", "re: three"]
    offsets = [call.get("offset", 0) for call in telegram.made("getUpdates")]
    assert offsets[:3] == [0, 7, 8]
    assert offsets[-1] == 8
    names = [name for name, _ in telegram.calls]
    assert list(dict.fromkeys(names))[:3] == ["getMe", "setMyCommands", "deleteWebhook"]
    assert set(telegram.made("getUpdates")[0]["allowed_updates"]) == set(UPDATES)


def test_without_a_menu_the_bot_works_too() -> None:
    stage = Stage()
    stage.telegram.script["setMyCommands"] = [refused(400, "Bad Request")]
    stage.telegram.script["getUpdates"] = [ok([message(5, "one")])]
    assert served(stage, lambda t: bool(t.said())).said() == ["re: one"]


def test_a_wrong_token_ends_it() -> None:
    stage = Stage()
    stage.telegram.script["getMe"] = [UNAUTHORIZED]
    told = ends(stage)
    assert "token" in told
    assert "@BotFather" in told


@pytest.mark.parametrize("code", [401, 404])
def test_a_token_that_is_revoked_ends_it(code: int) -> None:
    stage = Stage()
    stage.telegram.script["getUpdates"] = [ok([]), refused(code, "Unauthorized")]
    assert "token" in ends(stage)


def test_no_network_is_tried_a_few_times_and_told() -> None:
    stage = Stage(base_url="https://api.example/bot")
    stage.telegram.script["getMe"] = [NO_NETWORK] * (SENDS * (1 + len(PAUSES)))
    told = ends(stage)
    assert "can't reach Telegram at api.example" in told
    assert len(stage.telegram.made("getMe")) == SENDS * (1 + len(PAUSES))


def test_a_network_that_comes_late_is_waited_for() -> None:
    stage = Stage()
    stage.telegram.script["getMe"] = [NO_NETWORK] * SENDS + [ok(ME)]
    stage.telegram.script["getUpdates"] = [ok([message(5, "one")])]
    assert served(stage, lambda t: bool(t.said())).said() == ["re: one"]


def pauses(stage: Stage) -> list[float]:
    """The seconds that polling paused after failures, until the first answer."""
    with capture_logs() as logged:
        assert served(stage, lambda t: bool(t.said())).said() == ["re: one"]
    return [event["seconds"] for event in logged if event["event"] == "polling_failed"]


def test_polling_outlives_faults_with_growing_pauses() -> None:
    stage = Stage()
    unreadable = [(200, "[]")] * 2  # what can't be read is asked for once more, update by update
    faults = [(502, "bad gateway"), *unreadable, NO_NETWORK, TimedOut(), refused(429, "slow down", retry_after=700)]
    stage.telegram.script["getUpdates"] = [*faults, ok([message(5, "one")])]
    assert pauses(stage) == [1, 2, 4, 8]
    assert stage.clock.now >= 700


def test_pauses_have_a_limit_and_begin_anew_after_a_success() -> None:
    stage = Stage()
    stage.telegram.script["getUpdates"] = [*[NO_NETWORK] * 7, ok([]), NO_NETWORK, ok([message(5, "one")])]
    assert pauses(stage) == [1, 2, 4, 8, 16, LONGEST_PAUSE, LONGEST_PAUSE, 1]


def test_another_program_with_our_token_ends_it() -> None:
    stage = Stage()
    stage.telegram.script["getUpdates"] = [refused(409, "Conflict: terminated by other getUpdates request")] * CONFLICTS
    assert "another program" in ends(stage)


def test_another_program_on_its_way_out_is_waited_for() -> None:
    stage = Stage()
    conflict = refused(409, "Conflict: terminated by other getUpdates request")
    stage.telegram.script["getUpdates"] = [*[conflict] * (CONFLICTS - 1), ok([message(5, "one")])]
    assert served(stage, lambda t: bool(t.said())).said() == ["re: one"]


def test_an_update_that_cant_be_read_is_skipped() -> None:
    stage = Stage()
    broken = {"update_id": 6, "message": {"message_id": "?", "date": "never", "chat": 1}}
    batches = [
        [message(5, "one"), broken, message(7, "two")],
        [message(5, "one")],
        [broken],
        [broken],
        [message(7, "two")],
    ]
    stage.telegram.script["getUpdates"] = [ok(batch) for batch in batches]
    telegram = served(stage, lambda t: len(t.said()) == 2)
    assert telegram.said() == ["re: one", "re: two"]
    assert [call.get("offset", 0) for call in telegram.made("getUpdates")][:5] == [0, 0, 6, 6, 7]


def test_nothing_fetched_needs_no_confirming() -> None:
    async def play() -> None:
        stage = Stage()
        await Poller(stage.app, 0).confirm()
        assert stage.telegram.calls == []

    asyncio.run(play())


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (TelegramSettings(), "ONRECORD_TELEGRAM__TOKEN"),
        (TelegramSettings(token="odd token"), "is no token"),
        (TelegramSettings(token=f"{TOKEN}\nx"), "is no token"),
        (TelegramSettings(token=TOKEN, mode="webhook"), r"telegram\.webhook_url"),
        (
            TelegramSettings(token=TOKEN, mode="webhook", webhook_url="https://b.example", webhook_secret="a b"),
            "secret",
        ),
    ],
    ids=["none", "odd", "two lines", "no link", "secret"],
)
def test_settings_that_cant_work_are_told_before_anything_starts(settings: TelegramSettings, words: str) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        run(FakeDesk(), Settings(telegram=settings))
    assert settings.token is None or settings.token not in str(caught.value)


def test_settings_that_can_work() -> None:
    check(TelegramSettings(token=TOKEN))
    check(TelegramSettings(token=TOKEN, mode="webhook", webhook_url="https://b.example/x"))


# --- webhook


def watched(stage: Stage, error: type[OnRecordError] = ServiceError) -> str:
    async def play() -> None:
        await Webhook(stage.app, stage.settings, stage.clock.sleep)._look()

    with pytest.raises(error) as caught:
        asyncio.run(play())
    return str(caught.value)


def hooked(port: int = 8443) -> Stage:
    return Stage(mode="webhook", webhook_url="https://b.example/x", webhook_port=port)


def test_a_port_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"can't listen on 127.0.0.1:{port}" in ends(hooked(port))


def test_a_link_that_telegram_refuses_is_told() -> None:
    stage = hooked()
    stage.telegram.script["setWebhook"] = [refused(400, "Bad Request: bad webhook: HTTPS url must be provided")]
    assert "Bad webhook" in ends(stage)


def test_a_webhook_without_a_secret_gets_one() -> None:
    stages = [hooked(port=0) for _ in range(2)]  # any port that is free
    secrets = {
        served(one, lambda t: bool(t.made("setWebhook"))).made("setWebhook")[0]["secret_token"] for one in stages
    }
    assert len(secrets) == 2
    assert all(len(secret) >= 32 for secret in secrets)


def test_a_webhook_that_was_changed_ends_it() -> None:
    stage = hooked()
    stage.telegram.script["getWebhookInfo"] = [
        ok({"url": "", "has_custom_certificate": False, "pending_update_count": 0})
    ]
    assert "another program" in watched(stage)


def test_a_webhooks_token_that_is_revoked_ends_it() -> None:
    stage = hooked()
    stage.telegram.script["getWebhookInfo"] = [UNAUTHORIZED]
    assert "token" in watched(stage)


def test_a_webhook_that_stands_is_let_be() -> None:
    async def play() -> None:
        stage = hooked()
        info = {"url": "https://b.example/x", "has_custom_certificate": False, "pending_update_count": 0}
        stage.telegram.script["getWebhookInfo"] = [ok(info), *[NO_NETWORK] * SENDS]
        watch = Webhook(stage.app, stage.settings, stage.clock.sleep)
        await watch._look()
        await watch._look()
        assert len(stage.telegram.made("getWebhookInfo")) == 1 + SENDS

    asyncio.run(play())
