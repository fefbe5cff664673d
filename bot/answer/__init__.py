"""Messages -> answers: the intent step, and one module for each kind of answer."""

from bot.answer.commands import COMMANDS, Command
from bot.answer.responder import Responder

__all__ = ["COMMANDS", "Command", "Responder"]
