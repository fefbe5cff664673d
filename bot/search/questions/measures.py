"""How well the sentences of articles fit a question: measures, made for the weights of `ranker`."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from bot.search.questions.asked import Question
from bot.search.questions.evidence import evidence, new_names, new_numbers
from bot.search.questions.lexicon import POINTERS, Expected
from bot.search.questions.pages import Collection, Sentence

CANDIDATES = 40
"""Sentences measured in full, the best by a quick score: among them are 97.9% of the answers (SQuAD 2, half of dev)."""
QUICK = np.array([2.5, 1.0, 0.8, 0.5])
"""What BM25, the words of a sentence, of its neighbours and of its paragraph count in the quick score. Set by hand."""
SATURATION, LENGTH_SHARE = 1.5, 0.75
"""BM25's k1 and b (Robertson and Zaragoza, 2009)."""
NEAR, SWAPPED_NEAR = 3, 4
"""Words: two of the question that follow one another stand at most so far apart; the other way round, half is given."""
WINDOW = 12
"""Words of a sentence in which those of the question stand close."""
TINY = 5
"""Words: fewer are a heading or a scrap."""

NAMES = (
    *("bm25_of_best", "bm25", "held", "soft", "beside", "before", "paragraph", "paragraph_bm25", "article", "headline"),
    *("pairs", "close", "names", "names_beside", "names_missing", "numbers_missing", "length", "long", "tiny"),
    *("rarest", "points", "points_before", "new_words", "new_names", "new_numbers", "late", "opens", "asks"),
    *(f"{kind}_{sign}" for kind in Expected for sign in (1, 2)),
)
"""The measures, in the order of the columns."""

_Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Field:
    """A question over all sentences: what each holds of it, in shares of the weight of its terms."""

    held: NDArray[np.float64]
    """Sentences x terms, 0 or 1: the very stem."""
    soft: NDArray[np.float64]
    """Sentences x terms, 0-1: the stem or what may stand for it."""
    beside: NDArray[np.float64]
    """As `soft`, of the sentence and its neighbours in the paragraph."""
    before: NDArray[np.float64]
    """As `soft`, of the sentence and the one before it in the paragraph."""
    bits: NDArray[np.float64]
    """What each term tells: the rarer, the more."""
    weights: NDArray[np.float64]
    """The same in shares: their sum is 1 (0 without terms)."""
    bm25: NDArray[np.float64]
    """Of each sentence, with those weights."""
    paragraph: NDArray[np.float64]
    """Share held by each sentence's paragraph."""
    paragraph_bm25: NDArray[np.float64]
    article: NDArray[np.float64]
    """Share held by each sentence's article."""

    def best(self, most: int = CANDIDATES) -> NDArray[np.intp]:
        """The sentences worth measuring in full, by a quick score, best first."""
        shares = np.array([self.bm25, self.soft @ self.weights, self.beside @ self.weights, self.paragraph])
        quick = QUICK @ shares
        return np.argsort(-quick, kind="stable")[:most]


@dataclass(frozen=True, slots=True)
class Candidates:
    """A question over the sentences that may answer it."""

    question: Question
    rows: NDArray[np.intp]
    """Their places in the collection, by a quick score."""
    measured: NDArray[np.float64]
    """Rows x `NAMES`."""
    held: NDArray[np.float64]
    """Rows x terms, as in `Field`."""
    beside: NDArray[np.float64]
    bits: NDArray[np.float64]
    known: NDArray[np.bool_]
    """Of each term: whether its very stem stands anywhere."""
    met: NDArray[np.bool_]
    """Of each term: whether it, or what may stand for it, stands anywhere."""
    article: NDArray[np.intp]
    """The number of each row's article."""
    share: NDArray[np.float64]
    """0-1, of each row's article: how much of all sentences it has."""
    paragraph: NDArray[np.intp]


def candidates(question: Question, texts: Collection) -> Candidates:
    """The sentences that may answer a question, measured; at most `CANDIDATES`, none where there is no text."""
    over = field(question, texts)
    rows = over.best()
    article = texts.article[rows]
    sizes = np.bincount(texts.article, minlength=1)
    return Candidates(
        question,
        rows,
        measures(question, texts, over, rows),
        over.held[rows],
        over.beside[rows],
        over.bits,
        np.asarray(over.held.any(axis=0)),
        np.asarray(over.soft.any(axis=0)),
        article,
        sizes[article] / max(1, len(texts.sentences)),
        texts.paragraph[rows],
    )


def field(question: Question, texts: Collection) -> Field:
    """What each sentence holds of a question."""
    rows, terms = len(texts.sentences), question.terms
    held, soft = np.zeros((rows, len(terms))), np.zeros((rows, len(terms)))
    bm25_parts = np.zeros((rows, len(terms)))
    bits = np.zeros(len(terms))
    mean = texts.lengths.mean() if rows else 1.0
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * texts.lengths / max(mean, 1.0))
    for column, term in enumerate(terms):
        places = texts.holding(term.stem)
        bits[column] = term.worth * log(1 + (rows - len(places) + 0.5) / (len(places) + 0.5))
        held[places, column] = soft[places, column] = 1
        counts = np.array([texts.sentences[place].bag[term.stem] for place in places], dtype=np.float64)
        bm25_parts[places, column] = counts / (counts + norm[places]) if places else 0
        for place, worth in texts.kin_holding(term):
            soft[place, column] = max(soft[place, column], worth)
    weights = bits / (bits.sum() or 1.0)
    before, behind = _neighbours(soft, texts)
    bm25 = bm25_parts @ weights
    together = np.bincount(texts.paragraph, bm25)[texts.paragraph] if rows else bm25
    return Field(
        held,
        soft,
        np.maximum(soft, np.maximum(before, behind)),
        np.maximum(soft, before),
        bits,
        weights,
        bm25,
        _most(soft, texts.paragraph) @ weights,
        together.astype(np.float64),
        _most(soft, texts.article) @ weights,
    )


def _neighbours(soft: _Floats, texts: Collection) -> tuple[_Floats, _Floats]:
    """What the sentence before, the sentence behind holds, where it is of the same paragraph."""
    before, behind = np.zeros_like(soft), np.zeros_like(soft)
    together = (np.diff(texts.paragraph) == 0)[:, None]
    before[1:], behind[:-1] = soft[:-1] * together, soft[1:] * together
    return before, behind


def _most(soft: _Floats, group: NDArray[np.intp]) -> _Floats:
    """The most that any sentence of each one's group holds of each term; groups are runs of equal numbers."""
    if not len(soft):
        return soft
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    return np.asarray(np.maximum.reduceat(soft, starts, axis=0)[np.cumsum(np.diff(group, prepend=-1) != 0) - 1])


def measures(question: Question, texts: Collection, over: Field, rows: NDArray[np.intp]) -> _Floats:
    """The measures of some sentences: rows x `NAMES`."""
    made = np.array([_row(question, texts, over, int(row)) for row in rows], dtype=np.float64)
    return made.reshape(len(rows), len(NAMES))


def _row(question: Question, texts: Collection, over: Field, row: int) -> list[float]:
    sentence, weights = texts.sentences[row], over.weights
    share = float(over.held[row] @ weights)
    soft, beside = float(over.soft[row] @ weights), float(over.beside[row] @ weights)
    before = float(over.before[row] @ weights) - soft
    pairs, close = _together(question, sentence, weights, share)
    points = float(sentence.words[:1] != () and sentence.words[0] in POINTERS)
    page = texts.pages[texts.article[row]]
    first = texts.firsts[texts.article[row]]
    return [
        _part(over.bm25[row], over.bm25.max()), over.bm25[row], share, soft, beside - soft, before,
        over.paragraph[row], _part(over.paragraph_bm25[row], over.paragraph_bm25.max()), over.article[row],
        sum(w for w, term in zip(weights, question.terms, strict=True) if term.stem in page.headline), pairs, close,
        *_names(question, over, row), log(1 + len(sentence.words)), min(len(sentence.words), 60) / 60,
        float(len(sentence.words) < TINY), float(over.held[row][weights.argmax()]) if len(weights) else 0.0,
        points, points * before, *_news(question, sentence), (row - first) / len(page.sentences),
        float(row == first or texts.paragraph[row] != texts.paragraph[row - 1]), float("?" in sentence.text),
        *_signs(question, sentence),
    ]  # fmt: skip


def _part(value: float, most: float) -> float:
    return float(value / most) if most > 0 else 0.0


def _names(question: Question, over: Field, row: int) -> tuple[float, float, float, float]:
    """Share of the question's names held, more held beside, share missing; share of its numbers missing."""
    names = np.array([term.name for term in question.terms]) * over.weights
    numbers = np.array([term.number for term in question.terms]) * over.weights
    here, around = _part(over.soft[row] @ names, names.sum()), _part(over.beside[row] @ names, names.sum())
    missing = 1 - here if names.sum() > 0 else 0.0
    return here, around - here, missing, 1 - _part(over.soft[row] @ numbers, numbers.sum()) if numbers.sum() else 0.0


def _news(question: Question, sentence: Sentence) -> tuple[float, float, float]:
    """What the sentence tells beyond the question: words, names, numbers; each 0-1."""
    fresh = sum(len(one) > 3 and one not in question.stems for one in sentence.bag)
    names, numbers = new_names(question, sentence), new_numbers(question, sentence)
    return min(fresh, 25) / 25, min(names, 5) / 5, min(numbers, 3) / 3


def _signs(question: Question, sentence: Sentence) -> list[float]:
    found = evidence(question, sentence)
    return [sign * (kind is question.expected) for kind in Expected for sign in found]


def _together(question: Question, sentence: Sentence, weights: _Floats, alone: float) -> tuple[float, float]:
    """Share of the question's neighbouring words that are neighbours here, and the most that stands in a window."""
    wanted = {term.stem: column for column, term in enumerate(question.terms)}
    places: dict[str, list[int]] = {}
    for place, one in enumerate(sentence.stems):
        if one in wanted:
            places.setdefault(one, []).append(place)
    return _pairs(question, places, weights, alone), _close(places, wanted, weights)


def _pairs(question: Question, places: dict[str, list[int]], weights: _Floats, alone: float) -> float:
    found = total = 0.0
    for (left, one), (right, other) in pairwise(enumerate(question.terms)):
        weight = float(weights[left] + weights[right])
        gaps = [b - a for a in places.get(one.stem, ()) for b in places.get(other.stem, ())]
        total += weight
        if any(0 < gap <= NEAR for gap in gaps):
            found += weight
        elif any(-SWAPPED_NEAR <= gap <= SWAPPED_NEAR for gap in gaps):
            found += weight / 2
    return found / total if total else alone


def _close(places: dict[str, list[int]], wanted: dict[str, int], weights: _Floats) -> float:
    hits = sorted((place, wanted[one]) for one, found in places.items() for place in found)
    best = 0.0
    for start, _ in hits:
        inside = {column for place, column in hits if start <= place <= start + WINDOW}
        best = max(best, float(weights[list(inside)].sum()))
    return best
