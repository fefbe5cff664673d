"""The catalogues of `bot/locale`: python tests/catalogues.py renew  puts the texts of the code into them.

New texts come in without a translation, to be filled in by hand; texts that are gone are left out.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

import bot
from bot.language import LANGUAGES, LOCALE, SOURCE

PACKAGES = tuple(Path(bot.__file__).parents[1] / name for name in ("bot", "handlers"))
KEYWORDS = {"N_": None, "plural": (1, 2)}
"""The functions whose texts are taken, and which of their arguments those are."""
WIDTH = 120


def texts() -> Catalog:
    """All texts that the code marks."""
    found = Catalog(charset="utf-8")
    for path in sorted(path for package in PACKAGES for path in package.rglob("*.py")):
        for _, text, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            found.add(text)
    return found


def catalogue(code: str) -> Catalog:
    """A language's catalogue, as it lies there."""
    with path_of(code).open("rb") as file:
        return read_po(file, locale=code, charset="utf-8")


def path_of(code: str) -> Path:
    """Where a language's catalogue lies."""
    return LOCALE / code / "LC_MESSAGES" / "onrecord.po"


def renewed(code: str) -> bytes:
    """A language's catalogue, brought up to the texts of the code."""
    known = catalogue(code) if path_of(code).exists() else Catalog(locale=code)
    fresh = Catalog(locale=code, charset="utf-8", fuzzy=False)
    for message in texts():
        if message.id:
            before = known.get(message.id if isinstance(message.id, str) else message.id[0])
            fresh.add(message.id, before.string if before else None)
    written = BytesIO()
    write_po(written, fresh, width=WIDTH, no_location=True, omit_header=True, sort_output=True)
    return written.getvalue()


if __name__ == "__main__" and sys.argv[1:] == ["renew"]:
    for language in LANGUAGES:
        if language.code != SOURCE:
            content = renewed(language.code)
            path_of(language.code).parent.mkdir(parents=True, exist_ok=True)
            path_of(language.code).write_bytes(content)
