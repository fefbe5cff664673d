"""What a link tells of what it leads to: a name for the sniffing, and which link of an article is to be believed."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from bot.model import Fetched

ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/json": "json",
    "application/feed+json": "json",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "message/rfc822": "eml",
}
"""Type of content -> ending of a file of that kind, where a link's own ending tells something else (".php")."""

_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SAME_SITE = re.compile(r"^(?:www|m|mobile|amp)\.")


def is_link(path: str) -> bool:
    """Whether an input is a link, of whatever scheme, and no file's path."""
    return bool(_LINK.match(path))


def name_for(fetched: Fetched) -> str:
    """What to call the content: the link's last part, with the ending that the server's type of content has."""
    last = unquote(urlsplit(fetched.url).path).rpartition("/")[2] or "page"
    ending = ENDINGS.get(fetched.kind or "")
    return f"{last.rpartition('.')[0] or last}.{ending}" if ending else last


def own_link(declared: str | None, loaded: str) -> str:
    """An article's canonical link: as it declares, if that is of the site that it was loaded from, else that one.

    A page that declares another site's article as its own would take that one's place in the archive.
    """
    if declared is None:
        return loaded
    mine, other = _site(declared), _site(loaded)
    is_same = mine == other or mine.endswith("." + other) or other.endswith("." + mine)
    return declared if mine and other and is_same else loaded


def _site(link: str) -> str:
    try:
        return _SAME_SITE.sub("", (urlsplit(link).hostname or "").lower())
    except ValueError:
        return ""
