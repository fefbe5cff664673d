"""The statements on record worth comparing with a quotation word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answer.parts import Parts
from bot.model import Hit, Match, Person
from bot.text import tokens_of

HITS = 12
"""Statements that each search gives, the best."""
TERMS = 6
"""Words asked of the index, the rarest of the quotation."""
POSTINGS = 5_000
"""Quotes that those words may hold together: more common words tell little and take long."""
MOST_NAMESAKES = 3


def statements(parts: Parts, words: str, people: Sequence[Person] = ()) -> list[Hit]:
    """Statements that the words may be: what search finds, and more by the rarest words alone, scored 0.

    Search keeps silent where it isn't sure; here the words decide, so it is asked more widely.

    Args:
        parts: What to ask.
        words: The quotation.
        people: Those to whom it is given; what they said is looked at in any case.
    """
    found = {hit.quote.id: hit for hit in parts.search.who(words, limit=HITS)}
    terms = _terms(parts, tokens_of(words))
    names = [None, *(person.name for person in people[:MOST_NAMESAKES])]
    for name in names if terms else ():
        for quote in parts.store.match_quotes(terms, HITS, name):
            found.setdefault(quote.id, Hit(quote, 0.0, Match.CLOSE))
    return list(found.values())


def _terms(parts: Parts, words: Sequence[str]) -> list[str]:
    """The words in a row, either half of them (one of the two stands where one place is altered), the rarest alone."""
    counts = parts.store.frequencies(list(dict.fromkeys(words)))
    return _rows(words) + _rarest({word: count for word, count in counts.items() if count})


def terms_in(parts: Parts, words: Sequence[str]) -> list[str]:
    """The same to ask articles for. Counts are those of quotes all the same: words that nobody said are the rarest."""
    return _rows(words) + _rarest(parts.store.frequencies(list(dict.fromkeys(words))))


def _rows(words: Sequence[str]) -> list[str]:
    half = len(words) // 2
    return [" ".join(row) for row in (words, words[:half], words[half:]) if len(row) > 1]


def _rarest(counts: Mapping[str, int]) -> list[str]:
    left, terms = POSTINGS, []
    for count, word in sorted((count, word) for word, count in counts.items())[:TERMS]:
        left -= count
        if left >= 0:
            terms.append(word)
    return terms
