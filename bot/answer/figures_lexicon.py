"""Words of numbers and of what they count. Data only; all as `bot.text.fold` writes them. English and Spanish."""

from __future__ import annotations

NUMERALS: dict[str, float] = {
    word: float(number)
    for number, words in enumerate(
        (
            "two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete", "eight ocho", "nine nueve",
            "ten diez", "eleven once", "twelve doce", "thirteen trece", "fourteen catorce", "fifteen quince", "sixteen",
            "seventeen", "eighteen", "nineteen", "twenty veinte",
        ),
        2,
    )
    for word in words.split()
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
     "treinta": 30.0}  # fmt: skip
"""Numbers in words; "one" is more often a pronoun."""
SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9,
    "mil": 1e3, "millon": 1e6, "millones": 1e6,
}  # fmt: skip
ABOUT = (
    "at least|at most|about|around|nearly|almost|more than|over|less than|fewer than|up to|some|minus|al menos|más de|"
    "unos|unas|casi"
)
"""What may stand before a number and belongs to it; as written."""
PLURALS = frozenset("people men women children police percent feet teeth fish sheep aircraft".split())
"""Words for several that don't end in "s"."""
NO_UNITS = frozenset(
    """others times ones was is has does this his its us yes as les das years months weeks days hours minutes seconds
    decades centuries nights mornings anos meses semanas dias horas minutos veces otros otras ages points sides ways
    reasons parts""".split()
)
"""Words in "s" that are no things counted, or that count time: of these an article has many that matter little."""
STOPS = frozenset(
    """a an the of in on at to from by for with and or but who which that than as if when while after before since
    until over under into about between during per is are was were be been has had have will would could said say
    y o que en por para con a del la el los las fue fueron han
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    am pm
    sang took came went left lost won died fell rose gave made told saw got held stood found met ran fled""".split()
)
"""Words behind a number before which what it counts has to stand."""
SAME_UNITS = {
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "percent": "%", "person": "people", "persona": "people",
    "civilian": "people", "resident": "people", "soldier": "people",
}  # fmt: skip
"""Units under one name where outlets choose between words."""
