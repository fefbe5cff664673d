"""The command line's JSON: exactly the fields that other programs rely on, with null for what is not known."""

from __future__ import annotations

from bot import contract
from bot.model import (
    Answer,
    Article,
    ArticleRef,
    Cue,
    Dateline,
    Extraction,
    Match,
    Person,
    Quote,
    QuoteKind,
    Receipt,
    Result,
    Span,
    Speaker,
    State,
    Status,
)

TEXT = "“We will rebuild,” she said."
SPEAKER = Speaker("Mara Lind", "she", Span(19, 22), "mayor")
QUOTE = Quote(QuoteKind.DIRECT, (Span(1, 16),), Cue("said", Span(23, 27)), SPEAKER, "NDP", 0.98765)
ARTICLE = Article(TEXT, "Bridge", dateline=Dateline("Orvik, Oct 19 (NDP).-", "Orvik", "--10-19", "NDP"))
BARE = {"format", "id", "text", "dropped"}


def test_extract() -> None:
    people = (Person("Mara Lind", roles=("mayor",), aliases=("Lind",), quotes=1),)
    line = contract.extraction("a.txt", ARTICLE, Extraction((QUOTE,), people), [TEXT])
    assert set(line) == {"path", "error", "article", "summary", "people", "quotes"}
    assert line["article"]["dateline"] == {
        "raw": "Orvik, Oct 19 (NDP).-",
        "place": "Orvik",
        "date": "--10-19",
        "agency": "NDP",
    }
    (quote,) = line["quotes"]
    assert quote == {
        "id": f"{ARTICLE.id}-1-16",
        "kind": "direct",
        "text": "We will rebuild",
        "content": [[1, 16]],
        "cue": {"text": "said", "span": [23, 27]},
        "speaker": {"name": "Mara Lind", "role": "mayor", "mention": "she", "kind": "person", "span": [19, 22]},
        "via": "NDP",
        "confidence": 0.9877,
    }
    assert line["people"][0] == {
        "name": "Mara Lind",
        "kind": "person",
        "roles": ["mayor"],
        "aliases": ["Lind"],
        "quotes": 1,
    }


def test_what_is_not_known_is_null_and_there() -> None:
    item = contract.article(Article("No more than this."))
    assert set(item) == set(contract.article(ARTICLE))
    assert {key for key, value in item.items() if value is not None} == BARE
    bare = contract.quote(Quote(QuoteKind.INDIRECT, (Span(0, 2),)), Article("No more"))
    assert (bare["cue"], bare["speaker"], bare["via"]) == (None, None, None)


def test_failures_name_the_input() -> None:
    assert contract.failure("a.txt", "is empty") == {"path": "a.txt", "error": "is empty"}
    assert contract.receipt(Receipt("a.txt", error="is empty")) == {
        "path": "a.txt",
        "error": "is empty",
        "article_id": None,
        "state": None,
        "quotes": 0,
    }


def test_ingest_and_summarize() -> None:
    assert contract.receipt(Receipt("a.txt", State.DUPLICATE, "0" * 16, 7))["state"] == "duplicate_of"
    line = contract.summary("a.txt", ARTICLE, [Span(0, len(TEXT))])
    assert line == {
        "path": "a.txt",
        "error": None,
        "headline": "Bridge",
        "sentences": [TEXT],
        "spans": [[0, len(TEXT)]],
    }


def test_ask() -> None:
    ref = ArticleRef(ARTICLE.id, "Bridge", provider="NDP", published="--10-19", path="a.txt")
    result = Result(
        "quote", "We will rebuild", ref, (Span(1, 16),), QuoteKind.DIRECT, SPEAKER, score=0.87654, match=Match.CLOSE
    )
    line = contract.answer(Answer("who rebuilds?", "who", Status.OK, (result,), suggestions=("/people",)), "…", 3.14159)
    assert set(line) == {"message", "command", "status", "reply", "results", "suggestions", "verdict", "ms"}
    assert (line["command"], line["status"], line["ms"], line["suggestions"]) == ("who", "ok", 3.142, ["/people"])
    (found,) = line["results"]
    assert {"kind", "text", "quote_kind", "speaker", "article", "content", "score", "match"} <= set(found)
    assert {"id", "headline", "published", "provider", "path"} <= set(found["article"])
    assert (found["kind"], found["quote_kind"], found["match"], found["score"]) == ("quote", "direct", "close", 0.8765)
    assert found["speaker"] == {"name": "Mara Lind", "role": "mayor", "mention": "she", "kind": "person"}
