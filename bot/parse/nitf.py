"""NITF (News Industry Text Format of the IPTC, 2.5 to 3.6): one `nitf` element is one article."""

from __future__ import annotations

from bot.errors import UnreadableError
from bot.model import Article
from bot.parse.markup import Element, every, first, paragraphs, value, words, xml_root
from bot.parse.story import Story, article_of


def read(name: str, data: bytes) -> list[Article]:
    """The articles of an NITF document.

    Raises:
        EmptyError, UnreadableError: No text, broken, withdrawn or under embargo.
    """
    del name
    found = [story_of(element) for element in every(xml_root(data), "nitf")]
    if not found:
        raise UnreadableError("has no nitf element; is it NITF?")
    return [article_of(story) for story in found]


def story_of(root: Element) -> Story:
    """What an `nitf` element tells."""
    head, body = first(root, "head"), first(root, "body")
    top = first(body, "body.head")
    document = first(head, "docdata")
    content = first(body, "body.content")
    return Story(
        paragraphs(content) if content is not None else [],
        "nitf",
        headline=value(top, "hl1", "hedline") or value(head, "title"),
        section=_section(head),
        byline=value(top, "byline") or value(body, "byline"),
        dateline=_dateline(first(top, "dateline")),
        provider=_attribute(document, "doc.copyright", "holder") or value(top, "distributor"),
        published=_attribute(document, "date.issue", "norm") or _attribute(head, "pubdata", "date.publication"),
        url=_attribute(head, "pubdata", "ex-ref"),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        status=document.get("management-status") if document is not None else None,
        embargo=_embargo(document),
        guid=_identified(document),
    )


def _identified(document: Element | None) -> str | None:
    """The key that all versions of a story share, else the document's own number; with whose it is."""
    registrar = _attribute(document, "doc-id", "regsrc")
    number = _attribute(document, "du-key", "key") or _attribute(document, "doc-id", "id-string")
    return f"{registrar}:{number}" if registrar and number else None


def _dateline(element: Element | None) -> str | None:
    """The dateline as written; place and day where they stand in elements of their own."""
    place = words(first(element, "location"))
    written = words(element)
    if element is None or not place:
        return written
    parts = [words(part) for part in first(element, "location") if words(part)]  # type: ignore[union-attr]
    bare = (first(element, "location").text or "").strip()  # type: ignore[union-attr]
    place = ", ".join(part for part in parts if part) if parts and not bare else place
    return " ".join(filter(None, (place, value(element, "story.date"))))


def _section(head: Element | None) -> str | None:
    subject = _attribute(head, "tobject.subject", "tobject.subject.type")
    return subject or _attribute(head, "doc-scope", "scope")


def _embargo(document: Element | None) -> str | None:
    """When it may be published, where it says that it is under embargo."""
    if document is None or document.get("management-status") != "embargoed":
        return None
    return _attribute(document, "date.release", "norm")


def _attribute(root: Element | None, name: str, attribute: str) -> str | None:
    if root is None:
        return None
    return next((found for element in every(root, name) if (found := element.get(attribute))), None)
