"""Lines in title case, where every word looks like a name: which they are, and the names that the text confirms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.extract.given import gender_of
from bot.extract.lexicon import SPEECH_VERBS
from bot.extract.names import Name, form_of
from bot.model import Span
from bot.text import paragraphs

LONGEST_LINE = 200
"""Characters of a line that can be a headline."""
CAPITALISED = 0.7
"""Share (0 to 1) of a headline's words of four letters and more that begin with a capital."""
ORDINARY = 2
"""How many capitalised words of it stand in lower case elsewhere, or report speech: more than a row of names has;
one will do in a line of capitals."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_ANY = re.compile(r"[^\W\d_]{2,}")
_PART = re.compile(r"[^\s]+")
_LONGEST_NAME = 4


def headlines(text: str) -> list[Span]:
    """The lines of a text in title case or in capitals throughout."""
    lines = [line for line in paragraphs(text) if line.end - line.start <= LONGEST_LINE]
    suspects = [line for line in lines if _capitalised(line.of(text))]
    if not suspects:
        return []
    ordinary = {word for word in _ANY.findall(text) if word.islower()} | SPEECH_VERBS
    return [line for line in suspects if _ordinary(line.of(text), ordinary) >= ORDINARY - line.of(text).isupper()]


def _capitalised(line: str) -> bool:
    words = _WORD.findall(line)
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= CAPITALISED * len(words)


def _ordinary(line: str, ordinary: set[str]) -> int:
    return sum(word[0].isupper() and word.casefold() in ordinary for word in _ANY.findall(line)[1:])


def confirmed(text: str, name: Name, known: Callable[[str], bool]) -> Iterator[Name]:
    """The names within a run of capitalised words of a headline: those known from the text, else given name and next.

    Args:
        text: The whole text.
        name: The run.
        known: Whether the text names somebody so elsewhere.
    """
    parts = [Span(name.start + m.start(), name.start + m.end()) for m in _PART.finditer(text[name.start : name.end])]
    at = 0
    while at < len(parts):
        longest = min(len(parts), at + _LONGEST_NAME)
        past = next((p for p in range(longest, at, -1) if _is_known(text, parts, at, p, known)), at)
        if past == at and at + 1 < len(parts) and gender_of(parts[at].of(text)):
            past = at + 2
        if past > at:
            start, end = parts[at].start, parts[past - 1].end
            form = form_of(text[start:end])
            if form is not None and form.name:
                yield Name(start + form.skip, end, form, False, name.possessive and end == name.end)
        at = max(past, at + 1)


def _is_known(text: str, parts: list[Span], at: int, past: int, known: Callable[[str], bool]) -> bool:
    return known(text[parts[at].start : parts[past - 1].end])
