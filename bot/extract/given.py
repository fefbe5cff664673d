"""Which gender a given name tells, to resolve "he" and "she"; never shown."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bot.text import fold

_SECTIONS = {"[masculine]": "m", "[feminine]": "f", "[both]": "u"}


@cache
def _table() -> dict[str, str]:
    """The file beside this module: its first lines say where the names come from."""
    table: dict[str, str] = {}
    gender = ""
    for line in (files("bot.extract") / "given_names.txt").read_text(encoding="utf-8").splitlines():
        if line in _SECTIONS:
            gender = _SECTIONS[line]
        elif gender:
            table.update(dict.fromkeys(line.split(), gender))
    return table


def gender_of(given_name: str) -> str | None:
    """ "m", "f", "u" (borne by both), or None for a word that isn't known as a given name.

    Of a double name the first part tells ("Jean-Luc", "Mary Ann").
    """
    table = _table()
    folded = fold(given_name)
    return table.get(folded) or (table.get(fold(given_name.split("-")[0])) if "-" in given_name else None)
