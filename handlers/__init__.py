"""The Telegram face: an update -> the desk -> a reply."""

from handlers.service import run

__all__ = ["run"]
