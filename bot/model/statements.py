"""Statements: who said what, as it stands in an article, and who that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.model.articles import Span


class QuoteKind(StrEnum):
    """How the words stand on record."""

    DIRECT = "direct"
    """Wholly inside quotation marks."""
    MIXED = "mixed"
    """Partly inside quotation marks."""
    INDIRECT = "indirect"
    """Reported without quotation marks."""
    ATTRIBUTED = "attributed"
    """A belief, wish or plan ascribed to somebody; not words."""


class SpeakerKind(StrEnum):
    """What sort of speaker it is."""

    PERSON = "person"
    INSTITUTION = "institution"
    """A body, government or company: "the Kremlin", "Ostrava Steel"."""
    GROUP = "group"
    """Several, named or not: "officials", "two witnesses", "Smith and Jones"."""
    ANONYMOUS = "anonymous"
    """One person the article doesn't name: "a senior official"."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What an attributor finds in a text, before anybody is named: who is a stretch of text here."""

    content: tuple[Span, ...]
    """What was said, in reading order; several where it is interrupted. Never empty."""
    cue: Span | None = None
    """The words that attribute: "said", "according to"."""
    source: Span | None = None
    """The mention by the cue: "Lavrov", "he", "the minister"."""
    via: Span | None = None
    """The medium that passed it on: "TASS" in "cited by TASS"."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute a statement."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as far as the article tells."""

    name: str
    """Resolved name ("Sergei Lavrov"), or the mention as written where it can't be resolved with confidence."""
    mention: str
    """What stands by the cue: "he", "the minister", "Lavrov"."""
    span: Span
    """Where the mention stands."""
    role: str | None = None
    kind: SpeakerKind = SpeakerKind.PERSON


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement on record. Its words are the article's own: spans, never copies."""

    kind: QuoteKind
    content: tuple[Span, ...]
    """What was said, in reading order; never empty; quotation marks left out at the ends."""
    cue: Cue | None = None
    speaker: Speaker | None = None
    """None where the article doesn't tell."""
    via: str | None = None
    confidence: float = 1.0

    @property
    def span(self) -> Span:
        """From the first to the last word of the statement, interruptions included."""
        return Span(self.content[0].start, self.content[-1].end)

    def text(self, article_text: str) -> str:
        """The statement as it stands in the article, interruptions included: one unbroken slice."""
        return self.span.of(article_text)

    def id(self, article_id: str) -> str:
        """Stable for one revision of an article, safe in links: letters, digits and "-", at most 40."""
        return f"{article_id}-{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or an institution) with statements on record, in one article or in the whole archive."""

    name: str
    """In an archive the fullest of the names that articles use most; with the field behind it where two share it:
    "Mara Lind (sport)"."""
    kind: SpeakerKind = SpeakerKind.PERSON
    roles: tuple[str, ...] = ()
    """As written, most frequent first."""
    aliases: tuple[str, ...] = ()
    """Other names the articles use: "Lavrov". Pronouns and descriptions are no aliases."""
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class RoleUse:
    """A role as articles word it, and when they did."""

    role: str
    first: str
    """ISO 8601: the date of the earliest of the articles, as it sorts; of the moment of loading where it has none."""
    last: str
    articles: int
    shown: tuple[str, str] | None = field(default=None, compare=False)
    """The earliest and latest date that these articles show; None where none of them tells a year."""


@dataclass(frozen=True, slots=True)
class Profile:
    """All that an archive tells of one person."""

    person: Person
    roles: tuple[RoleUse, ...] = ()
    """Earliest first."""
    kinds: tuple[tuple[QuoteKind, int], ...] = ()
    """How many statements of each kind; most first."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Where somebody is on record. Dates are those that articles show, ISO 8601; None where none tells a year."""

    articles: int
    first: str | None = None
    last: str | None = None
    outlets: tuple[tuple[str, int], ...] = ()
    """With the number of articles; most first."""
    beside: tuple[tuple[str, int], ...] = ()
    """Who else is quoted in the same articles, with the number of those, in the latest articles; most first."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the operator decided: that two names are one person's or, without another, that a name stands for itself."""

    name: str
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one article."""

    quotes: tuple[Quote, ...] = ()
    """By place in the text."""
    people: tuple[Person, ...] = ()
    """Everybody with a quote, and everybody named with a role; most quoted first."""
