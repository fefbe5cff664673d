"""The archive: what comes in, what lies there, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.model.articles import Article, ArticleRef
from bot.model.statements import Extraction, Quote


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article in the archive with what was extracted from its current revision."""

    ref: ArticleRef
    article: Article
    extraction: Extraction
    revision: int = 1


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
