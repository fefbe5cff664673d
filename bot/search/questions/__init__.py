"""Free questions: the sentences of articles that answer them."""

from bot.search.questions.passages import Passages

__all__ = ["Passages"]
