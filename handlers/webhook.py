"""Webhook: Telegram calls the bot; a watch ends it when Telegram would call it no longer."""

from __future__ import annotations

import asyncio
import re
import secrets
import socket
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
        with self._bound() as port:  # before Telegram is told to call us
            try:
                await self._listen(port)
                log.info("listening", port=self._settings.webhook_port)
                while True:
                    await self._sleep(WATCH)
                    await self._look()
            finally:
                if self._updater.running:
                    await self._updater.stop()

    def _bound(self) -> socket.socket:
        listen, port = self._settings.webhook_listen, self._settings.webhook_port
        family = socket.AF_INET6 if ":" in listen else socket.AF_INET
        try:
            bound = socket.create_server((listen, port), family=family)
        except OSError as error:
            raise ServiceError(
                f"can't listen on {listen}:{port} ({error.strerror}); check telegram.webhook_listen and webhook_port"
            ) from error
        bound.setblocking(False)
        return bound

    async def _listen(self, port: socket.socket) -> None:
        settings = self._settings
        await self._updater.start_webhook(
            unix=port,  # any listening socket will do, not just a Unix one
            url_path=urlsplit(settings.webhook_url or "").path.lstrip("/"),
            webhook_url=settings.webhook_url,
            secret_token=settings.webhook_secret or secrets.token_urlsafe(32),
            allowed_updates=UPDATES,
        )

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
