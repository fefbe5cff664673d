"""compose: an answer put into words, cut into pages, with its buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.compose import speakers, wording
from bot.compose.body import Body, cut, narrowed
from bot.compose.cards import Card, article_card, joined, line, person_card, quote_card, sentence_card, text
from bot.compose.differences import lines, verdict
from bot.compose.paging import paged
from bot.model import Answer, Block, Button, Choice, Note, Piece, Reply, Result, Status, Style, Verdict

ARTICLES_A_PAGE = 8
PEOPLE_A_PAGE = 12
PARAGRAPHS_A_PAGE = 40
LABEL_CHARACTERS = 60
BUTTONS_A_ROW, SHORT_A_ROW = 4, 2

Rows = list[tuple[Button, ...]]


def compose(answer: Answer, page: int = 0) -> Reply:
    """Put an answer into words.

    Args:
        answer: What was found.
        page: Which page to show, 0 the first; one that doesn't exist gives the nearest that does.
    """
    body = _BODIES.get(answer.command, _found)(answer) if _has_body(answer) else Body(_note(answer), _own_voice(answer))
    pages = paged(body.cards, body.most)
    shown = min(max(page, 0), len(pages) - 1)
    told = [block for card in pages[shown] for block in card]
    blocks = [*body.heading, *([joined(told)] if body.lines and told else told)]
    if shown == len(pages) - 1:
        blocks += _suggested(answer)
    if len(pages) > 1:
        blocks.append(text(f"{shown + 1}/{len(pages)}", Style.ITALIC))
    rows = [*_paging(answer, shown, len(pages)), *_related(answer), *_choices(answer)]
    return Reply(tuple(blocks), tuple(rows), shown, len(pages))


def _has_body(answer: Answer) -> bool:
    return bool(answer.results) or answer.note is Note.HELP


# --- bodies, one for each kind of answer


def _found(answer: Answer) -> Body:
    """/who, and quotes that a link names."""
    filters = answer.facts.get("filters")
    return Body((text(cut(filters), Style.ITALIC),) if filters else (), [_card(result) for result in answer.results])


def _checked(answer: Answer) -> Body:
    cards = [
        (*([joined(lines(result.differences))] if result.differences else []), *_card(_bare(result)))
        for result in answer.results
    ]
    return Body(verdict(answer), cards)


def _bare(result: Result) -> Result:
    """The statement alone: the verdict says how it fits."""
    return replace(result, match=None, differences=())


def _quotes_of(answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        heading = [*_note(answer), joined(text(f"• {_label(choice.label)}") for choice in answer.choices)]
        if answer.results:
            heading.append(text(wording.MEANWHILE.format(topic=cut(answer.facts.get("topic", "")))))
        return Body(tuple(heading), [_card(result) for result in answer.results])
    role, topic = answer.facts.get("role"), answer.facts.get("topic")
    heading = [
        line(
            Piece(cut(answer.subject), Style.BOLD),
            f", {cut(role)}" if role else "",
            f", about “{cut(topic)}”" if topic else "",
            f" · {wording.counted(len(answer.results), 'statement')}",
            narrowed(answer),
            between="",
        )
    ]
    cards = [quote_card(result, _named_otherwise(result, answer.subject)) for result in answer.results]
    return Body(tuple(heading), cards)


def _named_otherwise(result: Result, subject: str | None) -> bool:
    return result.speaker is not None and result.speaker.name != subject


def _summary(answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        return _which_article(answer)
    article = answer.results[0].article
    told = [result for result in answer.results if result.kind == "summary"]
    quotes = [result for result in answer.results if result.kind == "quote"]
    facts = [_fact(answer, key, name) for key, name in wording.FACTS if key in answer.facts]
    cards: list[Card] = [tuple(text(result.text) for result in told) or (text(wording.NO_TEXT),)]
    cards += [(joined(facts),)] if facts else []
    if quotes:
        first, *others = (quote_card(result, sourced=False) for result in quotes)
        cards += [(text(wording.KEY_QUOTES, Style.BOLD), *first), *others]
    title = Style.LINK if article and article.url else Style.BOLD
    heading = (Block((Piece(cut(article.headline), title, article.url),)),) if article and article.headline else ()
    return Body(heading, cards, len(cards))


def _fact(answer: Answer, key: str, name: str) -> Block:
    value = answer.facts[key]
    told = wording.readable_date(value) if key == "when" else value
    return Block((Piece(f"{name}: ", Style.BOLD), Piece(told)))


def _article(answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        return _which_article(answer)
    heading = (text(cut(answer.subject), Style.BOLD),) if answer.subject else ()
    return Body(heading, [(text(result.text),) for result in answer.results], PARAGRAPHS_A_PAGE)


def _quotes_in(answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        return _which_article(answer)
    heading = (text(cut(answer.subject), Style.BOLD),) if answer.subject else ()
    quotes = [quote_card(result, sourced=False) for result in answer.results if result.kind == "quote"]
    return Body(heading, quotes or [(text(wording.NO_QUOTES),)])


def _which_article(answer: Answer) -> Body:
    cards = [article_card(result, number) for number, result in enumerate(answer.results, 1)]
    return Body(_note(answer), cards, ARTICLES_A_PAGE)


def _articles(answer: Answer) -> Body:
    total = answer.facts.get("articles", str(len(answer.results)))
    told = wording.counted(total, "article") if not answer.subject else f"Articles about “{cut(answer.subject)}”"
    cards = [article_card(result, number) for number, result in enumerate(answer.results, 1)]
    return Body((line(Piece(told, Style.BOLD), narrowed(answer), between=""),), cards, ARTICLES_A_PAGE)


def _people(answer: Answer) -> Body:
    people = [result for result in answer.results if result.kind == "person"]
    if not people:
        return Body((), [(text(wording.NO_QUOTES),)])
    heading = (text(cut(answer.subject), Style.BOLD),) if answer.subject else ()
    return Body(heading, [person_card(result) for result in people], PEOPLE_A_PAGE, lines=True)


def _help(answer: Answer) -> Body:
    usages = [Block((Piece(usage, Style.CODE), Piece(f" — {told}"))) for usage, told in answer.facts.items()]
    heading = () if answer.subject else (text(wording.NOTES[Note.HELP]),)
    return Body(heading, [(usage,) for usage in usages], PARAGRAPHS_A_PAGE, lines=True)


def _card(result: Result) -> Card:
    return quote_card(result) if result.kind == "quote" else sentence_card(result)


_BODIES: dict[str, Callable[[Answer], Body]] = {
    "check": _checked,
    "quote": _quotes_of,
    "summary": _summary,
    "article": _article,
    "quotes": _quotes_in,
    "articles": _articles,
    "people": _people,
    "person": speakers.person,
    "topics": speakers.topics,
    "compare": speakers.compare,
    "timeline": speakers.timeline,
    "help": _help,
}


# --- what is said where nothing is found, and around what is


def _note(answer: Answer) -> Card:
    told = _told(answer)
    return (text(told),) if told else ()


def _told(answer: Answer) -> str:
    subject = cut(answer.subject or "")
    if answer.note is Note.USAGE:
        return wording.USAGES.get(subject, wording.NOTES[Note.NOT_UNDERSTOOD])
    if answer.note is Note.NO_SUCH_ARTICLE and not subject:
        return wording.UNNAMED_ARTICLE
    if answer.note is Note.NOT_UNDERSTOOD and subject:
        return wording.UNKNOWN_COMMAND.format(subject=subject)
    if answer.note is Note.ARTICLES_OWN_VOICE and "marked" in answer.facts:
        return wording.IN_MARKS.format(subject=subject)
    if answer.note is Note.ARTICLES_OWN_VOICE and answer.verdict is Verdict.ALTERED:
        return wording.NEARLY_IN_OWN_VOICE.format(subject=subject)
    facts = {name: cut(fact) for name, fact in answer.facts.items()}
    if answer.note is Note.FILTERED_OUT and re.search(r"\b(?:since|until):", facts["filters"]):
        return f"{wording.NOTES[answer.note].format_map(facts)} {wording.YEARLESS}"
    if answer.note is Note.WELCOME:
        facts |= {"articles": wording.counted(facts["articles"], "article"),
                  "quotes": wording.counted(facts["quotes"], "statement")}  # fmt: skip
    return wording.NOTES[answer.note].format_map({"subject": subject, **facts}) if answer.note else ""


def _own_voice(answer: Answer) -> list[Card]:
    return [
        (*([joined(lines(result.differences))] if result.differences else []), *sentence_card(result))
        for result in answer.own_voice
    ]


def _suggested(answer: Answer) -> list[Block]:
    """The suggestions, as text too: not every chat has buttons."""
    if not answer.suggestions:
        return []
    asks = answer.note in (Note.NO_SUCH_SPEAKER, Note.NOT_UNDERSTOOD) and answer.subject
    return [text(wording.DID_YOU_MEAN if asks else wording.TRY)]


# --- buttons


def _paging(answer: Answer, page: int, pages: int) -> Rows:
    again = answer.again or answer.message
    row = [Button(wording.PREVIOUS, again, page - 1)] if page > 0 else []
    row += [Button(wording.NEXT, again, page + 1)] if page + 1 < pages else []
    return [tuple(row)] if row else []


def _related(answer: Answer) -> Rows:
    """From one article to its quotes, people, text and summary."""
    if answer.command not in ("summary", "article", "quotes") or not answer.results or answer.status is not Status.OK:
        return []
    article = answer.results[0].article
    ways = (("summary", wording.SUMMARY), ("quotes", wording.QUOTES), ("people", wording.PEOPLE),
            ("article", wording.FULL_TEXT))  # fmt: skip
    return (
        [tuple(Button(label, f"/{way} {article.id}") for way, label in ways if way != answer.command)]
        if article
        else []
    )


def _choices(answer: Answer) -> Rows:
    if answer.command == "articles":
        return []  # the numbers of the list are enough
    if answer.command in ("topics", "person", "compare", "timeline") and answer.status is Status.OK:
        return _in_rows([Button(_label(_named(choice)), choice.message) for choice in answer.choices])
    choices = [Button(_label(choice.label), choice.message) for choice in answer.choices]
    return [(button,) for button in (*choices, *(Button(_label(one), one) for one in answer.suggestions))]


def _named(choice: Choice) -> str:
    return wording.CHOICES.get(choice.label, choice.label)


def _in_rows(buttons: Sequence[Button]) -> Rows:
    """Short buttons, several in a row."""
    return [tuple(buttons[place : place + SHORT_A_ROW]) for place in range(0, len(buttons), SHORT_A_ROW)]


def _label(words: str) -> str:
    return wording.shortened(words, LABEL_CHARACTERS)
