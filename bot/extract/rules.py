"""Who said what by rules: verbs of saying, the phrase beside them, and the marks around. No training, any domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.extract.clauses import DAYS, Clause, clauses, subject_left, subject_right
from bot.extract.lexicon import (
    AUXILIARIES,
    INSTITUTION_NOUNS,
    MEDIA,
    MEDIA_NOUNS,
    SPEECH_VERBS,
    STRONG_VERBS,
    THOUGHT_VERBS,
)
from bot.model import Attribution, Span
from bot.text import paragraphs

ADDRESSED = frozenset(
    "tell tells told telling inform informs informed remind reminds reminded assure assures assured warn warns warned "
    "warning ask asks asked asking urge urges urged urging advise advised notify notified".split()
)
"""Verbs that name the listener before the words."""
STOPS = frozenset(". ! ? … , ; : — – -- _ ) ( '' ” \" » ’".split())
AFTER_TRAILING = frozenset(
    """in on at during after before to by while when as from with through via outside inside adding referring speaking
    earlier later again last this next of for about citing cited quoted who whose following but and""".split()
)
"""Words that may follow "…, X said" without being what X said."""
LONG_QUOTATION = 25
"""Characters from which a quotation that makes up a whole sentence counts as speech without a cue (of 742 such
passages in PolNeAR's training half 721 are)."""
_VIA = re.compile(
    r"(?:,\s*)?(?:as\s+)?\b(?:cited|quoted|carried|reported|relayed)\s+(?:as\s+saying\s+)?by\s+(?P<medium>[^,.;:“”\"\n]{2,80})"
)
_NAME_AT_END = re.compile(r"[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*)*\s*$")


@dataclass(frozen=True, slots=True)
class _Cue:
    """A verb with its speaker; positions are tokens of the clause."""

    verb: int
    source: tuple[int, int]
    before: bool
    """The words stand before it ("…," Y said), else behind."""


class Rules:
    """Finds attributions by rules (`bot.ports.Attributor`)."""

    def attribute(self, text: str) -> list[Attribution]:
        """The attributions of a text, by place; a paragraph that can't be read spoils only itself."""
        found: list[Attribution] = []
        open_from: Attribution | None = None
        for paragraph in paragraphs(text):
            here = _in_paragraph(text, paragraph, open_from)
            found += here
            open_from = _left_open(text, paragraph, here)
        return sorted(_merged(found), key=lambda one: one.content)


def _left_open(text: str, paragraph: Span, found: list[Attribution]) -> Attribution | None:
    """The paragraph's last attribution if its quotation goes on in the next paragraph."""
    last = clauses(text, paragraph)[-1:]
    marks = last[0].quotations if last else ()
    goes_on = (marks and not marks[-1].closed) or paragraph.of(text).endswith(":")
    return found[-1] if found and goes_on else None


def _merged(found: list[Attribution]) -> list[Attribution]:
    """Attributions whose first content is the continuation of an earlier one's, put together."""
    merged: dict[Span | None, Attribution] = {}
    loose: list[Attribution] = []
    for one in found:
        key = one.cue
        if key is None:
            loose.append(one)
        elif key in merged:
            merged[key] = replace(merged[key], content=tuple(sorted({*merged[key].content, *one.content})))
        else:
            merged[key] = one
    return [*merged.values(), *loose]


def _in_paragraph(text: str, paragraph: Span, open_from: Attribution | None) -> list[Attribution]:
    found: list[Attribution] = []
    last: Attribution | None = open_from
    for clause in clauses(text, paragraph):
        here = [_read(text, clause, cue, cues) for cues in [_cues(clause)] for cue in cues]
        here = [one for one in here if one is not None]
        if here:
            found += here
            last = here[-1] if any(_touches(q.outer, here[-1].content) for q in clause.quotations) else None
        elif _wholly_quoted(clause):
            content = tuple(_trimmed(text, q.inner) for q in clause.quotations)
            if last is not None:
                found.append(replace(last, content=content))
            elif clause.span.end - clause.span.start >= LONG_QUOTATION:
                last = Attribution(content, confidence=0.5)
                found.append(last)
        else:
            last = None
    return _with_via(text, paragraph, _merged(found))


def _touches(span: Span, content: tuple[Span, ...]) -> bool:
    return any(part.start < span.end and span.start < part.end for part in content)


def _wholly_quoted(clause: Clause) -> bool:
    outside = [t.text for t, quoted in zip(clause.tokens, clause.quoted, strict=True) if not quoted]
    return bool(clause.quotations) and not any(word[:1].isalnum() for word in outside)


# --- cues


def _cues(clause: Clause) -> list[_Cue]:
    found: list[_Cue] = []
    for at, token in enumerate(clause.tokens):
        word = token.text.casefold()
        if clause.quoted[at]:
            continue
        cue = None
        if word == "according" and at + 2 < len(clause.tokens) and clause.tokens[at + 1].text == "to":
            cue = _according(clause, at)
        elif word in SPEECH_VERBS or word in THOUGHT_VERBS:
            cue = _verb(clause, at, word, found)
        if cue is not None and not any(cue.verb < c.source[1] and c.source[0] <= cue.verb for c in found):
            found.append(cue)
    return found


def _according(clause: Clause, at: int) -> _Cue | None:
    source = subject_right(clause, at + 1)
    return source and _Cue(at, source, before=at > 3)


def _verb(clause: Clause, at: int, word: str, earlier: list[_Cue]) -> _Cue | None:
    ends_words = at > 0 and (clause.quoted[at - 1] or (clause.tokens[at - 1].text == "," and at > 3))
    if ends_words and word in SPEECH_VERBS and not word.endswith("ing"):
        source = subject_right(clause, at)
        if source and (clause.quoted[at - 1] or word in STRONG_VERBS) and _words_before(clause, at, earlier):
            return _Cue(at, source, before=True)
    if word.endswith("ing") and word in SPEECH_VERBS and at and clause.tokens[at - 1].text == ",":
        return _Cue(at, earlier[-1].source, before=False) if earlier and earlier[-1].verb < at else None
    source = subject_left(clause, at)
    if source is None:
        return None
    before = _ends_attribution(clause, at, word) and _words_before(clause, source[0], earlier)
    return _Cue(at, source, before=before) if before or _reports(clause, at, word) else None


def _words_before(clause: Clause, at: int, earlier: list[_Cue]) -> bool:
    """Whether words end just before position `at`: a closing mark, or a comma behind three tokens or more."""
    floor = max((c.verb for c in earlier), default=-1)
    if at - 1 <= floor:
        return False
    return clause.quoted[at - 1] or (clause.tokens[at - 1].text in (",", "—", "–", "--", "_") and at - floor > 4)


def _ends_attribution(clause: Clause, verb: int, word: str) -> bool:
    """Whether nothing that could be the words follows the verb."""
    at = verb + 1
    if word in ADDRESSED:
        at = _listener_end(clause, verb)
    while at < len(clause.tokens) and clause.tokens[at].text.casefold() in DAYS:
        at += 1
    if at >= len(clause.tokens) or clause.quoted[at]:
        return at >= len(clause.tokens)
    following = clause.tokens[at].text.casefold()
    return (following in STOPS and following != ":") or following in AFTER_TRAILING or following.endswith("ly")


def _listener_end(clause: Clause, verb: int) -> int:
    at = verb + 1
    while at < len(clause.tokens) and not clause.quoted[at]:
        word = clause.tokens[at].text.casefold()
        if word in STOPS or word in ("that", "to", "in", "on", "at", "during", "he", "she", "it", "they", "we", "i"):
            break
        if at - verb > 8 or (at > verb + 1 and word in ("the", "a", "an", "his", "her", "their", "there")):
            break
        at += 1
    return at


def _reports(clause: Clause, verb: int, word: str) -> bool:
    """Whether what follows the verb can be its words."""
    rest = range(verb + 1, len(clause.tokens))
    if not rest:
        return False
    following = clause.tokens[verb + 1].text.casefold()
    if any(clause.quoted[at] for at in rest) and word in SPEECH_VERBS:
        return True
    if "that" in {clause.tokens[at].text.casefold() for at in rest[:8]} or following in (":", "to"):
        return following != "to" or word in THOUGHT_VERBS or word in ("vowed", "promised", "pledged", "refused")
    return word in STRONG_VERBS and following not in STOPS and following not in ("by", "for", "about", "of")


# --- contents


def _read(text: str, clause: Clause, cue: _Cue, cues: list[_Cue]) -> Attribution | None:
    content = _content_before(clause, cue, cues) if cue.before else _content_after(clause, cue, cues)
    content = [_trimmed(text, span) for span in content]
    content = [span for span in content if any(c.isalnum() for c in span.of(text))]
    if not content:
        return None
    tokens = clause.tokens
    verb_end = tokens[cue.verb + 1].end if tokens[cue.verb].text.casefold() == "according" else tokens[cue.verb].end
    first = cue.verb
    while first and tokens[first - 1].text.casefold() in AUXILIARIES and first - 1 >= cue.source[1]:
        first -= 1
    source = Span(tokens[cue.source[0]].start, tokens[cue.source[1] - 1].end)
    return Attribution(tuple(sorted(content)), Span(tokens[first].start, verb_end), source)


def _content_before(clause: Clause, cue: _Cue, cues: list[_Cue]) -> Iterator[Span]:
    tokens = clause.tokens
    first = min(cue.verb, cue.source[0]) if cue.source[0] < cue.verb else cue.verb
    floor = max((max(c.verb, c.source[1] - 1) + 1 for c in cues if c.verb < cue.verb), default=0)
    if floor < first:
        yield Span(tokens[floor].start, tokens[first - 1].end)
    after = max(cue.verb + 1, cue.source[1])
    later = min((min(c.verb, c.source[0]) for c in cues if c.verb > cue.verb), default=len(tokens))
    resumed = [at for at in range(after, later) if clause.quoted[at]]
    if resumed and not any(c.verb > cue.verb and not c.before for c in cues):
        yield Span(tokens[resumed[0]].start, tokens[resumed[-1]].end)


def _content_after(clause: Clause, cue: _Cue, cues: list[_Cue]) -> Iterator[Span]:
    tokens = clause.tokens
    at = max(cue.verb + 1, cue.source[1] if tokens[cue.verb].text.casefold() == "according" else 0)
    word = tokens[cue.verb].text.casefold()
    if word in ADDRESSED:
        at = _listener_end(clause, cue.verb)
    at = _past_adverbials(clause, at)
    later = [min(c.verb, c.source[0]) for c in cues if c.verb > cue.verb and _begins_own_report(clause, c)]
    end = min((p for p in later if p > at), default=len(tokens))
    if at < end:
        yield Span(tokens[at].start, tokens[end - 1].end)


def _begins_own_report(clause: Clause, cue: _Cue) -> bool:
    """Whether a later cue ends the words of an earlier one: ", adding that", ", and he said"."""
    first = min(cue.verb, cue.source[0]) if cue.source[0] < cue.verb else cue.verb
    return not cue.before and first > 0 and clause.tokens[first - 1].text in (",", "and", "but", ";", "—", "–")


_SKIPPED = frozenset("that : , -- _ — out also again".split())


def _past_adverbials(clause: Clause, at: int) -> int:
    """Skip "on Monday", "in a statement", "Friday", then "that", ":" or ","."""
    tokens = clause.tokens
    while at < len(tokens) and not clause.quoted[at]:
        word = tokens[at].text.casefold()
        if word in _SKIPPED or word in DAYS or (word.endswith("ly") and len(word) > 4):
            at += 1
        elif word in ("in", "on", "during", "at", "to", "via", "through", "by") and (past := _past_phrase(clause, at)):
            at = past
        else:
            break
    return at


def _past_phrase(clause: Clause, at: int) -> int | None:
    """Past a prepositional phrase that is followed by "that", a colon, a comma or a quotation; else None."""
    for past in range(at + 1, min(at + 14, len(clause.tokens))):
        if clause.quoted[past] or clause.tokens[past].text.casefold() in ("that", ":"):
            return past
        if clause.tokens[past].text.casefold() in DAYS and past == at + 1:
            return past + 1
        if clause.tokens[past].text in (",", ";", "."):
            return past if clause.tokens[past].text == "," else None
    return None


_EDGES = " \t,;:.—–-_\"“”„«»`'‘’"


def _trimmed(text: str, span: Span) -> Span:
    """Without quotation marks, commas and points at its ends (an apostrophe that belongs to a word stays)."""
    start, end = span
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


# --- media


def _with_via(text: str, paragraph: Span, found: list[Attribution]) -> list[Attribution]:
    """The attributions with the medium that cites them; "cited by TASS" is no saying of its own."""
    match = _VIA.search(text, paragraph.start, paragraph.end)
    name = match and _NAME_AT_END.search(match["medium"])
    if match is None or not name or not found:
        return found
    medium = Span(
        match.start("medium") + name.start(), match.start("medium") + len(name.group().rstrip()) + name.start()
    )
    words = set(match["medium"].casefold().split())
    if not words & (MEDIA | MEDIA_NOUNS | INSTITUTION_NOUNS):
        return found
    nearest = min(found, key=lambda one: abs((one.cue or one.content[-1]).end - match.start()))
    kept = [one for one in found if one is nearest or one.source is None or not _inside(medium, one.source)]
    return [_citing(one, match, medium) if one is nearest else one for one in kept]


def _citing(one: Attribution, match: re.Match[str], medium: Span) -> Attribution:
    content = tuple(Span(a, min(b, match.start())) if a < match.start() < b else Span(a, b) for a, b in one.content)
    return replace(one, content=content, via=medium)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
