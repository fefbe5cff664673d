"""The words of a sentence that are the answer: a date, a number, a name, a place, a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.model import Span
from bot.search.lexicon import STOP_WORDS
from bot.search.questions.asked import Question
from bot.search.questions.evidence import DAYS, MONTHS, NUMBER_WORDS
from bot.search.questions.lexicon import Expected
from bot.search.questions.roots import root
from bot.text import words

_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*\w"
_NAME = re.compile(rf"{_NAME_WORD}(?: (?:(?:of|the|and|de|del|la|van|von|bin|al) )*{_NAME_WORD})*")
_YEAR = r"(?:1\d{3}|20\d{2})"
_TIME = re.compile(
    rf"(?:(?:early|late|mid)[ -])?(?:(?:\d{{1,2}} (?:de )?)?(?:{MONTHS})\.?(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?"
    rf"(?:,? (?:de )?{_YEAR})?|\d{{1,2}}(?:st|nd|rd|th)(?: and \d{{1,2}}(?:st|nd|rd|th))? centur(?:y|ies)|siglo [IVX]+|"
    rf"{_YEAR}s?(?:(?:–|-| to | and ){_YEAR}s?)?(?: (?:AD|BC|CE|BCE))?|\d{{1,4}} (?:AD|BC|BCE|CE)|"
    rf"(?:(?:early |late )?(?:last |next |on )?)(?:{DAYS})(?: (?:morning|afternoon|evening|night))?|yesterday|today|"
    rf"tomorrow|ayer|hoy|mañana|\d{{1,2}}(?::\d\d)? ?[ap]\.?m\b\.?|noon|midnight)"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|mil|millones)"
_ABOUT = (
    "about|around|over|nearly|almost|some|more than|less than|fewer than|at least|up to|approximately|unos|unas|"
    "más de|casi"
)
_UNIT = r" ?(?:%|°[CF]?)|(?: (?:to|and|or) \d[\d,.]*)?(?: (?:per ?cent|por ciento|square|cubic))?(?:[ -][a-záéíóúñ]+)?"
_COUNT = re.compile(
    rf"(?:(?:{_ABOUT}) )?[$£€¥]?(?:\d[\d,.]*\d|\d|\b{NUMBER_WORDS}\b)(?:[- ]{_SCALE})*(?:{_UNIT})", re.IGNORECASE
)
_PLACE = re.compile(
    rf"\b(?:in|at|near|from|to|outside|across|through|into|around|off|on|en|desde|hacia|cerca de) "
    rf"(?P<place>(?:the |el |la )?(?:[a-z]+ern )?{_NAME.pattern}|(?:the|its|el|la) [\w-]+(?: [\w-]+)?)"
)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|thanks to|so that|in order to|since|as a result of|for fear of|porque|debido al?|"
    r"ya que|a causa de|para que) [^,;.]+",
    re.IGNORECASE,
)

ALONE = frozenset({Expected.PERSON, Expected.PLACE, Expected.COUNT, Expected.MEASURE, Expected.AMOUNT})
"""Kinds of answers that are told only where a sentence holds one: among several, the nearest to the question's words
is right too rarely (50-75% on SQuAD 2; alone 70-95%)."""


def phrase(question: Question, text: str) -> Span | None:
    """Where the answer stands in a sentence's text; None where it can't be told, or might as well be another."""
    found = [span for span in _candidates(question, text) if not _known(question, span.of(text))]
    if len(found) > 1 and question.expected in ALONE:
        return None
    places = [word.span.start for word in words(text) if root(word.text) in {term.stem for term in question.terms}]
    return min(found, key=lambda span: _distance(span, places), default=None)


def _distance(span: Span, places: Iterable[int]) -> float:
    """Characters to the words of the question, all in all."""
    return sum(max(0, span.start - place, place - span.end) for place in places)


def _known(question: Question, told: str) -> bool:
    """Whether a phrase says only what the question does."""
    return all(root(word.text) in question.stems or word.text in STOP_WORDS for word in words(told))


def _candidates(question: Question, text: str) -> Iterator[Span]:
    match question.expected:
        case Expected.TIME:
            yield from _all(_TIME, text)
        case Expected.COUNT | Expected.AMOUNT | Expected.MEASURE:
            yield from _counted(question, text)
        case Expected.PERSON:
            yield from _named(text)
        case Expected.PLACE:
            yield from (Span(*one.span("place")) for one in _PLACE.finditer(text))
        case Expected.REASON:
            yield from _all(_REASON, text)
        case _:
            pass


def _all(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (Span(*one.span()) for one in pattern.finditer(text))


def _named(text: str) -> Iterator[Span]:
    for one in _all(_NAME, text):
        first = words(one.of(text))[:1]
        if not (first and first[0].text in STOP_WORDS):
            yield one


def _counted(question: Question, text: str) -> list[Span]:
    """Numbers; those that count a thing of the question alone, where there are any."""
    found = list(_all(_COUNT, text))
    stems = {term.stem for term in question.terms}
    of_it = [span for span in found if stems & {root(word.text) for word in words(span.of(text))}]
    return of_it or found
