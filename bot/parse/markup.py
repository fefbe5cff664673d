"""XML and HTML -> trees and paragraphs, without entities or network, within libxml2's limits of depth and size."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from lxml import etree

from bot.errors import UnreadableError
from bot.parse.encoding import decode
from bot.parse.lines import lines_of, paragraphs_of

BLOCKS = frozenset(
    """p div section article body html blockquote ul ol li dl dt dd table tbody thead tr h1 h2 h3 h4 h5 h6 pre hr center
    address main details summary fieldset form figure block body.content body.end hl1 hl2 nitf-table bq bqt credit
    citat ingress brodtext mellis p.rubrik text description content encoded""".split()
)
"""Elements of HTML, NITF and their relatives that begin and end a paragraph; lower case."""
SKIPPED = frozenset(
    """script style head title header footer nav aside figure figcaption media img video audio iframe svg noscript
    template button select textarea input object media-caption media-producer note docdata rubrik dat bild vinjett
    body.head notepad""".split()
)
"""Elements that hold nothing of the text."""
CELLS = frozenset("td th".split())

Element = etree._Element
"""What a tree is made of."""

_DECLARED = re.compile(rb"^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_XML_OWN = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}(?:\[.*?\]\s{0,20})?>", re.DOTALL | re.IGNORECASE)
_OWN_ENTITIES = re.compile(r"<!ENTITY\b")
_SPACES = re.compile(r"\s+")
_TAGS = re.compile(
    r"<(?:p|br|div|section|article|ul|ol|h\d|span|a|b|i|em|strong|html|body|table|blockquote)\b[^<>]*>",
    re.IGNORECASE,
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_root(data: bytes) -> Element:
    """The root of an XML document; what is broken behind its beginning is left out.

    Raises:
        EmptyError, UnreadableError: See `xml_bytes`; or no XML.
    """
    source = xml_bytes(data)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True,
        remove_pis=True, huge_tree=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(source, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"is broken XML ({error}); save it again") from error
    if root is None:
        raise UnreadableError("is broken XML: no element in it; save it again")
    return root


def xml_bytes(data: bytes) -> bytes:
    """An XML document in UTF-8, with HTML's entities as characters and without a declaration.

    The document's type, and with it every entity of its own, is cut off before anything is parsed.

    Raises:
        EmptyError, UnreadableError: No text, or entities declared where no document type stands.
    """
    text = _DOCTYPE.sub("", _DECLARATION.sub("", xml_text(data)), count=1)
    if _OWN_ENTITIES.search(text):
        raise UnreadableError("declares XML entities of its own, which are not followed; save it without them")
    return _clean(_NAMED.sub(_character, text))


def html_root(text: str) -> Element | None:
    """The root of an HTML page or fragment; None where there is no element."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root: Element | None = etree.fromstring(_clean(text), parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def xml_text(data: bytes) -> str:
    """The characters of an XML document: UTF-8 if they are, else as declared, else as any text.

    Many say ISO-8859-1 and hold UTF-8; what is valid UTF-8 beyond ASCII is never anything else.
    """
    declared = _DECLARED.match(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = declared[1].decode("ascii") if declared else ""
    if name and _is_encoding(name) and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode(name, "replace")
    return decode(data)


def local(element: Element) -> str:
    """An element's name without its namespace, lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def every(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names within the root, in order; upper and lower case alike, whatever the namespace."""
    wanted = {name.lower() for name in names}
    return (element for element in root.iter() if local(element) in wanted)


def first(root: Element | None, *names: str) -> Element | None:
    """The first element of the first name that there is."""
    if root is None:
        return None
    return next((found for name in names for found in every(root, name)), None)


def words(element: Element | None) -> str | None:
    """All the text within an element, white space folded; None where there is none."""
    if element is None:
        return None
    return folded(" ".join(piece for piece in element.itertext() if isinstance(piece, str)))


def value(root: Element | None, *names: str) -> str | None:
    """The text of the first element of these names that has any."""
    if root is None:
        return None
    return next((text for name in names for found in every(root, name) if (text := words(found))), None)


def folded(text: str | None) -> str | None:
    """The text with its white space folded; None for nothing."""
    return _SPACES.sub(" ", text).strip() or None if text else None


def looks_like_markup(text: str) -> bool:
    """Whether a text holds HTML's elements."""
    return bool(_TAGS.search(text))


def paragraphs_in(text: str) -> list[str]:
    """The paragraphs of a text, plain or HTML."""
    if not looks_like_markup(text):
        return paragraphs_of(lines_of(unescape(text)))
    root = html_root(text)
    return paragraphs(root) if root is not None else []


def paragraphs(root: Element) -> list[str]:
    """The paragraphs within an element: blocks part them, and line breaks, unless the lines are hard-wrapped."""
    blocks = re.split(r"\n[ \n]*\n", "".join(_pieces(root)))
    found = (paragraph for block in blocks for paragraph in paragraphs_of(lines_of(block)))
    return [text for paragraph in found if (text := folded(paragraph))]


def _pieces(root: Element) -> Iterator[str]:
    """The text with two line feeds around blocks, one at breaks; white space of the source is folded but in `pre`."""
    preformatted = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        shown = element is root or name not in SKIPPED
        around = "\n\n" if name in BLOCKS else " " if name in CELLS else ""
        if event == "start":
            preformatted += name == "pre"
            yield around
            if shown:
                yield "\n" if name == "br" else _source(element.text, preformatted)
            else:
                walk.skip_subtree()
        else:
            preformatted -= name == "pre"
            yield around
            if element is not root:
                yield _source(element.tail, preformatted)


def _source(text: str | None, preformatted: int) -> str:
    if not text:
        return ""
    return text if preformatted else _SPACES.sub(" ", text)


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _XML_OWN else html5.get(name, match[0])


def _clean(text: str) -> bytes:
    return _CONTROLS.sub("", text).encode("utf-8", "replace")


def _is_encoding(name: str) -> bool:
    try:
        "".encode(name)
    except (LookupError, UnicodeError):
        return False
    return True
