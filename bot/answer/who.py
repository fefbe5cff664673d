"""/who: who said these words."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.articles import summary_message
from bot.answer.differences import wording
from bot.answer.filters import with_filters
from bot.answer.grammar import EVERYTHING_SAID, LEADING_SAID
from bot.answer.parts import Intent, Parts, Turn, in_order, listed, narrowing, nothing, results_of
from bot.answer.record import in_marks, stand
from bot.answer.speakers import quote_message
from bot.model import Answer, ArticleHit, Match, Memory, Note, Result
from bot.text import tokens_of

SUGGESTION_WORDS = 6
"""Words of a statement that make an example of /who."""
FEW_DIFFERENCES = 3
"""More than so many are no help to a reader who only half remembers."""
LOOSER_LETTERS, LOOSER_WORDS = 5, 3
"""A looser search is for one word: of at least so many letters, among so many of the longest."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """Who said the words of the intent, or that nobody on record did."""
    words = fragment(intent.words)
    if set(tokens_of(words)) <= EVERYTHING_SAID:
        return nothing(intent, Note.USAGE, subject="who", suggestions=example(parts)), memory
    return find(parts, intent, words, memory) or (nobody(parts, intent, words), memory)


def find(parts: Parts, intent: Intent, words: str, memory: Memory) -> Turn | None:
    """Who said the words; None where nobody on record did."""
    hits = parts.search.who(words, filters=intent.filters)
    results = in_order(tuple(_with_differences(result, words) for result in results_of(hits)), intent.filters.sort)
    if not results:
        return None
    best = results[0]
    speaker = best.speaker.name if best.speaker else None
    again = with_filters(f"/who {words}", intent.filters)
    found = Answer(intent.message, "who", results=results, subject=words, again=again, facts=narrowing(intent.filters))
    return found, Memory(
        speaker, None, best.article.id if best.article else None, listed(results, memory.listed), "who"
    )


def _with_differences(result: Result, words: str) -> Result:
    """A close match with what differs, where that is little."""
    standing = stand(result, wording(words)) if result.match is Match.CLOSE else None
    few = standing and len(standing.comparison.edits) <= FEW_DIFFERENCES
    return replace(result, differences=standing.comparison.differences) if standing and few else result


def own_voice(parts: Parts, intent: Intent, words: str) -> Answer | None:
    """The answer where the words stand in an article though nobody is quoted with them; None where they don't."""
    hits = parts.search.own_voice(words)
    if not hits:
        return None
    facts = {"marked": "yes"} if _in_marks(parts, hits[0], words) else {}
    found = nothing(intent, Note.ARTICLES_OWN_VOICE, words, (summary_message(hits[0].article),), facts)
    return replace(found, command="who", own_voice=tuple(map(_sentence, hits)), again=f"/who {words}")


def _in_marks(parts: Parts, hit: ArticleHit, words: str) -> bool:
    stored = parts.store.article(hit.article.id)
    return bool(stored and hit.span and in_marks(stored.article.text, hit.span, wording(words)))


def nobody(parts: Parts, intent: Intent, words: str) -> Answer:
    """The answer where nobody on record said the words."""
    if intent.filters.narrow and parts.search.who(words, limit=1):
        return nothing(intent, Note.FILTERED_OUT, words, [f"/who {words}"], narrowing(intent.filters))
    told = own_voice(parts, intent, words)
    if told:
        return told
    if parts.store.census().articles == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE, words)
    suggestions = [quote_message(hit.person.name) for hit in parts.search.speakers(words, limit=1)]
    suggestions += [summary_message(hit.article) for hit in parts.search.articles(words, limit=1)]
    return nothing(intent, Note.NOBODY_SAID, words, [*suggestions, *_looser(parts, words)])


def _looser(parts: Parts, words: str) -> list[str]:
    """A search for one of the words alone, the longest that somebody said."""
    longest = sorted(
        {word for word in tokens_of(words) if len(word) >= LOOSER_LETTERS}, key=lambda word: (-len(word), word)
    )
    said = (word for word in longest[:LOOSER_WORDS] if len(longest) > 1 and parts.search.who(word, limit=1))
    return [f"/who {word}" for word in said][:1]


def _sentence(hit: ArticleHit) -> Result:
    return Result(
        kind="sentence",
        text=hit.passage or "",
        article=hit.article,
        content=(hit.span,) if hit.span else (),
        score=hit.score,
        match=hit.match,
    )


def fragment(words: str) -> str:
    """The words to look for: without "said that" before them and marks around them."""
    bare = LEADING_SAID.sub("", words.strip(), count=1).strip(" \t\"“”„«»‘’'`?") or words
    return bare if bare == words else fragment(bare)


def example(parts: Parts) -> list[str]:
    """A message with the first words of something on record; none on an empty archive."""
    for person in parts.store.people(3):
        for quote in parts.store.quotes_of(person.name, 5):
            words = quote.text.split()
            if quote.quote.kind == "direct" and len(words) >= SUGGESTION_WORDS:
                return [f"/who {' '.join(words[:SUGGESTION_WORDS]).strip(' ,;:.“”')}"]
    return []
