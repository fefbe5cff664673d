"""Words as people type them -> ranked hits with a probability: statements, speakers, articles."""

from bot.search.searcher import Searcher

__all__ = ["Searcher"]
