"""The rules by themselves: frames, Spanish, and the golden paragraphs without the tagger."""

import pytest

from bot.extract.engine import Engine
from bot.extract.frames import Framed
from bot.extract.rules import Rules
from bot.extract.spanish import SPANISH
from bot.model import Article, QuoteKind
from tests.golden.scoring import gold_quotes, pairs, speaker_fits
from tests.test_golden import ALIKE, GROUPS, items

ENGLISH = Engine(Framed(Rules()))
SPANISH_ENGINE = Engine(Framed(Rules(SPANISH)))
LEAST = 0.93
"""F1 (0 to 1) of the rules over all golden paragraphs."""


def said(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """(statement, speaker's name) of every quote."""
    engine = SPANISH_ENGINE if language == "es" else ENGLISH
    found = engine.extract(Article(text, language=language)).quotes
    return [(quote.text(text), quote.speaker.name if quote.speaker else None) for quote in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ida Brook met two guests.\n\nBrook: The bridge stays.\n\nGuest: For how long?",
            [("The bridge stays.", "Ida Brook")],
        ),
        ("“The kettle won.” - Rolf Mander, cook", [("The kettle won.", "Rolf Mander")]),
        ("Brook: No more bridges\n\nMayor Ida Brook spoke on Monday.", [("No more bridges", "Ida Brook")]),
        (
            "The painter Ida Brook came early.\n\nQ: Why blue?\n\nA: Because red was sold out.",
            [("Because red was sold out.", "Ida Brook")],
        ),
        ("Rolf “the Kettle” Mander was seen twice.", []),
    ],
)
def test_frames_speak_without_a_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("—No venderé la barca —dijo Elsa Rivero—. Es de mi madre.", [("No venderé la barca", "Elsa Rivero")]),
        ("El alcalde Luis Prado dimitió. Añadió que no volverá.", [("no volverá", "Luis Prado")]),
        ("Según la alcaldesa, Elsa Rivero, el puente es seguro.", [("el puente es seguro", "Elsa Rivero")]),
    ],
)
def test_spanish_speaks_with_dashes_and_without_subjects(text: str, expected: list[tuple[str, str]]) -> None:
    found = said(text, "es")
    assert [(words.split(" —")[0], name) for words, name in found] == expected


def test_kinds_are_never_mixed_up() -> None:
    text = (
        "Ida Brook said the pier was “a toothpick.” She believes it will fall. “It will,” she said. She said it would."
    )
    assert [quote.kind for quote in ENGLISH.extract(Article(text)).quotes] == [
        QuoteKind.MIXED,
        QuoteKind.ATTRIBUTED,
        QuoteKind.DIRECT,
        QuoteKind.INDIRECT,
    ]


def test_the_rules_find_who_said_what_in_the_golden_paragraphs() -> None:
    right = wanted = found = 0
    for item in (item for group in GROUPS for item in items(group)):
        engine = SPANISH_ENGINE if item["language"] == "es" else ENGLISH
        gold = gold_quotes(item["text"], item["quotes"])
        quotes = engine.extract(Article(item["text"], language=item["language"])).quotes
        right += sum(speaker_fits(one.gold, one.found) for one in pairs(item["text"], gold, quotes, ALIKE))
        wanted += len(gold)
        found += len(quotes)
    assert 2 * right / (wanted + found) >= LEAST
