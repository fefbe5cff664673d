"""Gold quotes as the JSON files write them, found in their text and compared with what the engine finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.model import Quote, Span
from bot.text import tokens_of

ARTICLES = frozenset({"the", "a", "an", "el", "la", "los", "las"})


@dataclass(frozen=True, slots=True)
class Gold:
    """One statement as annotated."""

    kind: str
    content: tuple[Span, ...]
    speaker: str | None
    """The resolved name; None where the text doesn't tell who spoke."""
    person: bool
    """Whether the name must be met word for word; others may be found within a longer name."""
    via: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold quote and the found one that fits it best."""

    gold: Gold
    found: Quote
    overlap: float
    """Letters and digits in common over those of either, 0 to 1."""


def gold_quotes(text: str, items: Iterable[dict[str, Any]]) -> list[Gold]:
    """The annotated quotes with their places; each part must stand in the text, behind the part before it.

    Items are in reading order, so a first part is looked for from the first part of the item before.
    """
    quotes, start = [], 0
    for item in items:
        spans: list[Span] = []
        for part in item["content"]:
            at = text.find(part, spans[-1].end if spans else start)
            assert at >= 0, f"not in the text, or out of order: {part!r}"
            spans.append(Span(at, at + len(part)))
        start = spans[0].start
        speaker = item["speaker"]
        quotes.append(
            Gold(
                item["kind"],
                tuple(spans),
                speaker["name"] if speaker else None,
                bool(speaker) and speaker["kind"] == "person",
                item["via"],
            )
        )
    return quotes


def solid(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the letters and digits of the spans stand."""
    return frozenset(i for span in spans for i in range(*span) if text[i].isalnum())


def pairs(text: str, gold: Sequence[Gold], found: Sequence[Quote], least: float) -> list[Pair]:
    """One-to-one pairs that overlap by `least` (0 to 1) or more, closest first."""
    wanted = [solid(text, one.content) for one in gold]
    got = [solid(text, one.content) for one in found]
    scored = [
        (len(a & b) / len(a | b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got) if a & b and a | b
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    chosen = []
    for overlap, i, j in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if overlap >= least and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            chosen.append(Pair(gold[i], found[j], overlap))
    return chosen


def speaker_fits(gold: Gold, found: Quote) -> bool:
    """Whether the right one is named: a person by the full name, others also by a part or with more words."""
    if gold.speaker is None or found.speaker is None:
        return gold.speaker is None and found.speaker is None
    wanted, got = bare(gold.speaker), bare(found.speaker.name)
    if gold.person or not wanted or not got:
        return wanted == got
    return f" {' '.join(wanted)} " in f" {' '.join(got)} " or f" {' '.join(got)} " in f" {' '.join(wanted)} "


def bare(name: str) -> list[str]:
    """The name's normalised words without articles."""
    return [word for word in tokens_of(name) if word not in ARTICLES]


def shown(text: str, kind: str, content: Iterable[Span], speaker: str | None) -> str:
    """A quote on one line, for a reader of a failed test."""
    return f"{kind:<10} {speaker or '-'}: {' [...] '.join(span.of(text) for span in content)}"
