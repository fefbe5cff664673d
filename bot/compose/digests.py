"""Several articles in short, event by event, put into words."""

from __future__ import annotations

from bot.compose import wording
from bot.compose.body import Body, cut, narrowed
from bot.compose.cards import Card, articles, joined, line, text
from bot.compose.summaries import shown
from bot.language import Language
from bot.model import Answer, ArticleRef, Block, Button, Event, Piece, Result, Style

EVENTS_A_PAGE = 5
MOST_OUTLETS = 6
"""Outlets named of one event."""


def digest(say: Language, answer: Answer) -> Body:
    """The events, numbered as the chat can ask for them; each with sentences, outlets, and what these dispute."""
    number = len(answer.events)
    told = [articles(say, answer.facts["articles"]), say.plural("{number} event", "{number} events", number)]
    subject = Piece(cut(answer.subject) if answer.subject else say(wording.DIGEST), Style.BOLD)
    heading = line(subject, *told, narrowed(answer).removeprefix(" · "))
    return Body((heading,), [_event(say, place, one) for place, one in enumerate(answer.events, 1)], EVENTS_A_PAGE)


def _event(say: Language, place: int, event: Event) -> Card:
    lead = event.articles[0]
    title = Piece(cut(lead.headline or lead.path or lead.id), Style.LINK if lead.url else Style.BOLD, lead.url)
    sentences = " ".join(map(shown, event.results))
    return (
        joined([Block((Piece(f"{place}. "), title)), _sources(say, event), text(sentences)]),
        *(_dispute(say, *pair) for pair in event.disagreements),
    )


def _sources(say: Language, event: Event) -> Block:
    outlets = list(dict.fromkeys(cut(one.provider) for one in event.articles if one.provider))
    lead = event.articles[0]
    several = len(event.articles) > 1
    return line(
        ", ".join(outlets[:MOST_OUTLETS]) + (" …" if len(outlets) > MOST_OUTLETS else ""),
        cut(lead.place) if lead.place and not several else None,
        say.date(lead.published) if lead.published else None,
        articles(say, len(event.articles)) if several else None,
    )


def _dispute(say: Language, one: Result, other: Result) -> Block:
    """Both sentences below each other, each with its outlet."""
    sides = [Block((Piece(f"{_outlet(each.article)}: ", Style.BOLD), Piece(each.text))) for each in (one, other)]
    return joined([text(say(wording.OUTLETS_DIFFER), Style.ITALIC), *sides])


def _outlet(article: ArticleRef | None) -> str:
    return cut(article.provider) if article else ""


def numbers(answer: Answer, first: int, many: int) -> list[tuple[Button, ...]]:
    """A button for the summary of each event shown: of `many`, from the place `first` on."""
    places = range(first, min(first + many, len(answer.choices)))
    return [tuple(Button(str(place + 1), answer.choices[place].message) for place in places)] if places else []
