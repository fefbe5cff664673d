"""The tagger as an attributor: text -> attributions, by the trained network."""

from __future__ import annotations

from threading import Lock
from typing import NamedTuple

import numpy as np

from bot.extract.tagger import weights
from bot.extract.tagger.decoding import best
from bot.extract.tagger.doubts import Doubts
from bot.extract.tagger.features import Reading, context, read
from bot.extract.tagger.judgement import Judgement
from bot.extract.tagger.linker import CONTENT_LEFT, Group, Part, link, parts_of
from bot.extract.tagger.nested import nested
from bot.extract.tagger.network import Network
from bot.extract.tagger.relays import set_apart
from bot.extract.tagger.sources import Tokens, complete
from bot.extract.tagger.words import CASE, CLASS, Words
from bot.model import Attribution, Span

_CAPITAL = np.array([name in ("title", "upper", "letter") for name in CASE])
"""Whether a word of each case begins with a capital letter."""
_REPORTING = frozenset(CLASS[name] for name in "report report_s report_ed report_ing say speech_noun accord".split())
CONFIDENCE = {"quoted": 0.9, "reported": 0.75, "other": 0.5}
"""Share (0 to 1) of right ones among what stands in marks beside a verb of saying, what stands without marks beside
one, and all else."""
NO_SOURCE = 0.6
"""What is left of it where nobody is found who speaks."""


MANY = 6
"""Words in marks from which they are speech though neither speaker nor verb is found; fewer are a name or a mock."""


class _Marked(NamedTuple):
    """A text with what the network made of it."""

    reading: Reading
    tokens: Tokens
    parts: list[Part]
    doubts: Doubts


class Tagger:
    """Finds attributions by the trained network (`bot.ports.Attributor`); for English text."""

    def __init__(self, words: Words | None = None, network: Network | None = None) -> None:
        """Args: words, network: Another model than the package's; both or none."""
        if words is None or network is None:
            words, network = weights.load()
        self._words, self._network = words, network
        self._lock = Lock()

    def attribute(self, text: str) -> list[Attribution]:
        """The attributions of a text, by place. Linear in its length; the same on every machine."""
        return self.judge(text).found

    def judge(self, text: str) -> Judgement:
        """The attributions of a text, by place, with what to think of others' findings."""
        reading = read(text)
        if not reading.paragraphs:
            return Judgement([], reading, None)
        marked = self._marked(reading)
        parts, media = set_apart(text, reading, marked.parts, marked.tokens)
        groups = link(parts, _paragraphs(reading), marked.tokens.unit)
        complete(groups, marked.tokens)
        found: list[Attribution] = []
        for group in groups:
            if _tells(group, marked.tokens):
                outer = _attribution(marked, group, media)
                found += [outer, *nested(text, outer, sorted(group.contents))]
        return Judgement(sorted(found, key=lambda one: one.content), reading, marked.doubts)

    def _marked(self, reading: Reading) -> _Marked:
        with self._lock:  # the memory of words is shared by threads
            forms = self._words.forms(reading.words)
            rows = self._words.table[forms]
            around = context(reading, rows[:, 2], _CAPITAL[rows[:, 3]])
            scores = self._network.scores(forms, around)
        labels = best(scores, reading.edges, self._network.transitions)
        tokens = Tokens(rows[:, 2].tolist(), rows[:, 3].tolist(), reading.states.tolist(), around.unit.tolist())
        doubts = Doubts(scores, reading.edges, self._network.transitions, self._network.unit)
        return _Marked(reading, tokens, parts_of(labels.tolist()), doubts)


def _paragraphs(reading: Reading) -> list[int]:
    """The paragraph's number of each token; a break belongs to the one before it."""
    sizes = np.diff(np.concatenate(([-1], reading.edges)))
    found: list[int] = np.repeat(np.arange(len(sizes)), sizes).tolist()
    return found


def _tells(group: Group, tokens: Tokens) -> bool:
    """Whether somebody is found who speaks, or words in marks stand beside a verb of saying or are many.

    All else is mostly wrong: in PolNeAR's development half six of seven. So are a few words beside "was shown" or "is
    fond of": in its training half 65 of 96.
    """
    size = sum(part.past - part.first for part in group.contents)
    quoted = any(tokens.states[part.first] for part in group.contents)
    if _reports(group.cue, tokens) or size >= MANY:
        return bool(group.sources) or quoted
    return bool(group.sources) and not _states(group.cue, tokens)


def _states(cue: Part | None, tokens: Tokens) -> bool:
    """ "has been nicknamed", "was shown", "is fond of": what somebody is, nobody's words."""
    return cue is not None and CLASS["be"] in tokens.classes[cue.first : cue.past]


def _reports(cue: Part | None, tokens: Tokens) -> bool:
    return cue is not None and not _REPORTING.isdisjoint(tokens.classes[cue.first : cue.past])


def _attribution(marked: _Marked, group: Group, media: dict[Part, Span]) -> Attribution:
    starts, ends = marked.reading.starts, marked.reading.ends

    def span(part: Part) -> Span:
        return Span(int(starts[part.first]), int(ends[part.past - 1]))

    content = tuple(span(_without_that(part, marked.tokens)) for part in sorted(group.contents))
    cue = span(group.cue) if group.cue else None
    source = span(group.sources[0]) if group.sources else None
    via = media.get(group.cue) if group.cue else None
    return Attribution(content, cue, source, via, _confidence(group, marked.tokens))


def _without_that(part: Part, tokens: Tokens) -> Part:
    """The words themselves: "that" before them belongs to the reporter."""
    after = part.role == CONTENT_LEFT and part.past > part.first + 1 and tokens.classes[part.first] == CLASS["that"]
    return part._replace(first=part.first + 1) if after and not tokens.states[part.first] else part


def _confidence(group: Group, tokens: Tokens) -> float:
    kind = "other"
    if _reports(group.cue, tokens):
        kind = "quoted" if all(tokens.states[part.first] for part in group.contents) else "reported"
    return CONFIDENCE[kind] * (1.0 if group.sources else NO_SOURCE)
