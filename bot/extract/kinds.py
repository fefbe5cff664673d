"""What kind a statement is: direct, mixed or indirect by its quotation marks, attributed by its cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.extract.lexicon import SPEECH_NOUNS, SPEECH_VERBS
from bot.extract.marks import Quotation, marked
from bot.extract.spanish import SPEECH_ES
from bot.model import QuoteKind, Span

QUOTED_SHARE = 0.9
"""Share (0 to 1) of a statement's letters and digits inside marks from which it counts as direct, as PolNeAR's
scorers have it: a stray "and" or a mark set askew doesn't make it mixed."""
_REPORTING = SPEECH_ES | frozenset(
    """according según acuerdo find finds found show shows showed shown continue continues continued refer refers
    referred referring talk talks talked talking discuss discusses discussed endorse endorses endorsed mock mocks
    mocked applaud applauds applauded congratulate congratulated chant chanted read reads charge charged dismiss
    dismisses dismissed highlight highlights highlighted clear refuse refuses refused decline declines declined
    laugh laughs laughed bark barked encourage encouraged project projects projected quipped""".split()
)
"""Words beside verbs of saying and nouns for speech that report."""
_WORD = re.compile(r"[^\W\d_]+")


class Marks:
    """The quotations of a text, to ask how much of a span stands inside them."""

    def __init__(self, text: str, raya: bool = False) -> None:
        """Pairs the marks of every paragraph; with `raya` dashes too, where they begin one."""
        self._text = text
        self.found: list[Quotation] = [q for _, marks in marked(text, raya) for q in marks]
        self._starts = [q.outer.start for q in self.found]

    def around(self, offset: int) -> Quotation | None:
        """The outermost quotation in which an offset stands, marks included."""
        at = bisect_right(self._starts, offset) - 1
        return self.found[at] if at >= 0 and offset < self.found[at].outer.end else None

    def quoted(self, span: Span) -> int:
        """How many letters and digits of a span stand inside marks."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        count = 0
        while at < len(self.found) and self._starts[at] < span.end:
            inner = self.found[at].inner
            count += solid(self._text[max(inner.start, span.start) : min(inner.end, span.end)])
            at += 1
        return count


def solid(words: str) -> int:
    """How many letters and digits a string has."""
    return sum(map(str.isalnum, words))


def kind_of(text: str, content: Sequence[Span], cue: Span | None, marks: Marks) -> QuoteKind:
    """The kind of a statement. A statement without a letter or digit counts as indirect."""
    quoted = sum(map(marks.quoted, content))
    if quoted:
        return QuoteKind.DIRECT if quoted >= QUOTED_SHARE * sum(solid(s.of(text)) for s in content) else QuoteKind.MIXED
    return QuoteKind.ATTRIBUTED if cue is not None and not reports(cue.of(text)) else QuoteKind.INDIRECT


def reports(cue: str) -> bool:
    """Whether the words that attribute report words ("did not say"), not a belief, a wish or a plan ("hopes").

    Words of neither sort ("backs", "seemed") report nothing: of 1,809 such in PolNeAR's training half few do.
    """
    words = [word.casefold() for word in _WORD.findall(cue)]
    return not words or any(word in SPEECH_VERBS or word in SPEECH_NOUNS or word in _REPORTING for word in words)
