"""What an input is: by its content first, then by its name. What can hold no article is refused."""

from __future__ import annotations

import re
from pathlib import PurePath

from bot.errors import UnreadableError

REACH = 8192
"""Bytes at the beginning that are looked at."""

ROOTS = {
    "newsmessage": "newsml", "newsitem": "newsml", "packageitem": "newsml", "newsml": "newsml", "nitf": "nitf",
    "rss": "feed", "feed": "feed", "rdf": "feed", "html": "html", "body": "html", "head": "html", "div": "html",
    "article": "html", "p": "html", "main": "html", "section": "html", "meta": "html", "h1": "html", "title": "html",
    "script": "html", "link": "html",
}  # fmt: skip
"""First element, lower case -> format; any other is a house's own XML."""
MAGICS = ((b"PK\x03\x04", "archive"), (b"\x1f\x8b", "archive"), (b"%PDF-", "pdf"), (b"{\\rtf", "rtf"),
          (b"PAR1", "table"), (b"WARC/1.", "warc"), (b"\xd0\xcf\x11\xe0", "outlook"))  # fmt: skip
"""First bytes -> format."""
OFFICE = {
    b"application/epub+zip": "epub", b"application/vnd.oasis.opendocument.text": "odt", b"word/": "docx",
    b"application/vnd.oasis.opendocument": "an OpenDocument other than text", b"xl/workbook": "a spreadsheet",
    b"ppt/presentation": "a presentation",
}  # fmt: skip
"""What stands early in a ZIP that is a document."""
NAMES = {
    "csv": "table",
    "tsv": "table",
    "eml": "mail",
    "md": "markdown",
    "markdown": "markdown",
    "tar": "archive",
    "mhtml": "mail",
    "mht": "mail",
}
"""Ending -> format, where the content doesn't tell."""
MAIL_HEADERS = re.compile(
    rb"^(?:Delivered-To|Received|Return-Path|From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|X-[\w-]+): ?\S",
    re.MULTILINE | re.IGNORECASE,
)
JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")
FEWEST_HEADERS = 3
"""Headers of a mail before its first empty line; an article may open with one or two words before a colon."""

CODE = frozenset(
    """py pyi ipynb js mjs cjs ts tsx jsx css scss less c h cc cpp hpp cs java kt go rs rb php pl lua r jl swift m scala
    sh bash zsh fish ps1 bat cmd sql ini cfg conf toml yaml yml lock env properties gradle cmake mk proto graphql tf log
    po pot tex bib xsd xsl xslt dtd""".split()
)
TABLES = frozenset("xls xlsx ods arrow feather".split())
REFUSED = {
    **dict.fromkeys(CODE, "is source code or settings (by its name), not an article; give --format wire to read it"),
    **dict.fromkeys(TABLES, "is a table, not an article; save it as CSV or JSON Lines, a row an article"),
}
"""Ending -> why such a file is not read unless a format is asked for."""

_BEFORE_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s+|<\?[^>]{0,2000}?\?>|<!--.{0,4000}?-->|<!doctype(?P<type>[^>\[]{0,400})(?:\[[^\]]{0,4000}\])?[^>]{0,20}>)*",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(?P<name>[A-Za-z][\w.-]{0,60})(?=[\s/>])")
_IPTC = re.compile(rb"\s*(?:\x01[a-z]{3,4}\d{3,6} |[a-z]{3,4}\d{5,6} +\d +[a-z]{1,2} +\d+ )", re.IGNORECASE)
_ANPA = re.compile(rb"\s*\x16{1,4}\x01")
_MARKDOWN = re.compile(rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n(?:\w+:[ \t].*\r?\n){1,40}---[ \t]*\r?\n|#{1,2} \S)")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]\d-])")


def format_of(name: str, data: bytes) -> str:
    """The format of an input; what shows no other is news copy.

    Raises:
        UnreadableError: By its name it holds no article.
    """
    ending = PurePath(name).suffix.lower().lstrip(".")
    found = _by_content(data, ending)
    if found and not (found == "markdown" and ending in REFUSED):
        return found
    if ending in REFUSED:
        raise UnreadableError(REFUSED[ending])
    if data.startswith(b"#!"):
        raise UnreadableError("is a script, not an article; give --format wire to read it")
    return NAMES.get(ending, "wire")


def _by_content(data: bytes, ending: str) -> str | None:
    start = data[:REACH]
    return _by_magic(start) or _by_marks(start) or _by_markup(start) or _by_json(start, ending)


def _by_magic(start: bytes) -> str | None:
    if start.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in OFFICE.items() if mark in start), "archive")
    if start[257:262] == b"ustar":
        return "archive"
    return next((kind for magic, kind in MAGICS if start.startswith(magic)), None)


def _by_marks(start: bytes) -> str | None:
    if _ANPA.match(start):
        return "anpa"
    if _IPTC.match(start):
        return "iptc7901"
    if _MARKDOWN.match(start):
        return "markdown"
    head = re.split(rb"\r?\n\r?\n", start.lstrip(), maxsplit=1)[0]
    return "mail" if len(MAIL_HEADERS.findall(head)) >= FEWEST_HEADERS else None


def _by_markup(start: bytes) -> str | None:
    """By the first element, or by the type that the document declares."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode("ascii", "ignore")
    before = _BEFORE_ROOT.match(start)
    if before and before["type"] and before["type"].split()[:1] in ([b"html"], [b"HTML"]):
        return "html"
    root = _ROOT.match(start, before.end() if before else 0)
    if root is None:
        return None
    known = ROOTS.get(root["name"].decode("ascii").lower())
    return known or ("xml" if b"<?xml" in start[:200] or b"</" in start else None)


def _by_json(start: bytes, ending: str) -> str | None:
    if ending in ("json", "jsonl", "ndjson") or _JSON.match(start):
        return "feed" if JSON_FEED.search(start) else "json"
    return None
