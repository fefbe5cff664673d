"""Bodies of answers about speakers: one in short, what is talked of, two side by side, statements in order of dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from bot.compose import wording
from bot.compose.body import Body, cut, narrowed
from bot.compose.cards import Card, articles, joined, line, quote_card, statements, text
from bot.language import Language
from bot.model import Answer, Block, Piece, Presence, Profile, Result, RoleUse, Style
from bot.text import normalise

MOST_ROLES, MOST_ALIASES, MOST_OUTLETS = 8, 6, 6
SIDES_A_PAGE, QUOTES_A_SIDE = 2, 2
TOPICS_A_PAGE = 20
BY_DAY = 40
"""Days that a timeline may have before it is grouped by months."""


def person(say: Language, answer: Answer) -> Body:
    """Who it is, since when, how often quoted and where; then the latest statement."""
    one = answer.results[0].person
    if one is None or answer.presence is None:
        return Body((), [(text(answer.results[0].text),)])
    kind = say(wording.SPEAKERS[one.kind])
    heading = line(Piece(cut(one.name), Style.BOLD), f" ({kind})" if kind else "", between="")
    facts = [
        *_roles(say, answer.profile),
        *_fact(say(wording.ALSO_CALLED), _others(one.name, one.aliases)),
        *_fact(say(wording.ON_RECORD), _on_record(say, one.quotes, answer.profile, answer.presence)),
        *_fact(say(wording.OUTLETS), _counted(say, answer.presence.outlets[:MOST_OUTLETS])),
        *_fact(say(wording.BESIDE), _counted(say, answer.presence.beside)),
    ]
    told: list[Card] = [(joined(facts),)] if facts else []
    latest = [result for result in answer.results if result.kind == "quote"]
    told += [(text(say(wording.LATEST), Style.BOLD), *quote_card(say, result, named=False)) for result in latest]
    return Body((heading,), told, len(told) or 1)


def _fact(name: str, told: str) -> list[Block]:
    return [Block((Piece(f"{name}: ", Style.BOLD), Piece(told)))] if told else []


def _roles(say: Language, profile: Profile | None) -> list[Block]:
    """A line for each role that articles use, earliest first, with the dates that they show."""
    uses = profile.roles if profile else ()
    most = sorted(uses, key=lambda use: -use.articles)[:MOST_ROLES]
    return [text(f"• {cut(use.role)} ({_when(say, use)})") for use in uses if use in most]


def _when(say: Language, use: RoleUse) -> str:
    told = articles(say, use.articles)
    return f"{_between(say, *use.shown)}, {told}" if use.shown else told


def _between(say: Language, first: str, last: str) -> str:
    begun, ended = say.date(first), say.date(last)
    return begun if begun == ended else f"{begun} – {ended}"


def _others(name: str, aliases: Iterable[str]) -> str:
    return ", ".join([cut(alias) for alias in aliases if normalise(alias) != normalise(name)][:MOST_ALIASES])


def _on_record(say: Language, quotes: int, profile: Profile | None, presence: Presence) -> str:
    told = profile.kinds if profile else ()
    kinds = ", ".join(f"{say.number(count)} {say(wording.KIND_NAMES[kind])}" for kind, count in told)
    counts = say(wording.IN_ARTICLES, statements=statements(say, quotes), articles=articles(say, presence.articles))
    dates = _between(say, presence.first, presence.last) if presence.first and presence.last else ""
    return " · ".join(filter(None, (f"{counts} ({kinds})" if kinds else counts, dates)))


def _counted(say: Language, told: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{cut(name)} ({say.number(count)})" for name, count in told)


def topics(say: Language, answer: Answer) -> Body:
    """The subjects with how many statements hold them; the buttons ask for each."""
    speaker = answer.facts.get("speaker")
    told = say(wording.TALKS_OF, speaker=cut(speaker)) if speaker else say(wording.TALKED_OF)
    heading = line(Piece(told, Style.BOLD), narrowed(answer), between="")
    cards = [(text(f"• {result.text} ({say.number(result.count or 0)})"),) for result in answer.results]
    return Body((heading,), cards, TOPICS_A_PAGE, lines=True)


def compare(say: Language, answer: Answer) -> Body:
    """A few statements of each speaker on every page."""
    facts, topic = answer.facts, answer.facts.get("topic")
    names = (facts["first"], facts["second"])
    place = int(facts["of_first"])
    pages = (_pages(answer.results[:place]), _pages(answer.results[place:]))
    about = say(wording.ABOUT, topic=cut(topic)) if topic else ""
    heading = line(Piece(" | ".join(map(cut, names)), Style.BOLD), about, narrowed(answer), between="")
    silent = [name for name, side in zip(names, pages, strict=True) if not side]
    told = [text(say(wording.SILENT, speaker=cut(name), about=about)) for name in silent]
    sides = zip_longest(*([_side(say, name, page) for page in side] for name, side in zip(names, pages, strict=True)))
    cards = [card for both in sides for card in both if card]
    return Body((heading, *told), cards, 1 if silent else SIDES_A_PAGE)


def _pages(results: Sequence[Result]) -> list[Sequence[Result]]:
    return [results[place : place + QUOTES_A_SIDE] for place in range(0, len(results), QUOTES_A_SIDE)]


def _side(say: Language, name: str, results: Sequence[Result]) -> Card:
    quotes = (block for result in results for block in quote_card(say, result, named=False, context=False))
    return (text(cut(name), Style.BOLD), *quotes)


def timeline(say: Language, answer: Answer) -> Body:
    """Statements under the day, or the month, of their articles; those without a year last."""
    speaker, topic = answer.facts.get("speaker"), answer.facts.get("topic")
    heading = line(
        Piece(cut(speaker or topic), Style.BOLD),
        say(wording.ABOUT, topic=cut(topic)) if speaker and topic else "",
        f" · {statements(say, len(answer.results))}",
        narrowed(answer),
        between="",
    )
    days = [_day(result) for result in answer.results]
    length = 10 if len(set(days)) <= BY_DAY else 7
    cards: list[Card] = []
    before = None
    for day, result in zip(days, answer.results, strict=True):
        shown = day[:length]
        title = say.date(shown) if shown else say(wording.NO_YEAR)
        card = quote_card(say, result, named=speaker is None, context=False)
        cards.append(card if shown == before else (text(title, Style.BOLD), *card))
        before = shown
    return Body((heading,), cards)


def _day(result: Result) -> str:
    """The day, month or year of its article; empty where the date lacks the year."""
    date = (result.article.published or "") if result.article else ""
    return date[:10] if date[:1].isdecimal() else ""
