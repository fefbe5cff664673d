"""Bytes -> text: UTF-8, UTF-16 by its byte order mark, old Western encodings where it plausibly is text."""

from __future__ import annotations

import codecs

from bot.errors import EmptyError, UnreadableError

MAGICS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
"""First bytes of what is often dropped on us and is no text, with its name."""
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 first: its little-endian mark begins with that of UTF-16."""
_SPACE = b"\t\n\x0b\x0c\r"
_CONTROLS = bytes(code for code in range(1, 32) if code not in _SPACE) + b"\x7f"
MOST_CONTROLS = 0.1
"""Share (0 to 1) of control characters. Wire copy of the 1980s has under 0.03, compressed data about 0.11."""
MOST_HIGH = 0.3
"""Share (0 to 1) of bytes over 127 in Western text: French has 0.04, Turkish 0.08; other scripts over 0.6."""


def decode(data: bytes) -> str:
    """The text, character for character; a byte order mark of UTF-8 stays, as a character.

    Raises:
        EmptyError: Nothing in it, or white space alone.
        UnreadableError: Binary data, or an encoding that can't be told.
    """
    text = _decoded(data)
    if not text.strip("\ufeff \t\r\n\x0b\x0c\x1a\0\xa0\u200b\u2028\u2029") or text.isspace():
        raise EmptyError("is empty; give a file with the text of an article")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding)
    if data.strip(b" \t\r\n\x0b\x0c\x1a\0"):
        _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _mended(data, error.start)


def _by_mark(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"begins like {encoding.upper()} but isn't at byte {error.start}; save it as UTF-8"
        ) from error


def _refuse_binary(data: bytes) -> None:
    for magic, what in MAGICS:
        if data.startswith(magic):
            raise UnreadableError(f"is {what}, not text; copy the article's text into a file")
    where = data.find(b"\0")
    if where >= 0 and data.strip(b"\0 \t\r\n"):
        raise UnreadableError(f"is binary data (a zero byte at {where}); give a text file in UTF-8")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > MOST_CONTROLS * len(data):
        raise UnreadableError(f"is binary data ({controls} of {len(data)} bytes are control codes); give a text file")


def _mended(data: bytes, first_fault: int) -> str:
    """UTF-8 with some broken characters, or an old Western encoding."""
    utf8 = data.decode("utf-8", "replace")
    faults = utf8.count("\ufffd")
    sound = len(utf8) - faults - _ascii(data)
    if sound > faults:
        return utf8
    if len(data) - _ascii(data) > MOST_HIGH * len(data):
        raise UnreadableError(f"is in an unknown encoding (first at byte {first_fault}); save it as UTF-8")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _ascii(data: bytes) -> int:
    return len(data.translate(None, bytes(range(128, 256))))
