"""The parts of documents that are ZIP archives (DOCX, ODT, EPUB), within limits of expansion."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import TooLargeError, UnreadableError
from bot.parse.markup import Element, xml_root

LARGEST_PART = 50_000_000
"""Bytes of one part unpacked: the text of the longest novel has 4 million."""
MOST_PARTS = 10_000

ZIP_FAULTS = (
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""What Python's library raises on broken, locked or unknown ZIP archives."""


class Parts:
    """An opened document's parts."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Args: archive: The document, opened."""
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """A part's bytes.

        Raises:
            UnreadableError: There is no such part.
            TooLargeError: It unpacks to too much.
        """
        if name not in self._names:
            raise UnreadableError(f"is a broken document (it lacks {name[:80]}); save it again")
        with self._archive.open(name) as stream:
            data = stream.read(LARGEST_PART + 1)
        if len(data) > LARGEST_PART:
            raise TooLargeError(f"unpacks to too much (at {name[:80]}); copy the article's text into a file")
        return data

    def root(self, name: str) -> Element:
        """A part's root element."""
        return xml_root(self.read(name))


@contextmanager
def opened(data: bytes) -> Iterator[Parts]:
    """The document's parts.

    Raises:
        UnreadableError: Broken, locked, or packed in an unknown way.
        TooLargeError: It holds too many parts.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_PARTS:
                raise TooLargeError(f"holds over {MOST_PARTS:,} parts; copy the article's text into a file")
            yield Parts(archive)
    except ZIP_FAULTS as error:
        raise UnreadableError(f"is a broken or locked document ({type(error).__name__}); save it again") from error
