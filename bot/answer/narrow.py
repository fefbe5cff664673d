"""Any message -> its intent, with the filters that were typed or told in plain words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answer.articles import pointed_at
from bot.answer.filters import as_typed, merged, said, typed
from bot.answer.intent import understand
from bot.answer.parts import Intent, Parts
from bot.answer.periods import period
from bot.model import UNFILTERED, Filters, Memory
from bot.text import normalise

NARROWED = frozenset("who quote summary digest articles quotes article timeline chart topics compare".split())
"""Commands whose questions can be narrowed."""
_OF_ARTICLES = frozenset("summary digest articles quotes article".split())
"""Commands that ask for articles: no filter on statements helps them."""
_AS_TYPED = frozenset("check people person help start thanks unknown card cite export".split())
_ABOUT = re.compile(
    r"\b(?:(?:talk|spoke|speak|comment|mention)\w*|(?:said|say) (?:something|anything)|(?:was|is|been) said|"
    r"(?:habló|hablo|habla)|statements?|quotes?)\b",
    re.IGNORECASE,
)
"""In a question with "who" that asks for a topic; in others, dates are a part of the words looked for."""
_LEADS_TO_A_DAY = re.compile(r"(?:of|for|on|from|del?) ", re.IGNORECASE)
_GOING_ON = frozenset(
    ",and,y,but,only,and only,what about,and what about,how about,quotes,quotations,statements".split(",")
)
"""What is left of "and last week?"."""


def understand_narrowed(parts: Parts, message: str, memory: Memory, today: date) -> Intent:
    """What a message (already `clean`) asks for, and what it is narrowed to.

    A filter that can't be used gives the intent "bad filter", with the filter as its words.
    """
    whole = understand(message)
    if whole.command in _AS_TYPED:
        return whole
    plain = typed(message, today)
    if plain.wrong:
        return Intent(message, "bad filter", words=plain.wrong)
    filters = _pointing(parts, plain.filters, memory)
    if filters is None:
        return Intent(message, "bad filter", words=f"in:{plain.filters.place}")
    intent = understand(plain.message) if plain.message else Intent(message, "bare")
    told = said(plain.message, today, parts.store.outlets) if _may_be_told(intent, plain.message) else None
    if told and told.filters != UNFILTERED:
        other = understand(told.message)
        if other.command in NARROWED or normalise(told.message) in _GOING_ON:
            plain, intent, filters = told, other, merged(filters, told.filters)
    if filters != UNFILTERED and normalise(plain.message) in _GOING_ON:
        same = Intent(message, "quote", topic=memory.topic, follows=True)
        intent = same if memory.speaker else Intent(message, "articles")
    if intent.command == "digest":
        intent, filters = _of_a_day(intent, filters, today)
    if intent.command in _OF_ARTICLES and (filters.kind or filters.exact):
        return Intent(message, "bad filter", words=as_typed(Filters(kind=filters.kind, exact=filters.exact)))
    return replace(intent, message=message, filters=filters)


def _of_a_day(intent: Intent, filters: Filters, today: date) -> tuple[Intent, Filters]:
    """A digest of a day that stands bare behind the command, as that filter."""
    covered = period(_LEADS_TO_A_DAY.sub("", intent.words), today)
    if covered is None:
        return intent, filters
    return replace(intent, words=""), replace(filters, since=covered.first, until=covered.last)


def _may_be_told(intent: Intent, message: str) -> bool:
    """Whether dates in plain words may be filters, rather than words that were said or a topic that was typed."""
    if intent.command in ("check", "who is") or (message.startswith(("/", "／")) and ":" in message):
        return False
    if intent.command == "who":
        return not message.startswith(("/", "／")) and bool(_ABOUT.search(message))
    return True


def _pointing(parts: Parts, filters: Filters, memory: Memory) -> Filters | None:
    """With "in:2" read as that article of the list; None where there is none."""
    found = pointed_at(parts.store, filters.place, memory) if filters.place else None
    if found is None:
        return filters
    return replace(filters, place=None, article=found[0].id) if found else None
