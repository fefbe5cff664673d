"""PDF, by pypdf: lines in the order of the page's own text, headers and footers off, words put together again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from pypdf import PasswordType, PdfReader

from bot.errors import EmptyError, InputError, TooLargeError, UnreadableError
from bot.model import Article
from bot.parse.document import Block, Facts, articles_of

MOST_PAGES = 500
MOST_CHARACTERS = 5_000_000
"""Characters of all pages: ten long novels."""
EDGE = 2
"""Lines at the top and the bottom of a page that may be its header and footer."""
PARTED = 1.35
"""So many times the usual distance of lines parts paragraphs: hard-set type has 1.0 to 1.2 within them."""
INDENT, DEEPEST_INDENT = 0.8, 5.0
"""Letters' heights by which a paragraph's first line stands in; what stands in further is another column."""
SHORT_LINE = 0.8
"""Share (0 to 1) of the usual length under which a line that ends a sentence ends its paragraph."""
HEADING = 1.2
"""So many times the height of most letters have a heading's."""
LOUD = "pypdf"

_NUMBER = re.compile(
    r"\W*(?:page|pag\.?|página|seite|p\.)?\s*\d{1,4}(?:\s*(?:of|de|von|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?…][\"”’»')\]]*$")
_BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; places in points from the lower left corner, after all turns and stretches."""

    text: str
    x: float
    y: float
    size: float
    """Height of its letters."""


def read(name: str, data: bytes) -> list[Article]:
    """The articles of a document.

    Raises:
        EmptyError: No text in it: pictures of pages have none.
        UnreadableError: Broken or locked.
        TooLargeError: Too many pages, or too much text.
    """
    del name
    logging.getLogger(LOUD).setLevel(logging.CRITICAL)  # it warns of each fault that it gets over
    try:
        pages, title = _pages(data)
    except InputError:
        raise
    except Exception as error:
        raise UnreadableError(f"is a broken PDF ({type(error).__name__}); save it again") from error
    lines = _body(pages)
    if not any(character.isalnum() for line in lines for character in line.text):
        raise EmptyError("is a PDF without text (a picture of it?); have its characters recognised first")
    return articles_of(_blocks(lines), "pdf", Facts(title=title))


def _pages(data: bytes) -> tuple[list[list[Line]], str | None]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise UnreadableError("is a PDF locked with a password; save it without one")
    if len(reader.pages) > MOST_PAGES:
        raise TooLargeError(f"is a PDF of over {MOST_PAGES} pages; save the article's pages alone")
    pages: list[list[Line]] = []
    for page in reader.pages:
        pages.append(_lines(page))
        if sum(len(line.text) for lines in pages for line in lines) > MOST_CHARACTERS:
            raise TooLargeError("is a PDF with more text than any article; save the article's pages alone")
    title = reader.metadata.title if reader.metadata else None
    return pages, title if isinstance(title, str) and " " in title else None


def _lines(page: Any) -> list[Line]:
    """A page's lines, in the order in which its text is set: column by column, as a rule."""
    found: list[Line] = []
    pieces: list[str] = []
    place = (0.0, 0.0, 0.0)

    def take(text: str, user: Sequence[float], matrix: Sequence[float], _font: Any, size: float) -> None:
        nonlocal place
        for at, part in enumerate(text.split("\n")):
            if at:
                flush()
            if part.strip() and not "".join(pieces).strip():
                place = _placed(user, matrix, size)
            pieces.append(part)

    def flush() -> None:
        line = " ".join("".join(pieces).split())
        pieces.clear()
        if line:
            found.append(Line(line, *place))

    page.extract_text(visitor_text=take)
    flush()
    return found


def _placed(user: Sequence[float], matrix: Sequence[float], size: float) -> tuple[float, float, float]:
    x, y = float(matrix[4]), float(matrix[5])
    height = abs(float(size)) * (abs(matrix[3]) or abs(matrix[1])) * (abs(user[3]) or abs(user[1]))
    return x * user[0] + y * user[2] + user[4], x * user[1] + y * user[3] + user[5], height


def _body(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages but those that stand at the edge of most pages, and page numbers."""
    edges = [_edge(lines) for lines in pages]
    seen = Counter(text for edge in edges for text in {_DIGITS.sub("0", line.text) for line in edge})
    often = max(2, (len(pages) + 1) // 2)
    return [
        line
        for lines, edge in zip(pages, edges, strict=True)
        for line in lines
        if not (line in edge and (seen[_DIGITS.sub("0", line.text)] >= often or _NUMBER.fullmatch(line.text)))
    ]


def _edge(lines: Sequence[Line]) -> set[Line]:
    by_height = sorted(lines, key=lambda line: line.y)
    return {*by_height[:EDGE], *by_height[-EDGE:]}


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Paragraphs and headings of the lines."""
    size = _usual_size(lines)
    sizes = sorted({round(line.size) for line in lines if line.size >= HEADING * size}, reverse=True)
    levels = {size: level for level, size in enumerate(sizes, 1)}
    words = Counter(word for line in lines for word in re.findall(r"[\w-]+", line.text))
    for paragraph in _paragraphs(lines, size):
        level = levels.get(round(paragraph[0].size), 0)
        yield Block(_joined([line.text for line in paragraph], words), level)


def _usual_size(lines: Iterable[Line]) -> float:
    count: Counter[float] = Counter()
    for line in lines:
        count[line.size] += len(line.text)
    return count.most_common(1)[0][0]


def _paragraphs(lines: Sequence[Line], size: float) -> Iterator[list[Line]]:
    steps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 3 * max(size, 1.0)]
    leading = median(steps) if steps else size
    length = _usual_length(lines)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and _begins(paragraph[-1], line, leading, length):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _usual_length(lines: Sequence[Line]) -> float:
    return sorted(len(line.text) for line in lines)[int(0.9 * (len(lines) - 1))]


def _begins(last: Line, line: Line, leading: float, length: float) -> bool:
    """Whether a line begins a paragraph, after the last one of another."""
    if round(last.size) != round(line.size):
        return True
    step = last.y - line.y
    if not 0 <= step < 10 * leading:  # the next column, or page
        return bool(_ENDS.search(last.text))
    indented = INDENT * line.size <= line.x - last.x <= DEEPEST_INDENT * line.size
    ended = bool(_ENDS.search(last.text)) and len(last.text) < SHORT_LINE * length
    return step > PARTED * leading or indented or ended


def _joined(lines: Sequence[str], words: Counter[str]) -> str:
    """One paragraph of its lines; a word broken at a line's end is whole again."""
    text = lines[0]
    for line in lines[1:]:
        broken, rest = _BROKEN.search(text), _FIRST_WORD.match(line)
        if broken and rest and line[0].islower():
            keeps = words[f"{broken[1]}-{rest[0]}"] > words[broken[1] + rest[0]]
            text = (text if keeps else text[:-1]) + line
        else:
            text += " " + line
    return text.replace("\u00ad", "")
