"""Links -> what they lead to, from hop to hop."""

from __future__ import annotations

import re
from time import monotonic

import httpx
from protego import Protego

from bot.errors import LinkError, TooLargeError
from bot.fetch.network import Deadline, client
from bot.fetch.web import Web
from bot.model import Fetched, Validators

ROBOTS_LAST = 3600.0
"""Seconds for which a host's robots.txt is taken to stand."""
LARGEST_ROBOTS = 512_000
"""Bytes of robots.txt that are heeded, as RFC 9309 has it."""
ROBOTS_REDIRECTS = 5
"""As RFC 9309 has it."""
NOTHING_BARRED, ALL_BARRED = "", "User-agent: *\nDisallow: /"

TEXTS = re.compile(r"text/(?!css|javascript|calendar|vcard)[\w.+-]+")
KINDS = frozenset(
    """application/xhtml+xml application/xml application/rss+xml application/atom+xml application/rdf+xml
    application/json application/feed+json application/ld+json application/x-ndjson application/pdf application/rtf
    application/msword application/vnd.openxmlformats-officedocument.wordprocessingml.document
    application/vnd.oasis.opendocument.text application/epub+zip application/vnd.ms-outlook message/rfc822
    application/zip application/x-tar application/gzip application/x-gzip application/octet-stream
    binary/octet-stream application/vnd.iptc.g2.newsitem+xml application/vnd.iptc.g2.newsmessage+xml""".split()
)
"""Types of content that an article may be in, beside TEXTS; what it is in truth is told by its content."""


def load(rules: Web, link: str, known: Validators) -> Fetched | None:
    """What the link leads to; see `bot.fetch.web.Web.fetch`."""
    deadline = Deadline.after(rules.max_seconds)
    url = checked(link)
    with client(rules.door, deadline, rules.user_agent) as web:
        for _ in range(rules.max_redirects + 1):
            heed_robots(rules, web, url)
            with web.stream("GET", url, headers=_conditions(known)) as response:
                if not response.has_redirect_location:
                    return fetched(response, url, rules.max_bytes)
                url = next_of(response)
    raise LinkError(f"leads on and on (over {rules.max_redirects} times); give the last link")


def fetched(response: httpx.Response, url: httpx.URL, most: int) -> Fetched | None:
    """What a server answered; None where it says that it is as it was.

    Raises:
        LinkError: It isn't there, or of no kind that articles come in.
        TooLargeError: It has over `most` bytes.
    """
    if response.status_code == httpx.codes.NOT_MODIFIED:
        return None
    if response.status_code != httpx.codes.OK:
        raise LinkError(f"can't be loaded: the server says {response.status_code} {response.reason_phrase}")
    kind = kind_of(response)
    data = body(response, most + 1)
    if len(data) > most:
        raise TooLargeError(f"is over {most / 1_000_000:g} MB; raise reading.max_megabytes to load it")
    validators = Validators(response.headers.get("ETag"), response.headers.get("Last-Modified"))
    return Fetched(str(url), data, kind, validators)


def heed_robots(rules: Web, web: httpx.Client, url: httpx.URL) -> None:
    """Load the host's robots.txt where it isn't known, and heed it.

    Raises:
        LinkError: It bars us from the link.
    """
    origin = str(url.copy_with(raw_path=b"/"))
    loaded, text = rules.robots.get(origin, (-ROBOTS_LAST, NOTHING_BARRED))
    if monotonic() - loaded >= ROBOTS_LAST:
        text = robots_of(web, url)
        rules.robots[origin] = (monotonic(), text)
    if not Protego.parse(text).can_fetch(str(url), rules.user_agent.partition("/")[0]):
        raise LinkError("is not to be loaded by programs (its robots.txt says so); save the page and load the file")


def checked(link: str) -> httpx.URL:
    """The link, without its fragment.

    Raises:
        LinkError: It isn't of the web, or holds a name and password.
    """
    try:
        url = httpx.URL(link.strip())
    except httpx.InvalidURL as error:
        raise LinkError("is no link that can be read; check it") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise LinkError("is no link of the web (http or https); check it")
    if url.userinfo:
        raise LinkError("holds a name or a password; save the page and load the file")
    return url.copy_with(fragment=None)


def next_of(response: httpx.Response) -> httpx.URL:
    """Where a redirect leads.

    Raises:
        LinkError: Not to the web.
    """
    try:
        return checked(str(response.url.join(response.headers["Location"])))
    except httpx.InvalidURL as error:
        raise LinkError("leads on to no link that can be read; check it") from error


def kind_of(response: httpx.Response) -> str | None:
    """The type of the content, lower case, without parameters; None where the server doesn't say.

    Raises:
        LinkError: It is of no type that articles come in.
    """
    kind = str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()
    if kind and not TEXTS.fullmatch(kind) and kind not in KINDS:
        raise LinkError(f"leads to {kind[:60]}, not to an article")
    return kind or None


def body(response: httpx.Response, most: int) -> bytes:
    """The content, unpacked; the first `most` bytes of it, and no more is loaded."""
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) >= most:
            break
    return bytes(data[:most])


def robots_of(web: httpx.Client, url: httpx.URL) -> str:
    """A host's robots.txt: nothing is barred where it has none, all where it can't tell now (RFC 9309)."""
    url = url.copy_with(raw_path=b"/robots.txt")
    for _ in range(ROBOTS_REDIRECTS + 1):
        with web.stream("GET", url) as response:
            if response.has_redirect_location:
                url = next_of(response)
                continue
            if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
                return ALL_BARRED
            if response.status_code != httpx.codes.OK:
                return NOTHING_BARRED
            return body(response, LARGEST_ROBOTS).decode("utf-8", "replace")
    return NOTHING_BARRED


def _conditions(known: Validators) -> dict[str, str]:
    both = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in both.items() if value}
