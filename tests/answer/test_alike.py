"""Nearly the same words of one speaker in other articles are one line; words that weigh keep lines apart."""

from __future__ import annotations

import pytest

from bot.answer.parts import alike, results_of
from bot.model import ArticleRef, Hit, Match, Quote, QuoteKind, Span, Speaker, StoredQuote

WORDS = "we will raise the sea wall by two metres before the winter storms come"


def hit(words: str, article: str, speaker: str = "Mara Lind") -> Hit:
    quote = Quote(QuoteKind.DIRECT, (Span(0, len(words)),), speaker=Speaker(speaker, speaker, Span(0, 1)))
    return Hit(StoredQuote(quote, ArticleRef(article, provider=article.title()), words), 0.9, Match.CLOSE)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (WORDS.replace("metres", "meters"), True),
        (WORDS.replace("the sea wall", "the wall"), True),
        (WORDS.replace("will raise", "will not raise"), False),
        (WORDS.replace("two", "three"), False),
        (WORDS.replace("we will", "if we can we will"), False),
        (WORDS[:40], False),
        ("we will build the harbour again with stone from the old quarry", False),
    ],
)
def test_alike(other: str, same: bool) -> None:
    assert alike(("lind", WORDS), ("lind", other)) is same
    assert alike(("lind", other), ("lind", WORDS)) is same
    assert not alike(("lind", WORDS), ("holt", other))
    assert not alike(("", WORDS), ("", other))


def test_several_outlets_are_one_line() -> None:
    hits = [hit(WORDS, "tidende"), hit(WORDS, "kyodo"), hit(WORDS.replace("metres", "meters"), "efe")]
    (result,) = results_of(hits)
    assert [article.id for article in result.also] == ["kyodo"]
    assert [article.id for article in result.nearly] == ["efe"]


def test_one_article_keeps_both() -> None:
    assert len(results_of([hit(WORDS, "tidende"), hit(WORDS.replace("metres", "meters"), "tidende")])) == 2
