"""The studio: what goes along with an answer as a file, a picture or a document; made only when a face wants it."""

from __future__ import annotations

from collections.abc import Callable

from bot.compose import charts, wording
from bot.compose.forms import card_of, file_name
from bot.export import WRITERS
from bot.language import Language
from bot.model import Answer, Attachment, Status
from bot.picture import Chart, Unshowable

SHOWN = 12
"""Characters without a font that are named."""


def attachment(say: Language, answer: Answer) -> Attachment | None:
    """What goes along with an answer; None where nothing does."""
    if answer.status is not Status.OK or not answer.results:
        return None
    if answer.command == "card":
        return Attachment(file_name(answer, "png"), lambda: _drawn(say, lambda: _card(say, answer)), picture=True)
    if answer.command == "chart" and (answer.results[0].kind == "person" or charts.columns(answer)):
        return Attachment(file_name(answer, "png"), lambda: _drawn(say, lambda: _chart(say, answer)), picture=True)
    if answer.command == "export" and "format" in answer.facts:
        ending, write = WRITERS[answer.facts["format"]]
        return Attachment(file_name(answer, ending), lambda: write(answer))
    return None


def _drawn(say: Language, draw: Callable[[], bytes]) -> bytes | str:
    """The picture, or why there is none."""
    try:
        return draw()
    except Unshowable as error:
        return say(wording.NO_FONT, characters=error.characters[:SHOWN])


def _card(say: Language, answer: Answer) -> bytes:
    from bot.picture import draw  # takes a while to load

    return draw.card(card_of(say, answer))


def _chart(say: Language, answer: Answer) -> bytes:
    from bot.picture import draw  # takes a while to load

    title, note = charts.title(say, answer), charts.note(say, answer)
    if answer.results[0].kind == "person":
        people = (result.person for result in answer.results)
        return draw.bars(Chart(title, note, tuple((one.name, one.quotes) for one in people if one)))
    return draw.columns(Chart(title, note, tuple(charts.labelled(say, charts.columns(answer)))))
