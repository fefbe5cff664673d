"""Who a description means: "the head of Russian diplomacy", "the 34-year-old mother of three", "the council".

A body's name goes without its article: "the Kremlin" speaks as "Kremlin", as a reader would type it. Somebody whom the
article doesn't name keeps the mention as written: "a senior official". Gender helps to resolve and is never shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from bot.extract.blocks import blocks
from bot.extract.certainty import Evidence
from bot.extract.headlines import LONGEST_LINE
from bot.extract.mentions import Answer, chosen
from bot.extract.openings import Opening
from bot.extract.people import Cast, Figure, fold_all
from bot.extract.places import COUNTRY
from bot.extract.roles import (
    BODY_HEADS,
    FIRMS,
    FUNCTIONS,
    GENERIC,
    ROLELESS,
    Role,
    adherent_fit,
    age_in,
    fit,
    gender_of_noun,
    head_of,
    number_of,
    role_of,
)
from bot.extract.salience import Salience
from bot.extract.titles import PARTIES, TITLE_HEADS
from bot.model import Span, SpeakerKind

ENOUGH_FIT = 0.45
"""Fit of a description to somebody's roles (0 to 1) from which it can mean them."""
UNSEEN = 0.25
"""What presence counts for somebody named long ago, or not yet; 1 is somebody who has just spoken."""
PRESENT = 0.5
"""Presence from which somebody without a fitting role can be meant."""
ENOUGH = 0.17
"""Product of fit and presence from which a description is resolved."""
PRESENT_BODY = 0.25
"""Presence from which a body can be meant by "the company"."""
LEAD = 3
"""How many times less often than whoever is named most somebody may be named whom "the candidate" means."""
PROTAGONIST = 2
"""How many times as often as any other somebody is named who is present all through the article."""
_LEADING = 50
"""How many of those named first can be whom the article is about."""
_BEFORE, _BEHIND = 60, 20
"""How many names before and behind a description are looked at."""
_SOON = 500
"""Characters behind a description within which it is made good by a name."""
_REACH = 2500
"""Characters before a description within which the body it takes up is named."""

_ARTICLE = re.compile(r"^(?:(?:But|And|So|Yet|Meanwhile,|However,)\s+)?(?:(?:[Tt]he|[Ee]l|[Ll]a)\s+)?(?=\S)")
_INDEFINITE = re.compile(r"(?:an?|one|another|una?|otr[oa])\s+", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){0,2}(?P<noun>[a-z]+)\b(?! [a-z]+ [A-Z])")
_MANY = re.compile(
    r"^(?:all|those|most|many|some|several|both|few|two|three|four|five|six|\d+|none|half)\b", re.IGNORECASE
)
_DEFINITE = re.compile(r"^(?:the|this|that|his|her|their|its|our|el|la|este|esta|su)\b|^\S+['’]s\b", re.IGNORECASE)
_OWNED = re.compile(r"^(?:his|her|their|its|our|su)\b|^\S+['’]s\b", re.IGNORECASE)
_OPEN = re.compile(
    r"(?:his|her|their|its|our|su)\b"
    r"|(?:the|el|la) (?:only|sole|first|latest|next|other|same|únic[oa]|primer[oa]?|otr[oa])\b",
    re.IGNORECASE,
)
"""Descriptions that tell whose somebody is, or how many there are, not who is meant."""
_SEVERAL = re.compile(r" (?:and|y) (?:the|el|la|his|her|su) ")
_UNCLOSED = re.compile(r"\s*\([^()]*$")
_PHRASE_END = re.compile(r",|\(| who | whose | that | que | quien ")
_KIN = frozenset("husband wife son daughter father mother brother sister friend widow".split())
"""Nouns that fit anybody's family: a role in the text doesn't tell whose."""


class Descriptions:
    """Resolves the descriptions of one text."""

    def __init__(self, text: str, cast: Cast, people: Salience, bodies: Salience, least: float) -> None:
        """Keeps the text, who is named in it, and who is present, which grows while the text is read.

        Below a probability of `least` a description stays as written.
        """
        self._least = least
        self._text, self._cast, self._people, self._present = text, cast, people, bodies
        self._starts = [name.start for name in cast.names]
        first = next(iter(blocks(text)), Span(0, 0))
        self._headline = first.end if first.end - first.start <= LONGEST_LINE and first.end < len(text) else 0
        """Where the first line ends, if it is a headline: what only stands there is no name to take up."""
        self._anonymous: dict[str, Figure] = {}
        self._bodies: dict[str, Figure] = {}
        self._spoken: dict[str, str] = {}

    def read(self, source: Span, written: str, clock: int) -> Answer:
        """Who the description `written` at `source`, in sentence `clock`, means."""
        written = _UNCLOSED.sub("", written) or written
        phrase = _PHRASE_END.split(written, maxsplit=1)[0].strip()
        noun = head_of(re.sub(r"^(?:the|an?|el|la|una?)\s+", "", phrase, flags=re.IGNORECASE))
        number = number_of(noun)
        if _SEVERAL.search(phrase):
            name = _ARTICLE.sub("", written)
            return Answer(name, SpeakerKind.GROUP, None, 0.9, self._figure(name, SpeakerKind.GROUP))
        if number != "person":
            return self._body(source, written, phrase, noun, number, clock)
        if not _DEFINITE.match(phrase):
            figure = Figure(written, SpeakerKind.ANONYMOUS, gender_of_noun(noun))
            if _INDEFINITE.match(phrase):
                self._anonymous[noun] = figure
            return Answer(written, SpeakerKind.ANONYMOUS, None, 0.95, figure if noun in self._anonymous else None)
        if not _OWNED.match(phrase) and noun in self._anonymous:
            return Answer(written, SpeakerKind.ANONYMOUS, None, 0.9, self._anonymous[noun])
        open_ = noun in _KIN or _OPEN.match(phrase)
        found = None if open_ else self._whom(source, self._short(phrase), noun, clock)
        if found is None or found.certainty < self._least:
            office = noun in TITLE_HEADS and noun not in FUNCTIONS
            unnamed = None if office else Figure(written, SpeakerKind.ANONYMOUS, gender_of_noun(noun))
            return Answer(written, SpeakerKind.ANONYMOUS, None, 0.8, unnamed)
        return found

    def _short(self, phrase: str) -> str:
        """The phrase with the abbreviations for the names that the text explains them by, as roles have them."""
        for short, full in self._cast.abbreviations.items():
            phrase = phrase.replace(full, short)
        return phrase

    def introduced(self, opening: Opening, clock: int) -> Figure | None:
        """Whom later mentions can take up of a description that doesn't speak itself."""
        written = " ".join(opening.span.of(self._text).split())
        if opening.number == "person" and _INDEFINITE.match(written):
            return Figure(written, SpeakerKind.ANONYMOUS, gender_of_noun(head_of(written)))
        return self.read(opening.span, written, clock).figure

    # --- persons

    def _whom(self, source: Span, phrase: str, noun: str, clock: int) -> Answer | None:
        """The person whose roles and presence fit best."""
        wanted, gender, age = role_of(phrase), gender_of_noun(noun), age_in(phrase)
        scored: list[tuple[float, bool, Figure]] = []
        for figure in self._near(source, gender):
            presence = min(1.0, self._people.weight(figure, clock))
            if noun in GENERIC:
                lead = self._lead(figure, gender)
                if self._somebody_since(figure, source.start) or lead < 1 / LEAD:
                    continue
                if lead >= PROTAGONIST and figure.places[0] < source.start:
                    presence = max(presence, PRESENT)
            fits = _suits(wanted, noun, age, figure, presence)
            score = fits * max(UNSEEN, presence)
            if score >= ENOUGH:
                scored.append((score, fits >= ENOUGH_FIT, figure))
        if not scored:
            return None
        if any(told for _, told, _ in scored):  # a role that the text tells goes before mere presence
            scored = [one for one in scored if one[1]]
        score, told, meant = max(scored, key=lambda one: one[0])
        second = max((one[0] for one in scored if one[2] is not meant), default=0.0)
        return chosen(meant, Evidence("description", score / (score + second), score, told, meant.sure))

    def _near(self, source: Span, gender: str | None) -> list[Figure]:
        """The persons of fitting gender who are present, or named around a description."""
        at = bisect_left(self._starts, source.start)
        behind = [name for name in self._cast.names[at : at + _BEHIND] if name.start - source.start < _SOON]
        near = [*self._cast.names[max(0, at - _BEFORE) : at][::-1], *behind]
        figures = dict.fromkeys([*self._people.latest(), *(self._cast.of[name.start] for name in near)])
        persons = (figure for figure in figures if figure.kind is SpeakerKind.PERSON)
        return [figure for figure in persons if not (gender and figure.gender and gender != figure.gender)]

    def _lead(self, figure: Figure, gender: str | None) -> float:
        """How many times as often somebody is named as the others who are named most."""
        others = (f for f in self._cast.figures[:_LEADING] if f.kind is SpeakerKind.PERSON and f is not figure)
        fitting = (len(f.places) for f in others if not (gender and f.gender and f.gender != gender))
        return len(figure.places) / max(1, max(fitting, default=1))

    def _somebody_since(self, figure: Figure, offset: int) -> bool:
        """Whether somebody unnamed came in after a figure was last named: "a cashier"."""
        at = bisect_left(figure.places, offset) - 1
        start = max(figure.places[at] if at >= 0 else offset, offset - _REACH)
        return any(number_of(m["noun"]) == "person" for m in _SOMEBODY.finditer(self._text, start, offset))

    # --- bodies and groups

    def _body(self, source: Span, written: str, phrase: str, noun: str, number: str, clock: int) -> Answer:
        group = number == "group" or _MANY.match(phrase) is not None
        kind = SpeakerKind.GROUP if group else SpeakerKind.INSTITUTION
        name = _ARTICLE.sub("", written)
        short = phrase.count(" ") <= 1 and phrase.split(" ", 1)[0].casefold() in ("the", "el", "la")
        longer = self._taken_up(source, noun, clock) if short and not group else None
        named = longer or (any(map(str.isupper, name)) and source.start >= self._headline)
        if not group and named and not _INDEFINITE.match(name):
            self._spoken[noun] = longer or name
        figure = self._figure(name, kind) if number else None
        return Answer(longer or name, kind, None, 0.85 if longer else 1.0 if number else 0.9, figure)

    def _figure(self, name: str, kind: SpeakerKind) -> Figure:
        return self._bodies.setdefault(name.casefold(), Figure(name, kind))

    def _taken_up(self, source: Span, noun: str, clock: int) -> str | None:
        """The full name of the body that "the council" takes up: the last one named with the noun or a word for it."""
        floor = max(0, source.start - _REACH)
        heads = BODY_HEADS.get(noun, frozenset({noun}))
        owned = [*_named_before(noun).finditer(self._text, floor, source.start)][-1:]
        at = bisect_left(self._starts, source.start)
        for name in reversed(self._cast.names[max(0, at - _BEFORE) : at]):
            if name.start < max(floor, owned[0].start() if owned else 0):
                break
            figure = self._cast.of[name.start]
            words = fold_all(figure.name).split()
            if figure.places[-1] < self._headline:
                continue
            if figure.kind is SpeakerKind.INSTITUTION and heads & set(words) and words != [noun]:
                return figure.name
        if owned:
            return " ".join(owned[0].group().split())
        return self._spoken.get(noun) or (self._firm(clock) if noun in FIRMS else None)

    def _firm(self, clock: int) -> str | None:
        """The body most present, for "the company" where no name tells its trade."""
        bodies = [
            (self._present.weight(figure, clock), -place, figure.name)
            for place, figure in enumerate(self._present.latest())
            if figure.kind is SpeakerKind.INSTITUTION and figure.places and figure.name.casefold() not in COUNTRY
        ]
        weight, _, name = max(bodies, default=(0.0, 0, ""))
        return name if weight >= PRESENT_BODY else None


@lru_cache(maxsize=512)
def _named_before(noun: str) -> re.Pattern[str]:
    """A noun with a name before it: "Lind's mayoral campaign", "the Holm foundation"."""
    return re.compile(
        r"\b(?!(?:The|A|An|In|On|At|His|Her|Its|Their|This|That|And|But|New|Another|One)\b)"
        rf"[A-Z][\w-]+(?: [A-Z][\w-]+)*(?:['’]s(?: [a-z]+)?)? {re.escape(noun)}\b"
    )


def _suits(wanted: Role, noun: str, age: int | None, figure: Figure, presence: float) -> float:
    """How well a description suits somebody (0 to 1), by age, by roles, else by presence alone."""
    if age is not None and figure.age is not None:
        return 1.0 if age == figure.age else 0.0
    score = fit(wanted, map(role_of, figure.roles)) if figure.roles else 0.0
    if score >= ENOUGH_FIT:
        return score
    if noun in PARTIES and figure.roles:
        return adherent_fit(wanted, map(role_of, figure.roles))
    if noun in PARTIES:
        return 0.0
    if presence < PRESENT or not figure.sure or (noun in FUNCTIONS and age is None):
        return 0.0
    return ROLELESS if noun in GENERIC or noun.endswith("-year-old") or not figure.roles else 0.0
