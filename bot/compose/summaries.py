"""One article in short, put into words, and the ways on from it."""

from __future__ import annotations

from bot.compose import wording
from bot.compose.body import Body, cut
from bot.compose.cards import Card, joined, line, quote_card, text, title_of
from bot.language import Language
from bot.model import Answer, Block, Button, Piece, Result, Style


def summary(say: Language, answer: Answer) -> Body:
    """The sentences, the facts, and the key quotations; of one sentence just that and where it stands."""
    told = [result for result in answer.results if result.kind == "summary"]
    quotes = [result for result in answer.results if result.kind == "quote"]
    cards: list[Card] = [tuple(text(shown(result)) for result in told) or (text(say(wording.NO_TEXT)),)]
    in_a_line = len(told) == 1 and bool(answer.choices)
    facts = _brief_facts(say, answer) if in_a_line else _facts(say, answer)
    cards += [(facts,)] if facts.pieces else []
    if quotes:
        first, *others = (quote_card(say, result, sourced=False) for result in quotes)
        cards += [(text(say(wording.KEY_QUOTES), Style.BOLD), *first), *others]
    return Body(title_of(answer), cards, len(cards))


def shown(result: Result) -> str:
    """A sentence, with names in brackets in place of its pronouns: the only words that the article hasn't there."""
    words, base = result.text, result.content[0].start if result.content else 0
    for one in reversed(result.named):
        start, end = one.span.start - base, one.span.end - base
        words = f"{words[:start]}[{one.name}]{words[end:]}"
    return words


def _facts(say: Language, answer: Answer) -> Block:
    return joined(
        Block((Piece(f"{say(name)}: ", Style.BOLD), Piece(_told(say, answer, key))))
        for key, name in wording.FACTS
        if key in answer.facts
    )


def _brief_facts(say: Language, answer: Answer) -> Block:
    return line(*(_told(say, answer, key) for key in ("source", "where", "when") if key in answer.facts))


def _told(say: Language, answer: Answer, key: str) -> str:
    value = answer.facts[key]
    return cut(say.date(value) if key == "when" else value)


def ways(say: Language, answer: Answer) -> list[tuple[Button, ...]]:
    """Buttons from one article to its quotes, people, text, summary and source, and to another length."""
    article = answer.results[0].article
    if article is None:
        return []
    lengths = [Button(say(wording.CHOICES[choice.label]), choice.message) for choice in answer.choices]
    others = (("summary", wording.SUMMARY), ("quotes", wording.QUOTES), ("people", wording.PEOPLE),
              ("article", wording.FULL_TEXT))  # fmt: skip
    row = [Button(say(label), f"/{way} {article.id}") for way, label in others if way != answer.command]
    row[2:2] = lengths
    return [tuple(row), *([(Button(say(wording.SOURCE), article.url, url=article.url),)] if article.url else [])]
