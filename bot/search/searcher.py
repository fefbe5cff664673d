"""The search over an archive (`bot.ports.Search`)."""

from __future__ import annotations

from bot.model import UNFILTERED, ArticleHit, ArticleRef, Filters, Hit, PassageHit, PersonHit, Subject
from bot.ports import Store
from bot.search import articles, statements, subjects, topics
from bot.search.index import Index
from bot.search.questions import Passages


class Searcher:
    """Finds statements, speakers and articles. Candidates come from the store's full-text index, never from a scan."""

    def __init__(self, store: Store) -> None:
        """Search in that archive; nothing is read before the first question."""
        self._index, self._passages = Index(store), Passages(store)

    def who(self, fragment: str, limit: int = 20, filters: Filters = UNFILTERED) -> list[Hit]:
        """Statements that hold the fragment, half-remembered or misspelt; best first."""
        return statements.who(self._index, fragment, limit, filters)

    def own_voice(self, fragment: str, limit: int = 5) -> list[ArticleHit]:
        """Articles whose text holds the very words, outside anybody's statement; `passage` is the sentence."""
        return articles.own_voice(self._index, fragment, limit)

    def speakers(self, name: str, limit: int = 8) -> list[PersonHit]:
        """Speakers whose name, alias or role fits, best first; typos, accents, partial names."""
        return self._index.directory().find(name, limit)

    def near_speakers(self, name: str, limit: int = 3) -> list[str]:
        """The closest names on record for a "did you mean", however far."""
        return self._index.directory().near(name, limit)

    def said(
        self, speaker: str | None, topic: str | None = None, limit: int = 50, filters: Filters = UNFILTERED
    ) -> list[Hit]:
        """What the speaker of that very name, or anybody, is on record with: best first, or all, latest first."""
        return topics.said(self._index, speaker, topic, limit, filters)

    def subjects(self, speaker: str | None = None, limit: int = 12, filters: Filters = UNFILTERED) -> list[Subject]:
        """What the speaker of that very name, or anybody, talks of most of late; best first."""
        return subjects.subjects(self._index, speaker, limit, filters)

    def articles(self, phrase: str, limit: int = 8, filters: Filters = UNFILTERED) -> list[ArticleHit]:
        """Articles by a part of the headline (typos allowed), else by what they are about; best first."""
        return articles.articles(self._index, phrase, limit, filters)

    def about(self, topic: str, limit: int = 200, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        """Articles that hold all telling words of the topic, in any form, in headline or text; the best by rank."""
        return articles.about(self._index, topic, limit, filters)

    def passages(self, question: str, limit: int = 3, filters: Filters = UNFILTERED) -> list[PassageHit]:
        """Sentences, in whoever's voice, that answer a question; best first, none where no article seems to answer."""
        return self._passages.find(question, limit, filters)
