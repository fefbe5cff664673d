"""The extractor: what an attributor finds in a text, made into quotes with named speakers."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import cache

from bot.extract.both import Both
from bot.extract.frames import Framed
from bot.extract.kinds import Marks, kind_of
from bot.extract.packs import ENGLISH
from bot.extract.people import people_of
from bot.extract.repair import original, repaired
from bot.extract.rules import Rules
from bot.extract.spanish import SPANISH
from bot.extract.speakers import Speakers
from bot.extract.tagger.attributor import Tagger
from bot.model import Article, Attribution, Cue, Extraction, Quote, Span
from bot.ports import Attributor
from bot.text import paragraphs

logger = logging.getLogger(__name__)

SAME_CONTENT = 0.8
"""Share (0 to 1) of two statements' characters in common from which they are one statement found twice."""
_EDGES = " \t\n\r\f\v\u00a0\u2028\u2029"
_OPENERS, _CLOSERS = '“«„"', '”»“"'


class Engine:
    """Article -> people and quotes (`bot.ports.Extractor`)."""

    def __init__(self, attributor: Attributor | None = None) -> None:
        """Args: attributor: What finds the attributions; by default the best there is for the article's language."""
        self._attributor = attributor

    def extract(self, article: Article) -> Extraction:
        """Who said what in the article's text; see `bot.ports.Extractor`."""
        read = repaired(article.text)
        text = read.text
        attributor = self._attributor or _attributor(article.language)
        found = sorted(_distinct(_valid(text, _attributions(attributor, text))), key=lambda one: one.content)
        spanish = article.language == "es"
        marks = Marks(text, raya=spanish)
        speakers = Speakers(text, found, marks, spanish)
        quotes = tuple(original(article.text, read, _quote(text, one, speakers, marks)) for one in found)
        return Extraction(quotes, people_of(speakers.cast, quotes))


@cache
def _attributor(language: str | None) -> Attributor:
    if language in (None, "en"):
        return Framed(Both(Tagger(), Rules()))
    return Framed(Rules(SPANISH if language == "es" else ENGLISH))


def _attributions(attributor: Attributor, text: str) -> list[Attribution]:
    """All attributions; where the whole text can't be read, those of the paragraphs that can."""
    try:
        return attributor.attribute(text)
    except Exception:
        logger.warning("an article is read by single paragraphs, as a part of it can't be read", exc_info=True)
    found: list[Attribution] = []
    for paragraph in paragraphs(text):
        try:
            found += [_moved(one, paragraph.start) for one in attributor.attribute(paragraph.of(text))]
        except Exception:
            logger.warning("a paragraph of %d characters is left out", paragraph.end - paragraph.start, exc_info=True)
    return found


def _moved(one: Attribution, by: int) -> Attribution:
    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    content = tuple(Span(span.start + by, span.end + by) for span in one.content)
    return Attribution(content, move(one.cue), move(one.source), move(one.via), one.confidence)


def _valid(text: str, found: Iterable[Attribution]) -> Iterable[Attribution]:
    """The attributions with spans in order, inside the text, without marks or space at the ends."""
    for one in found:
        content: list[Span] = []
        for span in sorted(_trimmed(text, span) for span in one.content):
            start = max(span.start, content[-1].end) if content else span.start
            if start < span.end and any(map(str.isalnum, text[start : span.end])):
                content.append(Span(start, span.end))
        if content:
            cue, source, via = (_inside(text, span) for span in (one.cue, one.source, one.via))
            yield Attribution(tuple(content), cue, source, via, min(1.0, max(0.0, one.confidence)))


def _inside(text: str, span: Span | None) -> Span | None:
    if span is None:
        return None
    start, end = _spaceless(text, max(0, span.start), min(len(text), span.end))
    return Span(start, end) if start < end else None


def _trimmed(text: str, span: Span) -> Span:
    """A span without space at its ends, nor a mark whose partner isn't inside, nor the pair around all of it."""
    start, end = _spaceless(text, max(0, span.start), min(len(text), span.end))
    opens = start < end and text[start] in _OPENERS
    closes = end - start > 1 and text[end - 1] in _CLOSERS
    within = text[start + 1 : end - 1]
    alone = not any(mark in within for mark in '“”«»„"')
    if opens and (alone or (not closes and not any(mark in within for mark in _CLOSERS))):
        start += 1
    if closes and (alone or (not opens and not any(mark in within for mark in _OPENERS))):
        end -= 1
    return Span(*_spaceless(text, start, end))


def _spaceless(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _distinct(found: Iterable[Attribution]) -> list[Attribution]:
    """Each statement once: of two that share their words the one with a cue and more confidence stays."""
    kept: list[Attribution] = []
    ranked = sorted(found, key=lambda one: (one.content[0].start, one.cue is None, -one.confidence))
    for one in ranked:
        if not any(_same(one, other) for other in kept[-4:]):
            kept.append(one)
    return kept


def _same(one: Attribution, other: Attribution) -> bool:
    if one.cue is not None and other.cue is not None and one.cue != other.cue:
        return False
    shared = _overlap(one.content, other.content)
    sizes = [sum(span.end - span.start for span in each.content) for each in (one, other)]
    return shared >= SAME_CONTENT * (sum(sizes) - shared)


def _overlap(some: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    """How many characters two rows of spans, each in order, have in common."""
    shared = at = 0
    for span in some:
        while at < len(others) and others[at].end <= span.start:
            at += 1
        ahead = at
        while ahead < len(others) and others[ahead].start < span.end:
            shared += min(others[ahead].end, span.end) - max(others[ahead].start, span.start)
            ahead += 1
    return shared


def _quote(text: str, one: Attribution, speakers: Speakers, marks: Marks) -> Quote:
    kind = kind_of(text, one.content, one.cue, marks)
    speaker, certainty = speakers.resolve(one)
    return Quote(
        kind=kind,
        content=one.content,
        cue=Cue(one.cue.of(text), one.cue) if one.cue else None,
        speaker=speaker,
        via=_medium(text, one.via),
        confidence=one.confidence * certainty,
    )


def _medium(text: str, via: Span | None) -> str | None:
    return " ".join(via.of(text).split()) or None if via else None
