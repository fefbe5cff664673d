"""Links -> bytes, by a door that leads to the public web alone."""

from bot.fetch.web import Web

__all__ = ["Web"]
