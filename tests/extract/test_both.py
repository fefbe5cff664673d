"""Two attributors beside each other: the second fills gaps and bounds what it is sure of."""

from bot.extract.both import Both
from bot.model import Attribution, Span

TEXT = "Anna Holm said the pier is safe. Peter Lind said the road is open."
PIER, ROAD = Span(15, 31), Span(49, 65)
ANNA, PETER = Span(0, 9), Span(33, 43)


class Fixed:
    """Finds what it was given."""

    def __init__(self, *found: Attribution) -> None:
        self._found = list(found)

    def attribute(self, text: str) -> list[Attribution]:
        return [one for one in self._found if one.content[-1].end <= len(text)]


def test_what_the_first_lacks_is_filled_in_if_the_second_is_sure() -> None:
    first = Attribution((PIER,), None, ANNA)
    second = Attribution((ROAD,), None, PETER, confidence=0.95)
    assert Both(Fixed(first), Fixed(second)).attribute(TEXT) == [first, second]
    unsure = Attribution((ROAD,), None, PETER, confidence=0.5)
    assert Both(Fixed(first), Fixed(unsure)).attribute(TEXT) == [first]


def test_the_same_finding_takes_the_bounds_of_the_sure_one() -> None:
    loose = Attribution((Span(PIER.start - 4, PIER.end),), None, None)
    tight = Attribution((PIER,), None, ANNA, confidence=0.9)
    (one,) = Both(Fixed(loose), Fixed(tight)).attribute(TEXT)
    assert (one.content, one.source) == ((PIER,), ANNA)
