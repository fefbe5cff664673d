"""The tagger and another attributor beside it: the other's findings count as far as the tagger doesn't doubt them."""

from collections.abc import Sequence

from bot.extract.both import Both
from bot.extract.rules import Rules
from bot.extract.tagger.attributor import Tagger
from bot.extract.tagger.judgement import Doubt
from bot.model import Attribution, Span

TEXT = "Anna Holm said the pier is safe. Peter Lind said the road is open."
PIER, ROAD = Span(15, 31), Span(49, 65)
ANNA, PETER = Span(0, 9), Span(33, 43)
SAID = Span(44, 48)
NONE, SOME, MUCH = Doubt(0, 0, 0), Doubt(0, 1, 1), Doubt(9, 9, 9)


class Fixed:
    """Finds what it was given; doubts everything alike."""

    def __init__(self, *found: Attribution, doubt: Doubt = NONE) -> None:
        self.found = list(found)
        self._doubt = doubt

    def attribute(self, text: str) -> list[Attribution]:
        return [one for one in self.found if one.content[-1].end <= len(text)]

    def judge(self, text: str) -> "Fixed":
        assert text
        return self

    def doubts(self, others: Sequence[Attribution]) -> list[Doubt]:
        return [self._doubt for _ in others]


def test_what_the_tagger_lacks_is_filled_in_if_it_hardly_doubts_it() -> None:
    first = Attribution((PIER,), None, ANNA)
    second = Attribution((ROAD,), SAID, PETER, confidence=0.9)
    assert Both(Fixed(first, doubt=SOME), Fixed(second)).attribute(TEXT) == [first, second]
    assert Both(Fixed(first, doubt=MUCH), Fixed(second)).attribute(TEXT) == [first]


def test_a_certain_finding_of_the_other_counts_whatever_the_tagger_doubts() -> None:
    first = Attribution((PIER,), None, ANNA)
    certain = Attribution((ROAD,), SAID, PETER, confidence=0.95)
    assert Both(Fixed(first, doubt=MUCH), Fixed(certain)).attribute(TEXT) == [first, certain]


def test_an_unsure_finding_of_the_other_never_counts() -> None:
    first = Attribution((PIER,), None, ANNA)
    unsure = Attribution((ROAD,), SAID, PETER, confidence=0.5)
    assert Both(Fixed(first), Fixed(unsure)).attribute(TEXT) == [first]


def test_bounds_and_speaker_are_the_others_where_the_tagger_nearly_agrees() -> None:
    loose = Attribution((Span(PIER.start - 4, PIER.end),), None, PETER)
    tight = Attribution((PIER,), None, ANNA, confidence=0.9)
    (one,) = Both(Fixed(loose), Fixed(tight)).attribute(TEXT)
    assert (one.content, one.source) == ((PIER,), ANNA)


def test_a_speaker_whom_the_tagger_doubts_is_not_taken_for_one_whom_it_marked() -> None:
    class Doubting(Fixed):
        def doubts(self, others: Sequence[Attribution]) -> list[Doubt]:
            return [NONE if one.source == PETER else MUCH for one in others]

    own = Attribution((PIER,), None, PETER)
    other = Attribution((PIER,), None, ANNA, confidence=0.9)
    assert Both(Doubting(own), Fixed(other)).attribute(TEXT) == [own]
    (one,) = Both(Doubting(other), Fixed(own)).attribute(TEXT)
    assert one.source == PETER


def test_the_taggers_doubts_are_none_about_what_it_marked_and_some_about_all_else() -> None:
    judged = Tagger().judge(TEXT)
    assert len(judged.found) == 2
    for doubt in judged.doubts(judged.found):
        assert max(doubt) == 0
    odd = Attribution((Span(5, 14),), PIER, ROAD)
    assert min(judged.doubts([odd])[0]) > 0
    across = Attribution((Span(0, len(TEXT)),))
    assert judged.doubts([across])[0].source == float("inf")


def test_a_text_without_words_raises_no_doubt_and_no_error() -> None:
    assert Both(Tagger(), Rules()).attribute(" \n ") == []
