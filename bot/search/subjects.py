"""What is talked of: telling words and pairs of words, by how many statements hold them and how rare they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log2

from bot.model import Filters, Span, SpeakerKind, StoredQuote, Subject
from bot.search.dull import DULL, LY_NOUNS
from bot.search.forms import stem
from bot.search.index import Index
from bot.search.lexicon import STOP_WORDS
from bot.search.query import AS_IF_READ
from bot.text import tokens_of, words

MOST_READ = 200
"""Statements that are read, the latest: enough to tell what somebody talks of, few enough to be read in some 10 ms."""
LEAST = 2
"""Statements that have to hold a subject."""
LEAST_LETTERS = 3
CANDIDATES = 80
"""Words and pairs whose frequency in the whole archive is looked up, those that most statements hold."""
PAIR = 1.5
"""What a pair tells, against the rarer of its words. Set by eye on news."""
COVERED = 0.5
"""Share of a word's statements from which on a pair of words, or a single one, says the same better."""
_GAP = re.compile(r"[ \u00a0]|[-‐‑]")
"""What may stand between the two words of a pair."""

_DULL_STEMS = frozenset(map(stem, DULL))
_Key = tuple[str, ...]
"""Stems: one, or two in a row, of which one may be a dull word with a capital ("United States")."""
_Place = tuple[int, int, int]
"""The number of a quote in the sample; where a word or pair begins and ends in its article's text."""


@dataclass(slots=True)
class _Tally:
    """Where a word or pair stands."""

    quotes: set[int] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    places: list[_Place] = field(default_factory=list)


def subjects(index: Index, speaker: str | None, limit: int, filters: Filters) -> list[Subject]:
    """What the speaker of that very name (or anybody) talks of most, of late; names of people left out.

    The weight of a subject is the number of statements that hold it times the bits that it tells (tf-idf, with the
    frequencies of the archive), and more where they stand in several articles.
    """
    store = index.store
    sample = store.latest(MOST_READ, filters) if speaker is None else store.quotes_of(speaker, MOST_READ, filters)
    tallies = _tallies(sample)
    names = _names(index, {quote.article.id for quote in sample}, speaker)
    likely = {
        key: tally
        for key, tally in tallies.items()
        if len(tally.quotes) >= LEAST and not _is_name(key, tally, sample, names)
    }
    most = dict(sorted(likely.items(), key=lambda one: -len(one[1].quotes))[:CANDIDATES])
    known = store.frequencies(sorted({_word(one, tally, sample) for key, tally in most.items() for one in key}))
    total = store.census().quotes
    bits = {key: _bits(key, tally, sample, known, total) for key, tally in most.items()}
    weights = {key: len(tally.quotes) * bits[key] * log2(1 + len(tally.articles)) for key, tally in most.items()}
    best = _distinct(sorted(most, key=lambda key: (-weights[key], key)), most)
    return [_subject(most[key], sample) for key in best[:limit]]


def _tallies(sample: Sequence[StoredQuote]) -> dict[_Key, _Tally]:
    found: dict[_Key, _Tally] = defaultdict(_Tally)
    for number, quote in enumerate(sample):
        begins, article = quote.quote.span.start, quote.article.id
        for content in quote.quote.content:
            for key, start, end in _keys(quote.text[content.start - begins : content.end - begins]):
                tally = found[key]
                tally.quotes.add(number)
                tally.articles.add(article)
                tally.places.append((number, content.start + start, content.start + end))
    return found


def _keys(told: str) -> Iterator[tuple[_Key, int, int]]:
    """The telling words of a text, and their pairs, with where they begin and end."""
    last, before, begun = "", "", 0
    ended = -2
    for word, (start, end) in words(told):
        one = _stem(word)
        named = not one and told[start].isupper() and word not in STOP_WORDS
        two = one or (stem(word) if named else "")
        if one:
            yield (one,), start, end
        if two and before and (one or last) and _GAP.fullmatch(told, ended, start):
            yield (before, two), begun, end
        last, before, begun, ended = one, two, start, end


@lru_cache(maxsize=32768)
def _stem(word: str) -> str:
    """The stem of a telling word; empty for others."""
    one = stem(word)
    dull = word in STOP_WORDS or word in DULL or one in _DULL_STEMS or (word.endswith("ly") and word not in LY_NOUNS)
    return one if len(word) >= LEAST_LETTERS and word.isalpha() and not dull else ""


def _names(index: Index, articles: Iterable[str], speaker: str | None) -> frozenset[str]:
    """The words of the names of people in these articles."""
    people = (person for person in index.store.people_in(articles) if person.kind is SpeakerKind.PERSON)
    names = (name for person in people for name in (person.name, *person.aliases))
    return frozenset(stem(word) for name in (*names, speaker or "") for word in tokens_of(name))


def _is_name(key: _Key, tally: _Tally, sample: Sequence[StoredQuote], names: frozenset[str]) -> bool:
    """Whether a word of it is one of a name, and is written like one."""
    if names.isdisjoint(key):
        return False
    capital = sum(_text(place, sample)[:1].isupper() for place in tally.places)
    return 2 * capital > len(tally.places)


def _text(place: _Place, sample: Sequence[StoredQuote]) -> str:
    number, start, end = place
    begins = sample[number].quote.span.start
    return sample[number].text[start - begins : end - begins]


def _word(one: str, tally: _Tally, sample: Sequence[StoredQuote]) -> str:
    """A word of the text for a stem: the archive's index has stems of its own."""
    return next(word for word in tokens_of(_text(tally.places[0], sample)) if stem(word) == one)


def _bits(key: _Key, tally: _Tally, sample: Sequence[StoredQuote], known: Mapping[str, int], total: int) -> float:
    """What it tells: as much as its rarer word, a pair more."""
    rarest = min(known.get(_word(one, tally, sample), 0) for one in key)
    return log2((total + AS_IF_READ) / (rarest + 0.5)) * (PAIR if len(key) > 1 else 1)


def _distinct(ranked: Sequence[_Key], tallies: Mapping[_Key, _Tally]) -> list[_Key]:
    """Without those that a better one of the same words covers."""
    kept: list[_Key] = []
    for key in ranked:
        mine = tallies[key].quotes
        same = (tallies[other].quotes for other in kept if not set(key).isdisjoint(other))
        if not any(len(mine & theirs) >= COVERED * len(mine) for theirs in same):
            kept.append(key)
    return kept


def _subject(tally: _Tally, sample: Sequence[StoredQuote]) -> Subject:
    """As most statements write it; the latest of those."""
    written = Counter(_text(place, sample) for place in tally.places)
    text = max(written, key=lambda one: (written[one], one.islower(), one))
    number, start, end = next(place for place in tally.places if _text(place, sample) == text)
    return Subject(text, Span(start, end), sample[number].article, len(tally.quotes))
