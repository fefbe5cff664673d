"""Uploads: what in a message is an article, fetched from Telegram where it is a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from telegram import (
    Document,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)
from telegram.constants import FileSizeLimit
from telegram.error import BadRequest

from bot.newsroom import Upload, shown_name
from handlers.render import units

LEAST_POST = 200
"""Characters from which on a forwarded text is an article; shorter ones are questions."""
LEAST_ARTICLE, LEAST_PARAGRAPHS = 300, 3
"""Characters and paragraphs from which on a pasted text is plainly an article."""
LONGEST_QUESTION = 1000
"""Characters: what is longer is no question, whatever its paragraphs."""
CUT_BY_TELEGRAM = 3900
"""UTF-16 units from which on a message may be a part of a longer text: programs cut at 4096, some at a word before."""


_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class TooLargeUploadError(Exception):
    """A file is over the limit."""

    def __init__(self, most: int) -> None:
        """`most` is the limit, in bytes."""
        super().__init__(f"more than {most} bytes")
        self.most = most


@dataclass(frozen=True, slots=True)
class Sent:
    """A piece of what somebody sent: a text or a file that is yet to be fetched."""

    upload: Upload
    file: Document | None = None

    @property
    def name(self) -> str:
        """As it is shown; empty for a text."""
        return shown_name(self.file.file_name or "") if self.file else self.upload.link or ""


def is_article(message: Message) -> bool:
    """Whether a message of an operator is plainly an article: a file, a forwarded post, a long text."""
    text = message.text or message.caption or ""
    if message.document:
        return True
    if message.forward_origin:
        return len(text) >= LEAST_POST
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return len(text) > LONGEST_QUESTION or (len(text) >= LEAST_ARTICLE and len(paragraphs) >= LEAST_PARAGRAPHS)


def may_go_on(message: Message) -> bool:
    """Whether Telegram may have cut the text, so that more of it follows."""
    return not message.forward_origin and units(message.text or "") >= CUT_BY_TELEGRAM


def pieces(messages: Sequence[Message]) -> list[Sent]:
    """The articles in messages that belong together: each file is one, and all text is one."""
    files = [Sent(Upload(b"", one.document.file_name or "", *origin(one)), one.document)
             for one in messages if one.document]  # fmt: skip
    return files or list(texts((one.text or one.caption or "" for one in messages), messages[0]))


def links(text: str) -> list[Sent]:
    """The links that a text is made of; none where there are other words in it."""
    words = text.split()
    return [Sent(Upload(b"", link=word)) for word in words] if all(map(_LINK.fullmatch, words)) else []


def texts(parts: Iterable[str], message: Message) -> Iterator[Sent]:
    """The text that stands in parts, as one article; where Telegram cut it, it goes on without a break."""
    text = "".join(parts).strip()
    if text:
        yield Sent(Upload(text.encode("utf-8", "surrogatepass"), "", *origin(message)))


def origin(message: Message) -> tuple[str | None, str | None, str | None]:
    """Where a forwarded post comes from: whose it is, its link, its date (ISO 8601)."""
    whence = message.forward_origin
    if whence is None:
        return None, None, None
    date = whence.date.date().isoformat()
    match whence:
        case MessageOriginChannel():
            public = whence.chat.username
            return whence.chat.title, f"https://t.me/{public}/{whence.message_id}" if public else None, date
        case MessageOriginChat():
            return whence.sender_chat.title, None, date
        case MessageOriginUser():
            return whence.sender_user.full_name, None, date
        case MessageOriginHiddenUser():
            return whence.sender_user_name, None, date
    return None, None, date


async def fetched(sent: Sent, most_bytes: int) -> Upload:
    """The piece with its bytes.

    Raises:
        TooLargeUploadError: It is larger than Telegram or the settings allow; told before anything is fetched.
        TelegramError: It can't be fetched.
    """
    if sent.file is None:
        return sent.upload
    most = min(most_bytes, FileSizeLimit.FILESIZE_DOWNLOAD)
    if (sent.file.file_size or 0) > most:
        raise TooLargeUploadError(most)
    try:
        file = await sent.file.get_file()
    except BadRequest as error:
        if "too big" in error.message.casefold():
            raise TooLargeUploadError(most) from error
        raise
    data = await file.download_as_bytearray()
    if len(data) > most:
        raise TooLargeUploadError(most)
    return Upload(bytes(data), sent.upload.name or "file", sent.upload.source, sent.upload.url, sent.upload.published)
