"""Fonts: which face shows which characters of a text. Noto's for European scripts, Arabic and Hebrew are shipped;
for other scripts the system's own are looked through once, when a text needs them.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from PIL import ImageFont, features

from bot.picture.coverage import Coverage, coverages
from bot.picture.sheet import Unshowable

HERE = Path(__file__).parent / "fonts"


class Style(StrEnum):
    """What a text is set in."""

    QUOTE = "quote"
    PLAIN = "plain"
    BOLD = "bold"


SHIPPED = {
    Style.QUOTE: ("NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular"),
    Style.PLAIN: ("NotoSans-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular"),
    Style.BOLD: ("NotoSans-Bold", "NotoNaskhArabic-Bold", "NotoSansHebrew-Bold"),
}
"""Font files by style; the first that has a character shows it."""
FOLDERS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": (f"{os.environ.get('WINDIR', 'C:/Windows')}/Fonts",),
}
"""Where systems keep their fonts."""
SUFFIXES = (".ttf", ".otf", ".ttc")
WEIGHTS = {Style.QUOTE: ("serif", "regular"), Style.PLAIN: ("sans", "regular"), Style.BOLD: ("sans", "bold")}
"""Words in the names of the system's fonts that suit a style."""
UNSUITED = ("italic", "oblique", "condensed", "light", "thin", "black", "mono", "emoji", "lastresort", "symbol")
REGIONS = (
    ("JP", range(0x3040, 0x3100)),
    ("KR", range(0xAC00, 0xD7A4)),
    ("SC", range(0x3400, 0xA000)),
)
"""How fonts for East Asia name their faces, by the first kind of character that a text has; kana before Han."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file."""

    path: Path
    index: int
    coverage: Coverage

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """The face at a size in pixels."""
        return _font(self.path, self.index, size)


@cache
def _font(path: Path, index: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, index)


@cache
def shipped(style: Style) -> tuple[Face, ...]:
    """The faces that come with the program."""
    return tuple(Face(path, 0, coverages(path)[0]) for path in (HERE / f"{name}.ttf" for name in SHIPPED[style]))


def lays_out_right_to_left() -> bool:
    """Whether the imaging library can shape and order Arabic and Hebrew here."""
    return bool(features.check("raqm") and features.check("fribidi"))


def faces(text: str, style: Style, folders: tuple[str, ...] | None = None) -> list[Face]:
    """The face for each character of a text; marks, spaces and punctuation go with the letters before them.

    Args:
        text: One line or many.
        style: What it is set in.
        folders: Where the system's fonts are; by default where this system has them.

    Raises:
        Unshowable: Some characters have no face.
    """
    known = shipped(style)
    missing = {one for one in text if _is_seen(one) and not any(one in face.coverage for face in known)}
    known += _from_the_system(missing, text, style, _folders() if folders is None else folders)
    unshowable = {one for one in missing if not any(one in face.coverage for face in known)}
    if unshowable:
        raise Unshowable("".join(sorted(unshowable)))
    return _with_neighbours(text, [_first(one, known) for one in text])


def _first(character: str, known: Iterable[Face]) -> Face | None:
    """The face for a letter or digit; None for what goes with its neighbours."""
    if unicodedata.category(character)[0] not in "LN":
        return None
    return next((face for face in known if character in face.coverage), None)


def _with_neighbours(text: str, found: list[Face | None]) -> list[Face]:
    first = next((face for face in found if face), shipped(Style.PLAIN)[0])
    chosen: list[Face] = []
    for character, face in zip(text, found, strict=True):
        before = chosen[-1] if chosen else first
        chosen.append(face or (before if character in before.coverage else _any(character, found, before)))
    return chosen


def _any(character: str, found: Iterable[Face | None], otherwise: Face) -> Face:
    return next((face for face in found if face and character in face.coverage), otherwise)


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Cf", "Cc", "Zs", "Mn")


# --- the system's fonts


def _folders() -> tuple[str, ...]:
    return FOLDERS.get(sys.platform, FOLDERS["linux"])


def _from_the_system(missing: set[str], text: str, style: Style, folders: tuple[str, ...]) -> tuple[Face, ...]:
    """As few faces as may be that have the missing characters, as far as there are any."""
    chosen: list[Face] = []
    while missing:
        candidates = [(sum(one in face.coverage for one in missing), face) for face in _system_faces(folders)]
        most = max((count for count, _ in candidates), default=0)
        if most == 0:
            break
        best = min((face for count, face in candidates if count == most), key=lambda face: _suits(face, text, style))
        chosen.append(best)
        missing = {one for one in missing if one not in best.coverage}
    return tuple(chosen)


@cache
def _system_faces(folders: tuple[str, ...]) -> tuple[Face, ...]:
    return tuple(
        Face(path, index, coverage)
        for path in _files(folders)
        if not any(word in path.name.casefold() for word in UNSUITED)
        for index, coverage in enumerate(coverages(path))
    )


def _files(folders: Iterable[str]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in Path(folder).expanduser().rglob("*") if path.suffix.lower() in SUFFIXES)


def _suits(face: Face, text: str, style: Style) -> tuple[int, bool, str, int]:
    """Sorts faces that have as much by how well they suit: weight and kind of letters, then region."""
    name = face.path.name.casefold()
    family = face.at(16).getname()[0] or ""
    region = next((region for region, block in REGIONS if any(ord(one) in block for one in text)), "")
    return (-sum(word in name for word in WEIGHTS[style]), not family.endswith(f" {region}"), name, face.index)
