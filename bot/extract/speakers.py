"""Who a mention stands for: names made full, pronouns and descriptions resolved, the rest left as written.

A body's name goes without its article: "the Kremlin" speaks as "Kremlin", as a reader would type it. Somebody whom the
article doesn't name keeps the mention as written: "a senior official". Gender helps to resolve and is never shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from bot.extract.coreference import GENDER, Chain
from bot.extract.kinds import Marks
from bot.extract.names import Name
from bot.extract.people import Cast, Figure
from bot.extract.places import CAPITALS, COUNTRIES, SEATS
from bot.extract.roles import fit, gender_of_noun, head_of, is_role, number_of, role_of
from bot.model import Attribution, Span, Speaker, SpeakerKind

ENOUGH_FIT = 0.45
"""Fit of a description to somebody's roles (0 to 1) from which it is taken to mean them."""
SURE_PRONOUN = 0.55
"""Share of the weight that the likeliest person must have for a pronoun to be resolved; else it stays as written."""
_ARTICLE = re.compile(r"^(?:the|The)\s+(?=\S)")
_LEADING = re.compile(
    r"(?:(?:the|both|former|ex|then|now|late|likely|longtime|[\w-]+ly|one-time|self-styled)\s+){0,3}", re.IGNORECASE
)
_MANY = re.compile(
    r"^(?:all|those|most|many|some|several|both|few|two|three|four|five|six|\d+|none|half)\b", re.IGNORECASE
)
_DEFINITE = re.compile(r"^(?:the|this|that|his|her|their|its|our)\b|^\S+['’]s\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:named|called|identified as|known as)\s+$")
_KIN = frozenset("husband wife son daughter father mother brother sister friend".split())
"""Nouns that fit anybody's family: a role in the text doesn't tell whose."""
_PLURAL_PRONOUNS = frozenset("they them their we us our you".split())


class Speakers:
    """Names the speakers of one text."""

    def __init__(self, text: str, found: list[Attribution], marks: Marks) -> None:
        """Reads names and pronouns of the text once."""
        self._text = text
        self.cast = Cast(text)
        self._chain = Chain(text, self.cast, found, marks)
        self._marks = marks
        self._starts = [name.start for name in self.cast.names]

    def resolve(self, one: Attribution) -> tuple[Speaker | None, float]:
        """The speaker of an attribution and how sure that is (0 to 1)."""
        if one.source is None:
            return None, 1.0
        mention = one.source.of(self._text)
        written = " ".join(mention.split())
        name, kind, role, certainty = self._read(one, one.source, written)
        return Speaker(name, mention, one.source, role, kind), certainty

    def _read(self, one: Attribution, source: Span, written: str) -> tuple[str, SpeakerKind, str | None, float]:
        low = written.casefold()
        if low in GENDER:
            return self._third_person(source, written)
        if low in ("i", "me", "my") and self._marks.around(source.start):
            around = self._chain.enclosing(source.start)
            if around and around is not one and around.source and around.source != source:
                return self._read(around, around.source, " ".join(around.source.of(self._text).split()))
        if low == "who":
            return self._relative(source, written)
        if low in _PLURAL_PRONOUNS:
            return written, SpeakerKind.GROUP, None, 1.0
        inside = self._names_in(source)
        if several := self._several(source, inside):
            return several, SpeakerKind.GROUP, None, 1.0
        if name := self._head_name(source, inside):
            return self._as(self.cast.of[name.start], name)
        return self._described(source, written)

    def _third_person(self, source: Span, written: str) -> tuple[str, SpeakerKind, str | None, float]:
        figure, share = self._chain.of.get(source.start, (None, 0.0))
        if figure is None or share < SURE_PRONOUN:
            return written, SpeakerKind.PERSON, None, 0.8
        return figure.name, figure.kind, figure.role, min(1.0, 0.6 + 0.4 * share)

    def _relative(self, source: Span, written: str) -> tuple[str, SpeakerKind, str | None, float]:
        """ "who": the name right before it, or the one to which the apposition before it belongs."""
        at = bisect_left(self._starts, source.start) - 1
        if at >= 0:
            name = self.cast.names[at]
            between = self._text[name.end : source.start]
            figure = self.cast.of[name.start]
            apposed = between.startswith(", ") and is_role(
                between[2:].strip(" ,").removeprefix("the ").removeprefix("a ")
            )
            if figure.kind is SpeakerKind.PERSON and (between.strip(" ,") == "" or apposed) and "\n" not in between:
                return self._as(figure, name)
        return written, SpeakerKind.PERSON, None, 0.9

    def _names_in(self, source: Span) -> list[Name]:
        begin = bisect_left(self._starts, source.start)
        past = bisect_left(self._starts, source.end, begin)
        return [name for name in self.cast.names[begin:past] if name.end <= source.end + 2]

    def _head_name(self, source: Span, inside: list[Name]) -> Name | None:
        """The name on which the mention hangs: the last one of its first part, or of an apposition behind."""
        for name in inside:
            before = self._text[source.start : name.start]
            after = self._text[name.end : source.end].lstrip("'’s")
            figure = self.cast.of[name.start]
            person = figure.kind is SpeakerKind.PERSON
            plain = _LEADING.fullmatch(before) is not None
            titled = person and (is_role(before.strip(" ,")) or _NAMED.search(before) is not None)
            ends = not after.strip() or after.lstrip()[:1] in ",(—–[" or re.match(r"\s+(?:of|from|in|who|at)\b", after)
            if ends and (plain or titled) and not (name.possessive and after.strip()):
                return name
        return None

    def _several(self, source: Span, inside: list[Name]) -> str | None:
        """ "Smith and Jones" with full names, where the mention is nothing but names joined."""
        if len(inside) < 2:
            return None
        rest, at = "", source.start
        for name in inside:
            rest += self._text[at : name.start] + "|"
            at = name.end
        rest += self._text[at : source.end]
        if not re.fullmatch(r"(?:both |[^|,]{0,60}s )?\|(?:, \|)*,? (?:and|or|y) \|(?:['’]s?)?,?", rest):
            return None
        full = [self.cast.of[name.start].name for name in inside]
        return ", ".join(full[:-1]) + " and " + full[-1]

    def _as(self, figure: Figure, name: Name) -> tuple[str, SpeakerKind, str | None, float]:
        title = name.form.title if name.form.title and is_role(name.form.title) else None
        kind = figure.kind
        if " " not in figure.name and figure.name.casefold() in COUNTRIES | CAPITALS | set(SEATS):
            kind = SpeakerKind.INSTITUTION
        role = (title or figure.role) if kind is SpeakerKind.PERSON else None
        return figure.name, kind, role, 1.0 if figure.sure or " " not in figure.name else 0.95

    def _described(self, source: Span, written: str) -> tuple[str, SpeakerKind, str | None, float]:
        phrase = re.split(r",|\(| who | whose | that ", written, maxsplit=1)[0].strip()
        noun = head_of(re.sub(r"^(?:the|an?)\s+", "", phrase, flags=re.IGNORECASE))
        number = number_of(noun)
        if number != "person":
            kind = SpeakerKind.GROUP if number == "group" or _MANY.match(phrase) else SpeakerKind.INSTITUTION
            return _ARTICLE.sub("", written), kind, None, 1.0 if number else 0.9
        if _DEFINITE.match(phrase) and noun not in _KIN and (figure := self._whom(source, phrase, noun)):
            return figure.name, SpeakerKind.PERSON, figure.role, 0.85
        return written, SpeakerKind.ANONYMOUS, None, 0.95

    def _whom(self, source: Span, phrase: str, noun: str) -> Figure | None:
        """Whom a description means: the best fit of roles, of equal ones the one named last before it."""
        wanted, gender = role_of(phrase), gender_of_noun(noun)
        at = bisect_left(self._starts, source.start)
        best: tuple[float, Figure] | None = None
        seen: set[Figure] = set()
        for name in [*self.cast.names[max(0, at - 60) : at][::-1], *self.cast.names[at : at + 20]]:
            figure = self.cast.of[name.start]
            if figure in seen or not figure.roles or figure.kind is not SpeakerKind.PERSON:
                continue
            seen.add(figure)
            if gender and figure.gender and gender != figure.gender:
                continue
            score = fit(wanted, map(role_of, figure.roles))
            if score >= ENOUGH_FIT and (best is None or score > best[0] + 0.05):
                best = score, figure
        return best[1] if best else None
