"""/who: who said these words."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.grammar import EVERYTHING_SAID, LEADING_SAID
from bot.answer.parts import Intent, Parts, Turn, listed, nothing, results_of
from bot.model import Answer, ArticleHit, Memory, Note, Result
from bot.text import tokens_of

SUGGESTION_WORDS = 6
"""Words of a statement that make an example of /who."""


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """Who said the words of the intent, or that nobody on record did."""
    words = fragment(intent.words)
    if set(tokens_of(words)) <= EVERYTHING_SAID:
        return nothing(intent, Note.USAGE, subject="who", suggestions=example(parts)), memory
    return find(parts, intent, words) or (_nobody(parts, intent, words), memory)


def find(parts: Parts, intent: Intent, words: str) -> Turn | None:
    """Who said the words; None where nobody on record did."""
    results = results_of(parts.search.who(words))
    if not results:
        return None
    best = results[0]
    speaker = best.speaker.name if best.speaker else None
    articles = listed(results)
    found = Answer(intent.message, "who", results=results, subject=words, again=f"/who {words}")
    return found, Memory(speaker, None, articles[0] if articles else None, articles, "who")


def own_voice(parts: Parts, intent: Intent, words: str) -> Answer | None:
    """The answer where the words stand in an article though nobody is quoted with them; None where they don't."""
    hits = parts.search.own_voice(words)
    if not hits:
        return None
    found = nothing(intent, Note.ARTICLES_OWN_VOICE, words, (f"/summary {hits[0].article.id}",))
    return replace(found, command="who", own_voice=tuple(map(_sentence, hits)), again=f"/who {words}")


def _nobody(parts: Parts, intent: Intent, words: str) -> Answer:
    told = own_voice(parts, intent, words)
    if told:
        return told
    if parts.store.census().articles == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE, words)
    people = [hit.person.name for hit in parts.search.speakers(words, limit=1)]
    articles = [hit.article.id for hit in parts.search.articles(words, limit=1)]
    suggestions = [*(f"/quote {name}" for name in people), *(f"/summary {one}" for one in articles)]
    return nothing(intent, Note.NOBODY_SAID, words, suggestions)


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
    return LEADING_SAID.sub("", words.strip(), count=1).strip(" \t\"“”„«»‘’'`?") or words


def example(parts: Parts) -> list[str]:
    """A message with the first words of something on record; none on an empty archive."""
    for person in parts.store.people()[:3]:
        for quote in parts.store.quotes_of(person.name)[:5]:
            words = quote.text.split()
            if quote.quote.kind == "direct" and len(words) >= SUGGESTION_WORDS:
                return [f"/who {' '.join(words[:SUGGESTION_WORDS]).strip(' ,;:.“”')}"]
    return []
