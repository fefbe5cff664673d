"""Mail (EML) and pages saved as mail (MHTML): what is written in it, and the articles attached to it."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from bot.errors import EmptyError, InputError, TooLargeError, UnreadableError
from bot.model import Article
from bot.parse import page, wire
from bot.parse.encoding import decode
from bot.parse.markup import looks_like_markup, paragraphs_in
from bot.parse.story import moment

logger = logging.getLogger(__name__)

Parse = Callable[[str, bytes], list[Article]]

MOST_PARTS = 500
FEWEST_WORDS = 25
"""Words: a mail with attachments that says less is a note about them."""
FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What Python's library raises on mail that keeps no standard."""

_ANSWERED = re.compile(r"^(?:(?:re|fwd?|aw|wg|rv|tr|antw)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail, whatever kind of file it was in."""

    subject: str | None
    sent: str | None
    """Any common notation of a moment."""
    text: str
    """Plain or HTML."""
    attached: tuple[tuple[str, bytes], ...] = ()
    """Each attachment's name and content."""


def read(name: str, data: bytes, parse: Parse) -> list[Article]:
    """The mail as an article where it is one, then those attached; a saved page is read as a page.

    Raises:
        EmptyError, UnreadableError, TooLargeError: No text, broken, or over a limit.
    """
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data.lstrip())
        saved = _saved_page(message)
        letter = None if saved else _letter(message)
    except FAULTS as error:
        raise UnreadableError(f"is broken mail ({type(error).__name__}); save it again") from error
    if saved:
        return page.read(name, saved)
    assert letter is not None  # noqa: S101 - the one or the other
    return articles_of(name, letter, parse)


def articles_of(name: str, letter: Letter, parse: Parse) -> list[Article]:
    """The articles of a mail; an attachment that can't be read never loses the others.

    Raises:
        EmptyError: Neither it nor what is attached holds an article.
    """
    own = _own(letter)
    attached: list[Article] = []
    for called, content in letter.attached:
        try:
            attached += parse(called, content)
        except InputError as error:
            logger.warning("%s: %s %s", name, called, error)
    is_note = attached and own is not None and len(own.text.split()) < FEWEST_WORDS
    found = [*([own] if own and not is_note else []), *attached]
    if not found:
        raise EmptyError("is mail without text; give the article itself")
    return found


def _own(letter: Letter) -> Article | None:
    text = "\n\n".join(paragraphs_in(letter.text)) if looks_like_markup(letter.text) else letter.text
    text = _SIGNATURE.split(text)[0]
    if not any(map(str.isalnum, text)):
        return None
    found = wire.article_of(text)
    subject = _ANSWERED.sub("", " ".join((letter.subject or "").split()))
    return replace(
        found,
        format="mail",
        headline=found.headline or subject or None,
        published=found.published or moment(letter.sent),
    )


def _saved_page(message: EmailMessage) -> bytes | None:
    """The page of a file that a browser saved, in UTF-8."""
    if message.get_content_type() != "multipart/related" or message["To"] is not None:
        return None
    root = next((part for part in _leaves(message) if part.get_content_type() == "text/html"), None)
    return _content(root).encode("utf-8", "replace") if root is not None else None


def _letter(message: EmailMessage) -> Letter:
    plain, rich, attached = "", "", []
    for part in _leaves(message):
        kind, name = part.get_content_type(), part.get_filename()
        if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append((name or "attachment", _bytes(part)))
        elif kind == "text/html":
            rich = rich or _content(part)
        else:
            plain = plain or _content(part)
    subject, sent = message.get("Subject"), message.get("Date")
    text = plain if plain.strip() else rich
    return Letter(subject and str(subject), sent and str(sent), text, tuple(attached))


def _leaves(message: EmailMessage) -> Iterator[MIMEPart]:
    """The parts that hold no others.

    Raises:
        TooLargeError: There are too many.
    """
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise TooLargeError(f"is mail of over {MOST_PARTS} parts; save the attachments and load these")
        if not part.is_multipart():
            yield part


def _bytes(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _content(part: MIMEPart) -> str:
    """A part's text, by the encoding that it declares if that can be true."""
    data = _bytes(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(data) if data.strip() else ""
