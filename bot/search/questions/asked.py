"""A question as typed -> its telling words, and the kind of thing that would answer it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from bot.search.dull import DULL
from bot.search.lexicon import STOP_WORDS
from bot.search.questions.lexicon import AFTER_HOW, NOUN_WITHIN, NOUNS, OPENERS, SAID_IN_QUESTIONS, Expected
from bot.search.questions.roots import root
from bot.text import words

MOST_TERMS = 32
"""Telling words that are looked at; the rest of a longer question adds nothing."""
DULL_WORTH = 0.6
"""Share of its weight that a word counts with that says little, or that asks for the answer. Set by hand."""


@dataclass(frozen=True, slots=True)
class Term:
    """A telling word of a question."""

    word: str
    """Normalised."""
    stem: str
    name: bool
    """Written with a capital, not at the question's start."""

    @property
    def number(self) -> bool:
        """Whether it begins with a digit."""
        return self.word[0].isdigit()

    @property
    def worth(self) -> float:
        """0-1: the share of its weight that it counts with."""
        return DULL_WORTH if self.word in DULL or self.word in SAID_IN_QUESTIONS else 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for."""

    terms: tuple[Term, ...]
    """Each stem once, in order."""
    expected: Expected
    head: str | None
    """The stem of the noun behind "what" or "which": "what bridge" asks for one."""
    stems: frozenset[str]
    """Of all its words: an answer must hold others too."""


def read(text: str) -> Question:
    """The question of a message; it may have no terms at all."""
    found = words(text)
    tokens = [word.text for word in found]
    terms: dict[str, Term] = {}
    for place, word in enumerate(found):
        if word.text not in STOP_WORDS and word.text not in OPENERS:
            name = place > 0 and text[word.span.start].isupper()
            terms.setdefault(root(word.text), Term(word.text, root(word.text), name))
    stems = frozenset(map(root, tokens))
    return Question(tuple(terms.values())[:MOST_TERMS], _expected(tokens), _head(tokens), stems)


def _expected(tokens: list[str]) -> Expected:
    for place, word in enumerate(tokens):
        if word in OPENERS:
            behind = tokens[place + 1 : place + 4]
            if tokens[max(0, place - 1) : place] == ["por"] and word == "que":
                return Expected.REASON
            return _by_the_next(OPENERS[word], behind)
    return Expected.OTHER


def _by_the_next(expected: Expected, behind: list[str]) -> Expected:
    if expected is Expected.MANNER:
        return next((kind for kind, next_ in AFTER_HOW.items() if next_.intersection(behind[:1])), expected)
    if expected is Expected.THING:
        kinds = (kind for kind, within in NOUN_WITHIN.items() if NOUNS[kind].intersection(behind[:within]))
        return next(kinds, expected)
    return expected


def _head(tokens: list[str]) -> str | None:
    """The last of the words between "what" and the next stop word, three at most."""
    for place, word in enumerate(tokens):
        if OPENERS.get(word) is Expected.THING:
            behind = list(takewhile(lambda one: one not in STOP_WORDS, tokens[place + 1 : place + 4]))
            return root(behind[-1]) if behind else None
    return None
