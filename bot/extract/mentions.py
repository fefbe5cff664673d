"""How a mention is built: the name on which it hangs, names joined, or a description."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from bot.extract.certainty import Evidence, certainty
from bot.extract.names import Name
from bot.extract.people import Cast, Figure
from bot.extract.roles import is_role
from bot.model import Span, SpeakerKind

_LEADING = re.compile(
    r"(?:(?:the|both|former|ex|then|now|late|likely|longtime|[\w-]+ly|one-time|self-styled|more|most)\s+){0,3}"
    r"(?:moderate|conservative|liberal|embattled|outgoing)?\s*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:named|called|identified as|known as)\s+$")
_CLAUSE = re.compile(
    r"\b(?:who|that|which|whose|whom|by|for|of|to|with|about|from|de|del|para|por|en|con|que|quien)\b|,.*\w",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Ee]l|[Ll]a|[Uu]na?|[Ss]u) )?(?:[a-zà-ÿ][a-zà-ÿ-]+ ){1,4}"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Ee]l|[Ll]a|[Ss]u) [^,]{3,60}, "
)
"""What may stand before a person's name and be a role, though it isn't a known one: "caretaker "."""
_RELATIVE = re.compile(r"\b(?:who|that|which|whose|whom|que|quien)\b", re.IGNORECASE)
_ENDING = re.compile(r"\s+(?:of|from|in|who|at|on|along|himself|herself|itself|themselves)\b|\s*[,(—–\[-]")
_JOINED = re.compile(r"(?:both |[^|,]{0,60}s )?\|(?:, \|)*,? (?:and|or|y|&) \|(?:['’]s?)?(?: each| both)?,?")
_HEADLINE_PAIR = re.compile(r"\|, \|")
_PARTY = re.compile(r"\s*\([^()]{1,40}\)")


class Answer(NamedTuple):
    """Who a mention is."""

    name: str
    kind: SpeakerKind
    role: str | None = None
    certainty: float = 1.0
    """Probability that the name is right, 0 to 1."""
    figure: Figure | None = None
    """Whom later mentions can take up."""
    evidence: Evidence | None = None
    """How the figure was chosen, where it isn't plain."""


def chosen(figure: Figure, evidence: Evidence) -> Answer:
    """Whom a mention means as far as the evidence goes."""
    role = figure.role if figure.kind is SpeakerKind.PERSON else None
    return Answer(figure.name, figure.kind, role, certainty(evidence), figure, evidence)


class Mentions:
    """Reads mentions of one text."""

    def __init__(self, text: str, cast: Cast) -> None:
        """Keeps the text and who is named in it."""
        self._text, self._cast = text, cast
        self._starts = [name.start for name in cast.names]

    def names_in(self, source: Span) -> list[Name]:
        """The names that stand in a mention."""
        begin = bisect_left(self._starts, source.start)
        past = bisect_left(self._starts, source.end, begin)
        return [name for name in self._cast.names[begin:past] if name.end <= source.end + 2]

    def before(self, offset: int) -> int:
        """How many names begin before an offset."""
        return bisect_left(self._starts, offset)

    def head(self, source: Span, inside: Sequence[Name]) -> Name | None:
        """The name on which the mention hangs: the last one of its first part, or of an apposition behind."""
        for name in inside:
            before = self._text[source.start : name.start]
            after = _PARTY.sub("", self._text[name.end : source.end].lstrip("'’s"), count=1)
            person = self._cast.of[name.start].kind is SpeakerKind.PERSON
            titled = person and self._titles(before)
            if not titled and _LEADING.fullmatch(before) is None:
                continue
            if (not after.strip() or _ENDING.match(after)) and not (name.possessive and after.strip()):
                return name
        return None

    def _titles(self, before: str) -> bool:
        """Whether what stands before a name is its bearer's role: "Marta Leone's lawyer, ", "a man named "."""
        if _NAMED.search(before):
            return True
        if _PLAIN.fullmatch(before) and not _CLAUSE.search(before.rstrip(" ,")):
            return True
        described, comma, title = before.partition(", ")
        if comma and not _CLAUSE.search(described) and is_role(described) and (not title or is_role(title.strip())):
            return True
        phrase = before.strip(" ,")
        breaks = _RELATIVE if before.rstrip().endswith(",") else _CLAUSE
        return not breaks.search(phrase) and is_role(phrase)

    def several(self, source: Span, inside: Sequence[Name]) -> str | None:
        """ "Smith and Jones" with full names, where the mention is nothing but names joined."""
        if len(inside) < 2:
            return None
        rest, at = "", source.start
        for name in inside:
            rest += self._text[at : name.start] + "|"
            at = name.end
        rest += self._text[at : source.end]
        if not _JOINED.fullmatch(rest) and not _HEADLINE_PAIR.fullmatch(rest):
            return None
        full = [self._cast.of[name.start].name for name in inside]
        if len(set(full)) < len(full):
            return None
        return joined(full)


def joined(full: Sequence[str]) -> str:
    """The full names of several as one: "Mara Lind and Olaf Rein"."""
    return ", ".join(full[:-1]) + " and " + full[-1]
