"""All data types: what an article, a quote, a hit, an answer and a reply are.

Offsets are Unicode code points into `Article.text`, start inclusive, end exclusive. Scores and confidences are
probabilities from 0 to 1. `None` means "not known", never "empty". Everything is immutable.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


# --- articles -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, when and from whom an article comes, as its first line says."""

    raw: str
    """As written, separator included: "Moscow, Oct 19 (EFE).-"."""
    place: str | None = None
    date: str | None = None
    """ISO 8601: "2023-10-19", or "--10-19" where the article doesn't tell the year."""
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, parsed. `text` is the body alone: paragraphs joined by two newlines."""

    text: str
    headline: str | None = None
    section: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    provider: str | None = None
    """Who published or distributed it: an agency, a newspaper, a site."""
    published: str | None = None
    """ISO 8601 date or date-time."""
    url: str | None = None
    """Canonical link."""
    desk: str | None = None
    """Initials of the desk that signed it: "mos/lds"."""
    language: str | None = None
    """ISO 639-1."""
    format: str = "plain"
    """The name of the parser that read it: "wire", "plain", "html", ..."""
    dropped: tuple[str, ...] = ()
    """Lines of the input that are not part of the article (page furniture, transmission codes), in order."""
    guid: str | None = None
    """The publisher's own name of it, the same for all its versions, in formats that have one."""

    @property
    def id(self) -> str:
        """16 hexadecimal digits: from the canonical link or, lacking one, from headline and text."""
        identity = self.url or f"{self.headline or ''}\n{self.text}"
        return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What a list or a source line needs to know of a stored article."""

    id: str
    headline: str | None = None
    section: str | None = None
    published: str | None = None
    """ISO 8601; the dateline's date ("--10-19" at worst) where nothing better is known."""
    provider: str | None = None
    place: str | None = None
    url: str | None = None
    path: str | None = None
    """Where it was loaded from."""
    quotes: int = 0
    """How many statements are on record in it."""
    story: int | None = None
    """The same for all articles of one story: its copies in several outlets, its updates; None where it is alone."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article in the archive with what was extracted from its current revision."""

    ref: ArticleRef
    article: Article
    extraction: Extraction
    revision: int = 1


# --- who said what --------------------------------------------------------------------------------------------


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


# --- the archive ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parsed:
    """One article as it came out of an input, and where it came from."""

    article: Article
    path: str
    """The input: a file's path, a link, "chat"; with "#2" behind it for the second article of one input."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server called a version of its content, to ask whether it is still that one."""

    etag: str | None = None
    modified: str | None = None
    """The header Last-Modified, as the server wrote it."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a link led to."""

    url: str
    """The link that led to it, after redirects."""
    data: bytes
    kind: str | None = None
    """Type of the content, as the server says: "text/html"."""
    validators: Validators = Validators()


def input_of(path: str) -> str:
    """The file or link that an article came from: its path without the number within a bundle."""
    whole, mark, number = path.rpartition("#")
    return whole if mark and number.isdecimal() else path


class State(StrEnum):
    """What loading an article did."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate_of"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one input."""

    path: str
    state: State | None = None
    article_id: str | None = None
    quotes: int = 0
    error: str | None = None
    note: str | None = None
    """What else there is to know: that its publisher withdrew it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that couldn't be loaded, kept to be tried again."""

    path: str
    error: str
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article that was read and is not on record: whoever sent it has yet to decide."""

    parsed: Parsed
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody sent to be put on record, until they decide. Kept in the store, for a while."""

    id: str
    """12 hexadecimal digits, not to be guessed."""
    owner: str
    """Who sent it, and in which conversation, as the face that took it names them."""
    items: tuple[Drafted, ...]
    """The articles in it; never empty."""
    asks_headline: bool = False
    """Whether the next words of the owner are its headline."""


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """A quote with the article it stands in (its text is needed to show it)."""

    quote: Quote
    article: ArticleRef
    text: str
    """The statement as it stands in the article: `Quote.text`."""
    before: str = ""
    """What stands before it in its paragraph, character for character."""
    after: str = ""
    """What stands behind it in its paragraph."""

    @property
    def id(self) -> str:
        """The quote's id in the archive."""
        return self.quote.id(self.article.id)


@dataclass(frozen=True, slots=True)
class Census:
    """How much is on record."""

    articles: int
    quotes: int
    people: int


# --- questions and answers ------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What somebody chose for themselves or, for a group, its admins did."""

    language: str | None = None
    """ISO 639-1; None: as Telegram tells."""
    admins_only: bool = False
    """Whether only a group's admins may ask there."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Whoever is behind an update, as far as anything is kept of them."""

    own: ChatSettings
    chat: ChatSettings
    """Of the chat that they are in; their own in a private one."""
    invited: bool


# --- following: who is told of what, and when ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Follow:
    """Something that a chat is told of when it is new on record: a speaker, words, or both."""

    number: int
    """Its own; rises."""
    chat: str
    """Where it is told: the chat, as the face that runs it names it."""
    owner: str
    """Who asked for it."""
    speaker: str | None
    """A name; whoever is called so when something is new."""
    topic: str | None
    """Words that have to stand in a statement, in any form; those between quotation marks in a row."""
    mark: int
    """The number of the last statement that was looked at."""


@dataclass(frozen=True, slots=True)
class Habits:
    """When and how a chat wants to be told what is new."""

    zone: str = "UTC"
    """IANA name of the time zone that its times are in."""
    quiet: tuple[str, str] | None = None
    """From when to when ("22:00", "07:00") nothing is told; what is new meanwhile is told after."""
    digest: str | None = None
    """When ("08:00") all that is new is told at once; None: as soon as it is on record."""
    due: float | None = None
    """The next digest, in seconds since 1970; None without one."""
    language: str = "en"
    """ISO 639-1."""
    channel: bool = False
    """Whether only administrators write there: buttons would be anybody's."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new for one follow."""

    follow: Follow
    quotes: tuple[StoredQuote, ...]
    """The latest, last stored first."""
    count: int
    """How many there are in all."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What is new for a chat, claimed: whoever has it tells it, and nobody else does."""

    chat: str
    news: tuple[News, ...]
    """Never empty."""
    habits: Habits
    """As they were before the claim."""
    until: int
    """The number of the last statement that was looked at for it."""


# --- replies: an answer in words, before any particular chat ---------------------------------------------------


class Style(StrEnum):
    """How a piece of a reply looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    LINK = "link"
    MARK = "mark"
    """The passage that was looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reply in one style. Raw text: escaping is the renderer's."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None
    start: str | None = None
    """Payload of the deep link ("q_<quote>", "a_<article>") that it leads to, in faces that have such links."""


class BlockKind(StrEnum):
    """What a block of a reply is."""

    TEXT = "text"
    QUOTE = "quote"
    """Words of an article."""
    CONTEXT = "context"
    """What stands around them; may be folded away."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a reply."""

    pieces: tuple[Piece, ...]
    kind: BlockKind = BlockKind.TEXT


@dataclass(frozen=True, slots=True)
class Button:
    """Pressing it asks `message` and shows that page of its answer."""

    label: str
    message: str
    page: int | None = None
    """0 is the first; None: the one that the answer opens at."""
    url: str | None = None
    """A link that it opens instead; then `message` is that link."""
    aside: bool = False
    """Whether it only offers another form of what is shown; a face that spells buttons out leaves it out."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A statement to be pasted elsewhere."""

    id: str
    """Unique among those of one answer; at most 64 of A-Za-z0-9_-."""
    title: str
    description: str
    reply: Reply
    """What is pasted."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along with a reply."""

    name: str
    """Of letters, digits, "-" and one "."."""
    make: Callable[[], bytes | str]
    """Gives the file or, where it can't be made, why in the user's language. Blocks; a face may never call it."""
    picture: bool = False
    """Whether it is shown rather than handed over; then the reply's text is its caption and says all that it shows."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a face (terminal, Telegram) shows."""

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    """Rows of buttons."""
    page: int = 0
    pages: int = 1
    attachment: Attachment | None = None
