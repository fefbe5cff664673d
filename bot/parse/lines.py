"""Text -> lines without typesetting codes, and lines -> paragraphs: hard-wrapped copy is put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDEST = 100
"""Characters: no wire wrapped its lines later (telex 69, video screens 64 to 80); longer lines are paragraphs."""
NARROWEST = 30
"""Characters: shorter lines are a list or a poem."""
SLACK = 12
"""Characters by which a wrapped line may fall short: a word that was not broken, or a justified margin."""
MOSTLY_FULL = 0.55
"""Share (0 to 1) of lines with a follower that must be full for copy to be hard-wrapped: tables and lists reach 0.4."""

HEAD = 1200
"""Characters in which the codes of a wire's head stand."""

_BREAKS = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|&(?:UR|QL|QC|HT);")
_CODES = re.compile(r"&(?:Cx[0-9a-f]{2}|LR|TL|TR|QR);")
_STRIPPED = re.compile(r"\bCx1[0-9a-f]\b")
_BARE_BREAKS = re.compile(r"(?<!\S)(?:UR|QL|QC|LR)(?!\S)")
"""Codes of an archive that lost the marks around them (&UR; became UR); told by _STRIPPED."""
_DASH = re.compile(r"&MD;")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff]+")
_JOINT = re.compile(r"[^\W\d_]-$")
_AND = re.compile(r"(?:and|or|to|y|o|e|und|oder|et|ou)\b")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’»')\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input."""

    text: str
    """Without white space around it; never empty."""
    indent: int = 0
    """Columns of white space before it."""
    gap: bool = False
    """Whether blank lines stand before it."""


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything. Typesetting codes (&UR;) and control characters leave without trace."""
    found: list[Line] = []
    gap = False
    if _STRIPPED.search(text, 0, HEAD):
        text = _BARE_BREAKS.sub("\n", text[:HEAD]) + text[HEAD:]
    for raw in _BREAKS.split(_CONTROLS.sub(" ", _CODES.sub(" ", _DASH.sub("--", text)))):
        bare = raw.strip()
        if bare:
            whole = raw.rstrip().expandtabs(8)
            found.append(Line(bare.expandtabs(8), len(whole) - len(whole.lstrip()), gap))
        gap = not bare
    return found


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """The paragraphs: each line one, unless the copy is hard-wrapped."""
    width, margin = _width(lines), _margin(lines)
    found: list[list[str]] = []
    last: Line | None = None
    for line in lines:
        if last is not None and width and line.indent <= margin and _goes_on(last, line, width):
            found[-1].append(line.text)
        else:
            found.append([line.text])
        last = line
    return [_joined(parts) for parts in found]


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the lines are hard-wrapped copy."""
    return _width(lines) > 0


def _width(lines: Sequence[Line]) -> int:
    """The column at which the copy is wrapped; 0 where it isn't."""
    margin = _margin(lines)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and b.indent <= margin]
    width = max((_length(a) for a, _ in pairs), default=0)
    if not pairs or not NARROWEST <= width <= WIDEST:
        return 0
    full = sum(b.text[:1].islower() or (_is_full(a, b, width) and not _SENTENCE_END.search(a.text)) for a, b in pairs)
    return width if full >= MOSTLY_FULL * len(pairs) else 0


def _margin(lines: Sequence[Line]) -> int:
    """The column where lines begin that go on with a paragraph; what begins further in begins a new one."""
    return min((line.indent for line in lines[1:] if not line.gap), default=0)


def _goes_on(last: Line, line: Line, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `last`."""
    if line.gap:
        return False
    return _is_full(last, line, width) or line.text[:1].islower() or not _SENTENCE_END.search(last.text)


def _is_full(line: Line, follower: Line, width: int) -> bool:
    """Whether the follower's first word had no room in the line."""
    return _length(line) + 1 + len(follower.text.split(" ", 1)[0]) >= width - SLACK


def _length(line: Line) -> int:
    return line.indent + len(line.text)


def _joined(parts: list[str]) -> str:
    """One paragraph of its lines; a hyphen at a line's end stays, with its word whole again."""
    words = [parts[0]]
    for before, part in pairwise(parts):
        broken = _JOINT.search(before) and part[:1].islower() and not _AND.match(part)
        words.append(part if broken else " " + part)
    return "".join(words)
