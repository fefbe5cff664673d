"""Webhook: Telegram calls the bot; a watch ends it when Telegram would call it no longer."""

from __future__ import annotations

import asyncio
import re
import secrets
from urllib.parse import urlsplit

import structlog
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Updater

from bot.config import TelegramSettings
from bot.errors import ConfigError, ServiceError
from handlers.app import UPDATES, App
from handlers.polling import REFUSED
from handlers.sending import Sleep

WATCH = 60.0
"""Seconds between two looks at where Telegram sends our updates."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What Telegram allows."""

log = structlog.stdlib.get_logger(__name__)


def check(settings: TelegramSettings) -> None:
    """Raise ConfigError unless the settings are enough for a webhook."""
    if not settings.webhook_url:
        raise ConfigError(
            "telegram.webhook_url: is needed in webhook mode: the https link at which Telegram reaches us"
        )
    if settings.webhook_secret and not _SECRET.fullmatch(settings.webhook_secret):
        raise ConfigError("telegram.webhook_secret: 1 to 256 letters, digits, _ and - are allowed")


class Webhook:
    """Listens for Telegram's calls and puts the updates into the application's queue."""

    def __init__(self, app: App, settings: TelegramSettings, sleep: Sleep = asyncio.sleep) -> None:
        """Without a `webhook_secret` one is made up at each start; `sleep` waits for seconds."""
        self._app, self._settings, self._sleep = app, settings, sleep
        self._updater = Updater(app.bot, app.update_queue)

    async def run(self) -> None:
        """Listen for ever.

        Raises:
            ServiceError: The port is taken, Telegram refuses link or token, or another program took the updates over.
        """
        await self._updater.initialize()
        try:
            await self._listen()
            log.info("listening", port=self._settings.webhook_port)
            while True:
                await self._sleep(WATCH)
                await self._look()
        finally:
            if self._updater.running:
                await self._updater.stop()

    async def _listen(self) -> None:
        settings = self._settings
        try:
            await self._updater.start_webhook(
                listen=settings.webhook_listen,
                port=settings.webhook_port,
                url_path=urlsplit(settings.webhook_url or "").path.lstrip("/"),
                webhook_url=settings.webhook_url,
                secret_token=settings.webhook_secret or secrets.token_urlsafe(32),
                allowed_updates=UPDATES,
            )
        except OSError as error:
            where = f"{settings.webhook_listen}:{settings.webhook_port}"
            raise ServiceError(f"can't listen on {where} ({error.strerror}); check telegram.webhook_port") from error

    async def _look(self) -> None:
        try:
            info = await self._app.bot.get_webhook_info()
        except InvalidToken as error:
            raise ServiceError(REFUSED) from error
        except TelegramError as error:
            log.warning("webhook_not_looked_at", error=type(error).__name__)
            return
        if info.url != self._settings.webhook_url:
            raise ServiceError(
                "another program took this bot's updates over (its webhook was changed); end that program"
            )
