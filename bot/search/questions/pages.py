"""Articles made ready for questions: sentences with their words, and where each stem stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.model import ArticleRef, Span, StoredArticle
from bot.search.forms import synonyms
from bot.search.lexicon import NUMBERS
from bot.search.questions.asked import Term
from bot.search.questions.roots import root
from bot.text import paragraphs, sentences, words

SAME_START, SHORT_START = 5, 4
"""Letters: stems that share so many at the start are kin; a stem of `SHORT_START` is kin to longer ones, see below."""
SHORT_MOST, LONGEST = 7, 100
"""Letters: a longer stem is no kin of one of `SHORT_START`, of a longer one."""
DIGITS = frozenset("0123456789")
KIN, SHORT_KIN, SYNONYM = 0.7, 0.5, 0.6
"""0-1: what a word is worth that is only kin to the one asked for. Set by hand."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what is measured of it."""

    text: str
    span: Span
    paragraph: int
    words: tuple[str, ...]
    stems: tuple[str, ...]
    bag: Counter[str]
    names: frozenset[str]
    """Stems of words with a capital, the first word apart."""
    numbers: frozenset[str]


@dataclass(frozen=True)
class Page:
    """One article."""

    article: ArticleRef
    text: str
    sentences: tuple[Sentence, ...]
    headline: frozenset[str]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Stem -> its sentences."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            for one in sentence.bag:
                found[one].append(number)
        return dict(found)

    def kin(self, term: Term) -> Iterator[tuple[str, float]]:
        """Stems that may stand for the term, and what each is worth."""
        for one in synonyms(term.word):
            yield root(one), SYNONYM
        start = term.stem[:SAME_START]
        most, worth = (SHORT_MOST, SHORT_KIN) if len(start) == SHORT_START else (LONGEST, KIN)
        if len(start) >= SHORT_START:
            for one in self.places:
                if one.startswith(start) and len(one) <= most:
                    yield one, worth


def page(stored: StoredArticle) -> Page:
    """An article made ready."""
    text = stored.article.text
    breaks = [one.start for one in paragraphs(text)]
    spans = sentences(text)
    numbers = np.searchsorted(breaks, [span.start for span in spans], side="right") if spans else ()
    made = tuple(_sentence(text, span, int(number)) for span, number in zip(spans, numbers, strict=True))
    headline = frozenset(root(word.text) for word in words(stored.ref.headline or ""))
    return Page(stored.ref, text, made, headline)


def _sentence(text: str, span: Span, paragraph: int) -> Sentence:
    told = span.of(text)
    found = words(told)
    tokens = tuple(word.text for word in found)
    stems = tuple(map(root, tokens))
    names = frozenset(one for one, word in zip(stems[1:], found[1:], strict=True) if told[word.span.start].isupper())
    numbers = frozenset(map(root, NUMBERS.keys() & tokens)).union(one for one in stems if one[0] in DIGITS)
    return Sentence(told, span, paragraph, tokens, stems, Counter(stems), names, numbers)


@dataclass(frozen=True)
class Collection:
    """The sentences of several articles, in a row."""

    pages: tuple[Page, ...]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All of them, article by article."""
        return [sentence for page in self.pages for sentence in page.sentences]

    @cached_property
    def firsts(self) -> list[int]:
        """Where each article begins."""
        return [0, *np.cumsum([len(page.sentences) for page in self.pages]).tolist()][:-1]

    @cached_property
    def article(self) -> NDArray[np.intp]:
        """The number of each sentence's article."""
        return np.repeat(np.arange(len(self.pages)), [len(page.sentences) for page in self.pages])

    @cached_property
    def paragraph(self) -> NDArray[np.intp]:
        """A number for each sentence's paragraph, rising."""
        own = np.array([sentence.paragraph for sentence in self.sentences], dtype=np.intp)
        if not len(own):
            return own
        changes = (np.diff(own) != 0) | (np.diff(self.article) != 0)
        return np.concatenate([[0], np.cumsum(changes)])

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """Words of each sentence."""
        return np.array([len(sentence.words) for sentence in self.sentences], dtype=np.float64)

    def holding(self, stem_: str) -> list[int]:
        """The sentences that hold a stem."""
        return [
            first + place
            for first, page in zip(self.firsts, self.pages, strict=True)
            for place in page.places.get(stem_, ())
        ]

    def kin_holding(self, term: Term) -> Iterator[tuple[int, float]]:
        """Sentences that hold what may stand for a term, and what that is worth."""
        for first, page in zip(self.firsts, self.pages, strict=True):
            for one, worth in page.kin(term):
                for place in page.places.get(one, ()) if one != term.stem else ():
                    yield first + place, worth
