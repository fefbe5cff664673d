"""The Telegram face: an update -> the desk -> a reply."""

from handlers.service import check, run

__all__ = ["check", "run"]
