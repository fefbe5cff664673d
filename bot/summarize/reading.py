"""An article's sentences, and what is counted of each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain

from bot.model import Article, Span
from bot.summarize.lexicon import STOP_WORDS
from bot.text import paragraphs, sentences, tokens_of, words

MOST_SENTENCES = 400
"""Sentences that are read: what a longer text is about stands among its first ones."""
_PLURAL = re.compile(r"(?<=[a-z]{3})(?:'s|es|s)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence."""

    span: Span
    text: str
    words: tuple[str, ...]
    """Normalised."""
    terms: tuple[str, ...]
    """Those that tell something, plurals taken off."""
    names: frozenset[str]
    """Words with a capital, the first one left out."""
    first: bool
    """Whether its paragraph begins with it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read for what it is about."""

    sentences: tuple[Sentence, ...]
    counts: Counter[str]
    """How many sentences hold each term; the headline counts as one."""
    headline: frozenset[str]
    """Its terms."""


def read(article: Article) -> Reading:
    """Read an article."""
    starts = {span.start for span in paragraphs(article.text)}
    spans = sentences(article.text)[:MOST_SENTENCES]
    found = tuple(_sentence(article.text, span, span.start in starts) for span in spans)
    headline = frozenset(_terms(tuple(tokens_of(article.headline or ""))))
    return Reading(found, Counter(chain(headline, *(set(one.terms) for one in found))), headline)


def _terms(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_PLURAL.sub("", word) for word in found if word not in STOP_WORDS)


def _sentence(text: str, span: Span, first: bool) -> Sentence:
    whole = span.of(text)
    found = words(whole)
    names = frozenset(word.text for word in found[1:] if whole[word.span.start].isupper())
    normal = tuple(word.text for word in found)
    return Sentence(span, whole, normal, _terms(normal), names - STOP_WORDS, first)
