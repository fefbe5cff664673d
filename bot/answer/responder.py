"""The responder: one message in, one answer and what to remember out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.answer import (
    ask,
    browse,
    chart,
    check,
    compare,
    forms,
    guide,
    person,
    quote,
    several,
    summary,
    timeline,
    topics,
    who,
)
from bot.answer.articles import picks_from_a_list, resolve
from bot.answer.commands import ELSEWHERE
from bot.answer.intent import MOST_CHARACTERS, clean
from bot.answer.narrow import understand_narrowed
from bot.answer.parts import Intent, Parts, Turn, nothing
from bot.answer.question_grammar import is_of_saying, is_question
from bot.answer.speakers import Split, read
from bot.model import Answer, ArticleRef, Match, Memory, Note, Status
from bot.ports import Search, Store, Summarizer
from bot.text import tokens_of

LEAST_LETTERS = 2
"""Letters or digits: less names nothing."""


def _today() -> date:
    return datetime.now(UTC).date()


OF_ONE_ARTICLE = ("summary", "quotes", "article")
"""Commands whose statements nobody looked for."""
MOST_WORDS_OF_BOTH = 6
"""Words: more are hardly a name with a topic."""


class Responder:
    """Answers messages from the archive. Keeps no state: memory comes and goes with each message."""

    def __init__(
        self, store: Store, search: Search, summarizer: Summarizer, today: Callable[[], date] = _today
    ) -> None:
        """The parts are shared; the responder closes none of them.

        Args:
            store: The archive.
            search: Searches it.
            summarizer: Sums articles up.
            today: Tells what day it is: "last week" goes by it.
        """
        self._parts, self._today = Parts(store, search, summarizer), today

    def answer(self, message: str, memory: Memory = Memory()) -> tuple[Answer, Memory]:  # noqa: B008 - immutable
        """Answer any message.

        Args:
            message: As typed: a command, a plain question, or anything at all.
            memory: What the chat was last about.

        Returns:
            The answer, and what the chat is about now.

        Raises:
            StoreError: The archive can't be used. Nothing else is raised, whatever the message.
        """
        text = clean(message)
        if len(text) > MOST_CHARACTERS:
            return guide.too_long(self._parts, text, memory)
        intent = understand_narrowed(self._parts, text, memory, self._today())
        if intent.command in _FORMS:
            return _FORMS[intent.command](self._parts, intent, memory, lambda asked: self.answer(asked)[0])
        return _remembered(*_ANSWERERS[intent.command](self._parts, intent, memory))

    def speaker(self, words: str) -> Split:
        """The speaker, and perhaps the topic, that words mean, with everybody on record who may be meant."""
        return read(self._parts.search, clean(words))

    def near_speakers(self, name: str) -> list[str]:
        """The closest names on record."""
        return self._parts.search.near_speakers(name)

    def articles(self, words: str, memory: Memory) -> list[ArticleRef]:
        """The articles that words may mean: a number in the list shown last, an id, a link, words of a headline."""
        return resolve(self._parts.store, self._parts.search, clean(words), memory)


def _remembered(answer: Answer, memory: Memory) -> Turn:
    """With what leads back to the answer, and to its first statement."""
    if not answer.results:
        return answer, memory
    found = None if answer.command in OF_ONE_ARTICLE else answer.results[0].quote_id
    return answer, replace(memory, again=answer.again or answer.message, passage=found or memory.passage)


def _bare(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """Words that are no question: a place in the list shown, a name, words that were said, a speaker, an article."""
    if memory.listed and picks_from_a_list(intent.words):
        return summary.answer(parts, replace(intent, command="summary", article=intent.words), memory)
    if sum(map(len, tokens_of(intent.words))) < LEAST_LETTERS:
        return _not_understood(parts, intent), memory
    if quote.knows(parts, intent.words):
        return quote.find(parts, intent, memory) or (_not_understood(parts, intent), memory)
    words = who.fragment(intent.words)
    asked = replace(intent, command="who", words=words)
    found = who.find(parts, asked, words, memory)
    if found and (found[0].results[0].match is Match.EXACT or not _names_and_topic(parts, intent.words)):
        return found
    found = quote.find(parts, intent, memory) or found
    if found:
        return found
    told = who.own_voice(parts, asked, words)
    if told:
        return told, memory
    if parts.search.articles(intent.words):
        return summary.answer(parts, replace(intent, command="summary", article=intent.words), memory)
    return who.answer(parts, asked, memory)


def _asked(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """A question of one's own; without the command, its very words may be on record, or name a speaker and a topic."""
    if intent.message.startswith(("/", "／")):
        return ask.answer(parts, intent, memory)
    said = who.find(parts, replace(intent, command="who"), who.fragment(intent.words), memory)
    if said and said[0].results[0].match is Match.EXACT:
        return said
    named = quote.find(parts, intent, memory) if _names_and_topic(parts, intent.words) else None
    return ask.find(parts, intent, memory) or named or ask.answer(parts, intent, memory)


def _names_and_topic(parts: Parts, words: str) -> bool:
    return len(words.split()) <= MOST_WORDS_OF_BOTH and quote.knows(parts, words, ends=True)


def _follow(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """A question about a speaker; "and the river rose" only looks like one that goes on from the last."""
    found = quote.answer(parts, intent, memory)
    as_a_topic = found[0].facts.get("topic") == intent.words or found[0].note is Note.WHO_IS_MEANT
    if found[0].results or not intent.words or not intent.follows or not as_a_topic:
        return found
    said = _bare(parts, replace(intent, command="bare", words=intent.message), memory)
    return said if said[0].results else found


def _who_is(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """Answer "who is Mara Lind?" with what she said, and "who dares wins" with who said that."""
    named = replace(intent, speaker=None, words=intent.speaker or "", free=True)
    if quote.knows(parts, named.words):
        return quote.answer(parts, named, memory)
    asked = replace(intent, command="who", words=named.words)
    said = who.find(parts, asked, who.fragment(named.words), memory)
    if not said or said[0].results[0].match is not Match.EXACT:
        told = ask.find(parts, replace(asked, command="ask", words=intent.message), memory)
        said = told or said
    return said or quote.find(parts, named, memory) or who.answer(parts, asked, memory)


def _or_bare(answered: Callable[[Parts, Intent, Memory], Turn]) -> Callable[[Parts, Intent, Memory], Turn]:
    """An answer to a question that may as well be words that were said: then they are looked for."""

    def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
        found = answered(parts, intent, memory)
        if found[0].status is not Status.NOT_FOUND or intent.message.startswith(("/", "／")):
            return found
        said = _bare(parts, Intent(intent.message, "bare", words=intent.message), memory)
        return said if said[0].results else found

    return answer


def _or_asked(answered: Callable[[Parts, Intent, Memory], Turn]) -> Callable[[Parts, Intent, Memory], Turn]:
    """An answer to a message that may as well be a question of one's own: where it finds nothing, that is tried."""

    def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
        found = answered(parts, intent, memory)
        may_be_asked = is_question(intent.message) and not is_of_saying(intent.message)
        if found[0].status is not Status.NOT_FOUND or not may_be_asked:
            return found
        return ask.find(parts, replace(intent, command="ask", words=intent.message), memory) or found

    return answer


def _not_understood(parts: Parts, intent: Intent) -> Answer:
    suggestions = [choice.message for choice in guide.examples(parts)]
    return nothing(replace(intent, command="unknown"), Note.NOT_UNDERSTOOD, suggestions=[*suggestions, "/help"])


_ANSWERERS: dict[str, Callable[[Parts, Intent, Memory], Turn]] = {
    "who": _or_asked(who.answer),
    "ask": _asked,
    "who is": _who_is,
    "check": check.answer,
    "quote": _or_asked(_follow),
    "summary": _or_asked(summary.answer),
    "digest": several.digest,
    "article": summary.answer,
    "quotes": summary.answer,
    "articles": _or_asked(browse.articles),
    "people": _or_asked(browse.people),
    "person": _or_bare(person.answer),
    "topics": _or_bare(topics.answer),
    "compare": _or_bare(compare.answer),
    "timeline": _or_bare(timeline.answer),
    "chart": chart.answer,
    "help": guide.help_,
    "start": guide.start,
    "thanks": guide.thanks,
    "unknown": guide.unknown,
    "bad filter": guide.bad_filter,
    "bare": _bare,
    **dict.fromkeys(ELSEWHERE, guide.elsewhere),
}
"""The kind of answer for each intent."""
_FORMS = {"card": forms.card, "cite": forms.cite, "export": forms.export}
"""Those that show another answer in another form."""
