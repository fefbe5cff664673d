"""Who said what: `extract(text)` gives the statements of a text with their speakers.

    >>> found = extract("“It holds,” said Mara Lind, the mayor. “We checked.”")
    >>> [(quote.speaker.name, quote.kind.value) for quote in found.quotes]
    [('Mara Lind', 'direct')]

A quote is a set of spans of the text, never a copy: `quote.text(text)` is the slice, `quote.content` its parts.
`bot.extract.engine.Engine` does the same for a parsed `Article`, whose headline helps with the names.
"""

from __future__ import annotations

from bot.model import Article, Extraction

__all__ = ["LateEngine", "extract"]


class LateEngine:
    """`bot.extract.engine.Engine`, loaded with the first article: answering needs none of it, and starts sooner."""

    def extract(self, article: Article) -> Extraction:
        """Who said what in the article's text; see `bot.ports.Extractor`."""
        from bot.extract.engine import Engine  # the tagger and its rules take a third of the time of a start

        return Engine().extract(article)


def extract(text: str, *, language: str | None = None) -> Extraction:
    """Finds who said what in a text; never raises, whatever the text.

    Args:
        text: Plain text; a line break ends a paragraph.
        language: ISO 639-1, "en" or "es"; None for English.

    Returns:
        The quotes by place in the text, and the people: everybody quoted, most quoted first.
    """
    return LateEngine().extract(Article(text, language=language))
