"""The lead: in news, the first sentences hold who, where and what. The baseline that any other choice must beat."""

from __future__ import annotations

from bot.model import Article, Span
from bot.text import sentences as sentences_of


class LeadSummarizer:
    """Takes an article's first sentences (`bot.ports.Summarizer`)."""

    def summarize(self, article: Article, sentences: int = 3) -> list[Span]:
        """The first `sentences` sentences of the text."""
        return self.ranked(article, sentences)[:sentences]

    def ranked(self, article: Article, sentences: int = 3) -> list[Span]:  # noqa: ARG002 - the Protocol's
        """The sentences as they stand."""
        return sentences_of(article.text)
