"""Answers in other forms (pictures, citations, files) put into words, and the buttons that lead to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose import charts, citing, wording
from bot.compose.body import Body
from bot.compose.cards import Card as Blocks
from bot.compose.cards import articles, joined, marked, quote_card, source_line, speaker_role, text
from bot.language import Language
from bot.model import Answer, Block, Button, Piece, Result, Status, Style
from bot.picture import Card
from bot.text import fold

Row = tuple[Button, ...]
OF_ARTICLES = ("summary", "quotes", "article")
FORMS = ("card", "cite", "export", "chart")
CAPTION = 600
"""Characters of a statement that its picture's caption repeats: captions hold 1024 with all that is told of it."""


def card(say: Language, answer: Answer) -> Body:
    """The caption of a card: the words too, for those who can't see it."""
    (result,) = answer.results
    return Body((), [quote_card(say, result, context=False, most=CAPTION)])


def card_of(say: Language, answer: Answer) -> Card:
    """What stands on the card."""
    (result,) = answer.results
    return Card(
        text=marked(result.text, result.quote_kind),
        speaker=result.speaker.name if result.speaker else say(wording.UNKNOWN_SPEAKER),
        role=speaker_role(say, result),
        manner=say(wording.KINDS[result.quote_kind]) if result.quote_kind else "",
        source=source_line(say, result.article) if result.article else "",
        dark="dark" in answer.facts,
    )


def chart(say: Language, answer: Answer) -> Body:
    """The caption of a chart: its numbers in words."""
    heading = (text(charts.title(say, answer), Style.BOLD), text(charts.note(say, answer)))
    return Body((joined(heading),), [(text(charts.told(say, answer) or say(wording.NO_DATES)),)])


def cite(say: Language, answer: Answer) -> Body:
    """Each in both styles, to be copied by a tap."""
    return Body((), [_citations(say, answer, result) for result in answer.results])


def _citations(say: Language, answer: Answer, result: Result) -> Blocks:
    byline = answer.facts.get(f"byline {result.article.id}") if result.article else None
    styles = [
        (wording.PLAIN_CITATION, citing.plain(say, result, byline)),
        (wording.APA, citing.apa(say, result, byline)),
    ]
    in_text = citing.apa_in_text(say, result, byline) if result.kind == "quote" else ""
    blocks = [Block((Piece(f"{say(name)}\n", Style.BOLD), Piece(words, Style.CODE))) for name, words in styles]
    return (*blocks, text(in_text, Style.CODE)) if in_text else tuple(blocks)


def export(say: Language, answer: Answer) -> Body:
    """How much is in the file, or that a kind of file has to be chosen."""
    kinds = {result.kind for result in answer.results}
    number = len(answer.results)
    told = articles(say, number) if kinds == {"article"} else say.plural("{number} result", "{number} results", number)
    lines = [text(told)] if "format" in answer.facts else [text(told), text(say(wording.EXPORTED))]
    return Body((), [(joined(lines),)])


def file_name(answer: Answer, ending: str) -> str:
    """A name that tells what is in the file."""
    about = answer.results[0].speaker.name if answer.command == "card" and answer.results[0].speaker else answer.subject
    words = re.findall(r"[a-z0-9]+", fold(about or ""))
    return f"{'-'.join([answer.command, *words[:6]])[:60]}.{ending}"


# --- buttons


def ways(say: Language, answer: Answer, blocks: Sequence[Block]) -> list[Row]:
    """From an answer to its statements as cards and in their articles, and to citations, files and charts of it."""
    if answer.status is not Status.OK or not answer.results:
        return []
    if answer.command == "card":
        return _from_a_card(say, answer)
    if answer.command == "export":
        kinds = wording.FORMATS.items()
        return [tuple(Button(name, f"/export {kind} {answer.subject}", aside=True) for kind, name in kinds)]
    if answer.command in FORMS:
        return []
    quotes = _shown(answer, blocks)
    again = answer.again or answer.message
    row = [Button(say(wording.EXPORT), f"/export {again}", aside=True)]
    if quotes:
        cited = again if len(quotes) > 1 else f"q_{quotes[0][1]}"
        row.append(Button(say(wording.CITE), f"/cite {cited}", aside=True))
    if answer.command == "timeline":
        row.append(Button(say(wording.CHART), again.replace("/timeline", "/chart", 1), aside=True))
    if not quotes or answer.command in OF_ARTICLES:
        return [tuple(row)] if answer.command not in ("start", "help") else []
    cards = _numbered(say, quotes, (wording.CARD, wording.CARD_ONE), "/card")
    read = _numbered(say, quotes, (wording.READ, wording.READ_ONE), "/article")
    return [(*cards, *read, *row)] if len(quotes) == 1 else [cards, read, tuple(row)]


def _shown(answer: Answer, blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The ids of the statements on a page, with their places in the answer: their links stand there."""
    links = dict.fromkeys(piece.start or "" for block in blocks for piece in block.pieces)
    numbers = {result.quote_id: number for number, result in enumerate(answer.results, 1)}
    return [(numbers[one[2:]], one[2:]) for one in links if one.startswith("q_") and one[2:] in numbers]


def _numbered(say: Language, quotes: Sequence[tuple[int, str]], names: tuple[str, str], message: str) -> Row:
    """A button for each statement; numbered where there are several."""
    labels = [say(names[0])] if len(quotes) == 1 else [say(names[1], number=number) for number, _ in quotes]
    return tuple(
        Button(label, f"{message} q_{key}", aside=True) for label, (_, key) in zip(labels, quotes, strict=True)
    )


def _from_a_card(say: Language, answer: Answer) -> list[Row]:
    key = f"q_{answer.results[0].quote_id}"
    other = (wording.LIGHT, f"/card {key}") if "dark" in answer.facts else (wording.DARK, f"/card {key} dark")
    reached = (other, (wording.READ, f"/article {key}"), (wording.CITE, f"/cite {key}"))
    return [tuple(Button(say(label), message, aside=True) for label, message in reached)]
