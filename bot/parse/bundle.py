"""ZIP, TAR and gzip of any other format, unpacked in memory within limits; what no article is in is left out."""

from __future__ import annotations

import gzip
import io
import logging
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO

from bot.errors import EmptyError, InputError, TooLargeError, UnreadableError
from bot.model import Article
from bot.parse.packed import ZIP_FAULTS

logger = logging.getLogger(__name__)

MOST_FILES = 10_000
"""Files in one archive."""
LARGEST_FILE = 20_000_000
"""Bytes of one file unpacked, as for files of their own."""
LARGEST = 200_000_000
"""Bytes unpacked in all: some 20,000 news pages are less."""

FAULTS = (*ZIP_FAULTS, lzma.LZMAError, tarfile.TarError, OverflowError)
"""What Python's libraries raise on broken, locked or unknown archives."""

Opener = Callable[[], IO[bytes] | gzip.GzipFile]
Parse = Callable[[str, bytes], list[Article]]


def read(name: str, data: bytes, parse: Parse) -> list[Article]:
    """The articles of all files in an archive, in order; an archive within it is not opened.

    Raises:
        EmptyError: No file in it holds an article.
        TooLargeError: It holds too many files, or unpacks to too much.
        UnreadableError: Broken, locked, or packed in an unknown way.
    """
    found: list[Article] = []
    members = left_out = 0
    try:
        for member, content in _files(name, data):
            members += 1
            try:
                found += parse(member, content)
            except InputError as error:
                left_out += 1
                logger.warning("%s: %s %s", name, member, error)
    except FAULTS as error:
        raise UnreadableError(f"is a broken or locked archive ({error}); pack it again") from error
    if not found:
        raise EmptyError(f"is an archive without an article ({members} files); unpack it to see why")
    return found


def _files(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The regular files, hidden ones left out, with what they are called."""
    total = 0
    for number, (path, opened) in enumerate(_members(name, data), 1):
        if number > MOST_FILES:
            raise TooLargeError(f"holds over {MOST_FILES:,} files; unpack it and load the folder")
        with opened() as stream:
            content = stream.read(LARGEST_FILE + 1)
        total += len(content)
        if len(content) > LARGEST_FILE or total > LARGEST:
            raise TooLargeError(f"unpacks to too much (at {path}); unpack it and load the folder")
        yield path, content


def _members(name: str, data: bytes) -> Iterator[tuple[str, Opener]]:
    if data.startswith(b"PK"):
        yield from _zipped(data)
    elif data[257:262] == b"ustar" or _is_tar(data):
        yield from _tarred(data)
    else:
        yield PurePosixPath(name).stem or name, lambda: gzip.GzipFile(fileobj=io.BytesIO(data))


def _zipped(data: bytes) -> Iterator[tuple[str, Opener]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for item in archive.infolist():
            if not item.is_dir() and not _is_hidden(item.filename):
                yield item.filename, lambda item=item: archive.open(item)  # type: ignore[misc]


def _tarred(data: bytes) -> Iterator[tuple[str, Opener]]:
    """The files of a TAR, read as a stream: nothing is unpacked before its turn."""
    with tarfile.open(fileobj=io.BytesIO(data), mode="r|*") as archive:
        for item in archive:
            stream = archive.extractfile(item) if item.isreg() and not _is_hidden(item.name) else None
            if stream is not None:
                yield item.name, lambda stream=stream: stream  # type: ignore[misc]


def _is_tar(data: bytes) -> bool:
    """Whether a gzip archive holds a TAR."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return stream.read(512)[257:262] == b"ustar"
    except (OSError, EOFError, zlib.error):
        return False


def _is_hidden(path: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(path).parts)
