"""/card, /cite and /export: what was found last, or is named, in another form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answer.articles import PASSAGE, resolve
from bot.answer.parts import Intent, Parts, Turn, article_result, nothing, result_of
from bot.model import Answer, Memory, Note, Result

FORMATS = {"csv": "csv", "json": "json", "markdown": "markdown", "md": "markdown"}
"""What files are called as typed."""
MOST_CITED = 5
"""Citations in one answer, where none is picked."""
MOST_NESTED = 3
"""Commands within commands ("/export /card ..."); more are nobody's wish."""

Ask = Callable[[str], Answer]
"""Answers a message without any memory."""
_SHADE = re.compile(r"\s*\b(?P<shade>dark|light|oscura|clara)\s*$", re.IGNORECASE)
_DARK = ("dark", "oscura")


def card(parts: Parts, intent: Intent, memory: Memory, ask: Ask) -> Turn:
    """One statement as a picture: by its id, its place in the last answer, its words, or the first of that answer."""
    shade = _SHADE.search(intent.words)
    words = intent.words[: shade.start()] if shade else intent.words
    dark = bool(shade and shade["shade"].casefold() in _DARK)
    found = _statement(parts, words.strip(), memory, ask)
    if isinstance(found, Answer):
        return replace(found, message=intent.message, command="card"), memory
    if found is None:
        return nothing(intent, Note.USAGE, subject="card"), memory
    again = f"/card q_{found.quote_id}"
    facts = {"dark": "yes"} if dark else {}
    bare = replace(found, match=None, differences=())
    told = Answer(intent.message, "card", results=(bare,), again=f"{again} dark" if dark else again, facts=facts)
    return told, memory


def _statement(parts: Parts, words: str, memory: Memory, ask: Ask) -> Result | Answer | None:
    """The statement that is meant; an answer without any where nobody said the words; None where nothing was named."""
    key = PASSAGE.fullmatch(words.casefold())
    if key:
        stored = parts.store.quote(f"{key['article']}-{key['start']}-{key['end']}")
        return result_of(stored) if stored else nothing(Intent(words, "card"), Note.GONE, suggestions=("/articles",))
    if words and not _is_number(words):
        found = ask(f"/who {words}")
        return next(iter(_statements(found)), replace(found, choices=()))
    listed = _statements(ask(memory.again)) if memory.again else []
    place = int(words) if words else 1
    return listed[place - 1] if 1 <= place <= len(listed) else None


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) <= 3


def _statements(answer: Answer) -> list[Result]:
    return [result for result in answer.results if result.kind == "quote"]


def cite(parts: Parts, intent: Intent, memory: Memory, ask: Ask) -> Turn:
    """Statements or articles with what a citation needs: those of the last answer, one of them, or a named article."""
    words = intent.words.strip()
    found = _cited(parts, words, memory, ask)
    if not found:
        note = Note.NO_SUCH_ARTICLE if words and not _is_number(words) else Note.USAGE
        return nothing(intent, note, words if note is Note.NO_SUCH_ARTICLE else "cite"), memory
    again = f"/cite q_{found[0].quote_id}" if len(found) == 1 and found[0].quote_id else intent.message
    bylines = {f"byline {one.article.id}": _byline(parts, one) for one in found if one.article}
    facts = {name: byline for name, byline in bylines.items() if byline}
    return Answer(intent.message, "cite", results=found, again=again, facts=facts), memory


def _cited(parts: Parts, words: str, memory: Memory, ask: Ask) -> tuple[Result, ...]:
    if words.startswith("/"):
        return tuple(_statements(ask(words))[:MOST_CITED]) if _nested(words) <= MOST_NESTED else ()
    if words and not _is_number(words):
        key = PASSAGE.fullmatch(words.casefold())
        stored = parts.store.quote(words.casefold().removeprefix("q_")) if key else None
        articles = resolve(parts.store, parts.search, words, memory)[:1] if stored is None and not key else []
        return (result_of(stored),) if stored else tuple(map(article_result, articles))
    shown = ask(memory.again) if memory.again else None
    if shown is None:
        return ()
    listed = _statements(shown) or [article_result(one.article) for one in shown.results[:1] if one.article]
    return tuple(listed[int(words) - 1 : int(words)] if words else listed[:MOST_CITED])


def _byline(parts: Parts, result: Result) -> str | None:
    stored = parts.store.article(result.article.id) if result.article else None
    return stored.article.byline if stored else None


def export(_: Parts, intent: Intent, memory: Memory, ask: Ask) -> Turn:
    """The results of the last answer, or of a message that is given, as a file; without a format, a choice of them."""
    first, *rest = intent.words.strip().split(maxsplit=1)[:2] or [""]
    form = FORMATS.get(first.casefold())
    message = " ".join(rest) if form else intent.words.strip()
    message = message or memory.again or ""
    found = ask(message) if message and _nested(message) <= MOST_NESTED else None
    if found is None or not found.results:
        return nothing(intent, Note.USAGE, subject="export"), memory
    facts = {"format": form} if form else {}
    again = found.again or found.message
    told = Answer(
        intent.message,
        "export",
        results=found.results,
        subject=again,
        again=f"/export {form or ''} {again}".replace("  ", " "),
        facts=facts,
    )
    return told, memory


def _nested(message: str) -> int:
    return len(re.findall(r"(?:^|\s)/(?:export|card|cite)\b", message))
