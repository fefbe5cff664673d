"""Words that change what a sentence claims: negations, numbers, conditions. English and Spanish; data and counting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from bot.model import Flag
from bot.text import fold

NEGATIONS = frozenset(
    """not no never none nobody nothing nowhere neither nor nope cannot without hardly barely scarcely rarely seldom
    aint arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt neednt shouldnt wasnt werent wont wouldnt
    nunca jamas nadie nada ningun ninguno ninguna ningunos ningunas ni sin tampoco apenas""".split()
)
"""As `fold` writes them; contractions with their apostrophe are known by their ending."""

CONDITIONS = frozenset(
    """if unless only except until provided providing assuming lest otherwise
    si salvo excepto solo sólo solamente únicamente hasta""".split()
)
"""In small letters, accents kept: "sí" is no condition."""

_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_CERO = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis
    diecisiete dieciocho diecinueve"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VEINTE = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"""
_PRIMERO = "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo"
_MONTHS = "january february march april may june july august september october november december"
_ENERO = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_LUNES = "lunes martes miercoles jueves viernes sabado domingo"


def _numbered(words: str, first: int = 0, step: int = 1, sign: str = "") -> dict[str, str]:
    return {word: f"{sign}{first + step * place}" for place, word in enumerate(words.split())}


VALUES: dict[str, str] = {
    **_numbered(_UNITS),
    **_numbered(_CERO),
    **_numbered(_TENS, 20, 10),
    **_numbered(_VEINTE, 20, 10),
    **_numbered(_ORDINALS, 1),
    **_numbered(_PRIMERO, 1),
    **_numbered(_MONTHS, 1, sign="month "),
    **_numbered(_ENERO, 1, sign="month "),
    **_numbered("jan feb mar apr may jun jul aug sept oct nov dec", 1, sign="month "),
    "sep": "month 9",
    **_numbered(_DAYS, 1, sign="day "),
    **_numbered(_LUNES, 1, sign="day "),
    **dict.fromkeys("hundred hundreds cien ciento cientos".split(), "100"),
    **dict.fromkeys("thousand thousands mil miles".split(), "1000"),
    **dict.fromkeys("million millions millon millones mn".split(), "million"),
    **dict.fromkeys("billion billions bn".split(), "billion"),
    **dict.fromkeys("trillion trillions billon billones".split(), "trillion"),
    **dict.fromkeys("dozen dozens docena docenas".split(), "12"),
    **dict.fromkeys("half halves mitad".split(), "half"),
    **dict.fromkeys("quarter quarters".split(), "quarter"),
    **dict.fromkeys("thirds tercio tercios".split(), "third part"),
    **dict.fromkeys("twice double doubled doble".split(), "twofold"),
    **dict.fromkeys("triple tripled".split(), "threefold"),
    **dict.fromkeys("% percent percentage pct cent".split(), "percent"),
    **dict.fromkeys("$ dollar dollars dolar dolares usd".split(), "dollar"),
    **dict.fromkeys("€ euro euros eur".split(), "euro"),
    **dict.fromkeys("£ pound pounds gbp".split(), "pound"),
    **dict.fromkeys("¥ yen".split(), "yen"),
    **dict.fromkeys("₹ rupee rupees".split(), "rupee"),
    **dict.fromkeys("peso pesos".split(), "peso"),
    **dict.fromkeys("- minus".split(), "minus"),
    **dict.fromkeys("yesterday ayer".split(), "day before"),
    **dict.fromkeys("today hoy".split(), "this day"),
    "tomorrow": "day after",
}
"""What a word that counts, measures or dates stands for; words of one value say the same."""
ONLY_CAPITALISED = frozenset("may march mar".split())
"""Months only with a capital."""

AGAINST = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
"""Beginnings that turn a word into its opposite."""
LEAST_OPPOSED = 4
"""Letters: a shorter word behind such a beginning is mostly chance."""
_ORDINAL_END = re.compile(r"(?<=\d)(?:st|nd|rd|th|s|º|ª)$")


def flags_of(yours: Sequence[str], record: Sequence[str]) -> tuple[Flag, ...]:
    """Why the difference between two stretches weighs; empty where it doesn't.

    Args:
        yours: Words as written, of one side.
        record: Words as written, of the other.
    """
    found = []
    if _count(yours, negates) != _count(record, negates) or _opposed(yours, record):
        found.append(Flag.NEGATION)
    if numbers(yours) != numbers(record):
        found.append(Flag.NUMBER)
    if _count(yours, conditions) != _count(record, conditions):
        found.append(Flag.CONDITION)
    return tuple(found)


def negates(word: str) -> bool:
    """Whether a word, as written, negates."""
    return word.casefold().replace("’", "'").endswith("n't") or fold(word) in NEGATIONS


def conditions(word: str) -> bool:
    """Whether a word, as written, makes a condition or exception."""
    return word.casefold() in CONDITIONS


def numbers(words: Sequence[str]) -> Counter[str]:
    """The values of the words that count, measure or date."""
    return Counter(value for word in words if (value := _value(word)))


def _value(word: str) -> str | None:
    if any(character.isnumeric() for character in word):
        return _ORDINAL_END.sub("", word.casefold()).replace(",", "")
    known = fold(word) or word.casefold()
    if known in ONLY_CAPITALISED and not word[:1].isupper():
        return None
    return VALUES.get(known)


def _count(words: Sequence[str], is_one: Callable[[str], bool]) -> int:
    return sum(map(is_one, words))


def _opposed(yours: Sequence[str], record: Sequence[str]) -> bool:
    """Whether two single words are each other's opposite by their beginning or end: "possible", "impossible"."""
    if len(yours) != 1 or len(record) != 1:
        return False
    short, long = sorted((fold(yours[0]), fold(record[0])), key=len)
    if len(short) < LEAST_OPPOSED:
        return False
    return any(long == start + short for start in AGAINST) or {short[-3:], long[-4:]} == {"ful", "less"}
