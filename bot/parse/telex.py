"""Copy in the envelopes of telex days: IPTC 7901 and ANPA 1312, whose control characters part head, text and trailer.

IPTC 7901: SOH, head line, key words, STX, text, ETX, moment. ANPA 1312: SYN SYN SOH, number, category and slug, STX,
text, ETX, moment. What is between the marks is wire copy.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.errors import UnreadableError
from bot.model import Article
from bot.parse import wire
from bot.parse.agencies import agency_of
from bot.parse.dates import MONTHS, with_year
from bot.parse.encoding import decode

ANPA = re.compile(r"\s*\x16{1,4}\x01")
IPTC = re.compile(
    r"\s*\x01?(?P<number>[a-z]{3,4}\d{3,6})\s+\d\s+(?P<category>[a-z]{1,3})\s+\d+\s[^\n]{0,40}", re.IGNORECASE
)
TRAILER = re.compile(r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) GMT (?P<month>[^\W\d]{3,4}) (?P<year>\d\d)\b")
"""Day, hour and minute, then month and year: "131137 GMT Nov 13"."""
ANPA_TRAILER = re.compile(
    r"AP-\w\w-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)\s?(?P<zone>GMT|E[DS]T)?"
)
CATEGORIES = {
    "a": "National", "d": "Lifestyle", "e": "Entertainment", "f": "Business", "i": "World", "k": "Opinion",
    "p": "Politics", "s": "Sports", "w": "Washington",
}  # fmt: skip
"""Categories that both kinds of envelope share."""
_MONTH = {name[:3]: number for number, names in MONTHS.items() for name in names.split() if len(name) >= 3}
_SLUG = re.compile(r"\s*\^?([^\n<^]{3,60}?)(?:,\d+)?<")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_KEYWORDS = re.compile(r"[^\s,.]*/[^\n]{0,120}/|[^\s/,.]{2,60}/")


def read(name: str, data: bytes) -> list[Article]:
    """The one article in the envelope.

    Raises:
        EmptyError, UnreadableError: No text in it, or no such envelope.
    """
    del name
    text = decode(data)
    if ANPA.match(text):
        return [_anpa(text)]
    if IPTC.match(text):
        return [_iptc(text)]
    raise UnreadableError("has no envelope of IPTC 7901 or ANPA 1312; read it as wire copy")


def _iptc(text: str) -> Article:
    head, marked, rest = text.partition("\x02")
    if not marked:
        head, rest = text[: IPTC.match(text).end()], text[IPTC.match(text).end() :]  # type: ignore[union-attr]
    body, _, trailer = rest.partition("\x03")
    found = TRAILER.search(trailer or rest[-200:])
    if found and not trailer:
        body = body.replace(found.group(), "")
    lines = body.lstrip().split("\n")
    while len(lines) > 1 and _KEYWORDS.fullmatch(lines[0].strip()):
        head += lines.pop(0)
    envelope = IPTC.match(head)
    section = CATEGORIES.get(envelope["category"].lower()) if envelope else None
    article = wire.article_of("\n".join(lines))
    agency = re.search(r"\b([A-Za-z]{2,6})\s+\d+\s*$", envelope.group()) if envelope else None
    return replace(
        _dated(article, found),
        section=section or article.section,
        provider=article.provider or (agency_of(agency[1]) if agency else None),
        format="iptc7901",
        dropped=(*_codes(head), *_displaced(section, article), *article.dropped),
    )


def _anpa(text: str) -> Article:
    head, _, rest = text.partition("\x02")
    body, _, trailer = rest.partition("\x03")
    article = wire.article_of(body)
    found = ANPA_TRAILER.search(trailer)
    category = re.search(r"^[a-z] (\w)\b", head, re.MULTILINE)
    provider = article.provider or ("AP" if found else None)
    slug = _SLUG.match(body)
    section = (CATEGORIES.get(category[1]) if category else None) or article.section
    headline = article.headline or (slug[1] if slug else None)
    dropped = (*_codes(head), *_displaced(section, article), *article.dropped, *_codes(trailer))
    article = replace(article, headline=headline, section=section, provider=provider, dropped=dropped)
    return replace(_dated(article, found), format="anpa")


def _codes(envelope: str) -> list[str]:
    """The lines of an envelope, without control characters."""
    lines = (_CONTROLS.sub(" ", line).strip(" ^<") for line in envelope.split("\n"))
    return [line for line in lines if line]


def _displaced(section: str | None, article: Article) -> list[str]:
    """What looked like a section until the envelope told it."""
    return [article.section] if article.section and article.section != section else []


def _dated(article: Article, found: re.Match[str] | None) -> Article:
    """The article with the moment that its trailer tells."""
    if found is None:
        return article
    month = int(found["month"]) if found["month"].isdigit() else _MONTH.get(found["month"].lower()[:3], 0)
    if not (
        1 <= month <= 12 and 1 <= int(found["day"]) <= 31 and int(found["hour"]) < 24 and int(found["minute"]) < 60
    ):
        return article
    year = int(found["year"]) + (1900 if int(found["year"]) >= 70 else 2000)
    zone = "+00:00" if found.groupdict().get("zone", "GMT") == "GMT" else ""
    published = f"{year}-{month:02}-{found['day']}T{found['hour']}:{found['minute']}:00{zone}"
    line = article.dateline
    if line:
        line = replace(line, date=with_year(line.date, published))
    return replace(article, published=published, dateline=line)
