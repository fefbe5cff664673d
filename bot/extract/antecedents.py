"""What a relative pronoun stands for: the noun phrase before "who", "which" and "that"."""

from __future__ import annotations

import re

from bot.extract.roles import head_of, number_of

RELATIVE = frozenset("who which that whom quien quienes que".split())
_REACH = 140
"""Characters before the pronoun in which its phrase is looked for."""
_BREAK = re.compile(
    r"""[.!?;:()“”"\n—–]|\s--?\s|,(?=\s)|
    \b(?:and|but|or|because|when|while|if|as|than|to|of|in|on|at|by|for|from|with|about|among|against|between|into|like|
    over|under|through|including|is|are|was|were|be|been|has|have|had|will|would|said|says|told|not|also|during|after|
    before|since|around|within|without|toward|towards|until|upon|near|behind|both|even|despite|per|via|against)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PHRASE = re.compile(r"[^\W_][\w.'’-]*(?:\s+[^\W_][\w.'’-]*){0,6}$")
_DETERMINER = re.compile(r"\b(?:the|an?|his|her|their|its)(?= )")
_OFFICE = re.compile(r"[a-z-]+")
"""A bare noun, as in "the nominee for president, who"."""
_SOUGHT = re.compile(r" (?:for|of|to) $")
_VERB = re.compile(r"\b[a-z]+(?:ed|ing|es)\b")


def antecedent(text: str, start: int) -> tuple[int, int] | None:
    """Where the noun phrase stands that the relative pronoun at `start` takes up; None where there is none.

    Of "a number of cities that" it is "cities", of "wealthy Chinese citizens, who" all three words.
    """
    floor = max(0, start - _REACH)
    end = start
    while end > floor and text[end - 1] in " ,\u00a0":
        end -= 1
    begin = floor
    for match in _BREAK.finditer(text, floor, end):
        begin = match.end()
    words = _PHRASE.search(text, begin, end)
    if words is None or words.end() != end:
        return None
    first = words.start()
    after_comma = text[begin - 1 : begin] == ","
    for verb in _VERB.finditer(text, first, end):
        if verb.end() < end and (verb.start() > first or (after_comma and verb.group().endswith("ing"))):
            first = verb.end()
    for determiner in _DETERMINER.finditer(text, first, end):
        first = determiner.start()
    while first < end and text[first].isspace():
        first += 1
    return _whole(text, first, end) if first < end else None


def _whole(text: str, first: int, end: int) -> tuple[int, int]:
    """The phrase itself, or with "the nominee for" before it, where it is the bare name of an office."""
    sought = _SOUGHT.search(text, max(0, first - 5), first)
    if sought is None or not _OFFICE.fullmatch(text, first, end) or number_of(text[first:end]) != "person":
        return first, end
    before = antecedent(text, sought.start())
    if before is None or number_of(head_of(text[slice(*before)])) != "person":
        return first, end
    return before[0], end
