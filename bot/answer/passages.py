"""Sentences of articles, in whoever's voice, that a quotation may be an altered form of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer.differences import Comparison, Wording, compare, tokens, wording
from bot.answer.near import terms_in
from bot.answer.parts import Parts
from bot.model import ArticleRef, Match, Result, Span
from bot.text import sentences, tokens_of

ARTICLES = 8
"""Articles read whole, the best by the index's rank."""
SHARED = 0.5
"""0-1: share of the quotation's words that a sentence has to hold before it is compared word for word. Set by hand."""
ALIKE = 0.75
"""0-1 (`Comparison.likeness`): nobody is known to have said it, so less is another sentence. As for another speaker's
statement (`check`)."""
LEAST_MATCHED = 4
"""Words that have to be the same. Set by hand."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article that is much like a quotation."""

    article: ArticleRef
    span: Span
    comparison: Comparison

    @property
    def shown(self) -> Result:
        """The sentence with what differs."""
        text, differences = self.span.of(self.comparison.record.text), self.comparison.differences
        likeness = round(self.comparison.likeness, 4)
        return Result("sentence", text, self.article, (self.span,), score=likeness, match=Match.CLOSE,
                      differences=differences)  # fmt: skip


def nearest(parts: Parts, words: str) -> Passage | None:
    """The sentence most like the words, not word for word the same; None where none is much alike."""
    yours = wording(words)
    refs = parts.store.match_articles(terms_in(parts, tokens_of(words)), ARTICLES)
    found = [one for ref in refs for one in _alike(parts, ref, yours)]
    return max(found, key=lambda one: one.comparison.likeness, default=None)


def _alike(parts: Parts, ref: ArticleRef, yours: Wording) -> Iterator[Passage]:
    stored = parts.store.article(ref.id)
    text, wanted = stored.article.text if stored else "", set(yours.keys)
    for span in sentences(text):
        if len(wanted.intersection(word.key for word in tokens(text, span))) < SHARED * len(wanted):
            continue
        comparison = compare(yours, wording(text, [span]))
        if comparison and comparison.edits and _enough(comparison):
            yield Passage(ref, span, comparison)


def _enough(comparison: Comparison) -> bool:
    return comparison.likeness >= ALIKE and comparison.matched >= max(LEAST_MATCHED, ALIKE * len(comparison.yours.keys))
