"""Who said what by rules: verbs of saying, the phrase beside them, and the marks around. No training, any domain.

`Cues` finds the verbs with their speakers, `contents` what they said; this module puts both together by paragraph.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.extract.clauses import Clause, Phrases, clauses
from bot.extract.contents import content_of, trimmed
from bot.extract.cues import Cue, Cues
from bot.extract.lexicon import INSTITUTION_NOUNS, MEDIA, MEDIA_NOUNS
from bot.extract.marks import Quotation, marked
from bot.extract.packs import ENGLISH, Pack
from bot.model import Attribution, Span

LONG_QUOTATION = 25
"""Characters from which a quotation that makes up a whole sentence counts as speech without a cue (of 742 such
passages in PolNeAR's training half 721 are)."""
WITHOUT_CUE = 0.5
"""Confidence (0 to 1) of a quotation without a cue."""
_VIA = re.compile(
    r"(?:,\s*)?(?:as\s+)?\b(?:cited|quoted|carried|reported|relayed)\s+(?:as\s+saying\s+)?by\s+(?P<medium>[^,.;:“”\"\n]{2,80})"
    r"|(?:,\s*)?\b(?:citad[oa]|recogid[oa]|difundid[oa])\s+por\s+(?P<medio>[^,.;:“”\"\n]{2,80})"
)
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w.'’ /-]{1,40}(?:, [\w.'’ ]{2,30})?(?:, \w{3,10}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([\w/ .-]{2,30}\))"
    r"\s?\.?\s?(?:--|[—–_-])\s+(?=\S)|[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,40}(?:, [\w.'’ ]{2,30}){0,2} (?:--|[—–_-])\s+(?=\S)"
)
"""Place, date and agency before the first words."""
_NAME_AT_END = re.compile(r"[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*)*\s*$")


class Rules:
    """Finds attributions by rules (`bot.ports.Attributor`)."""

    def __init__(self, pack: Pack = ENGLISH) -> None:
        """Args: pack: The language."""
        self._pack = pack
        self._words = pack.cues | {phrase[0] for phrase in pack.according}
        self._cues = Cues(pack, Phrases(pack))

    def attribute(self, text: str) -> list[Attribution]:
        """The attributions of a text, by place."""
        found: list[Attribution] = []
        open_from: Attribution | None = None
        for paragraph, marks in marked(text, self._pack.raya):
            here, open_from = self._paragraph(text, paragraph, marks, open_from)
            found += here
        return sorted(merged(found), key=lambda one: one.content)

    def _paragraph(
        self, text: str, paragraph: Span, marks: list[Quotation], open_from: Attribution | None
    ) -> tuple[list[Attribution], Attribution | None]:
        """A paragraph's attributions, and the last of them if its quotation goes on in the next paragraph."""
        found: list[Attribution] = []
        last, clause = open_from, None
        if dateline := _DATELINE.match(text, paragraph.start, paragraph.end):
            paragraph = Span(dateline.end(), paragraph.end)
        for clause in clauses(text, paragraph, marks, self._words):
            here = self._clause(text, clause) if clause else []
            if here:
                found += here
                last = here[-1] if clause and _speaks_on(clause, here[-1]) else None
            elif clause and _wholly_quoted(clause):
                last = _continued(text, clause, last)
                found += [last] if last else []
            else:
                last = None
        goes_on = clause is not None and bool(clause.quotations) and not clause.quotations[-1].closed
        goes_on = goes_on or text[paragraph.end - 1] == ":"
        return _with_via(text, paragraph, merged(found)), found[-1] if found and goes_on else None

    def _clause(self, text: str, clause: Clause) -> list[Attribution]:
        cues = self._cues.of(clause)
        found = [self._read(text, clause, cue, cues) for cue in cues]
        return [one for one in found if one is not None]

    def _read(self, text: str, clause: Clause, cue: Cue, cues: list[Cue]) -> Attribution | None:
        content = tuple(sorted(content_of(text, clause, cue, cues, self._pack)))
        if not content:
            return None
        tokens = clause.tokens
        source = Span(tokens[cue.source[0]].start, tokens[cue.source[1] - 1].end) if cue.source else None
        span = Span(tokens[cue.first].start, tokens[cue.past - 1].end)
        if source is None and self._pack.drops_subject:
            source = span
        return Attribution(content, span, source, None, cue.confidence)


def merged(found: list[Attribution]) -> list[Attribution]:
    """Attributions whose first content is the continuation of an earlier one's, put together."""
    by_cue: dict[Span | None, Attribution] = {}
    loose: list[Attribution] = []
    for one in found:
        key = one.cue
        if key is None:
            loose.append(one)
        elif key in by_cue:
            by_cue[key] = replace(by_cue[key], content=tuple(sorted({*by_cue[key].content, *one.content})))
        else:
            by_cue[key] = one
    return [*by_cue.values(), *loose]


def _speaks_on(clause: Clause, one: Attribution) -> bool:
    """Whether a quotation is among the words, so that one behind it goes on with them."""
    return any(part.start < q.outer.end and q.outer.start < part.end for q in clause.quotations for part in one.content)


def _wholly_quoted(clause: Clause) -> bool:
    outside = [token.text for token, quoted in zip(clause.tokens, clause.quoted, strict=True) if not quoted]
    return bool(clause.quotations) and not any(word[:1].isalnum() for word in outside)


def _continued(text: str, clause: Clause, last: Attribution | None) -> Attribution | None:
    """A sentence wholly in marks: the last speaker's, or a long one nobody's by name."""
    content = tuple(trimmed(text, q.inner) for q in clause.quotations)
    content = tuple(span for span in content if span.start < span.end)
    if not content:
        return last
    if last is not None:
        return replace(last, content=content)
    long = clause.span.end - clause.span.start >= LONG_QUOTATION
    return Attribution(content, confidence=WITHOUT_CUE) if long else None


def _with_via(text: str, paragraph: Span, found: list[Attribution]) -> list[Attribution]:
    """The attributions with the medium that cites them; "cited by TASS" is no saying of its own."""
    by = max(text.find(word, paragraph.start, paragraph.end) for word in (" by ", " por ")) if found else -1
    match = _VIA.search(text, paragraph.start, paragraph.end) if by >= 0 else None
    if match is None:
        return found
    group = "medium" if match["medium"] else "medio"
    name = _NAME_AT_END.search(match[group])
    words = set(match[group].casefold().split())
    if not name or not words & (MEDIA | MEDIA_NOUNS | INSTITUTION_NOUNS):
        return found
    start = match.start(group) + name.start()
    medium = Span(start, start + len(name.group().rstrip()))
    nearest = min(found, key=lambda one: abs((one.cue or one.content[-1]).end - match.start()))
    kept = [one for one in found if one is nearest or one.source is None or not _inside(medium, one.source)]
    return [_citing(one, match, medium) if one is nearest else one for one in kept]


def _citing(one: Attribution, match: re.Match[str], medium: Span) -> Attribution:
    content = tuple(Span(a, min(b, match.start())) if a < match.start() < b else Span(a, b) for a, b in one.content)
    return replace(one, content=content, via=medium)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
