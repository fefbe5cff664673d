"""Plain text: the file is the article's text, unchanged, so that offsets are offsets into the file."""

from __future__ import annotations

from bot.model import Article
from bot.parse.encoding import decode
from bot.parse.language import language_of


def read(name: str, data: bytes) -> list[Article]:
    """The file as one article without headline; line ends and a byte order mark of UTF-8 stay where they are.

    Raises:
        EmptyError, UnreadableError: See `bot.parse.encoding.decode`.
    """
    del name
    text = decode(data)
    return [Article(text, language=language_of(text), format="plain")]
