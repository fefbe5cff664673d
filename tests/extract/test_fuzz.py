"""Any text is read: the fuzzing of bench/fuzz.py with some hundred cases."""

import random

import pytest

from bench.fuzz import broken, faults, fuzzed, texts
from bot.extract import extract
from bot.model import Cue, Quote, QuoteKind, Span


@pytest.mark.parametrize("seed", [1, 2])
def test_random_texts_have_no_faults(seed: int) -> None:
    found = fuzzed(200, seed)
    assert found.pop("quotes") > 20
    assert not +found


def test_the_same_seed_gives_the_same_texts() -> None:
    first, second = (texts(random.Random(7), ["An article."]) for _ in range(2))  # noqa: S311
    assert [next(first) for _ in range(20)] == [next(second) for _ in range(20)]


def test_a_fault_is_told() -> None:
    outside = Quote(QuoteKind.DIRECT, (Span(0, 9),), Cue("said", Span(0, 2)), None, None, 1.0)
    assert set(faults("Oh no", [outside])) == {"offset outside the text", "cue isn't the text's"}


def test_a_broken_article_still_gives_quotes() -> None:
    chance = random.Random(3)  # noqa: S311
    article = "“It holds,” said Mara Lind, the mayor. “We looked at every pillar.” " * 4
    assert any(extract(broken(chance, article)).quotes for _ in range(20))
