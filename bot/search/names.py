"""How alike two names are: see `bot.naming.names`."""

from bot.naming.names import name_score

__all__ = ["name_score"]
