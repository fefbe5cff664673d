"""Which characters a font has glyphs for, read from its character map.

Formats 4 and 12 of the "cmap" table, which all fonts of today have; see the OpenType specification, "cmap".
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_COLLECTION = b"ttcf"
_LEAST_FORMAT_4 = 16
"""Bytes of its header."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters of a font, as stretches of code points."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Last ones, included."""

    def __contains__(self, character: str) -> bool:
        place = bisect_right(self.starts, ord(character)) - 1
        return place >= 0 and ord(character) <= self.ends[place]


def coverages(path: Path) -> list[Coverage]:
    """What each face of a font file has; empty where the file is none that can be read."""
    try:
        with path.open("rb") as file:
            return [_of_face(file, offset) for offset in _faces(file)]
    except (OSError, struct.error, ValueError):
        return []


def _read(file: BinaryIO, offset: int, layout: str) -> tuple[int, ...]:
    file.seek(offset)
    return struct.unpack(f">{layout}", file.read(struct.calcsize(f">{layout}")))


def _faces(file: BinaryIO) -> tuple[int, ...]:
    """Where the faces of a file begin; a collection has several."""
    if file.read(4) != _COLLECTION:
        return (0,)
    (number,) = _read(file, 8, "I")
    return _read(file, 12, f"{number}I")


def _of_face(file: BinaryIO, offset: int) -> Coverage:
    (tables,) = _read(file, offset + 4, "H")
    for table in range(tables):
        tag, _, start, _ = struct.unpack(">4sIII", _bytes(file, offset + 12 + 16 * table, 16))
        if tag == b"cmap":
            stretches = sorted(_stretches(file, start))
            return Coverage(tuple(first for first, _ in stretches), tuple(last for _, last in stretches))
    return Coverage((), ())


def _bytes(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)


def _stretches(file: BinaryIO, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of the widest of the maps: format 12 before format 4."""
    (number,) = _read(file, start + 2, "H")
    maps = {start + _read(file, start + 4 + 8 * place, "HHI")[2] for place in range(number)}
    formats = {_read(file, place, "H")[0]: place for place in maps}
    if 12 in formats:
        yield from _format_12(file, formats[12])
    elif 4 in formats:
        yield from _format_4(file, formats[4])


def _format_12(file: BinaryIO, start: int) -> Iterator[tuple[int, int]]:
    (number,) = _read(file, start + 12, "I")
    groups = _read(file, start + 16, f"{3 * number}I")
    yield from zip(groups[::3], groups[1::3], strict=True)


def _format_4(file: BinaryIO, start: int) -> Iterator[tuple[int, int]]:
    number = _read(file, start + 6, "H")[0] // 2
    ends = _read(file, start + _LEAST_FORMAT_4 - 2, f"{number}H")
    starts = _read(file, start + _LEAST_FORMAT_4 + 2 * number, f"{number}H")
    yield from ((first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF)
