"""What a structured format tells of an article -> `Article`: its own fields first, the habits of the text behind them.

Many agencies put dateline, by-line and sign-off into the text as well; there the stages of wire copy take them off.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime

from bot.errors import EmptyError, UnreadableError, WithdrawnError
from bot.model import Article, Dateline
from bot.parse import byline, dateline
from bot.parse import tail as tails
from bot.parse.agencies import agency_of
from bot.parse.dates import find_date, find_moment, with_year
from bot.parse.furniture import is_edge
from bot.parse.language import COMMON_WORDS, language_of
from bot.text import normalise

HEAD = 5
"""Paragraphs in which headline, by-line and notes may be repeated before the first words."""
SHORT = 200
"""Characters: a longer paragraph is no title and no by-line."""
LONGEST_NAME = 4
"""Words in a name that may be in small letters."""
FURTHEST = 3
"""Paragraphs, second headlines and notes, that may stand before the one with the dateline."""

WITHDRAWN = frozenset("canceled cancelled withdrawn withheld killed kill".split())
"""What formats call a story that its publisher took back."""

_BY = re.compile(r"\s*\b(?:By|BY|by|Por|Von|Par|Door)\s*:?\s+(?=\S)|^By(?=[A-Z])")
_LABEL = re.compile(r"^(?:written by|by|autor(?:in)?|author|por|von|par|door|text)\b\s*:?\s+(?=\S)", re.IGNORECASE)
_ACCOUNT = re.compile(r"[\w.+-]+@[\w.-]+|[a-z\d]+(?:[._-][a-z\d]+)*|https?://\S+")
_NAMES_NOBODY = re.compile(r"(?i)(?:by )?(?:our )?(?:staff|admin|editors?|newsroom|redaction|redacción)\b.{0,30}")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")


@dataclass(frozen=True, slots=True)
class Story:
    """What a format's own fields tell; None where they don't."""

    paragraphs: Sequence[str] = ()
    format: str = "plain"
    headline: str | None = None
    section: str | None = None
    byline: str | None = None
    """As written: "By Ada Lund, AFP"."""
    authors: Sequence[str] = ()
    """Names one by one, where the format has them so; they go before `byline`."""
    dateline: str | None = None
    """As written, or a place alone."""
    provider: str | None = None
    published: str | None = None
    """Any common notation of a moment."""
    url: str | None = None
    language: str | None = None
    status: str | None = None
    """"usable", "canceled", ..."""
    embargo: str | None = None
    """Until when it may not be published."""
    desk: str | None = None
    dropped: Sequence[str] = field(default_factory=tuple)
    guid: str | None = None
    """The publisher's own name of it, the same for all versions."""


def article_of(story: Story) -> Article:
    """The article.

    Raises:
        EmptyError: There are no words in it.
        WithdrawnError: Its publisher took it back.
        UnreadableError: It may not be published yet.
    """
    _refuse_unpublishable(story)
    paragraphs = [text for text in story.paragraphs if any(character.isalnum() for character in text)]
    if not paragraphs:
        raise EmptyError("has no text; give a file with the article's own words")
    head = _head(paragraphs, story)
    kept, tail = tails.split(head.paragraphs)
    text = "\n\n".join(kept)
    published = moment(story.published)
    line = head.dateline or _own_dateline(story.dateline)
    if line:
        line = replace(line, date=with_year(line.date, published))
    return Article(
        text,
        headline=story.headline,
        section=story.section,
        byline=_listed(story.authors) or names_of(story.byline) or head.byline,
        dateline=line,
        provider=_provider(story.provider) or (line.agency if line else None) or tail.agency or head.agency,
        published=published,
        url=story.url if (story.url or "").startswith(("http://", "https://")) else None,
        desk=story.desk or tail.desk,
        language=_language(story.language, text),
        format=story.format,
        dropped=(*head.dropped, *tail.dropped, *story.dropped),
        guid=story.guid,
    )


def moment(text: str | None) -> str | None:
    """A moment in ISO 8601, seconds the finest, whatever common notation it is in; None where it is none."""
    text = (text or "").strip()
    if not text:
        return None
    try:
        parsed = datetime.datetime.fromisoformat(text)
    except ValueError:
        return _moment_in_words(text)
    return parsed.date().isoformat() if len(text) <= len("2023-10-19") else parsed.replace(microsecond=0).isoformat()


def names_of(written: str | None) -> str | None:
    """The names in a by-line; None for an account's name and for "Staff Reporter"."""
    bare = " ".join((written or "").split()).strip(" =,;|")
    if not bare:
        return None
    found = byline.read(bare if _BY.match(bare) else f"By {bare}")
    if found:
        bare = found.names or ""
    bare = _BY.sub(", ", bare).strip(" ,;|")
    if not bare or _ACCOUNT.fullmatch(bare) or _NAMES_NOBODY.fullmatch(bare) or not _may_be_names(bare):
        return None
    return bare


def _listed(authors: Sequence[str]) -> str | None:
    """Authors listed one by one; agencies count, accounts and whole sentences don't."""
    names = (_LABEL.sub("", " ".join(name.split())).strip(" ,;|") for name in authors)
    good = (name for name in names if name and not _ACCOUNT.fullmatch(name) and _may_be_name(name))
    return ", ".join(dict.fromkeys(good)) or None


def _may_be_name(text: str) -> bool:
    return len(text.split()) <= LONGEST_NAME or _may_be_names(text)


def _may_be_names(text: str) -> bool:
    """Whether at most half of the words are in small letters, "and" and "van" aside: a sentence has more."""
    words = [word for word in text.split() if word.lower() not in byline.SMALL]
    return 2 * sum(word.islower() for word in words) <= len(words) and len(text) <= SHORT


@dataclass
class _Head:
    paragraphs: list[str]
    dateline: Dateline | None = None
    byline: str | None = None
    agency: str | None = None
    dropped: list[str] = field(default_factory=list)


def _head(paragraphs: list[str], story: Story) -> _Head:
    """What the text says again before its first words, taken off."""
    head = _Head(list(paragraphs))
    for _ in range(HEAD):
        opening = head.paragraphs[0]
        if _take_given(head, story.dateline) or _take_dateline(head, 0):
            return head
        if len(head.paragraphs) == 1 or not _is_filed(head, opening, story):
            break
        head.dropped.append(head.paragraphs.pop(0))
    for number in range(1, min(FURTHEST, len(head.paragraphs))):
        if len(head.paragraphs[number - 1]) > SHORT or _take_dateline(head, number, named=True):
            break
    return head


def _take_given(head: _Head, written: str | None) -> bool:
    """Take off the dateline that the format's own field has, where the text says it again."""
    raw = " ".join((written or "").split())
    opening = head.paragraphs[0]
    if not raw.endswith(("-", "–", "—", "_", ":")) or not opening.startswith(raw) or opening == raw:
        return False
    head.dateline = _own_dateline(raw)
    head.paragraphs[0] = opening[len(raw) :].strip()
    return True


def _take_dateline(head: _Head, number: int, named: bool = False) -> bool:
    """Take the dateline off a paragraph; with `named` only one that an agency or a date confirms."""
    opening = head.paragraphs[number]
    found = None if byline.read(opening) else dateline.read(opening)
    if found is None or (named and not found.named):
        return False
    rest = opening[found.end :].strip()
    if not rest and (len(head.paragraphs) == number + 1 or not found.named):
        return False
    head.dateline = found.dateline
    head.paragraphs[number : number + 1] = [rest] if rest else []
    return True


def _is_filed(head: _Head, opening: str, story: Story) -> bool:
    """Whether the opening is no part of the words: the headline again, a by-line, a note."""
    if len(opening) > SHORT:
        return False
    writers = byline.read(opening)
    if writers:
        head.byline = head.byline or writers.names
        head.agency = head.agency or writers.agency
        return True
    return is_edge(opening) or (bool(story.headline) and normalise(opening) == normalise(story.headline or ""))


def _own_dateline(written: str | None) -> Dateline | None:
    raw = " ".join((written or "").split())
    if not raw or raw[0].isdigit() or not any(character.isalpha() for character in raw):
        return None
    found = dateline.read(raw)
    if found and found.end >= len(raw):
        return found.dateline
    day = find_date(raw)
    place = re.split(r"\s*[(/]", raw[: day.start] if day else raw)[0].strip(" ,-–—.")
    return Dateline(raw, dateline.place_name(place.split(",")[0]) or None, day.iso if day else None)


def _provider(written: str | None) -> str | None:
    name = " ".join((written or "").split())
    return agency_of(name) or name or None


def _language(declared: str | None, text: str) -> str | None:
    """The declared language, unless it is one that we can tell and the text is plainly in another such."""
    found = _LANGUAGE.fullmatch((declared or "").strip())
    code = found[1].lower() if found else None
    if code and code not in COMMON_WORDS:
        return code
    return language_of(text) or code


def _moment_in_words(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return find_moment(text)


def _refuse_unpublishable(story: Story) -> None:
    status = (story.status or "").rpartition(":")[2].lower()
    if status in WITHDRAWN:
        names = tuple(name for name in (story.guid, story.url) if name)
        raise WithdrawnError(f"was withdrawn by its publisher (status {status}); it is not to be used", names)
    until = moment(story.embargo)
    if until and len(until) > len("2023-10-19") and _is_future(until):
        raise UnreadableError(f"is under embargo until {until}; load it then")


def _is_future(iso: str) -> bool:
    when = datetime.datetime.fromisoformat(iso)
    now = datetime.datetime.now(datetime.UTC)
    return (when if when.tzinfo else when.replace(tzinfo=datetime.UTC)) > now
