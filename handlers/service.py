"""The service: connects to Telegram, serves until it is told to end, and ends in order."""

from __future__ import annotations

import asyncio
import re
import signal
from contextlib import suppress
from urllib.parse import urlsplit

import structlog
from telegram.error import InvalidToken, NetworkError, TelegramError

from bot.config import Settings, TelegramSettings
from bot.errors import ConfigError, ServiceError
from handlers import logs, webhook
from handlers.app import App, build
from handlers.clerk import Clerk, Desk
from handlers.door import Gate
from handlers.housekeeping import Housekeeper
from handlers.menu import show_menus
from handlers.news import Newsboy
from handlers.polling import REFUSED, Poller
from handlers.sending import Sleep
from handlers.webhook import Webhook

PAUSES = (1.0, 3.0)
"""Seconds between tries to reach Telegram at the start."""
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")

log = structlog.stdlib.get_logger(__name__)


def run(desk: Desk, settings: Settings) -> int:
    """Run the Telegram bot until SIGTERM or SIGINT; what was fetched before is still answered.

    Returns:
        The exit status, 0.

    Raises:
        ConfigError: Token or webhook settings are missing or can't be right.
        ServiceError: Telegram can't be reached or refuses us, at the start or later.
    """
    telegram = settings.telegram
    check(telegram)
    token = telegram.token or ""
    logs.set_up(settings.log, (token, token.partition(":")[2], telegram.webhook_secret))
    asyncio.run(_run(desk, settings))
    return 0


def check(settings: TelegramSettings) -> None:
    """Raise ConfigError where it is clear without asking Telegram that it can't work."""
    if not settings.token:
        raise ConfigError(
            "telegram.token: there is none. Get one from @BotFather and give it as ONRECORD_TELEGRAM__TOKEN or "
            "telegram.token_file; `onrecord chat` needs none"
        )
    if not _TOKEN.fullmatch(settings.token):
        raise ConfigError("telegram.token: is no token; one looks like 123456:ABC-DEF (digits, a colon, letters)")
    if settings.mode == "webhook":
        webhook.check(settings)


async def _run(desk: Desk, settings: Settings) -> None:
    app = build(desk, settings)
    await serve(app, desk, settings.telegram, stop_on_signals())


def stop_on_signals() -> asyncio.Event:
    """An event that the first SIGTERM or SIGINT sets; the second ends the process the hard way."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def told() -> None:
        stop.set()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

    with suppress(NotImplementedError):  # Windows: Ctrl-C ends the process as usual
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, told)
    return stop


async def serve(
    app: App, desk: Desk, settings: TelegramSettings, stop: asyncio.Event, sleep: Sleep = asyncio.sleep
) -> None:
    """Serve until `stop` is set.

    Raises:
        ServiceError: Telegram can't be reached or refuses us.
    """
    serving = asyncio.create_task(_serve(app, desk, settings, sleep))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    serving.cancel()
    with suppress(asyncio.CancelledError):
        await serving
    log.info("ended")


async def _serve(app: App, desk: Desk, settings: TelegramSettings, sleep: Sleep) -> None:
    poller = Poller(app, settings.poll_interval, sleep)
    source = poller if settings.mode == "polling" else Webhook(app, settings, sleep)
    try:
        await _connect(app, settings, sleep)
        await app.start()
        housekeeping = asyncio.create_task(Housekeeper(Clerk(desk)).run())
        newsboy = Newsboy(Clerk(desk), desk, app.bot, Gate(settings), settings.news_wait)
        telling = asyncio.create_task(newsboy.run())
        try:
            await show_menus(app.bot, desk.commands, settings.admins)
            await source.run()
        finally:
            housekeeping.cancel()
            newsboy.stop()
            await _ended(telling)
            await app.stop()  # answers all that was fetched
            await poller.confirm()
    except InvalidToken as error:
        raise ServiceError(REFUSED) from error
    except TelegramError as error:
        raise ServiceError(f"Telegram refuses to start the bot: {error.message}") from error
    finally:
        await app.shutdown()
        await app.bot.shutdown()  # which the application leaves out where it was never initialised


async def _ended(work: asyncio.Task[None]) -> None:
    """Wait until work that was told to end has, though we are told to end ourselves meanwhile."""
    while not work.done():
        with suppress(asyncio.CancelledError):
            await asyncio.shield(work)


async def _connect(app: App, settings: TelegramSettings, sleep: Sleep) -> None:
    for pause in (*PAUSES, None):
        try:
            await app.initialize()
        except NetworkError as error:
            host = urlsplit(settings.base_url).netloc
            if pause is None:
                raise ServiceError(
                    f"can't reach Telegram at {host} ({type(error).__name__}). Check the network, a proxy "
                    "(HTTPS_PROXY), and telegram.base_url"
                ) from error
            log.warning("telegram_not_reached", host=host, error=type(error).__name__, seconds=pause)
            await sleep(pause)
        else:
            log.info("connected", bot=app.bot.username)
            return
