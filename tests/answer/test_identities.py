"""Answers where articles use several names for one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.answer import Responder
from bot.model import (
    Answer,
    Article,
    Extraction,
    Memory,
    Parsed,
    Person,
    Quote,
    QuoteKind,
    Span,
    Speaker,
    Status,
    Verdict,
)
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
from tests.answer.stubs import FirstSentences

_SAID = (
    ("Sergei Torev", "special envoy", "The lamps of the northern pier will burn all night"),
    ("Sergey Torev", "envoy", "No ferry leaves before the ice is gone"),
    ("Torev", None, "Patience is cheaper than steel"),
    ("Mara Lind", "senator", "The budget is a broken promise"),
    ("Mara Lind", "Rovers goalkeeper", "We kept the ball out of our own half"),
)


def load(store: SqliteStore, said: Sequence[tuple[str, str | None, str]], first: int = 0) -> None:
    for number, (name, role, words) in enumerate(said, first):
        text = f"“{words},” said {name}."
        start = text.rindex(name)
        speaker = Speaker(name, name, Span(start, start + len(name)), role)
        quote = Quote(QuoteKind.DIRECT, (Span(1, 1 + len(words)),), speaker=speaker)
        people = (Person(name, roles=(role,) if role else (), quotes=1),)
        store.add(Parsed(Article(text), f"{number}.txt"), Extraction((quote,), people))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "archive.db")
    load(store, _SAID)
    yield store
    store.close()


@pytest.fixture
def responder(store: SqliteStore) -> Responder:
    return Responder(store, Searcher(store), FirstSentences())


def ask(responder: Responder, message: str) -> Answer:
    return responder.answer(message, Memory())[0]


@pytest.mark.parametrize("name", ["Sergei Torev", "Sergey Torev", "Torev", "sergej torev", "the special envoy"])
def test_any_name_finds_all_that_somebody_said(responder: Responder, name: str) -> None:
    answer = ask(responder, f"/quote {name}")
    assert {result.text for result in answer.results} == {words for _, _, words in _SAID[:3]}
    assert {result.speaker.name for result in answer.results if result.speaker} == {name for name, _, _ in _SAID[:3]}


def test_namesakes_are_asked_after_and_chosen_by_button(responder: Responder) -> None:
    asked = ask(responder, "/quote Mara Lind")
    assert not asked.results
    found = [ask(responder, choice.message) for choice in asked.choices]
    assert sorted(result.text for answer in found for result in answer.results) == sorted(w for _, _, w in _SAID[3:])
    assert all(len(answer.results) == 1 for answer in found)


@pytest.mark.parametrize("words", [words for _, _, words in _SAID[:3]])
@pytest.mark.parametrize("name", ["Sergei Torev", "Sergey Torev"])
def test_a_quotation_is_its_speakers_by_whatever_name(responder: Responder, name: str, words: str) -> None:
    assert ask(responder, f"/check “{words}” - {name}").verdict is Verdict.VERBATIM


@pytest.mark.parametrize("name", ["Sergei Torev", "Sergey Torev"])
def test_a_shared_surname_means_whom_the_last_article_quotes(
    store: SqliteStore, responder: Responder, name: str
) -> None:
    load(store, [("Anna Torev", "pianist", "Nobody hears the left hand")], first=len(_SAID))
    assert ask(responder, "what did Torev say?").status is Status.AMBIGUOUS
    article = next(
        one.article.id for one in store.quotes_of(name) if one.quote.speaker and one.quote.speaker.name == name
    )
    answer, _ = responder.answer("what did Torev say?", Memory(article_id=article))
    assert {result.text for result in answer.results} == {words for _, _, words in _SAID[:2]}
