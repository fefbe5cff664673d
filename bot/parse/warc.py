"""Web archives (WARC, as of Common Crawl's news), by warcio: each page that was answered with 200 is read as a page."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO

from bot.errors import EmptyError, InputError, UnreadableError
from bot.model import Article

logger = logging.getLogger(__name__)

ENDINGS = (".warc", ".warc.gz")
LARGEST_PAGE = 5_000_000
"""Bytes; larger ones are left out."""
MOST_PAGES = 10_000
"""Pages of an archive that is read whole; one that lies in a file of its own is read page by page without a limit."""
KINDS = ("text/html", "application/xhtml+xml")

Parse = Callable[[str, bytes], list[Article]]


def read(name: str, data: bytes, parse: Parse) -> list[Article]:
    """The articles of all pages; a page without one is left out.

    Raises:
        EmptyError: No page holds an article.
        UnreadableError: Broken, or the library for it isn't installed.
    """
    found: list[Article] = []
    for number, (link, page) in enumerate(pages(io.BytesIO(data)), 1):
        if number > MOST_PAGES:
            break
        try:
            found += [at(article, link) for article in parse("page.html", page)]
        except InputError as error:
            logger.warning("%s: page %d %s", name, number, error)
    if not found:
        raise EmptyError("is a web archive without an article")
    return found


def at(article: Article, link: str) -> Article:
    """The article with the link that it was archived from, where its page declares none."""
    return replace(article, url=article.url or link)


def pages(stream: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Each page's link and bytes, in order, one at a time in memory.

    Raises:
        UnreadableError: Broken from here on, or the library for it isn't installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise UnreadableError("is a web archive; to read it: pip install 'onrecord[archives]'") from error
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and _is_page(record.http_headers):
                page = record.content_stream().read(LARGEST_PAGE + 1)
                if len(page) <= LARGEST_PAGE:
                    yield str(record.rec_headers.get_header("WARC-Target-URI") or ""), page
    except Exception as error:
        raise UnreadableError(f"is a broken web archive ({type(error).__name__})") from error


def _is_page(headers: object) -> bool:
    if headers is None:
        return False
    status, kind = headers.get_statuscode(), headers.get_header("Content-Type") or ""  # type: ignore[attr-defined]
    return status == "200" and kind.partition(";")[0].strip().lower() in KINDS
