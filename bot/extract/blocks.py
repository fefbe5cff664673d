"""The paragraphs that extraction reads: wrapped lines joined, also where only the sense tells that a line goes on."""

from __future__ import annotations

from functools import lru_cache

from bot.extract.tagger.layout import read_paragraphs
from bot.model import Span

_ENDS = frozenset(".!?:;…”’»\"'")


@lru_cache(maxsize=4)
def blocks(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, edges trimmed.

    A line goes on in the next one where lines are wrapped to a width, or where it ends without a stop and the next
    begins in lower case.
    """
    found: list[Span] = []
    for span in read_paragraphs(text):
        last = found[-1] if found else None
        if last and text[span.start].islower() and text[last.end - 1] not in _ENDS and _one_break(text, last, span):
            found[-1] = Span(last.start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _one_break(text: str, last: Span, span: Span) -> bool:
    between = text[last.end : span.start]
    return between.count("\n") == 1 and len(between) < 20
