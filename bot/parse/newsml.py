"""NewsML-G2 and NewsML 1 (IPTC): one text item is one article, in a package or alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.errors import InputError, UnreadableError
from bot.model import Article
from bot.parse import nitf
from bot.parse.markup import Element, every, first, paragraphs, paragraphs_in, value, words, xml_root
from bot.parse.story import Story, article_of

logger = logging.getLogger(__name__)

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PICTURES = frozenset("picture photo graphic video audio animation".split())
"""Classes of items without a text of their own."""
TOP_SUBJECT = "000000"
"""How the code of a broad subject ends ("medtop:11000000" is politics)."""
SHORTEST_SECTION = 3
"""Letters: shorter names of subjects are codes of desks."""


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a NewsML document; an item that can't be used never loses the others.

    Raises:
        EmptyError, UnreadableError: No item with text, or each broken, withdrawn or under embargo.
    """
    root = xml_root(data)
    modern = list(every(root, "newsItem")) if not any(True for _ in every(root, "NewsManagement")) else []
    read_item, items = (_modern, modern) if modern else (_old, list(every(root, "NewsItem")))
    if not items:
        raise UnreadableError("has no item with text (a package of links, or a part of a document)")
    return usable(name, items, lambda item: article_of(read_item(item)))


def usable(name: str, items: Iterable[Element], read_item: Callable[[Element], Article]) -> list[Article]:
    """The articles of those items that have one; the last item's error where none has."""
    found: list[Article] = []
    failed: InputError | None = None
    for number, item in enumerate(items, 1):
        try:
            found.append(read_item(item))
        except InputError as error:
            failed = error
            logger.warning("%s: item %d %s", name, number, error)
    if failed and not found:
        raise failed
    return found


def _modern(item: Element) -> Story:
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    inner = _content(first(item, "contentSet"))
    return replace(
        inner,
        format="newsml",
        headline=value(content, "headline") or inner.headline or value(meta, "title"),
        section=_subject(content),
        byline=value(content, "by") or inner.byline or _creator(content),
        dateline=inner.dateline or value(content, "dateline") or _located(content),
        provider=_named(meta, "provider") or _named(content, "infoSource") or inner.provider,
        published=value(meta, "versionCreated") or value(content, "contentCreated") or value(meta, "firstCreated"),
        language=_coded(content, "language", "tag") or item.get(LANG),
        status=_coded(meta, "pubStatus", "qcode"),
        embargo=value(meta, "embargoed"),
        guid=item.get("guid"),
    )


def _old(item: Element) -> Story:
    inner = _content(first(item, "DataContent"))
    return replace(
        inner,
        format="newsml",
        headline=value(item, "HeadLine") or inner.headline,
        byline=value(item, "ByLine") or inner.byline,
        dateline=inner.dateline or value(item, "DateLine"),
        provider=_party(item) or inner.provider,
        published=value(item, "ThisRevisionCreated", "FirstCreated"),
        language=_coded(item, "Language", "FormalName") or inner.language,
        status=_coded(item, "Status", "FormalName"),
        guid=_identified(item),
    )


def _content(root: Element | None) -> Story:
    """The text, which is NITF, HTML, paragraphs alone, or plain."""
    inner = first(root, "nitf")
    if inner is not None:
        return replace(nitf.story_of(inner), status=None, embargo=None)
    if root is None:
        return Story()
    body = _main(root)
    if len(body):
        title = value(body, "h1") or value(first(root, "head"), "title")
        return Story(paragraphs(body), headline=title)
    return Story(paragraphs_in(body.text or ""))


def _main(root: Element) -> Element:
    """The part of the page that has the words: dpa's main section, the body, or all."""
    sections = (one for one in every(root, "section") if "main" in (one.get("class") or "").split())
    inner = first(root, "inlineXML", "inlineData")
    for part in (next(sections, None), first(root, "body"), inner):
        if part is not None and (len(part) or part.text):
            return part
    return root


def _subject(content: Element | None) -> str | None:
    """The name of the first broad subject, else of the first abstract one."""
    if content is None:
        return None
    named = [(one.get("qcode") or "", one.get("type") or "", value(one, "name")) for one in every(content, "subject")]
    broad = [name for code, _, name in named if name and code.endswith(TOP_SUBJECT)]
    abstract = [name for _, kind, name in named if name and len(name) >= SHORTEST_SECTION and kind.endswith("abstract")]
    return next(iter([*broad, *abstract]), None)


def _creator(content: Element | None) -> str | None:
    """The first creator with a person's name; accounts and agencies are none."""
    names = (value(one, "name") for one in every(content, "creator")) if content is not None else iter(())
    return next((name for name in names if name and " " in name), None)


def _located(content: Element | None) -> str | None:
    place = first(content, "located")
    if place is None:
        return None
    names = [words(name) for name in every(place, "name")]
    return ", ".join(name for name in names if name) or place.get("literal")


def _named(root: Element | None, tag: str) -> str | None:
    """A party's name: its text, its literal, or what its code ends with."""
    element = first(root, tag)
    if element is None:
        return None
    return value(element, "name") or element.get("literal") or (element.get("qcode") or "").rpartition(":")[2] or None


def _identified(item: Element) -> str | None:
    """Who provides it, its day and its number: the public identifier without the number of its version."""
    parts = [value(item, name) for name in ("ProviderId", "DateId", "NewsItemId")]
    return ":".join(filter(None, parts)) if all(parts) else None


def _party(item: Element) -> str | None:
    provider = first(item, "Provider")
    return _coded(provider, "Party", "FormalName") if provider is not None else None


def _coded(root: Element | None, tag: str, attribute: str) -> str | None:
    element = first(root, tag)
    return element.get(attribute) if element is not None else None
