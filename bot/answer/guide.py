"""/help, /start, small talk, and messages that can't be answered."""

from __future__ import annotations

from dataclasses import replace

from bot.answer import quote, summary
from bot.answer.articles import summary_message
from bot.answer.commands import BY_NAME, FOR_ALL
from bot.answer.intent import closest_command
from bot.answer.parts import Intent, Parts, Turn, nothing
from bot.answer.speakers import quote_message
from bot.answer.who import example
from bot.model import Answer, Choice, Memory, Note
from bot.text import fold

PAYLOADS = {"q_": "quote", "a_": "article"}
"""How the payloads of deep links begin."""


def help_(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What one can ask, or how one command is used."""
    name = fold(intent.words.lstrip("/／"))
    command = BY_NAME.get(name)
    if name and command is None:
        return unknown(parts, replace(intent, topic=intent.words.lstrip("/"), words=""), memory)
    told = (command,) if command else FOR_ALL
    facts = {one.usage: one.description for one in told}
    tried = tuple(Choice(text, text) for text in command.examples) if command else examples(parts)
    return Answer(intent.message, "help", note=Note.HELP, subject=name or None, facts=facts, choices=tried), memory


def start(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What a deep link names, or a welcome with examples made of what is loaded."""
    kind, key = PAYLOADS.get(intent.words[:2]), intent.words[2:]
    if kind == "quote":
        return quote.by_id(parts, intent, key, memory) or _gone(parts, intent, key, memory)
    if kind == "article":
        turn = summary.answer(parts, replace(intent, command="summary", article=key), memory)
        return turn if turn[0].results else _gone(parts, intent, key, memory)
    return _welcome(parts, intent), Memory() if intent.message.startswith("/") else memory


def _gone(parts: Parts, intent: Intent, key: str, memory: Memory) -> Turn:
    """A link to nothing; of a statement that is gone from its article, the article is offered."""
    article = parts.store.article(key.partition("-")[0])
    offered = (summary_message(article.ref),) if article else ()
    return nothing(intent, Note.GONE, suggestions=(*offered, "/articles")), memory


def _welcome(parts: Parts, intent: Intent) -> Answer:
    census = parts.store.census()
    return Answer(
        intent.message,
        "start",
        note=Note.WELCOME if census.articles else Note.EMPTY_ARCHIVE,
        choices=examples(parts),
        facts={"articles": str(census.articles), "quotes": str(census.quotes), "people": str(census.people)},
    )


def examples(parts: Parts) -> tuple[Choice, ...]:
    """Messages that have an answer: a speaker, some words, an article, each from what is loaded."""
    speakers = [quote_message(person.name) for person in parts.store.people(1)]
    articles = map(summary_message, parts.store.articles(limit=1))
    return tuple(Choice(text, text) for text in (*speakers, *example(parts), *articles))


def thanks(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """A thank-you is no question."""
    return Answer(intent.message, "thanks", note=Note.THANKS, choices=examples(parts)), memory


def unknown(_: Parts, intent: Intent, memory: Memory) -> Turn:
    """There is no such command; the closest, with the words typed behind it."""
    closest = closest_command(intent.topic or "")
    suggestions = (f"/{closest} {intent.words}".strip(),) if closest else ()
    asked = replace(intent, command="unknown")
    return nothing(asked, Note.NOT_UNDERSTOOD, f"/{intent.topic}", (*suggestions, "/help")), memory


def elsewhere(_: Parts, intent: Intent, memory: Memory) -> Turn:
    """A command that only the conversation in Telegram has."""
    return nothing(intent, Note.ELSEWHERE, f"/{intent.command}", ("/help",)), memory


def bad_filter(_: Parts, intent: Intent, memory: Memory) -> Turn:
    """A filter can't be used; which there are."""
    return nothing(replace(intent, command="unknown"), Note.BAD_FILTER, intent.words, ("/help quote",)), memory


def too_long(parts: Parts, message: str, memory: Memory) -> Turn:
    """More than anybody remembers; a few words are enough."""
    asked = Intent(message, "unknown")
    return nothing(asked, Note.TOO_LONG, suggestions=[choice.message for choice in examples(parts)]), memory
