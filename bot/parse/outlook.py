"""Mail as Outlook saves it (MSG), by python-oxmsg."""

from __future__ import annotations

import io
from dataclasses import replace

from bot.errors import UnreadableError
from bot.model import Article
from bot.parse.mail import Letter, Parse, articles_of

MARK = "__properties_version1.0".encode("utf-16-le")
"""A part that only mail has, of all files of this old kind."""


def read(name: str, data: bytes, parse: Parse) -> list[Article]:
    """The mail as an article where it is one, then those attached.

    Raises:
        EmptyError, UnreadableError: No text, broken, or the library for it isn't installed.
    """
    if MARK not in data:
        raise UnreadableError("is an old office document; save it as DOCX, or copy the article's text into a file")
    try:
        from oxmsg import Message
    except ImportError as error:
        raise UnreadableError("is mail of Outlook; to read it: pip install 'onrecord[documents]'") from error
    try:
        message = Message.load(io.BytesIO(data))
        attached = tuple((one.file_name or "attachment", one.file_bytes or b"") for one in message.attachments)
        text = message.body or message.html_body or ""
        sent = message.sent_date.isoformat() if message.sent_date else None
        letter = Letter((message.subject or "").rstrip("\0"), sent, text.rstrip("\0"), attached)
    except Exception as error:
        raise UnreadableError(f"is broken mail of Outlook ({type(error).__name__}); save it again") from error
    own, *others = articles_of(name, letter, parse)
    return [replace(own, format="outlook") if own.format == "mail" else own, *others]
