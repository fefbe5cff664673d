"""Quotation marks: which stretches of a paragraph stand inside them, whatever the marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from bot.extract.blocks import blocks
from bot.model import Span


class Quotation(NamedTuple):
    """A stretch inside quotation marks."""

    outer: Span
    """With its marks."""
    inner: Span
    """Without them, edges trimmed."""
    closed: bool
    """False: the mark was left open and the stretch runs to the paragraph's end."""
    single: bool = False
    """Inside single marks (‘ ’ or ')."""


_MARK = re.compile(r"“+|”+|„|«|»|\"|``|''|‘|’|'")
_OPENERS, _CLOSERS, _EITHER = {"“", "„", "«", "``", "‘"}, {"”", "»", "’"}, {'"', "''", "'"}
_RAYAS = "—–"
_RAYA = re.compile(r"[—–]")
_SINGLE = {"‘", "’", "'"}
_SINGLE_THEN_DOUBLE = re.compile(
    r"(?:^|(?<=\s))[‘'][^“”\"‘’\n]{0,200}[“\"][^“”\"\n]+[”\"][^“”\"\n]*?[,.!?][’']",
    re.MULTILINE,
)
_SAID = re.compile(
    r", (?:(?:said|says|added|told|wrote|dijo|afirmó|añadió)\b"
    r"|[A-ZÀ-Þ][\w.’' -]{2,40} (?:said|says|added|told|wrote)\b)"
)
_SOME_MARK = re.compile(r"[“”„«»\"`‘]|''|'(?<![^\W_]')")
"""Any mark that may open a quotation (an apostrophe within a word opens none)."""
_SOME_SINGLE = re.compile(r"‘|'(?<!\w')(?=\w)")
_ELISION = re.compile(r"['’](?:em|til|tis|twas|n|cause|bout|\d0s)\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def marked(text: str, raya: bool = False) -> tuple[tuple[Span, list[Quotation]], ...]:
    """The paragraphs of a text with their quotations; remembered for the text at hand, as several parts need them."""
    return tuple((paragraph, quotations(text, paragraph, raya)) for paragraph in blocks(text))


def quotations(text: str, paragraph: Span, raya: bool = False) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order; one left open runs to its end.

    With `raya` a dash at the paragraph's beginning begins speech, as in Spanish: «—No lo haré —dijo—. Es tarde».
    """
    return list(_quotations(text, paragraph, raya))


@lru_cache(maxsize=256)
def _quotations(text: str, paragraph: Span, raya: bool) -> list[Quotation]:
    """The same, remembered for the paragraphs of an article, as several parts need them."""
    if raya and text[paragraph.start] in _RAYAS and text[paragraph.start + 1 : paragraph.start + 2].strip():
        return _between_rayas(text, paragraph)
    if not _SOME_MARK.search(text, paragraph.start, paragraph.end):
        return []
    around = _around_double(text, paragraph)
    double = [q for q in _paired(text, paragraph, single=False) if not _within(q, around)]
    double = sorted([*double, *around])
    found = list(double)
    edge = paragraph.start
    for gap_end, next_edge in [*(q.outer for q in double), Span(paragraph.end, paragraph.end)]:
        if edge < gap_end:
            found += [q for q in _paired(text, Span(edge, gap_end), single=True) if q.closed]
        edge = next_edge
    return sorted(found)


def _between_rayas(text: str, paragraph: Span) -> list[Quotation]:
    """What is spoken between dashes; a dash behind a space begins the teller's words, the next one ends them."""
    found: list[Quotation] = []
    start, told = paragraph.start, False
    for mark in _RAYA.finditer(text, paragraph.start + 1, paragraph.end):
        if told == text[mark.start() - 1].isspace():
            continue
        if not told:
            found.append(_made(text, start, start + 1, mark.start(), mark.end(), True, False))
        start, told = mark.start(), not told
    if not told:
        found.append(_made(text, start, start + 1, paragraph.end, paragraph.end, True, False))
    return [q for q in found if any(map(str.isalnum, text[q.inner.start : q.inner.end]))]


def _around_double(text: str, paragraph: Span) -> list[Quotation]:
    """Single marks around double ones, as British papers set them: ‘He shouted “timber” and ran,’ said ..."""
    if not _SOME_SINGLE.search(text, paragraph.start, paragraph.end):
        return []
    if not _SINGLE_THEN_DOUBLE.search(text, paragraph.start, paragraph.end):
        return []
    single = [q for q in _paired(text, paragraph, single=True) if q.closed and text[q.inner.end - 1] in ",.!?"]
    return [q for q in single if any(mark in text[q.inner.start : q.inner.end] for mark in '“"')]


def _within(one: Quotation, others: list[Quotation]) -> bool:
    at = bisect_right(others, one.outer.start, key=lambda q: q.outer.start) - 1
    return at >= 0 and one.outer.start < others[at].outer.end


def _paired(text: str, within: Span, single: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, within.start, within.end):
        if (mark.group() in _SINGLE) is not single:
            continue
        if opened is None:
            opened = mark if _opens(text, mark, within, single) else None
        elif _closes(text, mark, opened, single):
            found.append(_made(text, opened.start(), opened.end(), mark.start(), mark.end(), True, single))
            opened = None
    if opened is not None and single and _opens_paragraphs(text, opened.start(), within):
        found.append(_made(text, opened.start(), opened.end(), within.end, within.end, True, single))
    if opened is not None and not single:
        said = _SAID.search(text, opened.end(), within.end)
        end = said.start() if said else within.end
        found.append(_made(text, opened.start(), opened.end(), end, end, False, single))
    return [q for q in found if q.inner.start < q.inner.end]


def _opens_paragraphs(text: str, offset: int, within: Span) -> bool:
    """Whether a single mark that isn't closed begins a quotation of several paragraphs."""
    return text[offset] == "‘" and (offset == within.start or text[max(0, offset - 2) : offset] == ": ")


def _opens(text: str, mark: re.Match[str], within: Span, single: bool) -> bool:
    sign, after = _sign(mark), text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] if mark.start() > within.start else " "
    if not after or (after.isspace() and sign != "``" and sign != "«"):
        return False
    if single and (before.isalnum() or _ELISION.match(text, mark.start())):
        return False
    if sign in _OPENERS or before.isspace():
        return sign != "»" or before.isspace()
    return sign in _EITHER and before in "([{—–-‘'“/:,"


def _sign(mark: re.Match[str]) -> str:
    """A mark, a doubled one taken as one."""
    return mark.group()[0] if mark.group()[0] in "“”" else mark.group()


def _closes(text: str, mark: re.Match[str], opened: re.Match[str], single: bool) -> bool:
    sign, begun = _sign(mark), _sign(opened)
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if single:
        plural = before in "sz" and after.isspace() and sign != "’" and "'" not in text[mark.end() : mark.end() + 60]
        return sign in ("’", "'") and not after.isalnum() and not before.isspace() and not plural
    if begun in ('"', "''") or sign in ('"', "''"):
        # a straight mark that stands after a space and before a word opens, so the earlier one was never closed
        return sign in ('"', "''", "”") and not (before.isspace() and after.isalnum())
    if begun == "«":
        return sign == "»"
    if begun == "„":
        return sign in ("“", "”")
    if begun == "»":
        return sign == "«"
    return sign == "”" or (sign == "''" and begun == "``") or (sign == "“" and (not after or not after.isalnum()))


def _made(text: str, a: int, b: int, c: int, d: int, closed: bool, single: bool) -> Quotation:
    while b < c and text[b].isspace():
        b += 1
    while c > b and text[c - 1].isspace():
        c -= 1
    return Quotation(Span(a, d), Span(b, c), closed, single)


def inside(found: list[Quotation], offset: int) -> bool:
    """Whether an offset stands inside double marks (the marks included)."""
    return any(q.outer.start <= offset < q.outer.end for q in found if not q.single)
