"""What the bot says, in each language: no text is missing, none goes past the catalogues, articles stay as they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from bot.answer import COMMANDS, Command
from bot.answer.commands import BY_NAME
from bot.answer.intent import understand
from bot.compose import compose, plain
from bot.compose.wording import COMMANDS as SUGGESTED
from bot.language import ENGLISH, LANGUAGES, SPANISH, Language, language_of
from bot.model import Answer, Match, Note, QuoteKind, Result, Span, Speaker, Status
from tests.catalogues import PACKAGES, catalogue, path_of, renewed, texts

OTHERS = [language for language in LANGUAGES if language != ENGLISH]
IDS = [language.code for language in OTHERS]
SAYING = sorted([*PACKAGES[0].glob("compose/*.py"), PACKAGES[1] / "wording.py"])
"""Modules whose strings are all for users."""


def messages(code: str) -> Iterator[Message]:
    return (message for message in catalogue(code) if message.id)


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def slots(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


@pytest.mark.parametrize("code", IDS)
def test_the_catalogues_are_as_the_code_is(code: str) -> None:
    assert path_of(code).read_bytes() == renewed(code), "python tests/catalogues.py renew"


@pytest.mark.parametrize("code", IDS)
def test_no_text_lacks_its_translation(code: str) -> None:
    assert len(texts()) > 100
    assert [message.id for message in messages(code) if not all(forms(message.string)) or message.fuzzy] == []


@pytest.mark.parametrize("code", IDS)
def test_translations_tell_the_same_facts(code: str) -> None:
    for message in messages(code):
        for form in forms(message.string):
            assert slots(form) == slots(forms(message.id)[0]), message.id


@pytest.mark.parametrize("say", OTHERS, ids=IDS)
def test_commands_are_called_by_a_name_that_they_have(say: Language) -> None:
    for command in COMMANDS:
        name = re.match(r"/(\w+)", say(command.usage), re.ASCII)
        assert name, f"{say(command.usage)}: a name in Telegram's menu has only a-z, 0-9 and _"
        assert BY_NAME[name[1]] is command
        assert f"/{command.name}" not in SUGGESTED or say(f"/{command.name}") == name[0]
        assert len(say(command.description)) <= 256


@pytest.mark.parametrize("say", OTHERS, ids=IDS)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_examples_in_each_language_ask_for_the_same(command: Command, say: Language) -> None:
    for example in command.examples:
        meant, other = understand(example), understand(say(example))
        assert other.command == meant.command, say(example)
        assert bool(other.topic or other.words or other.article) == bool(meant.topic or meant.words or meant.article)


def test_suggestions_are_typed_as_the_language_calls_commands() -> None:
    answer = Answer("m", "who", Status.NOT_FOUND, note=Note.NOBODY_SAID, subject="x", suggestions=("/quote Mara Lind",))
    (button,) = compose(answer, say=SPANISH).buttons[0]
    assert (button.label, button.message) == ("/cita Mara Lind", "/cita Mara Lind")
    (english,) = compose(answer).buttons[0]
    assert understand(button.message).command == understand(english.message).command == "quote"


def _told(tree: ast.Module) -> Iterator[str]:
    """The strings of a module that aren't marked, docstrings and keys left out."""
    marked = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("N_", "plural"):
            marked |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Expr):
            marked |= {id(node.value)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in marked:
            yield node.value


@pytest.mark.parametrize("path", SAYING, ids=lambda path: path.stem)
def test_words_for_users_are_marked(path: Path) -> None:
    words = [
        text for text in _told(ast.parse(path.read_text(encoding="utf-8"))) if re.search(r"^[^/]*[^\W\d_]{2,} \w", text)
    ]
    assert words == [], 'mark them: N_("...")'


QUOTE = Result(
    kind="quote",
    text="exact match, said the judge of the two cups",
    quote_kind=QuoteKind.INDIRECT,
    speaker=Speaker("Reported Indirectly", "he", Span(0, 2)),
    match=Match.EXACT,
)
"""Words of an article that the bot has words like, too."""


def test_articles_are_never_translated() -> None:
    told = plain(compose(Answer("m", "who", results=(QUOTE,)), say=SPANISH))
    assert QUOTE.text in told
    assert "Reported Indirectly · en estilo indirecto · coincidencia exacta" in told


@pytest.mark.parametrize("note", Note)
@pytest.mark.parametrize("say", OTHERS, ids=IDS)
def test_every_note_is_told_in_each_language(note: Note, say: Language) -> None:
    facts = {"articles": "2", "quotes": "2", **dict.fromkeys("speaker topic filters first second".split(), "x")}
    answer = Answer("m", "who", Status.NOT_FOUND, note=note, subject="{0}", facts=facts)
    if note is Note.HELP:
        answer = replace(answer, command="help", subject=None, facts={})
    told, other = plain(compose(answer)), plain(compose(answer, say=say))
    assert told.strip()
    assert other.strip()
    assert told != other


@pytest.mark.parametrize(
    ("date", "english", "spanish"),
    [
        ("2023-10-19", "19 October 2023", "19 de octubre de 2023"),
        ("2023-10-09T12:00:00+02:00", "9 October 2023", "9 de octubre de 2023"),
        ("--10-19", "19 October", "19 de octubre"),
        ("--02-29", "29 February", "29 de febrero"),
        ("2023-10", "October 2023", "octubre de 2023"),
        ("2023-13-45", "2023-13-45", "2023-13-45"),
        ("2023-02-30", "2023-02-30", "2023-02-30"),
        ("yesterday", "yesterday", "yesterday"),
        ("", "", ""),
    ],
)
def test_dates(date: str, english: str, spanish: str) -> None:
    assert (ENGLISH.date(date), SPANISH.date(date)) == (english, spanish)


@pytest.mark.parametrize(
    ("number", "english", "spanish"),
    [
        (1, "1 statement", "1 declaración"),
        ("0", "0 statements", "0 declaraciones"),
        (12_345, "12,345 statements", "12.345 declaraciones"),
    ],
)
def test_counts(number: int | str, english: str, spanish: str) -> None:
    told = [say.plural("{number} statement", "{number} statements", number) for say in (ENGLISH, SPANISH)]
    assert told == [english, spanish]


@pytest.mark.parametrize(
    ("codes", "language"),
    [
        (("es", "en"), SPANISH),
        ((None, "es-MX"), SPANISH),
        (("ES_ar",), SPANISH),
        (("de", "es"), SPANISH),
        (("de",), ENGLISH),
        ((None, ""), ENGLISH),
        ((), ENGLISH),
    ],
)
def test_the_first_language_that_is_spoken(codes: tuple[str | None, ...], language: Language) -> None:
    assert language_of(*codes) is language


def test_what_is_not_in_the_catalogue_is_said_as_it_is() -> None:
    assert SPANISH("") == ""
    assert SPANISH("{there} is no such text", there="Here") == "Here is no such text"
