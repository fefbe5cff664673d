"""Whom "who", "which" and "that" take up: somebody named before them, or the noun phrase that stands there."""

from __future__ import annotations

import re

from bot.extract.antecedents import antecedent
from bot.extract.certainty import Evidence, certainty
from bot.extract.descriptions import Descriptions
from bot.extract.mentions import Answer, Mentions, chosen
from bot.extract.names import Name
from bot.extract.people import Cast, Figure
from bot.extract.roles import head_of, is_role, number_of
from bot.model import Span, SpeakerKind

_PERSONS = frozenset("who whom quien quienes".split())
_EITHER = frozenset({"que"})
_PLACED = re.compile(
    r"(?:,? \([^()]{1,40}\)| of [A-Z][\w.]+(?: [A-Z][\w.]+)?|, \d{1,3}|,? (?:from|of|in) [A-Z][\w.]+(?: [A-Z][\w.]+)?)"
    r"{0,2},?(?: [–—-]+)? "
)
"""What may stand between a name and "who": a party, a place, an age."""
_HOME = re.compile(r"\b(?:of|from|in|near|at) (?:the )?$")
"""What stands before a name that only tells where somebody is at home."""
_PERSONAL = re.compile(r"(?:s|er|or|ist|ian|ee|man|ice|ent|ant)$")
"""How unknown nouns for persons may end."""
_APPOSED = re.compile(
    r"(?: \([^()]{1,40}\)| of [A-Z][\w.]+(?: [A-Z][\w.]+)?)?, (?:(?:an?|the|his|her|their) )?(?:[^,()\s]+ ){0,12}?"
    r"(?P<noun>[^,()\s]+)(?: (?:at|of|in|for|from|with|on) [^,()]{1,60})?,? "
)
"""An apposition between a name and "who"."""
_DEFINITE = re.compile(r"(?:the|his|her|their)\s", re.IGNORECASE)
_EQUATED = re.compile(r" (?:is|was|remains|became|has been) (?:an?|the|one) (?:[^,;:()\s]+ ){0,8}")
"""What makes a name and the noun before "who" one: "Lind is the minister who ..."."""


class Relatives:
    """Resolves the relative pronouns of one text."""

    def __init__(self, text: str, cast: Cast, mentions: Mentions, descriptions: Descriptions) -> None:
        """Keeps the text, who is named in it, and what resolves the description before a pronoun."""
        self._text, self._cast, self._mentions, self._descriptions = text, cast, mentions, descriptions

    def read(self, source: Span, written: str, clock: int) -> Answer:
        """Whom the pronoun `written` at `source`, in sentence `clock`, takes up."""
        low = written.casefold()
        person = low in _PERSONS
        figure = self._figure(source, person or low in _EITHER)
        if figure is None and low in _EITHER:
            figure = self._figure(source, False)
        if figure is not None:
            return chosen(figure, Evidence("relative", sure=figure.sure))
        span = antecedent(self._text, source.start)
        phrase = " ".join(self._text[span[0] : span[1]].split()) if span else ""
        number = number_of(head_of(phrase))
        if not phrase or (person and (number == "institution" or (not number and not _PERSONAL.search(phrase)))):
            return Answer(written, SpeakerKind.GROUP, None, 0.9)
        if span and number == "person" and _DEFINITE.match(phrase):
            answer = self._descriptions.read(Span(*span), phrase, clock)
            return answer._replace(name=bare(answer.name)) if answer.kind is SpeakerKind.ANONYMOUS else answer
        kind = {"person": SpeakerKind.ANONYMOUS, "institution": SpeakerKind.INSTITUTION}.get(number)
        evidence = Evidence("relative", known=False, sure=bool(number))
        return Answer(bare(phrase), kind or SpeakerKind.GROUP, None, certainty(evidence), None, evidence)

    def _figure(self, source: Span, person: bool) -> Figure | None:
        """Whoever is named right before a relative pronoun, or bears the description that stands there."""
        at = self._mentions.before(source.start) - 1
        nearest: Figure | None = None
        for back in range(at, max(-1, at - 4), -1):
            name = self._cast.names[back]
            figure = self._cast.of[name.start]
            between = self._text[name.end : source.start]
            if "\n" in between or len(between) > 140:
                break
            if (figure.kind is SpeakerKind.PERSON) is not person or self._only_tells_where(name, figure, person):
                continue
            if not between.strip(" ,–—-") or _PLACED.fullmatch(between):
                nearest = nearest or figure
                if figure.sure or not person:
                    break
            elif person and (_apposed(between) or _equated(between)):
                return figure
        return nearest

    def _only_tells_where(self, name: Name, figure: Figure, person: bool) -> bool:
        """Whether a name only tells where another is at home: "the ACLU of Oregon", "Lind, from Orvik, who"."""
        placed = not figure.sure and " " not in figure.name if person else name.form.kind == "place"
        return placed and _HOME.search(self._text, max(0, name.start - 9), name.start) is not None


def _apposed(between: str) -> bool:
    """Whether what stands between a name and "who" describes its bearer: ", a clerk at the ministry, "."""
    match = _APPOSED.fullmatch(between)
    if match is None:
        return False
    last = between.strip(" ,").rsplit(" ", 1)[-1]
    return is_role(match["noun"]) or is_role(last) or (between[-2] == "," and last.endswith(("er", "or")))


def _equated(between: str) -> bool:
    """Whether what stands between a name and "who" calls its bearer something: " is the minister "."""
    return _EQUATED.fullmatch(between) is not None and number_of(between.split()[-1]) != "group"


def bare(phrase: str) -> str:
    """A noun phrase without its article and the pauses around."""
    return re.sub(r"^(?:the|an?)\s+", "", phrase.strip(" ,–—-"), flags=re.IGNORECASE)
