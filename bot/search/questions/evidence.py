"""Whether a sentence holds the kind of thing asked for, and the phrase of it that is the answer."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.search.lexicon import NUMBERS, STOP_WORDS
from bot.search.questions.asked import Question
from bot.search.questions.lexicon import Expected
from bot.search.questions.pages import Sentence

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|enero|febrero|marzo|abril|"
    "mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
_TIME = re.compile(
    rf"\b(?:1\d{{3}}|20\d{{2}}|[1-9]\d{{0,2}} (?:AD|BC|CE|BCE)|{MONTHS}|century|centuries|{DAYS}|yesterday|today|"
    rf"\d{{3,4}}s|spring|summer|autumn|winter|o'clock|[ap]\.?m\.?|siglo|ayer|hoy)\b"
)
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})s?\b")
NUMBER_WORDS = f"(?:{'|'.join(NUMBERS)}|hundred|thousand|million|billion|half|third|quarter|dozen|several|cien|mil)s?"
_NUMBER = re.compile(rf"\b(?:\d[\d,.]*|{NUMBER_WORDS}|twice|once|first|second|millones|mitad|tercio)\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"[$£€¥]\s?\d|%|\b(?:dollars?|euros?|pounds?|cents?|yen|pesos?|dólares|libras|per ?cent|por ciento)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"°|\b(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|ft|kg|tons?|tonnes?|acres?|hectares?|degrees?|hours?|"
    r"minutes?|seconds?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|square|inches|kilómetros?|metros?|"
    r"toneladas?|hectáreas?|grados?|horas?|minutos?|segundos?|días?|semanas?|meses|años?)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|since|so that|in order to|caused|causes?|reasons?|result(?:ed|s)?|led to|therefore|"
    r"thus|to (?:avoid|prevent|protect|make|keep|get|allow|give|help|reduce|improve)|for fear|thanks to|by|porque|"
    r"debido a|por|para|ya que|a causa de)\b",
    re.IGNORECASE,
)
_REASON_TOLD = re.compile(
    r"\b(?:because|due to|in order|so that|reason|caus\w*|porque|debido|ya que|razón|motivo)\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|of|between|outside|across|through|into|around|on|en|a|de|desde|hacia|cerca de)\s+"
    r"(?:the\s+|el\s+|la\s+)?(?:[a-z]+ern\s+)?[^\W\d_a-zà-ÿ]\w+"
)
_MANNER = re.compile(
    r"\b(?:by|through|using|with|via|means|method|process|way|mediante|con|por|método)\b", re.IGNORECASE
)
MANY_NAMES = 4
"""Names: more in a sentence make none the likelier."""


def new_names(question: Question, sentence: Sentence) -> int:
    """How many words with a capital the question doesn't have."""
    return len(sentence.names - question.stems)


def new_numbers(question: Question, sentence: Sentence) -> int:
    """How many numbers the question doesn't have."""
    return len(sentence.numbers - question.stems)


def evidence(question: Question, sentence: Sentence) -> tuple[float, float]:
    """0-1 each: whether the sentence holds the kind of thing asked for, and a stricter or looser sign of it."""
    first, second = _SIGNS[question.expected]
    return first(question, sentence), second(question, sentence)


_Sign = Callable[[Question, Sentence], float]


def _holds(pattern: re.Pattern[str]) -> _Sign:
    return lambda _, sentence: float(bool(pattern.search(sentence.text)))


def _number(question: Question, sentence: Sentence) -> float:
    return float(new_numbers(question, sentence) > 0)


def _new_year(question: Question, sentence: Sentence) -> float:
    return float(bool(_YEAR.search(sentence.text)) and new_numbers(question, sentence) > 0)


def _name(question: Question, sentence: Sentence) -> float:
    return float(new_names(question, sentence) > 0 or _opens_with_a_name(question, sentence))


def _opens_with_a_name(question: Question, sentence: Sentence) -> bool:
    first = sentence.words[:1]
    capital = sentence.text.lstrip("\"'“‘«")[:1].isupper()
    return bool(first) and capital and first[0] not in STOP_WORDS and sentence.stems[0] not in question.stems


def _names(question: Question, sentence: Sentence) -> float:
    return min(new_names(question, sentence), MANY_NAMES) / MANY_NAMES


def _head(question: Question, sentence: Sentence) -> float:
    return float(question.head is not None and question.head in sentence.bag)


_SIGNS: dict[Expected, tuple[_Sign, _Sign]] = {
    Expected.PERSON: (_name, _names),
    Expected.TIME: (_holds(_TIME), _new_year),
    Expected.PLACE: (_holds(_PLACE), lambda question, sentence: float(new_names(question, sentence) > 0)),
    Expected.COUNT: (_number, _holds(_NUMBER)),
    Expected.AMOUNT: (_holds(_AMOUNT), _number),
    Expected.MEASURE: (_number, _holds(_UNIT)),
    Expected.REASON: (_holds(_REASON), _holds(_REASON_TOLD)),
    Expected.MANNER: (_holds(_MANNER), lambda _, __: 0.0),
    Expected.THING: (_head, _names),
    Expected.OTHER: (_head, _names),
}
