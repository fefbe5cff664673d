"""Rich text (RTF), by striprtf."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from bot.errors import TooLargeError, UnreadableError
from bot.model import Article
from bot.parse.document import Block, Facts, articles_of
from bot.parse.markup import folded

LARGEST = 10_000_000
"""Bytes without pictures: striprtf takes some seconds for so many."""

_PICTURE = re.compile(rb"(?:[0-9a-fA-F]{64}\s*){2,}[0-9a-fA-F\s]*")
_TITLE = re.compile(r"\{\\title ([^{}\\]{3,200})\}")


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a document.

    Raises:
        EmptyError: No text in it.
        TooLargeError: Larger than any article.
        UnreadableError: Broken.
    """
    del name
    data = _PICTURE.sub(b"", data)
    if len(data) > LARGEST:
        raise TooLargeError(f"is rich text of over {LARGEST // 1_000_000} MB; save the article alone")
    source = data.decode("cp1252", "replace")
    try:
        text: str = rtf_to_text(source, encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:
        raise UnreadableError(f"is broken rich text ({type(error).__name__}); save it again") from error
    title = _TITLE.search(source[:100_000])
    blocks = (Block(line) for raw in text.split("\n") if (line := folded(raw.replace("\x00", ""))))
    return articles_of(blocks, "rtf", Facts(title=folded(title[1]) if title else None))
