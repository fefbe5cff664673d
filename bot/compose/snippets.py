"""Statements as snippets: a line to choose by, and what is pasted."""

from __future__ import annotations

from bot.compose import wording
from bot.compose.cards import marked, quote_card, source_line
from bot.language import Language
from bot.model import Answer, Reply, Result, Snippet

TITLE, DESCRIPTION = 90, 120
"""Characters; more is not seen in a list on a telephone."""
PASTED = 2500
"""Characters of a statement that are pasted; a message holds 4096 with all that is told of it."""


def snippets(say: Language, answer: Answer) -> list[Snippet]:
    """The statements of an answer, each once."""
    quotes = {result.quote_id: result for result in answer.results if result.kind == "quote" and result.quote_id}
    return [_snippet(say, key, result) for key, result in quotes.items() if key]


def example(say: Language, words: str, answer: Answer) -> list[Snippet]:
    """The first statement of an answer, under the words that find it: it shows what can be typed."""
    return [
        Snippet(f"try-{one.id}"[:64], wording.shortened(say(wording.TYPE, words=words), TITLE), one.title, one.reply)
        for one in snippets(say, answer)[:1]
    ]


def _snippet(say: Language, key: str, result: Result) -> Snippet:
    words = wording.shortened(" ".join(marked(result.text, result.quote_kind).split()), TITLE)
    speaker = result.speaker.name if result.speaker else say(wording.UNKNOWN_SPEAKER)
    told = " · ".join(filter(None, (speaker, source_line(say, result.article) if result.article else "")))
    card = quote_card(say, result, context=False, most=PASTED)
    return Snippet(key, words, wording.shortened(told, DESCRIPTION), Reply(card))
