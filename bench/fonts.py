"""Makes the fonts that pictures are set in: `python bench/fonts.py FOLDER`; FOLDER holds Noto's (fonts-noto-core).

Each is cut to the characters of its scripts that news are written in, without hints (cards are large). Noto has no
reserved font names, so the cut files may keep theirs; their licence goes with them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).parents[1] / "bot" / "picture" / "fonts"
PUNCTUATION = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x2010, 0x2028),
    *range(0x2030, 0x203B),
    0x20AC,
    0x2044,
    0x2212,
    0xFFFD,
]
EUROPEAN = [
    *range(0x100, 0x250),
    *range(0x2B0, 0x500),
    *range(0x1E00, 0x2000),
    *range(0x20A0, 0x20C0),
    *range(0x2116, 0x2123),
]
"""Latin, Greek and Cyrillic with their accents."""
ARABIC, HEBREW = (
    [*range(0x600, 0x700), *range(0x750, 0x780), 0xFDF2, *range(0x200C, 0x2010)],
    [*range(0x590, 0x600), *range(0xFB1D, 0xFB50)],
)
CUTS = {
    "NotoSerif-Regular": EUROPEAN,
    "NotoSans-Regular": EUROPEAN,
    "NotoSans-Bold": EUROPEAN,
    "NotoNaskhArabic-Regular": ARABIC,
    "NotoNaskhArabic-Bold": ARABIC,
    "NotoSerifHebrew-Regular": HEBREW,
    "NotoSansHebrew-Bold": HEBREW,
}


def cut(source: Path, characters: list[int]) -> None:
    """Write the font with just the characters, and all that shaping needs."""
    options = subset.Options(hinting=False, layout_features=["*"], notdef_outline=True, name_IDs=["*"])
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[*PUNCTUATION, *characters])
    cutter.subset(font)
    subset.save_font(font, str(FONTS / source.name), options)


if __name__ == "__main__":
    found = {path.stem: path for path in Path(sys.argv[1]).rglob("*.ttf")}
    for name, characters in CUTS.items():
        cut(found[name], characters)
        print(name, (FONTS / f"{name}.ttf").stat().st_size)
