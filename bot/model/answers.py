"""Questions and answers: what is asked for, what was found, and what a chat was last about."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

from bot.model.archive import StoredQuote
from bot.model.articles import ArticleRef, Span
from bot.model.statements import Person, Presence, Profile, QuoteKind, Speaker


class Sort(StrEnum):
    """In which order statements are wanted."""

    NEW = "new"
    OLD = "old"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question is narrowed to; a field that is None or empty narrows nothing.

    Dates are those that articles show. An article whose date lacks the year, or that has none, is neither before nor
    after any day, so `since` and `until` leave it out; one dated by a year or month alone counts as of its first day.
    """

    since: str | None = None
    """ISO 8601 day, month or year ("2023-10-19", "2023-10", "2023"): from its first day on."""
    until: str | None = None
    """The same: up to the end of its last day."""
    outlet: str | None = None
    """Words that stand in a row in the provider's name; case and accents don't count."""
    place: str | None = None
    """The same, in the section or in the place of the dateline."""
    article: str | None = None
    """The id of the article."""
    kind: QuoteKind | None = None
    exact: tuple[str, ...] = ()
    """Words that stand in a row in the statement, in just these forms; each of them has to."""
    sort: Sort | None = None

    @property
    def narrow(self) -> bool:
        """Whether anything is left out; an order alone leaves out nothing."""
        return any((self.since, self.until, self.outlet, self.place, self.article, self.kind, self.exact))


UNFILTERED = Filters()
"""All that is on record."""


class Match(StrEnum):
    """How the words asked for compare with the record."""

    EXACT = "exact"
    CLOSE = "close"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that search found."""

    quote: StoredQuote
    score: float
    """Probability that this is what was asked for."""
    match: Match


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A speaker whose name search found."""

    person: Person
    score: float
    match: Match


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is talked of."""

    text: str
    """A slice of an article: as most statements write it."""
    span: Span
    article: ArticleRef
    quotes: int
    """How many of the statements that were read hold it, in any form."""


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article whose headline or text search found."""

    article: ArticleRef
    score: float
    match: Match
    passage: str | None = None
    """The words found, where they stand in the article's body (its own voice)."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A sentence of an article that answers a question."""

    article: ArticleRef
    text: str
    span: Span
    score: float
    """0-1: for the best of an answer, the probability that it answers; for others, by how far they fit less."""
    answer: Span | None = None
    """The words within it that are the answer, where they can be told."""


class Status(StrEnum):
    """How an answer ended; the command line prints it as it is."""

    OK = "ok"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    ERROR = "error"


ResultKind = Literal["quote", "sentence", "summary", "article", "person", "topic"]


class Verdict(StrEnum):
    """How a quotation compares with the record."""

    VERBATIM = "verbatim"
    """Word for word; case, final punctuation and the kind of marks, dashes and spaces don't count."""
    ALTERED = "altered"
    TRUNCATED = "truncated"
    """Word for word, but a negation or condition that stands right before or behind the words is left out."""
    SOMEBODY_ELSE = "somebody_else"
    """On record from another speaker than the one named."""
    REPORTED = "reported"
    """Reported indirectly: the article's wording."""
    OWN_VOICE = "own_voice"
    """The article says so itself; nobody is quoted."""
    NOT_ON_RECORD = "not_on_record"


class Change(StrEnum):
    """What was done to the record's words."""

    LEFT_OUT = "left_out"
    PUT_IN = "put_in"
    SWAPPED = "swapped"


class Flag(StrEnum):
    """Why a difference weighs: it changes what is claimed."""

    NEGATION = "negation"
    NUMBER = "number"
    """Numbers, amounts, percentages and dates."""
    CONDITION = "condition"
    """"if", "unless", "only"."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a user's words and the record's differ."""

    change: Change
    yours: str
    """The user's words, as typed; empty where something is left out."""
    record: str
    """A slice of the article; empty where something is put in."""
    flags: tuple[Flag, ...] = ()


class Named(NamedTuple):
    """A pronoun in an article's text, and the name that stands for it."""

    span: Span
    name: str
    """In the pronoun's case: "Lind’s" for "her"."""


@dataclass(frozen=True, slots=True)
class Result:
    """One line of an answer: something on record."""

    kind: ResultKind
    text: str
    """Verbatim: a slice of the article, its headline (kind article) or a name (person)."""
    article: ArticleRef | None = None
    content: tuple[Span, ...] = ()
    quote_kind: QuoteKind | None = None
    speaker: Speaker | None = None
    via: str | None = None
    person: Person | None = None
    before: str = ""
    """What stands before `text` in its paragraph."""
    after: str = ""
    quote_id: str | None = None
    score: float = 1.0
    match: Match | None = None
    also: tuple[ArticleRef, ...] = ()
    """Other articles with the same statement."""
    nearly: tuple[ArticleRef, ...] = ()
    """Others with nearly the same words: none that is a negation, number or condition differs."""
    differences: tuple[Difference, ...] = ()
    """The user's words against these, in order."""
    count: int | None = None
    """How many statements hold it, of those that were counted (kind topic)."""
    named: tuple[Named, ...] = ()
    """Pronouns in `text` whose antecedent stands elsewhere (kind summary): shown in brackets in their place."""
    answer: Span | None = None
    """The words within the article's text that answer the question (kind sentence)."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one or more articles tell of one event."""

    articles: tuple[ArticleRef, ...]
    """Latest first; never empty."""
    results: tuple[Result, ...]
    """Sentences (kind summary) of some of them, none telling what another does."""
    disagreements: tuple[tuple[Result, Result], ...] = ()
    """Sentences of different outlets that give different numbers for the same thing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the user can pick instead of typing: it stands for `message`."""

    label: str
    message: str


class Note(StrEnum):
    """Why an answer is as it is; `compose` has the words for each."""

    WELCOME = "welcome"
    HELP = "help"
    USAGE = "usage"
    """The command lacks its words."""
    NOBODY_SAID = "nobody_said"
    ARTICLES_OWN_VOICE = "own_voice"
    """The words stand in an article, but nobody is quoted with them."""
    ARTICLES_DONT_SAY = "articles_dont_say"
    """No sentence of an article seems to answer the question."""
    NO_SUCH_SPEAKER = "no_such_speaker"
    NOTHING_ON_TOPIC = "nothing_on_topic"
    """The speaker is on record, but not about that."""
    NO_SUCH_ARTICLE = "no_such_article"
    GONE = "gone"
    """What a link leads to isn't on record any more, or never was."""
    EMPTY_ARCHIVE = "empty_archive"
    WHICH_SPEAKER = "which_speaker"
    WHICH_ARTICLE = "which_article"
    WHO_IS_MEANT = "who_is_meant"
    """"he", "she", "they", where nobody was talked of before."""
    NOT_UNDERSTOOD = "not_understood"
    THANKS = "thanks"
    TOO_LONG = "too_long"
    ELSEWHERE = "elsewhere"
    """The command works in Telegram alone."""
    BAD_FILTER = "bad_filter"
    """A filter that can't be used: its value can't be read, or the command takes none."""
    NO_TOPICS = "no_topics"
    """Too little is on record to tell what is talked of."""
    NEITHER_ON_TOPIC = "neither_on_topic"
    FILTERED_OUT = "filtered_out"
    """There is something on record, but the filters leave all of it out."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the desk found for one message; `compose` puts it into words."""

    message: str
    command: str
    """"who", "quote", "summary", "articles", "people", "help", "start" ..., also for plain questions."""
    status: Status = Status.OK
    results: tuple[Result, ...] = ()
    """Best first; empty unless status is ok or ambiguous (for own voice: kind "sentence" under not_found: none)."""
    note: Note | None = None
    subject: str | None = None
    """The speaker, topic or words that the answer is about, as understood or as typed."""
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    """Messages that would have an answer: close names, a looser search."""
    own_voice: tuple[Result, ...] = ()
    """With ARTICLES_OWN_VOICE: where the words stand. Not results: nobody said them."""
    again: str = ""
    """A message that asks for this very answer without any memory, for buttons to carry; empty: `message` does."""
    facts: dict[str, str] = field(default_factory=dict)
    """Small named facts for the wording: "where", "when", "who" of a summary, counts of the archive."""
    verdict: Verdict | None = None
    """Of a quotation that was checked."""
    profile: Profile | None = None
    """Of the person whom the answer is about."""
    presence: Presence | None = None
    events: tuple[Event, ...] = ()
    """Of a summary of several articles, latest first; `results` has all their sentences."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a chat was last about, so that "he", "the second one" and "and Putin?" can be understood."""

    speaker: str | None = None
    topic: str | None = None
    article_id: str | None = None
    listed: tuple[str, ...] = ()
    """Ids of the articles shown last, in the order shown."""
    command: str | None = None
    passage: str | None = None
    """The id of the statement found last, to be marked in its article."""
    again: str | None = None
    """A message that asks for the last answer with results once more."""
