"""What every summariser promises (`bot.ports.Summarizer`)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Article
from bot.ports import Summarizer
from bot.summarize import LeadSummarizer, TrainedSummarizer
from bot.text import sentences

BOTH = [LeadSummarizer(), TrainedSummarizer()]
ARTICLE = Article(
    "The Orvik ferry sank at its quay on Monday night. Nobody was on board.\n\n"
    "Harbour master Sten Vaal said the ferry had taken in water since Friday. “We pumped for three days,” he said.\n\n"
    "The town council will meet on Tuesday. It wants to raise the ferry before winter.",
    headline="Orvik ferry sinks at its quay",
)
HARD = ["", " \n\t", ".", "No end", "”" * 40, "?!" * 30, "\ud800 x", "\x00", "one\n\ntwo\n\nthree\n\nfour", "🙂" * 30]


@pytest.fixture(params=BOTH, ids=["lead", "trained"])
def summarizer(request: pytest.FixtureRequest) -> Summarizer:
    made: Summarizer = request.param
    return made


@pytest.mark.parametrize("number", [1, 2, 3, 5, 100])
def test_gives_whole_sentences_in_reading_order(summarizer: Summarizer, number: int) -> None:
    spans = summarizer.summarize(ARTICLE, number)
    every = sentences(ARTICLE.text)
    assert len(spans) == min(number, len(every))
    assert spans == sorted(set(spans))
    assert set(spans) <= set(every)


@pytest.mark.parametrize("number", [1, 3])
def test_takes_the_first_of_its_ranking(summarizer: Summarizer, number: int) -> None:
    ranked = summarizer.ranked(ARTICLE, number)
    assert sorted(ranked) == sentences(ARTICLE.text)
    assert summarizer.summarize(ARTICLE, number) == sorted(ranked[:number])


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("number", [1, 3])
def test_never_raises(summarizer: Summarizer, text: str, number: int) -> None:
    assert len(summarizer.summarize(Article(text), number)) == min(number, len(sentences(text)))


@pytest.mark.parametrize("summarizer", BOTH, ids=["lead", "trained"])
@given(text=st.text("abc. “”?\nA1é", max_size=300), number=st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_so_many_of_its_sentences(summarizer: Summarizer, text: str, number: int) -> None:
    spans = summarizer.summarize(Article(text), number)
    assert set(spans) <= set(sentences(text))
    assert len(spans) == min(number, len(sentences(text)))


def test_the_same_again_gives_the_same(summarizer: Summarizer) -> None:
    assert summarizer.ranked(ARTICLE) == summarizer.ranked(ARTICLE)


def test_a_text_of_200_pages_is_summed_up(summarizer: Summarizer) -> None:
    long = Article("\n\n".join(f"Clause {number} binds the harbour of Orvik. It is long." for number in range(8_000)))
    assert len(summarizer.summarize(long, 5)) == 5
