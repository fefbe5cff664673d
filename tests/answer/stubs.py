"""A small archive of invented articles and a simple search over it: just what the answers' tests need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from bot.model import (
    UNFILTERED,
    Article,
    ArticleHit,
    ArticleRef,
    Census,
    Dateline,
    Extraction,
    Filters,
    Hit,
    Match,
    Memory,
    Parsed,
    PassageHit,
    Person,
    PersonHit,
    Presence,
    Profile,
    Quote,
    QuoteKind,
    Receipt,
    RoleUse,
    Sort,
    Span,
    Speaker,
    SpeakerKind,
    StoredArticle,
    StoredQuote,
    Subject,
)
from bot.text import normalise, sentences, tokens_of
from tests.narrowing import fits, fits_article

BRIDGE = Article(
    "Mayor Mara Lind said that the Orvik bridge was safe again.\n\n"
    "“We checked every bolt and every cable of it twice,” Lind said. “Nobody needs to be afraid.”\n\n"
    "Engineer Tomas Reuel warned of “a long and costly winter” for the ferry.\n\n"
    "The old ferry lay at the quay with its engines cold.",
    headline="Orvik bridge reopens after storm",
    section="Region",
    dateline=Dateline("Orvik, Oct 19 (NDP).-", "Orvik", "--10-19", "NDP"),
    provider="NDP",
    published="2023-10-19",
)
BUDGET = Article(
    "“The budget leaves schools without heating,” said Jon Lind, a councillor.\n\n"
    "The Harbour Board has “no comment on the bridge”, it said.\n\n"
    "“Taxes will rise by two points,” Mara Lind said.",
    headline="Council fights over budget",
    provider="Tidende",
    published="2023-11-02T08:00:00Z",
    url="https://tidende.example/budget",
)
FERRY = Article(
    "No words of anybody here, only fog and a late boat.", headline="Fog delays Orvik ferry", published="2023-09-01"
)
ARTICLES = (BUDGET, BRIDGE, FERRY)
"""Latest first."""

MARA, JON, TOMAS, BOARD = "Mara Lind", "Jon Lind", "Tomas Reuel", "Harbour Board"
_SAID: tuple[tuple[Article, str, str, QuoteKind, str], ...] = (
    (BRIDGE, MARA, "the Orvik bridge was safe again", QuoteKind.INDIRECT, "Mayor"),
    (
        BRIDGE,
        MARA,
        "We checked every bolt and every cable of it twice,” Lind said. “Nobody needs to be afraid.",
        QuoteKind.DIRECT,
        "Mayor",
    ),
    (BRIDGE, TOMAS, "a long and costly winter", QuoteKind.MIXED, "Engineer"),
    (BUDGET, JON, "The budget leaves schools without heating", QuoteKind.DIRECT, "a councillor"),
    (BUDGET, BOARD, "no comment on the bridge", QuoteKind.DIRECT, ""),
    (BUDGET, MARA, "Taxes will rise by two points", QuoteKind.DIRECT, "Mayor"),
)
STOP_WORDS = {"the", "a", "of"}
QUESTION_WORDS = {"where", "when", "who", "how", "what", "did", "wa", "i", "will", "and"}
"""Without the s at their end."""
FOUND, STRONG = 70.0, 90.0


def _quote(article: Article, name: str, words: str, kind: QuoteKind, role: str) -> Quote:
    start = article.text.index(words)
    speaker = Speaker(name, name, Span(0, 1), role or None, SpeakerKind.PERSON if role else SpeakerKind.INSTITUTION)
    return Quote(kind, (Span(start, start + len(words)),), speaker=speaker)


class Shelf:
    """`bot.ports.Store`, as far as answers read it."""

    def __init__(self, articles: Sequence[Article] = ARTICLES) -> None:
        self._stored = {article.id: self._store(article) for article in articles}

    def _store(self, article: Article) -> StoredArticle:
        quotes = tuple(_quote(*one) for one in _SAID if one[0] is article)
        counts = Counter(quote.speaker.name for quote in quotes if quote.speaker)
        people = tuple(self._person(name, quotes, number) for name, number in counts.most_common())
        place = article.dateline.place if article.dateline else None
        ref = ArticleRef(
            article.id,
            article.headline,
            article.section,
            article.published,
            article.provider,
            place,
            article.url,
            "press/one.txt",
            len(quotes),
        )
        return StoredArticle(ref, article, Extraction(quotes, people))

    @staticmethod
    def _person(name: str, quotes: Iterable[Quote], number: int) -> Person:
        speaker = next(quote.speaker for quote in quotes if quote.speaker and quote.speaker.name == name)
        return Person(name, speaker.kind, (speaker.role,) if speaker.role else (), (name.split()[-1],), number)

    def everything(self) -> list[StoredQuote]:
        found = []
        for stored in self._stored.values():
            text = stored.article.text
            for quote in stored.extraction.quotes:
                start, end = text.rfind("\n", 0, quote.span.start) + 1, text.find("\n", quote.span.end)
                after = text[quote.span.end : end if end >= 0 else len(text)]
                found.append(StoredQuote(quote, stored.ref, quote.text(text), text[start : quote.span.start], after))
        return found

    def add(self, parsed: Parsed, extraction: Extraction) -> Receipt:
        raise AssertionError("answers write nothing")

    def known(self, parsed: Parsed) -> Receipt | None:
        raise AssertionError("answers load nothing")

    def remove(self, article_id: str) -> bool:
        raise AssertionError("answers write nothing")

    def article(self, article_id: str) -> StoredArticle | None:
        return self._stored.get(article_id)

    def articles(self, limit: int = 50, offset: int = 0, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        refs = [stored.ref for stored in self._stored.values() if fits_article(filters, stored.ref)]
        return refs[offset : offset + limit]

    def outlets(self) -> list[str]:
        return [ref.provider for ref in self.articles() if ref.provider]

    def quote(self, quote_id: str) -> StoredQuote | None:
        return next((one for one in self.everything() if one.id == quote_id), None)

    def people(self, limit: int | None = None) -> list[Person]:
        found: dict[str, Person] = {}
        for stored in self._stored.values():
            for person in stored.extraction.people:
                before = found[person.name].quotes if person.name in found else 0
                found[person.name] = Person(
                    person.name, person.kind, person.roles, person.aliases, before + person.quotes
                )
        return sorted(found.values(), key=lambda person: -person.quotes)[:limit]

    def quotes_of(self, name: str, limit: int | None = None, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        found = [one for one in self.everything() if one.quote.speaker and one.quote.speaker.name == name]
        fitting = [one for one in found if fits(filters, one)]
        if filters.sort is Sort.OLD:
            fitting.sort(key=lambda one: one.article.published or "")
        return fitting[:limit]

    def latest(self, limit: int, filters: Filters = UNFILTERED) -> list[StoredQuote]:
        return [one for one in self.everything() if fits(filters, one)][:limit]

    def people_in(self, articles: Iterable[str]) -> list[Person]:
        return [person for one in articles for person in self._stored[one].extraction.people]

    def profiles(self, name: str) -> list[Profile]:
        person = next((one for one in self.people() if one.name == name), None)
        if person is None:
            return []
        quotes = self.quotes_of(name)
        dates = sorted(one.article.published or "" for one in quotes)
        uses = [RoleUse(role, dates[0], dates[-1], 1, (dates[0], dates[-1])) for role in person.roles]
        kinds = Counter(one.quote.kind for one in quotes)
        return [Profile(person, tuple(uses), tuple(kinds.most_common()))]

    def presence(self, name: str) -> Presence:
        refs = {one.article.id: one.article for one in self.quotes_of(name)}
        dates = sorted(ref.published or "" for ref in refs.values())
        outlets = Counter(ref.provider for ref in refs.values() if ref.provider)
        beside = Counter(person.name for person in self.people_in(refs) if person.name != name)
        if not refs:
            return Presence(0)
        return Presence(len(refs), dates[0], dates[-1], tuple(outlets.most_common()), tuple(beside.most_common()))

    def match_quotes(
        self, words: Sequence[str], limit: int = 200, speaker: str | None = None, filters: Filters = UNFILTERED
    ) -> list[StoredQuote]:
        of = [one for one in self.everything() if speaker in (None, one.quote.speaker and one.quote.speaker.name)]
        return [one for one in of if any(f" {word} " in f" {normalise(one.text)} " for word in words)][:limit]

    def match_articles(self, words: Sequence[str], limit: int = 50, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        texts = {
            ref: f" {normalise(stored.article.text)} " for ref in self.articles() if (stored := self.article(ref.id))
        }
        return [ref for ref, text in texts.items() if any(f" {word} " in text for word in words)][:limit]

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        return {word: len(self.match_quotes([word])) for word in words}

    def vocabulary(self, prefix: str) -> Iterable[str]:
        raise AssertionError("mending is the search's business")

    def census(self) -> Census:
        return Census(len(self._stored), len(self.everything()), len(self.people()))

    def remember(self, message: str, chat: str = "") -> str:
        raise AssertionError("answers keep no buttons")

    def recall(self, message_id: str) -> str | None:
        raise AssertionError("answers keep no buttons")

    def memory(self, chat: str) -> Memory:
        raise AssertionError("answers are given their memory")

    def keep_memory(self, chat: str, memory: Memory) -> None:
        raise AssertionError("answers give their memory back")

    def seen_update(self, update_id: int) -> bool:
        raise AssertionError("answers know no updates")

    def close(self) -> None:
        raise AssertionError("answers close nothing")


class Finder:
    """`bot.ports.Search`, slow and simple."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def who(self, fragment: str, limit: int = 20, filters: Filters = UNFILTERED) -> list[Hit]:
        scored = [
            (fuzz.partial_ratio(normalise(fragment), normalise(one.text)), one)
            for one in self._shelf.everything()
            if fits(filters, one)
        ]
        good = [(score, one) for score, one in scored if score >= 80 and len(normalise(fragment)) >= 4]
        return [Hit(one, score / 100, _match(score)) for score, one in sorted(good, key=lambda pair: -pair[0])][:limit]

    def own_voice(self, fragment: str, limit: int = 5) -> list[ArticleHit]:
        found = []
        for ref in self._shelf.articles():
            stored = self._shelf.article(ref.id)
            for span in sentences(stored.article.text) if stored and len(normalise(fragment)) > 3 else []:
                passage = span.of(stored.article.text) if stored else ""
                if normalise(fragment) in normalise(passage):
                    found.append(ArticleHit(ref, 1.0, Match.EXACT, passage, span))
        return found[:limit]

    def speakers(self, name: str, limit: int = 8) -> list[PersonHit]:
        scored = [(self._likeness(name, person), person) for person in self._shelf.people()]
        good = sorted((pair for pair in scored if pair[0] >= FOUND), key=lambda pair: -pair[0])
        return [PersonHit(person, score / 100, _match(score)) for score, person in good][:limit]

    @staticmethod
    def _likeness(name: str, person: Person) -> float:
        names = (person.name, *person.aliases, *person.roles)
        return max(fuzz.ratio(normalise(name), normalise(one)) for one in names)

    def near_speakers(self, name: str, limit: int = 3) -> list[str]:
        return [person.name for person in self._shelf.people()][:limit]

    def said(
        self, speaker: str | None, topic: str | None = None, limit: int = 50, filters: Filters = UNFILTERED
    ) -> list[Hit]:
        anybody = [] if topic is None else [one for one in self._shelf.everything() if fits(filters, one)]
        quotes = anybody if speaker is None else self._shelf.quotes_of(speaker, None, filters)
        if topic is None:
            return [Hit(one, 1.0, Match.EXACT) for one in quotes][:limit]
        wanted = set(tokens_of(topic)) - STOP_WORDS
        return [Hit(one, 0.9, Match.EXACT) for one in quotes if wanted & set(tokens_of(one.text))][:limit]

    def subjects(self, speaker: str | None = None, limit: int = 12, filters: Filters = UNFILTERED) -> list[Subject]:
        quotes = self._shelf.quotes_of(speaker) if speaker else self._shelf.everything()
        fitting = [one for one in quotes if fits(filters, one)]
        counts = Counter(word for one in fitting for word in set(tokens_of(one.text)) - STOP_WORDS)
        return [
            _subject(word, number, fitting)
            for word, number in counts.most_common(limit)
            if number > 1 and len(word) > 3
        ]

    def articles(self, phrase: str, limit: int = 8, filters: Filters = UNFILTERED) -> list[ArticleHit]:
        wanted = " ".join(word for word in tokens_of(phrase) if word not in STOP_WORDS)
        scored = [
            (fuzz.token_set_ratio(wanted, normalise(ref.headline or "")), ref)
            for ref in self._shelf.articles(filters=filters)
        ]
        good = sorted((pair for pair in scored if pair[0] >= STRONG - 15), key=lambda pair: -pair[0])
        return [ArticleHit(ref, score / 100, _match(score)) for score, ref in good][:limit]

    def passages(self, question: str, limit: int = 3, filters: Filters = UNFILTERED) -> list[PassageHit]:
        wanted = {one.rstrip("s") for one in tokens_of(question)} - STOP_WORDS - QUESTION_WORDS
        found: list[PassageHit] = []
        for ref in self._shelf.articles(filters=filters):
            stored = self._shelf.article(ref.id)
            for span in sentences(stored.article.text) if stored else []:
                passage = span.of(stored.article.text) if stored else ""
                share = len(wanted & {one.rstrip("s") for one in tokens_of(passage)}) / max(1, len(wanted))
                found += [PassageHit(ref, passage, span, share)] if share > 0.6 else []
        return sorted(found, key=lambda hit: -hit.score)[:limit]

    def about(self, topic: str, limit: int = 200, filters: Filters = UNFILTERED) -> list[ArticleRef]:
        wanted = set(tokens_of(topic)) - STOP_WORDS
        stored = [one for ref in self._shelf.articles(filters=filters) if (one := self._shelf.article(ref.id))]
        texts = [(one.ref, tokens_of(f"{one.article.headline} {one.article.text}")) for one in stored]
        return [ref for ref, tokens in texts if wanted and wanted <= set(tokens)][:limit]


def _match(score: float) -> Match:
    return Match.EXACT if score >= 100 else Match.CLOSE if score >= STRONG else Match.PARTIAL


def _subject(word: str, number: int, quotes: Sequence[StoredQuote]) -> Subject:
    one = next(one for one in quotes if word in one.text)
    start = one.quote.span.start + one.text.index(word)
    return Subject(word, Span(start, start + len(word)), one.article, number)


class FirstSentences:
    """`bot.ports.Summarizer`."""

    def summarize(self, article: Article, sentences: int = 3) -> list[Span]:
        return self.ranked(article, sentences)[:sentences]

    def ranked(self, article: Article, sentences: int = 3) -> list[Span]:
        return _sentences(article.text)


_sentences = sentences
