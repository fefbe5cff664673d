"""Who "he" is: each person named keeps a weight that grows with every mention and fades with every sentence.

The weights follow the idea of Lappin and Leass (1994): subjects and speakers count most, possessives and names inside
quotations least, and the gender must fit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from bot.extract.kinds import Marks
from bot.extract.people import Cast, Figure
from bot.extract.roles import gender_of_noun, head_of, number_of
from bot.model import Attribution, Span, SpeakerKind
from bot.text import sentences

FADE = 0.55
"""Share of a weight left after one more sentence; read off cases of PolNeAR's training half."""
SOURCE, SUBJECT, OTHER, POSSESSIVE, QUOTED = 1.6, 1.1, 0.5, 0.4, 0.1
ENCLOSING = 2.0
"""What the speaker of the clause around a pronoun gains: "Lind said she believed ..."."""
UNKNOWN_GENDER, UNSURE = 0.5, 0.4
"""What is left of a weight where the gender isn't known, or whether it is a person at all."""
FAINT = 0.08
"""Weight below which nobody is meant."""
REACH = 12
"""How many persons, latest first, are weighed."""
_INDEFINITE = re.compile(r"(?:an?|one|another)\s+", re.IGNORECASE)
GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PRONOUN = re.compile(r"\b(?:[Hh](?:e|im|is|imself|er|ers|erself)|[Ss]he)\b")
_OPENING = re.compile(
    r"(?:,|\b(?:and|but|that|while|when|as|because|after|before|if|although|though|whether|where|since)) $"
)
_VERB = re.compile(
    r"(?:,[^,.;\n]{0,90},)? (?:has|had|is|was|will|would|could|may|might|did|does|says|said|told|also|"
    r"then|[a-z]+ed|[a-z]+es)\b"
)


class Chain:
    """Resolves the pronouns of a text in one pass."""

    def __init__(self, text: str, cast: Cast, found: list[Attribution], marks: Marks) -> None:
        """Walks through names and pronouns in order; `self.of` has the results by offset."""
        self._text, self._cast, self._marks = text, cast, marks
        self._starts = [s.start for s in sentences(text)]
        self._sources = sorted({one.source for one in found if one.source})
        self._own = {one.source: one for one in found if one.source}
        self._contents = sorted((span, index) for index, one in enumerate(found) for span in one.content)
        self._found = found
        self._weights: dict[Figure, tuple[float, int]] = {}
        self.of: dict[int, tuple[Figure, float]] = {}
        self._walk()

    def _walk(self) -> None:
        anonymous = dict(self._anonymous())
        events = [(name.start, name.end, name.possessive, name.form.name) for name in self._cast.names]
        events += [(start, start, False, figure.name) for start, figure in anonymous.items()]
        events += [(m.start(), m.end(), m.group().casefold() == "his", "") for m in _PRONOUN.finditer(self._text)]
        for start, end, possessive, name in sorted(events):
            if name:
                figure = anonymous[start] if start in anonymous else self._cast.of[start]
            else:
                answer = self._resolve(start, self._text[start:end].casefold())
                if answer is None:
                    continue
                self.of[start] = answer
                figure = answer[0]
            if figure.kind in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS):
                self._mention(figure, start, end, possessive)

    def _anonymous(self) -> Iterator[tuple[int, Figure]]:
        """Speakers whom the text doesn't name, but may go on about with "he": "a senior official"."""
        for source in self._sources:
            written = " ".join(source.of(self._text).split())
            match = _INDEFINITE.match(written)
            if match and "," not in written and number_of(noun := head_of(written[match.end() :])) == "person":
                yield source.start, Figure(written, SpeakerKind.ANONYMOUS, gender_of_noun(noun))

    def _mention(self, figure: Figure, start: int, end: int, possessive: bool) -> None:
        clock = bisect_right(self._starts, start)
        if self.is_source(start):
            gain = OTHER if figure.kind is SpeakerKind.PERSON and self._in_anonymous(start) else SOURCE
        elif self._marks.around(start):
            gain = QUOTED
        elif possessive:
            gain = POSSESSIVE
        else:
            first = self._starts[clock - 1] if clock else 0
            opens = start - first < 4 or _OPENING.search(self._text, max(0, start - 9), start)
            gain = SUBJECT if opens or _VERB.match(self._text, end) else OTHER
        weight = self._weight(figure, clock) + gain
        self._weights.pop(figure, None)
        self._weights[figure] = (weight, clock)

    def _weight(self, figure: Figure, clock: int) -> float:
        weight, at = self._weights.get(figure, (0.0, clock))
        return float(weight * FADE ** (clock - at))

    def _in_anonymous(self, offset: int) -> bool:
        """Whether the mention around a name is of somebody else: "a spokesman for Lind"."""
        source = self._sources[bisect_right(self._sources, Span(offset, len(self._text) + 1)) - 1]
        return _INDEFINITE.match(self._text, source.start) is not None

    def is_source(self, offset: int) -> bool:
        """Whether an offset stands in the mention of a speaker."""
        at = bisect_right(self._sources, Span(offset, len(self._text) + 1)) - 1
        return at >= 0 and offset < self._sources[at].end

    def enclosing(self, offset: int) -> Attribution | None:
        """The innermost attribution in whose words an offset stands."""
        at = bisect_right(self._contents, (Span(offset, len(self._text) + 1), 0)) - 1
        for back in range(at, max(-1, at - 8), -1):
            span, index = self._contents[back]
            one = self._found[index]
            if offset < span.end and not (one.source and one.source.start <= offset < one.source.end):
                return one
        return None

    def figure_of(self, source: Span | None) -> Figure | None:
        """Whom a mention names or, as a pronoun, stands for, as far as the walk has come."""
        if source is None:
            return None
        known = self.of.get(source.start)
        return known[0] if known else self._cast.of.get(source.start)

    def _resolve(self, offset: int, word: str) -> tuple[Figure, float] | None:
        clock, gender = bisect_right(self._starts, offset), GENDER[word]
        around = self.enclosing(offset)
        speaker = self.figure_of(around.source) if around else None
        quoted = self._marks.around(offset) is not None
        excluded = self._named_in_own_words(offset)
        scored: list[tuple[float, Figure]] = []
        for figure in list(reversed(self._weights))[:REACH] if len(self._weights) < 64 else self._latest():
            if (figure.gender and figure.gender != gender) or figure in excluded or (quoted and figure is speaker):
                continue
            weight = self._weight(figure, clock) + (ENCLOSING if figure is speaker else 0.0)
            weight *= (1.0 if figure.gender else UNKNOWN_GENDER) * (1.0 if figure.sure else UNSURE)
            scored.append((weight, figure))
        scored.sort(key=lambda pair: -pair[0])
        if not scored or scored[0][0] < FAINT:
            return None
        rival = scored[1][0] if len(scored) > 1 else 0.0
        return scored[0][1], scored[0][0] / (scored[0][0] + rival)

    def _latest(self) -> list[Figure]:
        """The persons mentioned last; forgets those before them, so that a long text stays linear."""
        latest = list(self._weights)[-REACH:]
        self._weights = {figure: self._weights[figure] for figure in latest}
        return latest[::-1]

    def _named_in_own_words(self, offset: int) -> list[Figure]:
        """Those whom the pronoun's own statement names: nobody speaks of themselves by name."""
        at = bisect_right(self._sources, Span(offset, len(self._text) + 1)) - 1
        if at < 0 or self._sources[at].start != offset:
            return []
        one = self._own[self._sources[at]]
        spans = [span for span in one.content if abs(span.start - offset) < 2000]
        names = self._cast.names
        found = []
        for span in spans:
            begin = bisect_right(names, span.start, key=lambda name: name.start - 1)
            for name in names[begin : begin + 40]:
                if name.start >= span.end:
                    break
                found.append(self._cast.of[name.start])
        return found
