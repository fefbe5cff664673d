"""How a user's words stand in a statement on record: word for word or not, whose words they are, what was cut off."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.differences import Comparison, Wording, compare, difference, runs, sentence_of, wording
from bot.answer.flags import conditions, negates
from bot.extract.marks import quotations
from bot.model import Difference, QuoteKind, Result, Span
from bot.text import paragraphs

BEHIND = 3
"""Words behind the user's words among which a negation is still theirs. Set by eye on made-up sentences."""
_CLAUSE_MARKS = frozenset(",;:—–()…")
_CLAUSE_WORDS = frozenset("but because pero sino porque".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement in its paragraph. All spans are of `text`."""

    text: str
    content: tuple[Span, ...]
    marked: tuple[Span, ...]
    """The insides of the quotations that it is a part of."""
    direct: bool
    """Whether all of it is the speaker's own words, marks or not."""

    @property
    def whole(self) -> Span:
        """From the first to the last word of the statement."""
        return Span(self.content[0].start, self.content[-1].end)

    @property
    def reach(self) -> Span:
        """The statement with the whole of the quotations that it is a part of."""
        stretches = (self.whole, *self.marked)
        return Span(min(one.start for one in stretches), max(one.end for one in stretches))

    @property
    def own(self) -> tuple[Span, ...]:
        """Where the words are the speaker's own."""
        return (*self.marked, self.whole) if self.direct else self.marked

    @property
    def wordings(self) -> list[Wording]:
        """The ways to read it: its content, its quotations joined where all is direct, all with what interrupts it."""
        ways = [self.content, self.marked if self.direct else (), (self.reach,)]
        return [wording(self.text, way) for way in dict.fromkeys(ways) if way]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a user's words stand in one statement."""

    comparison: Comparison
    own: bool
    """Whether all of them are the speaker's own; else the article's, in part at least."""
    before: tuple[Difference, ...] = ()
    """A negation or condition of the same sentence that stands before the words, and that they leave out."""
    behind: tuple[Difference, ...] = ()
    """The same behind them."""

    @property
    def exact(self) -> bool:
        """Word for word."""
        return not self.comparison.edits

    @property
    def cut(self) -> bool:
        """Whether something that weighs was cut off."""
        return bool(self.before or self.behind)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """All that differs or is left out, in the record's order."""
        return (*self.before, *self.comparison.differences, *self.behind)


def stand(result: Result, yours: Wording) -> Standing | None:
    """How the user's words stand in a statement; None where not one of them does.

    Args:
        result: Of kind "quote".
        yours: The user's words.
    """
    passage = _passage(result)
    wordings = passage.wordings
    same = [_standing(passage, one) for record in wordings for one in runs(yours, record)]
    if same:
        return min(same, key=lambda one: (not one.own, one.cut))
    around = [one for one in runs(yours, wording(passage.text)) if _touches(one, passage.reach)]
    if around:
        return Standing(around[0], own=False)
    compared = [one for one in (compare(yours, record) for record in wordings) if one]
    return _standing(passage, max(compared, key=lambda one: one.likeness)) if compared else None


def in_marks(text: str, sentence: Span, yours: Wording) -> bool:
    """Whether the user's words stand between quotation marks there, though nobody is known to have said them."""
    around = next((one for one in paragraphs(text) if _overlap(one, sentence)), sentence)
    return any(runs(yours, wording(text, [quotation.inner])) for quotation in quotations(text, around))


def _passage(result: Result) -> Passage:
    text = result.before + result.text + result.after
    shift = len(result.before) - result.content[0].start
    content = tuple(Span(span.start + shift, span.end + shift) for span in result.content)
    whole = Span(content[0].start, content[-1].end)
    marked = tuple(
        quotation.inner if quotation.closed else _common(quotation.inner, whole)
        for paragraph in paragraphs(text)
        for quotation in quotations(text, paragraph)
        if any(_overlap(quotation.inner, span) for span in content)
    )
    return Passage(text, content, marked, result.quote_kind is QuoteKind.DIRECT)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))


def _covered(comparison: Comparison) -> list[Span]:
    """Where the record's words stand that are compared."""
    return [word.span for word in comparison.record.tokens[comparison.window.start : comparison.window.end]]


def _touches(comparison: Comparison, stretch: Span) -> bool:
    return any(_overlap(word, stretch) for word in _covered(comparison))


def _standing(passage: Passage, comparison: Comparison) -> Standing:
    covered = _covered(comparison)
    own = all(any(_overlap(word, stretch) for stretch in passage.own) for word in covered)
    around = wording(passage.text, [passage.reach])
    places = [place for place, word in enumerate(around.tokens) if word.span in covered]
    return Standing(comparison, own, *_cut_off(around, Span(places[0], places[-1] + 1)))


def _cut_off(record: Wording, window: Span) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """What weighs in the sentence before and behind a window of its words."""
    number = sentence_of(record)
    before = _weighing_before(record, number.index(number[window.start]), window.start)
    last = len(number) - number[::-1].index(number[window.end - 1])
    behind = _weighing_behind(record, window.end, last)
    return (
        () if before is None else (_left_out(record, Span(before, window.start)),),
        () if behind is None else (_left_out(record, Span(window.end, _clause_end(record, behind, last))),),
    )


def _clause_end(record: Wording, place: int, last: int) -> int:
    return next((end for end in range(place + 1, last) if _parted(record, end)), last)


def _weighing_before(record: Wording, first: int, end: int) -> int | None:
    """The last word of a stretch that is a condition or, with no clause beginning behind it, a negation."""
    clause = True
    for place in range(end - 1, first - 1, -1):
        clause = clause and not _parted(record, place + 1)
        if _weighs(record, place, clause):
            return place
        if record.tokens[place].key in _CLAUSE_WORDS:
            break  # another clause, with conditions of its own
    return None


def _weighing_behind(record: Wording, start: int, last: int) -> int | None:
    """The first word of a stretch that is a condition or, near its beginning and in the same clause, a negation."""
    clause = True
    for place in range(start, last):
        if record.tokens[place].key in _CLAUSE_WORDS:  # "but not this year", "but only if ..."
            return place + 1 if place + 1 < last and _weighs(record, place + 1, True) else None
        clause = clause and place < start + BEHIND and not _parted(record, place)
        if _weighs(record, place, clause):
            return place
    return None


def _weighs(record: Wording, place: int, same_clause: bool) -> bool:
    word = record.tokens[place].span.of(record.text)
    return conditions(word) or (same_clause and negates(word))


def _parted(record: Wording, place: int) -> bool:
    """Whether a clause begins with the word at a place."""
    if place <= 0 or place >= len(record.tokens):
        return False
    word, before = record.tokens[place], record.tokens[place - 1]
    between = record.text[before.span.end : word.span.start]
    return any(mark in _CLAUSE_MARKS for mark in between)


def _left_out(record: Wording, stretch: Span) -> Difference:
    return difference(wording(""), Span(0, 0), record, stretch)
