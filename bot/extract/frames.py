"""Frames in which somebody speaks without a verb of saying: turns, interviews, headlines, signatures.

They stand beside any attributor: `Framed(attributor)` adds what the frames find, takes back what the attributor made
of their labels, and leaves out what is nobody's speech: nicknames, titles of works, sub-headings.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.extract.blocks import blocks
from bot.extract.idle import idle, without_listener
from bot.extract.kinds import reports
from bot.extract.resumed import resumed
from bot.extract.titles import HONORIFICS, TITLE_HEADS
from bot.model import Attribution, Span
from bot.ports import Attributor

SAID_OF_A_TURN, SAID_OF_A_HEADLINE, SAID_OF_A_SIGNATURE = 0.9, 0.85, 0.9
"""Confidence (0 to 1) of what the frames find."""
LONGEST_HEADLINE = 140
"""Characters of a line that can be a headline."""
SHORT = 3
"""Words up to which a quotation without a cue is a name, a title or a mock, not a statement."""
SAME = 0.5
"""Share (0 to 1) of a frame's words in a statement from which the attributor's finding gives way to the frame's."""

LABELS = frozenset(
    """explainer analysis breaking update updated live watch video photo photos picture pictures graphic image audio
    podcast listen read correction note editor's source sources summary related more also see key fact factbox
    timeline profile preview review opinion comment editorial exclusive developing alert warning advisory background
    what who why when where how here contact phone tel email web website date time place address price cost location
    result results score scores half-time full-time attendance weather outlook tip step part chapter
    q question explicador análisis última vídeo foto fuente nota resumen claves fecha lugar hora teléfono""".split()
)
"""Words before a colon that label a text and speak for nobody."""
_OPEN, _CLOSE = "“\"«„‘'", "”\"»’'"
_LABEL = re.compile(
    r"[*_]{0,3}"
    r"(?P<label>(?:[^\W\d_][\w.'’-]*)(?: (?:[A-ZÀ-ÞÑ(][\w.,'’()-]*|de|del|la|y|of|the|van|von|bin|al|el|and)){0,6})"
    r"[*_]{0,3}[ \u00a0]?:(?!//)[*_]{0,3}\s+(?P<words>\S.*)",
    re.DOTALL,
)
_LETTERED = re.compile(r"(?P<label>[PRQA])\.[-–—]?\s+(?P<words>\S.*)", re.DOTALL)
_TRAILING = re.compile(r"(?P<words>\S.{10,}?)\s?[:—–-]\s(?P<label>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})$")
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][^\W_]*(?:[-.’'][^\W_]+)*")
_SIGNED = re.compile(
    rf"[{_OPEN}](?P<words>[^\n]+?)[{_CLOSE}][.,]?\s*(?:[-–—]{{1,2}}|―)\s*(?P<who>[A-ZÀ-ÞÑ][^\n.!?;:“”\"«»]{{2,90}})\.?$"
)
_PRESENTED = re.compile(
    rf"(?P<cue>Here(?:['’]s| is| are)|This is|Listen to) (?P<who>[^.:;!?“”\"\n]{{2,80}}?)"
    r"(?: (?:on|about|speaking|talking|at|in|explaining) [^.:;!?“”\"\n]{1,80})?"
    rf": ?[{_OPEN}](?P<words>[^“”\"»\n]+)[{_CLOSE}]"
)
_ANSWERED = re.compile(
    r"\b(?:[Tt]he )?(?:verdict|view|answer|reply|reaction|response|message|explanation|advice|motto|prediction|"
    r"conclusion|comment) (?:of|from|by) (?P<who>[^.:;!?“”\"\n]{2,80})"
    rf"[?:] ?[{_OPEN}](?P<words>[^“”\"»\n]+)[{_CLOSE}]"
)


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Span
    words: Span


class Framed:
    """An attributor with the frames beside it (`bot.ports.Attributor`)."""

    def __init__(self, attributor: Attributor) -> None:
        """Args: attributor: What finds the other attributions."""
        self._attributor = attributor

    def attribute(self, text: str) -> list[Attribution]:
        """The attributions of a text, by place."""
        turns, asked = _turns(text, blocks(text))
        framed = sorted([*turns, *frames(text)], key=lambda one: one.content)
        found = [without_listener(text, one) for one in resumed(text, self._attributor.attribute(text))]
        found = [one for one in found if not nobodys(text, one) and not idle(text, one) and not _asks(one, asked)]
        if framed:
            found = [one for one in found if not _gives_way(text, one, framed)] + framed
        return sorted(found, key=lambda one: one.content)


def frames(text: str) -> Iterator[Attribution]:
    """What the frames of a text find that stand in a paragraph of their own, by place."""
    for paragraph in blocks(text):
        yield from _signed(text, paragraph)
        if ":" in text[paragraph.start : paragraph.end] or "?" in text[paragraph.start : paragraph.end]:
            yield from _introduced(text, paragraph)


# --- turns and headlines


def _turns(text: str, paragraphs: Sequence[Span]) -> tuple[list[Attribution], list[Span]]:
    """ "NAME: words" where names take turns, and as a headline where the text knows the name; and who only asks."""
    turns = [turn for paragraph in paragraphs if (turn := _turn(text, paragraph))] or _lettered(text, paragraphs)
    found = [*_trailing(text, paragraphs[0])] if paragraphs else []
    asked: list[Span] = []
    speakers = Counter(_key(text, turn) for turn in turns)
    named = _named(text)
    conversation = len(turns) > 1 and (len(speakers) > 1 or len(turns) > 2)
    for turn in turns:
        key = _key(text, turn)
        known = len(key) > 1 and (named[key] > speakers[key] or _is_office(text, key, turn))
        if key in ("q", "p") or (not known and turn.words.of(text).endswith("?")):
            asked.append(Span(turn.label.start, turn.words.end))
            continue
        answers = key in ("a", "r") and {"q", "p"} & set(speakers)
        if known or answers or (conversation and len(key) > 1):
            confidence = SAID_OF_A_TURN if conversation else SAID_OF_A_HEADLINE
            found.append(Attribution((turn.words,), None, turn.label, None, confidence))
    return found, asked


def _turn(text: str, paragraph: Span) -> _Turn | None:
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or not any(map(str.isalpha, match["words"])):
        return None
    first = match["label"].split()[0].casefold().strip("’'.")
    if first in LABELS and match["label"].casefold() != "q":
        return None
    if match["label"][0].islower() or paragraph.end - match.start("words") < 2:
        return None
    words = _unquoted(text, Span(match.start("words"), paragraph.end))
    return _Turn(Span(*match.span("label")), words)


def _lettered(text: str, paragraphs: Sequence[Span]) -> list[_Turn]:
    """ "P. ¿...? / R. ...": turns that a letter with a point begins, if both letters do."""
    matches = [match for one in paragraphs if (match := _LETTERED.match(text, one.start, one.end))]
    letters = {match["label"] for match in matches}
    if not ({"P", "R"} <= letters or {"Q", "A"} <= letters):
        return []
    return [_Turn(Span(*match.span("label")), Span(*match.span("words"))) for match in matches]


def _key(text: str, turn: _Turn) -> str:
    words = [word for word in turn.label.of(text).casefold().split() if word.strip(".") not in HONORIFICS]
    return words[-1].strip("().,") if words else ""


def _named(text: str) -> Counter[str]:
    """How often a text has each capitalised word, in lower case."""
    return Counter(word.casefold() for word in _CAPITALISED.findall(text))


def _is_office(text: str, key: str, turn: _Turn) -> bool:
    return key in TITLE_HEADS and turn.label.of(text).casefold() == key


def _trailing(text: str, headline: Span) -> Iterator[Attribution]:
    """ "Words: Name" as a headline."""
    if headline.end - headline.start > LONGEST_HEADLINE or "\n" not in text[headline.end : headline.end + 2]:
        return
    match = _TRAILING.match(text, headline.start, headline.end)
    if match is None or match["label"].split()[0].casefold() in LABELS:
        return
    surname = match["label"].split()[-1]
    if re.search(rf"\b{re.escape(surname)}\b", text[headline.end :]):
        words = _unquoted(text, Span(*match.span("words")))
        yield Attribution((words,), None, Span(*match.span("label")), None, SAID_OF_A_HEADLINE)


# --- signatures and introductions


def _signed(text: str, paragraph: Span) -> Iterator[Attribution]:
    if text[paragraph.start] in _OPEN and (match := _SIGNED.fullmatch(text, paragraph.start, paragraph.end)):
        source = Span(*match.span("who"))
        yield Attribution((Span(*match.span("words")),), None, source, None, SAID_OF_A_SIGNATURE)


def _introduced(text: str, paragraph: Span) -> Iterator[Attribution]:
    for pattern in (_PRESENTED, _ANSWERED):
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            cue = Span(*match.span("cue")) if "cue" in match.groupdict() else None
            source = Span(*match.span("who"))
            yield Attribution((Span(*match.span("words")),), cue, source, None, SAID_OF_A_SIGNATURE)


def _unquoted(text: str, span: Span) -> Span:
    """Without the marks around all of it."""
    start, end = span
    if end - start > 2 and text[start] in _OPEN and text[end - 1] in _CLOSE:
        return Span(start + 1, end - 1)
    return span


# --- what gives way


def _asks(one: Attribution, asked: list[Span]) -> bool:
    """Whether the finding is a question of an interview with the label before it: "Q: ..."."""
    at = bisect_right(asked, one.content[0].start, key=lambda turn: turn.start) - 1
    return (
        at >= 0 and one.content[0].start < asked[at].end and (one.source is None or one.source.start <= asked[at].start)
    )


def _gives_way(text: str, one: Attribution, framed: list[Attribution]) -> bool:
    """Whether the attributor's finding is a frame's in other words, or a thought within somebody's own words."""
    size = sum(span.end - span.start for span in one.content)
    at = bisect_left(framed, one.content[0].start, key=lambda frame: frame.content[0].start)
    for frame in framed[max(0, at - 2) : at + 3]:
        words = frame.content[0]
        if one.content[0].start >= words.end or words.start >= one.content[-1].end:
            continue
        shared = sum(max(0, min(span.end, words.end) - max(span.start, words.start)) for span in one.content)
        thought = one.cue is not None and not reports(one.cue.of(text))
        if thought and words.start <= one.content[0].start and one.content[-1].end <= words.end:
            return True
        if shared >= SAME * (words.end - words.start) or (one.source is None and shared >= SAME * size):
            return True
        if frame.source and one.source and one.source.start < frame.source.end <= one.source.end:
            return True
    return False


_NAMED_SO = re.compile(
    r"\b(?:known as|called|named|nicknamed|dubbed|titled|entitled|so-called|the words?|the terms?|the phrase|alias|"
    r"llamad[oa]s?|titulad[oa]|apodad[oa]|conocid[oa] como|película|novela|libro)\s+[“\"«‘']?$",
    re.IGNORECASE,
)


def nobodys(text: str, one: Attribution) -> bool:
    """Whether a finding is a nickname, a title of a work or a mock term: short, in marks, and nobody says it."""
    first, last = one.content[0], one.content[-1]
    if len(one.content) > 1 or text[first.start - 1 : first.start] not in (*_OPEN,) or not first.start:
        return False
    if text[last.end : last.end + 1] not in (*_CLOSE, ",", ".") or len(first.of(text).split()) > 2 * SHORT:
        return False
    if re.match(r"[”\"’'»] [A-Z]\w+", text[last.end : last.end + 20]) and _name_before(text, first.start - 1):
        return True
    short = len(first.of(text).split()) <= SHORT
    return one.cue is None and (short or _NAMED_SO.search(text, max(0, first.start - 30), first.start) is not None)


def _name_before(text: str, offset: int) -> bool:
    return re.search(r"[A-Z]\w+ $", text[max(0, offset - 20) : offset]) is not None
