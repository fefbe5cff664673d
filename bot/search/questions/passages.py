"""Sentences of articles that answer a question."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

import numpy as np

from bot.model import Filters, PassageHit, Span
from bot.ports import Store
from bot.search.questions.asked import Question, read
from bot.search.questions.measures import candidates
from bot.search.questions.pages import Collection, Page, page
from bot.search.questions.phrases import phrase
from bot.search.questions.ranker import load, signs

PAGES = 12
"""Articles read whole, the best by the index's rank."""
ENOUGH = 3
"""Telling words: common ones beside them make the index slower, and its rank no better."""
KEPT = 64
"""Articles kept ready between two questions; one takes some 100 kB."""
LEAST_SHARE = 0.02
"""Of the best sentence's score: a sentence below is no other answer. Set by hand."""


class Passages:
    """Answers questions from the articles' own sentences. Safe from any thread."""

    def __init__(self, store: Store) -> None:
        """Keep the store; nothing is read before the first question."""
        self._store, self._lock = store, Lock()
        self._pages: OrderedDict[tuple[str, int], Page] = OrderedDict()

    def find(self, text: str, limit: int, filters: Filters) -> list[PassageHit]:
        """Sentences that answer a question, best first; none where it is likelier that no article answers."""
        question = read(text)
        texts = self._texts(question, filters) if question.terms else Collection(())
        return _best(question, texts, limit) if texts.sentences else []

    def _texts(self, question: Question, filters: Filters) -> Collection:
        """The articles worth reading: all of a few, else the best by the index's rank."""
        refs = self._store.articles(limit=PAGES + 1, filters=filters)
        if len(refs) > PAGES:
            refs = self._store.match_articles(_rare(question), PAGES, filters)
        pages = (self._page(ref.id) for ref in refs)
        return Collection(tuple(one for one in pages if one is not None))

    def _page(self, article_id: str) -> Page | None:
        key = article_id, self._store.changes()
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        stored = self._store.article(article_id)
        made = page(stored) if stored else None
        if made:
            with self._lock:
                self._pages[key] = made
                while len(self._pages) > KEPT:
                    self._pages.popitem(last=False)
        return made


def _rare(question: Question) -> list[str]:
    """The words to ask the index for: those that say something, where they are enough to go by."""
    telling = [term.word for term in question.terms if term.worth == 1]
    return telling if len(telling) >= ENOUGH else [term.word for term in question.terms]


def _best(question: Question, texts: Collection, limit: int) -> list[PassageHit]:
    ranker, found = load(), candidates(question, texts)
    scores = ranker.scores(found.measured)
    sure = ranker.probability(signs(found, scores))
    if sure < ranker.threshold:
        return []
    order = np.argsort(-scores, kind="stable")[:limit]
    shares = np.exp(scores[order] - scores.max())
    return [
        _hit(question, texts, int(found.rows[place]), sure * float(share))
        for place, share in zip(order, shares, strict=True)
        if share >= LEAST_SHARE
    ]


def _hit(question: Question, texts: Collection, row: int, score: float) -> PassageHit:
    sentence, told = texts.sentences[row], texts.pages[texts.article[row]]
    found = phrase(question, sentence.text)
    answer = Span(found.start + sentence.span.start, found.end + sentence.span.start) if found else None
    return PassageHit(told.article, sentence.text, sentence.span, round(score, 4), answer)
