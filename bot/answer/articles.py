"""Which article a user means: a number, an id, a link, words of a headline, "the second one"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from bot.answer.grammar import ABOUT_ONE, FILLERS, IT, KIND_OF_ARTICLE, LAST, LATEST, ORDINALS, THE_ONE
from bot.model import UNFILTERED, Article, ArticleHit, ArticleRef, Choice, Filters, Match, Memory
from bot.ports import Search, Store
from bot.text import normalise, tokens_of

RIVAL = 0.15
"""Probability: articles whose score is within this of the best one's are as plausible, so the user is asked.

Set by hand on invented headlines; it decides only whether to ask, never what counts as found."""
MOST_CHOICES = 5
MOST_HEADLINE = 90
"""Characters: longer headlines are no message that anybody would type."""
MOST_COUNTED = 1000
"""Articles among which a bare number may pick, where no list was shown."""
_ID = re.compile(r"(?:a_)?([0-9a-f]{16})")
PASSAGE = re.compile(r"(?:q_)?(?P<article>[0-9a-f]{16})-(?P<start>\d{1,9})-(?P<end>\d{1,9})")
"""The id of a statement: its article, and where it stands there."""
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def resolve(
    store: Store, search: Search, words: str | None, memory: Memory, filters: Filters = UNFILTERED
) -> list[ArticleRef]:
    """The articles that the words may mean: one where it is clear, several where it isn't, none where nothing fits.

    Args:
        store: The archive.
        search: Finds articles by words.
        words: As typed; None or empty: the article last talked of, else the latest one.
        memory: What the chat was last about.
        filters: Which articles may be meant by words, or by none; an id, a link or a number means just that one.
    """
    if not words or not tokens_of(words):
        talked_of = [] if filters.narrow else _last_talked_of(store, memory)
        return talked_of or store.articles(limit=1, filters=filters)
    named = _by_id(store, words) or _by_position(store, words, memory)
    if named is not None:
        return named
    for pattern in (ABOUT_ONE, KIND_OF_ARTICLE):
        match = pattern.fullmatch(words)
        found = _by_words(search, match["phrase"], filters) if match else []
        if found:
            return found
    return _by_words(search, words, filters)


def pointed_at(store: Store, words: str, memory: Memory) -> list[ArticleRef] | None:
    """The article of an id, a link or a place in a list; None where the words are none of these."""
    if picks_from_a_list(words):
        return _by_position(store, words, memory) or []
    return _by_id(store, words)


def points_at_one(words: str) -> bool:
    """Whether the words can only mean one article: an id, a link, a place in a list, "the one about ..."."""
    tokens = [token for token in tokens_of(words) if token not in FILLERS]
    alone = len(tokens) <= 1 and (not tokens or tokens[0] in IT | LATEST | LAST or picks_from_a_list(words))
    key = words.strip().casefold()
    return alone or bool(
        _ID.fullmatch(key) or PASSAGE.fullmatch(key) or _LINK.search(words) or THE_ONE.fullmatch(words)
    )


def _last_talked_of(store: Store, memory: Memory) -> list[ArticleRef]:
    stored = store.article(memory.article_id) if memory.article_id else None
    return [stored.ref] if stored else []


def _by_id(store: Store, words: str) -> list[ArticleRef] | None:
    """By id or link; None where the words are neither."""
    key = words.strip().casefold()
    identity, link = _ID.fullmatch(key) or PASSAGE.fullmatch(key), _LINK.search(words)
    wanted = [identity[1]] if identity else list(map(_id_of_link, _canonical(link.group()))) if link else None
    if wanted is None:
        return None
    return [stored.ref for one in dict.fromkeys(wanted) if (stored := store.article(one))][:1]


def _canonical(link: str) -> Iterator[str]:
    """The link as it may have been stored: as it is, without fragment, without query, without the last slash."""
    try:
        parts = urlsplit(link.rstrip(".,;)>"))
    except ValueError:  # such as an address with an open bracket
        return
    whole = urlunsplit(parts._replace(fragment=""))
    bare = urlunsplit(parts._replace(fragment="", query=""))
    for one in (link, whole, bare):
        yield from (one, one.rstrip("/"), one.rstrip("/") + "/")


def _id_of_link(link: str) -> str:
    return Article("", url=link).id


def _by_position(store: Store, words: str, memory: Memory) -> list[ArticleRef] | None:
    """By number, ordinal, "it", "the latest"; None where the words are none of these."""
    tokens = [token for token in tokens_of(words) if token not in FILLERS] or ["it"]
    if len(tokens) > 1:
        return None
    token = tokens[0]
    if token in IT:
        return _last_talked_of(store, memory) or store.articles(limit=1)
    if token in LATEST:
        return store.articles(limit=1)
    if token in LAST and not memory.listed:
        return store.articles(limit=1)
    if token in LAST:
        return _nth(store, memory, len(memory.listed))
    if token.isascii() and token.isdigit() and len(token) <= len(str(MOST_COUNTED)):
        return _nth(store, memory, int(token)) or None
    return _nth(store, memory, ORDINALS[token]) if token in ORDINALS else None


def picks_from_a_list(words: str) -> bool:
    """Whether the words are a place in a list and nothing else: "2", "the second one", "el último"."""
    tokens = [token for token in tokens_of(words) if token not in FILLERS]
    return len(tokens) == 1 and (tokens[0] in ORDINALS or tokens[0] in LAST or tokens[0].isdigit())


def _nth(store: Store, memory: Memory, number: int) -> list[ArticleRef]:
    """The article at a place of the list shown last; beyond its end, at that place of all articles."""
    if 1 <= number <= len(memory.listed):
        stored = store.article(memory.listed[number - 1])
        return [stored.ref] if stored else []
    return store.articles(limit=1, offset=number - 1) if 1 <= number <= MOST_COUNTED else []


def _by_words(search: Search, words: str, filters: Filters) -> list[ArticleRef]:
    hits = search.articles(words, filters=filters)
    same = [hit for hit in hits if normalise(hit.article.headline or "") == normalise(words)]
    if len(same) == 1:
        return [same[0].article]
    return [hit.article for hit in hits if hit.score >= hits[0].score - RIVAL and _as_good(hit, hits[0])][:MOST_CHOICES]


def _as_good(hit: ArticleHit, best: ArticleHit) -> bool:
    return best.match is not Match.EXACT or hit.match is Match.EXACT


def summary_message(article: ArticleRef) -> str:
    """What a user would type for the summary of an article: by its headline, where that is short."""
    headline = article.headline or ""
    return f"/summary {headline if 0 < len(headline) <= MOST_HEADLINE else article.id}"


def choices(command: str, articles: list[ArticleRef]) -> tuple[Choice, ...]:
    """Buttons that ask for one of several articles."""
    return tuple(Choice(one.headline or one.path or one.id, f"/{command} {one.id}") for one in articles)
