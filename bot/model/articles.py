"""Articles: what was read, character for character."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


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
