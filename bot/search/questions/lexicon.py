"""What question words and nouns ask for. Data only; normalised as `bot.text.fold` does."""

from __future__ import annotations

from enum import StrEnum


class Expected(StrEnum):
    """The kind of thing that answers a question."""

    PERSON = "person"
    TIME = "time"
    PLACE = "place"
    COUNT = "count"
    AMOUNT = "amount"
    """Money or a share."""
    MEASURE = "measure"
    REASON = "reason"
    MANNER = "manner"
    THING = "thing"
    OTHER = "other"


OPENERS = {
    "who": Expected.PERSON, "whom": Expected.PERSON, "whose": Expected.PERSON, "quien": Expected.PERSON,
    "quienes": Expected.PERSON, "when": Expected.TIME, "cuando": Expected.TIME, "where": Expected.PLACE,
    "donde": Expected.PLACE, "adonde": Expected.PLACE, "why": Expected.REASON, "what": Expected.THING,
    "which": Expected.THING, "que": Expected.THING, "cual": Expected.THING, "cuales": Expected.THING,
    "how": Expected.MANNER, "como": Expected.MANNER, "cuantos": Expected.COUNT, "cuantas": Expected.COUNT,
    "cuanto": Expected.AMOUNT, "cuanta": Expected.AMOUNT,
}  # fmt: skip
"""Question words. "porque" in two words ("por qué") is REASON, see `asked`."""

AFTER_HOW = {
    Expected.COUNT: frozenset(["many"]),
    Expected.AMOUNT: frozenset(["much"]),
    Expected.MEASURE: frozenset(
        "long old far large big tall high deep fast wide often heavy small hot cold strong late soon".split()
    ),
}
"""What makes "how" ask for a number."""

NOUNS = {
    Expected.TIME: frozenset(
        """year date day month century decade time period season hour week years dates era
        ano fecha dia mes siglo decada epoca hora semana""".split()
    ),
    Expected.COUNT: frozenset(
        """percent percentage number population amount age cost price rate proportion many share
        porcentaje numero poblacion cantidad edad costo precio tasa""".split()
    ),
    Expected.PLACE: frozenset(
        """country city state place region continent location town area county river island street capital village
        pais ciudad estado lugar region isla calle pueblo provincia""".split()
    ),
    Expected.PERSON: frozenset(
        """person people man woman king queen president author name leader scientist company organization
        organisation group minister player coach team party persona hombre mujer rey reina presidente autor nombre
        lider empresa organizacion grupo ministro ministra jugador equipo partido""".split()
    ),
    Expected.REASON: frozenset("reason reasons why cause razon motivo causa".split()),
}
"""What a noun behind "what", "which" or "qué" asks for."""
NOUN_WITHIN = {
    Expected.TIME: 2,
    Expected.COUNT: 3,
    Expected.PLACE: 2,
    Expected.PERSON: 3,
    Expected.REASON: 3,
}
"""Words behind the question word among which such a noun is looked for; in this order."""

SAID_IN_QUESTIONS = frozenset().union(*NOUNS.values()) | frozenset(
    "type kind term word long many much old far called name named tipo clase llamado llamada llama".split()
)
"""Words of questions that need not stand in an answer."""

POINTERS = frozenset(
    "he she it they this these his her its their those that such el ella ellos ellas esto estos esta estas".split()
)
"""First words of a sentence that lean on the one before."""
