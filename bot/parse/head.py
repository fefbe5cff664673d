"""What stands before an article's first words: section, headline, by-line, dateline, codes and notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.model import Dateline
from bot.parse import byline, dateline
from bot.parse.agencies import agency_of
from bot.parse.dates import find_moment
from bot.parse.furniture import is_code, is_edge, is_furniture, is_section
from bot.parse.lines import Line, is_wrapped
from bot.text import normalise

FURTHEST = 60
"""Lines in which a dateline is looked for: the longest heads of wires have 25."""
LONGEST_HEAD = 20
"""Lines in a head with codes and without a dateline."""
SURE_HEAD = 6
"""Lines in which what looks like a number or a category is one."""
MOST_PROSE = 2
"""Sentences before a dateline: a standfirst and a caption; after more it is that of another story in the text."""
MOST_TITLES = 3
"""Lines before the first words where there is no dateline: section, headline, second headline."""
SENTENCE_WORDS = 6
"""A line of fewer words may be a headline though it ends like a sentence."""
LONGEST_TITLE = 200
"""Characters."""
END = 20
"""Characters in which a line's end mark and what closes behind it stand."""
LONGEST_SECTION = 3
"""Words in a section that no list knows."""
DATE_LINE_REST = 30
"""Characters beside the date in a line that is there for its date."""

_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\.[A-Z])[.!?…][\"”’»')\]]*$")
_ASKS = re.compile(r"[!?…][\"”’»')\]]*$")
_MARKS = re.compile(r"^[\^$#@]+|[<=]+$")
_NOTE = re.compile(r"\(.{1,400}\)")
_DATED = re.compile(
    r"[A-Z]{2,4}_?\w{0,6}\d{6,8}\.\d{4}\b"
    r"|(?i:(?:first |last )?(?:published|posted|updated|modified|publicado|actualizado)\b)"
)
_SLUG = re.compile(r"(?:BC|AM|PM)-[\w -]{3,60}")
"""A wire's own name of a story: better than no headline."""
_SITE = re.compile(
    r"(?P<title>.{15,}?)\s+(?:[-–—|]\s+(?P<site>[\w.]+\.(?:com|org|net|es|co\.uk))|\|\s+(?P<name>[^|]{2,40}))$"
)
_OWNER = re.compile(
    r"\W*(?:c|\(c\)|©|copyright)\.?\s?(?:\d{4}\s+)?(?:by )?(?P<owner>[A-Z][\w. &’']{2,50})$", re.IGNORECASE
)


@dataclass
class Head:
    """What was found before the first words."""

    section: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: Dateline | None = None
    provider: str | None = None
    published: str | None = None
    standfirst: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


def split(lines: Sequence[Line]) -> tuple[Head, list[Line]]:
    """The head and the lines of the body."""
    found = _dateline(lines)
    head = Head()
    if found is None:
        start = _body_start(lines)
        body = list(lines[start:])
    else:
        start, line = found
        head.dateline = line.dateline
        rest = lines[start].text[line.end :].strip()
        body = [Line(rest, lines[start].indent, True)] if rest else []
        body += lines[start + 1 :]
    titles = [text for text in map(_unmarked, lines[:start]) if text and not _filed(head, text)]
    _name(head, titles)
    return head, body


def _dateline(lines: Sequence[Line]) -> tuple[int, dateline.Found] | None:
    """The first line with a dateline, and what it says."""
    prose = 0
    for number, line in enumerate(lines[:FURTHEST]):
        found = None if byline.read(line.text) else dateline.read(line.text)
        if found and (found.named or _has_words(lines, number, found.end)):
            return number, found
        prose += _is_sentence(line.text) and not is_edge(line.text)
        if prose > MOST_PROSE:
            return None
    return None


def _has_words(lines: Sequence[Line], number: int, end: int) -> bool:
    """Whether words of an article follow a place that nothing confirms."""
    rest = lines[number].text[end:]
    follower = lines[number + 1] if number + 1 < len(lines) else None
    if not rest:
        return follower is not None and len(follower.text[:LONGEST_TITLE].split()) >= SENTENCE_WORDS
    return _is_sentence(rest) or (follower is not None and not follower.gap) or len(rest) > LONGEST_TITLE


def _body_start(lines: Sequence[Line]) -> int:
    """The first line of the body where no dateline tells."""
    titles = 0
    coded = _coded_lines(lines)
    for number, line in enumerate(lines[coded:], coded):
        text = _unmarked(line)
        if not text or is_edge(text) or byline.read(text) or _NOTE.fullmatch(text) or _moment(text):
            continue
        if titles == MOST_TITLES or _begins_prose(lines, number):
            return number
        titles += 1
    return 0


def _coded_lines(lines: Sequence[Line]) -> int:
    """How many lines a head with a wire's codes has."""
    if not any(is_code(line.text) for line in lines[:2]):
        return 0
    last = max(number for number, line in enumerate(lines[:LONGEST_HEAD]) if _is_of_head(number, line))
    return last + 1 if last + 1 < len(lines) else 0


def _is_of_head(number: int, line: Line) -> bool:
    if number < SURE_HEAD and is_code(line.text):
        return True
    return (is_code(line.text) and is_furniture(line.text)) or byline.read(_unmarked(line)) is not None


def _begins_prose(lines: Sequence[Line], number: int) -> bool:
    line = lines[number]
    if number == len(lines) - 1 or len(line.text) > LONGEST_TITLE:
        return True
    follower = lines[number + 1]
    if _is_sentence(line.text):
        return not (_ASKS.search(line.text[-END:]) and follower.gap and len(follower.text) > len(line.text))
    block = [line]
    for later in lines[number + 1 : number + 12]:
        if later.gap:
            break
        block.append(later)
    return len(block) > 2 and is_wrapped(block)


def _is_sentence(text: str) -> bool:
    return bool(_ENDS.search(text[-END:])) and len(text[:LONGEST_TITLE].split()) >= SENTENCE_WORDS


def _is_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _unmarked(line: Line) -> str:
    """The line without the marks that some wires put around fields."""
    return _MARKS.sub("", line.text).strip()


def _filed(head: Head, text: str) -> bool:
    """Put a line that is no title where it belongs; False for titles."""
    writers = byline.read(text)
    if writers:
        head.byline = head.byline or writers.names
        head.provider = head.provider or writers.agency
    elif _is_words(text) and not (is_edge(text) or _NOTE.fullmatch(text) or _moment(text)):
        return False
    else:
        head.published = head.published or _moment(text)
        head.provider = head.provider or _owner(text)
    head.dropped.append(text)
    return True


def _moment(text: str) -> str | None:
    """The moment of publication in a line that is there to tell it."""
    moment = find_moment(text) if len(text) <= LONGEST_TITLE else None
    if moment and (_DATED.match(text) or len(text) <= len(moment) + DATE_LINE_REST):
        return moment
    return None


def _owner(text: str) -> str | None:
    found = _OWNER.fullmatch(text)
    return (agency_of(found["owner"]) or found["owner"].strip()) if found else agency_of(text.removeprefix("ZCZC "))


def _name(head: Head, titles: list[str]) -> None:
    """Section, headline and standfirst among the lines that are none of the rest."""
    titles = _without_repeats(head, titles)
    if titles and _is_section(titles[0], titles[1:], alone=head.dateline is not None):
        head.section = titles.pop(0)
    if titles:
        head.headline = _without_site(head, titles.pop(0))
    else:
        head.headline = next((line for line in head.dropped if _SLUG.fullmatch(line)), None)
    if any(map(is_code, head.dropped)):
        head.dropped += titles
    else:
        head.standfirst = titles


def _is_section(text: str, followers: list[str], alone: bool) -> bool:
    if not followers:
        return alone and is_section(text)
    return is_section(text) or _may_be_section(text, followers[0])


def _without_repeats(head: Head, titles: list[str]) -> list[str]:
    """The titles, less earlier lines that hold the last one or a part of it (the slug line of a wire)."""
    if len(titles) < 2 or max(map(len, titles)) > LONGEST_TITLE:
        return titles
    last = f" {normalise(titles[-1])} "
    repeats = [t for t in titles[:-1] if last in f" {normalise(t)} " or f" {normalise(t)} " in last]
    head.dropped += repeats
    return [title for title in titles[:-1] if title not in repeats] + titles[-1:]


def _may_be_section(text: str, follower: str) -> bool:
    words, following = text[:LONGEST_TITLE].split(), follower[:LONGEST_TITLE].split()
    return len(words) <= LONGEST_SECTION < len(following) and not _ENDS.search(text[-END:]) and text[0].isupper()


def _without_site(head: Head, title: str) -> str:
    """The headline without the name of its site, as pages put it behind."""
    found = _SITE.fullmatch(title) if len(title) <= LONGEST_TITLE else None
    if not found:
        return title
    site = found["site"] or found["name"]
    head.provider = head.provider or agency_of(site.split(".")[0]) or site
    head.dropped.append(site)
    return found["title"]
