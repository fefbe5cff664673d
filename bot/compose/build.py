"""compose: an answer put into words, cut into pages, with its buttons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.compose import digests, forms, speakers, summaries, wording
from bot.compose.body import Body, cut, narrowed
from bot.compose.cards import (
    Card,
    answer_card,
    article_card,
    articles,
    joined,
    line,
    person_card,
    quote_card,
    sentence_card,
    statements,
    text,
    title_of,
)
from bot.compose.differences import lines, verdict
from bot.compose.paging import paged
from bot.language import ENGLISH, Language
from bot.model import Answer, Block, Button, Choice, Note, Piece, Reply, Result, Span, Status, Style, Verdict

ARTICLES_A_PAGE = 8
PEOPLE_A_PAGE = 12
PARAGRAPHS_A_PAGE = 40
LABEL_CHARACTERS = 60
BUTTONS_A_ROW, SHORT_A_ROW = 4, 2

Rows = list[tuple[Button, ...]]


def compose(answer: Answer, page: int | None = None, say: Language = ENGLISH) -> Reply:
    """Put an answer into words.

    Args:
        answer: What was found.
        page: Which page to show, 0 the first; one that doesn't exist gives the nearest that does. None: the one with
            the passage that is marked, else the first.
        say: The user's language.
    """
    body = _body(say, answer)
    pages = paged(body.cards, body.most)
    shown = _opening(pages) if page is None else min(max(page, 0), len(pages) - 1)
    told = [block for card in pages[shown] for block in card]
    blocks = [*body.heading, *([joined(told)] if body.lines and told else told)]
    if shown == len(pages) - 1:
        blocks += _suggested(say, answer)
    if len(pages) > 1:
        blocks.append(text(f"{shown + 1}/{len(pages)}", Style.ITALIC))
    numbers = digests.numbers(answer, sum(map(len, pages[:shown])), len(pages[shown])) if answer.events else []
    rows = [
        *_paging(say, answer, shown, len(pages)),
        *numbers,
        *_related(say, answer),
        *_choices(say, answer),
        *forms.ways(say, answer, blocks),
    ]
    return Reply(tuple(blocks), tuple(rows), shown, len(pages))


def _opening(pages: Sequence[Sequence[Card]]) -> int:
    """The page that an answer opens at."""
    marked = (
        number
        for number, cards in enumerate(pages)
        if any(piece.style is Style.MARK for card in cards for block in card for piece in block.pieces)
    )
    return next(marked, 0)


def _body(say: Language, answer: Answer) -> Body:
    if answer.results or answer.note is Note.HELP:
        return _BODIES.get(answer.command, _found)(say, answer)
    return Body(_note(say, answer), _own_voice(say, answer))


# --- bodies, one for each kind of answer


def _found(say: Language, answer: Answer) -> Body:
    """/who, and quotes that a link names."""
    return Body(_narrowed_to(answer), [_card(say, result) for result in answer.results])


def _answered(say: Language, answer: Answer) -> Body:
    return Body(_narrowed_to(answer), [answer_card(say, result) for result in answer.results])


def _narrowed_to(answer: Answer) -> Card:
    filters = answer.facts.get("filters")
    return (text(cut(filters), Style.ITALIC),) if filters else ()


def _checked(say: Language, answer: Answer) -> Body:
    cards = [
        (*([joined(lines(say, result.differences))] if result.differences else []), *_card(say, _bare(result)))
        for result in answer.results
    ]
    return Body(verdict(say, answer), cards)


def _bare(result: Result) -> Result:
    """The statement alone: the verdict says how it fits."""
    return replace(result, match=None, differences=())


def _quotes_of(say: Language, answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        heading = [*_note(say, answer), joined(text(f"• {_label(choice.label)}") for choice in answer.choices)]
        if answer.results:
            heading.append(text(say(wording.MEANWHILE, topic=cut(answer.facts.get("topic", "")))))
        return Body(tuple(heading), [_card(say, result) for result in answer.results])
    role, topic = answer.facts.get("role"), answer.facts.get("topic")
    heading = [
        line(
            Piece(cut(answer.subject), Style.BOLD),
            f", {cut(role)}" if role else "",
            say(wording.ABOUT, topic=cut(topic)) if topic else "",
            f" · {statements(say, len(answer.results))}",
            narrowed(answer),
            between="",
        )
    ]
    cards = [quote_card(say, result, _named_otherwise(result, answer.subject)) for result in answer.results]
    return Body(tuple(heading), cards)


def _named_otherwise(result: Result, subject: str | None) -> bool:
    return result.speaker is not None and result.speaker.name != subject


def _summary(say: Language, answer: Answer) -> Body:
    return _which_article(say, answer) if answer.status is Status.AMBIGUOUS else summaries.summary(say, answer)


def _article(say: Language, answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        return _which_article(say, answer)
    passage = answer.facts.get("passage", "")
    start, _, end = passage.partition("-")
    span = Span(int(start), int(end)) if passage else Span(0, 0)
    return Body(title_of(answer), [_paragraph(result, span) for result in answer.results], PARAGRAPHS_A_PAGE)


def _paragraph(result: Result, passage: Span) -> Card:
    """A paragraph of an article; what of the passage stands in it is marked."""
    begin = result.content[0].start if result.content else 0
    first, last = (min(max(place - begin, 0), len(result.text)) for place in passage)
    pieces = (
        Piece(result.text[:first]),
        Piece(result.text[first:last], Style.MARK),
        Piece(result.text[last:]),
    )
    return (Block(tuple(piece for piece in pieces if piece.text)),)


def _quotes_in(say: Language, answer: Answer) -> Body:
    if answer.status is Status.AMBIGUOUS:
        return _which_article(say, answer)
    quotes = [quote_card(say, result, sourced=False) for result in answer.results if result.kind == "quote"]
    return Body(title_of(answer), quotes or [(text(say(wording.NO_QUOTES)),)])


def _which_article(say: Language, answer: Answer) -> Body:
    cards = [article_card(say, result, number) for number, result in enumerate(answer.results, 1)]
    return Body(_note(say, answer), cards, ARTICLES_A_PAGE)


def _articles(say: Language, answer: Answer) -> Body:
    total = answer.facts.get("articles", str(len(answer.results)))
    subject = answer.subject
    told = say(wording.ARTICLES_ABOUT, words=cut(subject)) if subject else articles(say, total)
    cards = [article_card(say, result, number) for number, result in enumerate(answer.results, 1)]
    return Body((line(Piece(told, Style.BOLD), narrowed(answer), between=""),), cards, ARTICLES_A_PAGE)


def _people(say: Language, answer: Answer) -> Body:
    people = [result for result in answer.results if result.kind == "person"]
    if not people:
        return Body((), [(text(say(wording.NO_QUOTES)),)])
    heading = (text(cut(answer.subject), Style.BOLD),) if answer.subject else ()
    return Body(heading, [person_card(say, result) for result in people], PEOPLE_A_PAGE, lines=True)


def _help(say: Language, answer: Answer) -> Body:
    usages = [Block((Piece(say(usage), Style.CODE), Piece(f" — {say(told)}"))) for usage, told in answer.facts.items()]
    heading = () if answer.subject else (text(say(wording.NOTES[Note.HELP])),)
    return Body(heading, [(usage,) for usage in usages], PARAGRAPHS_A_PAGE, lines=True)


def _card(say: Language, result: Result) -> Card:
    return quote_card(say, result) if result.kind == "quote" else sentence_card(say, result)


_BODIES: dict[str, Callable[[Language, Answer], Body]] = {
    "ask": _answered,
    "check": _checked,
    "quote": _quotes_of,
    "summary": _summary,
    "digest": digests.digest,
    "article": _article,
    "quotes": _quotes_in,
    "articles": _articles,
    "people": _people,
    "person": speakers.person,
    "topics": speakers.topics,
    "compare": speakers.compare,
    "timeline": speakers.timeline,
    "help": _help,
    "card": forms.card,
    "chart": forms.chart,
    "cite": forms.cite,
    "export": forms.export,
}


# --- what is said where nothing is found, and around what is


def _note(say: Language, answer: Answer) -> Card:
    told = _told(say, answer)
    return (text(told),) if told else ()


def _told(say: Language, answer: Answer) -> str:
    subject = cut(answer.subject or "")
    if answer.note is Note.USAGE:
        return say(wording.USAGES.get(subject, wording.NOTES[Note.NOT_UNDERSTOOD]))
    if answer.note is Note.NO_SUCH_ARTICLE and not subject:
        return say(wording.UNNAMED_ARTICLE)
    if answer.note is Note.NOT_UNDERSTOOD and subject:
        return say(wording.UNKNOWN_COMMAND, subject=subject)
    if answer.note is Note.ARTICLES_OWN_VOICE and "marked" in answer.facts:
        return say(wording.IN_MARKS, subject=subject)
    if answer.note is Note.ARTICLES_OWN_VOICE and answer.verdict is Verdict.ALTERED:
        return say(wording.NEARLY_IN_OWN_VOICE, subject=subject)
    facts = {name: cut(fact) for name, fact in answer.facts.items()}
    if answer.note is Note.FILTERED_OUT and re.search(r"\b(?:since|until):", facts["filters"]):
        return f"{say(wording.NOTES[answer.note], **facts)} {say(wording.YEARLESS)}"
    if answer.note is Note.WELCOME:
        facts |= {"articles": articles(say, facts["articles"]), "quotes": statements(say, facts["quotes"])}
    return say(wording.NOTES[answer.note], **{"subject": subject, **facts}) if answer.note else ""


def _own_voice(say: Language, answer: Answer) -> list[Card]:
    return [
        (*([joined(lines(say, result.differences))] if result.differences else []), *sentence_card(say, result))
        for result in answer.own_voice
    ]


def _suggested(say: Language, answer: Answer) -> list[Block]:
    """The suggestions, as text too: not every chat has buttons."""
    if not answer.suggestions:
        return []
    asks = answer.note in (Note.NO_SUCH_SPEAKER, Note.NOT_UNDERSTOOD) and answer.subject
    return [text(say(wording.DID_YOU_MEAN if asks else wording.TRY))]


# --- buttons


def _paging(say: Language, answer: Answer, page: int, pages: int) -> Rows:
    again = answer.again or answer.message
    row = [Button(say(wording.PREVIOUS), again, page - 1)] if page > 0 else []
    row += [Button(say(wording.NEXT), again, page + 1)] if page + 1 < pages else []
    return [tuple(row)] if row else []


def _related(say: Language, answer: Answer) -> Rows:
    """From one article to its quotes, people, text and summary."""
    if answer.command not in ("summary", "article", "quotes") or not answer.results or answer.status is not Status.OK:
        return []
    return summaries.ways(say, answer)


def _choices(say: Language, answer: Answer) -> Rows:
    if answer.command == "articles" or answer.events or (answer.command == "summary" and answer.status is Status.OK):
        return []  # the numbers of the list are enough; ways on from a summary stand beside the others
    if answer.command in ("topics", "person", "compare", "timeline") and answer.status is Status.OK:
        return _in_rows([Button(_label(_named(say, choice)), choice.message) for choice in answer.choices])
    choices = [
        _typed(say, choice.message) if choice.label == choice.message else Button(_label(choice.label), choice.message)
        for choice in answer.choices
    ]
    return [(button,) for button in (*choices, *(_typed(say, one) for one in answer.suggestions))]


def _typed(say: Language, message: str) -> Button:
    """A button that says what it stands for: an example, or a command as the user's language calls it."""
    command, space, rest = message.partition(" ")
    whole = say(message)
    said = say(command) + space + rest if whole == message and command in wording.COMMANDS else whole
    return Button(_label(said), said)


def _named(say: Language, choice: Choice) -> str:
    known = wording.CHOICES.get(choice.label)
    return say(known) if known else choice.label


def _in_rows(buttons: Sequence[Button]) -> Rows:
    """Short buttons, several in a row."""
    return [tuple(buttons[place : place + SHORT_A_ROW]) for place in range(0, len(buttons), SHORT_A_ROW)]


def _label(words: str) -> str:
    return wording.shortened(words, LABEL_CHARACTERS)
