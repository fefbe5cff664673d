"""Languages: what the bot says, in the user's own. Words of articles are never translated.

A text is marked where it stands, `TRY = N_("Try:")`, and put into the user's language where it is used, `say(TRY)`, by
the `Language` that is passed along. Numbered things: `say.plural("{number} quote", "{number} quotes", number)`. Then
`python tests/catalogues.py renew` puts new texts into `bot/locale/`, for their translations to be filled in there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
"""Holds a catalogue a language, `es/LC_MESSAGES/onrecord.po`."""
SOURCE = "en"
"""The language of the texts in the code; it needs no catalogue."""
_DATE = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?:[T ].*)?", re.DOTALL)
MOST_DATES = 10_000
"""Dates whose wording is remembered: finding it takes over a millisecond, and an answer has many."""
_LEAP_YEAR = 2000
"""Stands for a year that isn't told: it has all days."""


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a text for the catalogues; it is translated where it is said."""
    return text


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the bot speaks. Immutable, and safe from any thread."""

    code: str
    """ISO 639-1."""
    name: str
    """As its speakers call it."""
    locale: str
    """Whose forms of dates and numbers are used."""

    def __call__(self, text: str, **facts: object) -> str:
        """The text in this language, with the facts in their places; "" stays so."""
        said = _catalogue(self.code).gettext(text) if text else ""
        return said.format_map(facts) if facts else said

    def plural(self, one: str, many: str, number: int | str, **facts: object) -> str:
        """The form of the text that the number asks for, with `{number}` in its place."""
        said = _catalogue(self.code).ngettext(one, many, int(number))
        return said.format_map({"number": self.number(int(number)), **facts})

    def number(self, number: int) -> str:
        """A number as it is written: "12,345", "12.345"."""
        if number < 1000:  # nothing to group
            return str(number)
        from babel.numbers import format_decimal  # takes a while to load, and few answers need it

        return str(format_decimal(number, locale=self.locale))

    def date(self, date: str) -> str:
        """ISO 8601 as people write it: "2023-10-19" is "19 October 2023", "--10-19" is "19 October".

        What is no such date comes back as it is.
        """
        match = _DATE.fullmatch(date)
        try:
            return _written(match["year"], match["month"], match["day"], self.locale) if match else date
        except ValueError:  # the thirtieth of February
            return date


@lru_cache(MOST_DATES)
def _written(year: str, month: str, day: str | None, locale: str) -> str:
    from datetime import date

    from babel.dates import format_date, format_skeleton  # takes a while to load

    yearless = year == "-"
    meant = date(_LEAP_YEAR if yearless else int(year), int(month), int(day or 1))
    if day and not yearless:
        return str(format_date(meant, "long", locale=locale))
    skeleton = ("" if yearless else "y") + "MMMM" + ("d" if day else "")
    return str(format_skeleton(skeleton, meant, locale=locale))


@cache
def _catalogue(code: str) -> NullTranslations:
    """A language's texts. Compiled from its catalogue when first needed, so that the two can't disagree."""
    if code == SOURCE:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (LOCALE / code / "LC_MESSAGES" / "onrecord.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)


ENGLISH = Language("en", "English", "en_GB")
SPANISH = Language("es", "Español", "es")
LANGUAGES: tuple[Language, ...] = (ENGLISH, SPANISH)


def language_of(*codes: str | None) -> Language:
    """The language of the first code that the bot speaks ("es-MX" is Spanish), else English."""
    spoken = {language.code: language for language in LANGUAGES}
    bare = (re.split("[-_]", code.casefold())[0] for code in codes if code)
    return next((spoken[code] for code in bare if code in spoken), ENGLISH)
