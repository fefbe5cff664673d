"""PolNeAR as training data: texts with their attributions, and the labels that the network is to give each token."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bot.extract.tagger.features import Reading
from bot.extract.tagger.labels import LABELS

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Event:
    """One attribution of the gold."""

    content: Spans
    source: Spans
    cue: Spans


@dataclass(frozen=True)
class Example:
    """One article with its gold."""

    name: str
    text: str
    events: tuple[Event, ...]
    anchors: Spans = ()
    """Further stretches that move along when the text is changed: the tokens that a teacher has labelled."""


def load(folder: Path) -> list[Example]:
    """The articles of a PolNeAR split (text/STEM.txt, attributions/STEM_ANNOTATOR.ann; the first annotator's)."""
    notes = sorted((folder / "attributions").glob("*.ann"))
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        mine = [note for note in notes if re.fullmatch(re.escape(path.stem) + r"_[^_]+\.ann", note.name)]
        if mine:
            text = path.read_bytes().decode("utf-8")
            found.append(Example(path.name.removesuffix(".txt"), text, tuple(_events(mine[0]))))
    return found


def _events(path: Path) -> list[Event]:
    spans: dict[str, Spans] = {}
    rows = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        fields = line.rstrip("\r").split("\t")
        if len(fields) < 2:
            continue
        if fields[0].startswith("T"):
            places = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple(tuple(map(int, place.split())) for place in places)  # type: ignore[misc]
        elif fields[0].startswith("E"):
            rows.append([pair.split(":", 1) for pair in fields[1].split() if ":" in pair])
    events = []
    for row in rows:

        def part(role: str, row: list[list[str]] = row) -> Spans:
            return tuple(sorted(s for key, tid in row if key.rstrip("0123456789") == role for s in spans.get(tid, ())))

        if part("Content"):
            events.append(Event(part("Content"), part("Source"), part("Cue")))
    return events


def labels(example: Example, reading: Reading) -> np.ndarray:
    """The label of each token. Where attributions overlap, cues go first, then sources, then the shorter content."""
    page = _Page(reading)
    for event in sorted(example.events, key=_size, reverse=True):
        for span in _joined(example.text, event.content):
            for first, past in page.by_paragraph(*page.solid(span)):
                page.put(first, past, "CON-R" if _middle(event) > span[0] else "CON-L")
    for event in example.events:
        for span in event.source:
            page.put(*page.solid(span), "SRC-R" if event.cue and event.cue[0][0] > span[0] else "SRC-L")
    for event in example.events:
        for span in event.cue:
            words = any(map(str.isalnum, example.text[slice(*span)]))
            page.put(*(page.solid(span) if words else page.cover(span)), "CUE")
    page.labels[reading.edges] = 0
    return page.labels


def _size(event: Event) -> int:
    return sum(b - a for a, b in event.content)


def _middle(event: Event) -> float:
    """Where the words lie that tell a content's side: the cue, else the source."""
    anchor = event.cue or event.source
    return (anchor[0][0] + anchor[-1][1]) / 2 if anchor else event.content[0][0] - 1


class _Page:
    """The labels of a text while they are being written."""

    def __init__(self, reading: Reading) -> None:
        self.labels = np.zeros(len(reading.words), np.int64)
        self._reading = reading
        self._solid = [any(map(str.isalnum, word)) or word in ("$", "£", "€") for word in reading.words]

    def cover(self, span: tuple[int, int]) -> tuple[int, int]:
        """The tokens of a stretch of text."""
        first = int(np.searchsorted(self._reading.ends, span[0], "right"))
        return first, int(np.searchsorted(self._reading.starts, span[1], "left"))

    def solid(self, span: tuple[int, int]) -> tuple[int, int]:
        """The same without marks at its ends."""
        first, past = self.cover(span)
        while first < past and not self._solid[first]:
            first += 1
        while past > first and not self._solid[past - 1]:
            past -= 1
        return first, past

    def by_paragraph(self, first: int, past: int) -> list[tuple[int, int]]:
        """A stretch of tokens, cut at the breaks."""
        cuts = [int(edge) for edge in self._reading.edges if first <= edge < past]
        pairs = zip([first, *(cut + 1 for cut in cuts)], [*cuts, past], strict=True)
        return [(a, b) for a, b in pairs if a < b]

    def put(self, first: int, past: int, name: str) -> None:
        """Writes a part over whatever stands there."""
        inside = LABELS["I-" + name]
        if first < past:
            self.labels[first:past] = inside
            self.labels[first] = inside - 1
            if past < len(self.labels) and self.labels[past] and self.labels[past] % 2 == 0:
                self.labels[past] -= 1


def _joined(text: str, spans: Spans) -> list[tuple[int, int]]:
    """Spans with nothing but space and marks between them, put together."""
    joined: list[tuple[int, int]] = []
    for a, b in spans:
        if joined and not any(map(str.isalnum, text[joined[-1][1] : a])):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def shifted(example: Example, edits: list[tuple[int, int, str]]) -> Example:
    """The example with stretches of its text replaced; the gold moves along. Edits may not overlap."""
    edits = sorted(edits)
    pieces, at, table = [], 0, []
    grown = 0
    for a, b, new in edits:
        if a < at:
            continue
        pieces += [example.text[at:a], new]
        table.append((a, b, a + grown, len(new)))
        grown += len(new) - (b - a)
        at = b
    pieces.append(example.text[at:])
    starts = [row[0] for row in table]

    def move(offset: int, end: bool) -> int:
        i = int(np.searchsorted(starts, offset, "left" if end else "right")) - 1
        if i < 0:
            return offset
        a, b, new_a, size = table[i]
        if offset >= b:
            return offset + new_a + size - b
        return new_a + (size if end else 0) if offset > a or end else new_a

    def moved(spans: Spans) -> Spans:
        out = [(move(a, False), move(b, True)) for a, b in spans]
        return tuple((a, b) for a, b in out if a < b)

    anchors = tuple((move(a, False), move(b, True)) for a, b in example.anchors)
    events = [replace(e, content=moved(e.content), source=moved(e.source), cue=moved(e.cue)) for e in example.events]
    return Example(example.name, "".join(pieces), tuple(e for e in events if e.content), anchors)
