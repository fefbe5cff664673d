"""Results as files: every word as it stands, no cell a formula, every line with its source."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from bot.compose import citing
from bot.export import COLUMNS, as_csv, as_json, as_markdown
from bot.language import ENGLISH
from bot.model import Answer, ArticleRef, QuoteKind, Result, Span, Speaker

LINK = "https://x.example/b"
ARTICLE = ArticleRef("0123456789abcdef", "Orvik bridge [re]opens", None, "2023-10-19", "NDP", "Orvik", LINK)
QUOTE = Result(
    "quote",
    "We checked every bolt",
    ARTICLE,
    quote_kind=QuoteKind.DIRECT,
    speaker=Speaker("Mara Lind", "she", Span(0, 3), "Mayor"),
    quote_id="0123456789abcdef-1-22",
)


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(answer).decode("utf-8-sig"), newline="")))


def found(*results: Result) -> Answer:
    return Answer("/export csv", "export", results=results, subject="/who bolt")


def test_a_row_has_the_words_and_where_they_stand() -> None:
    (row,) = rows(found(QUOTE))
    assert tuple(row) == COLUMNS
    told = [row[name] for name in ("text", "speaker", "role", "outlet", "published", "url", "quote_id")]
    assert told == [QUOTE.text, "Mara Lind", "Mayor", "NDP", "2023-10-19", ARTICLE.url, QUOTE.quote_id]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(text: str) -> None:
    (row,) = rows(found(replace(QUOTE, text=text, article=replace(ARTICLE, headline=text, provider=text))))
    assert {row[name][0] for name in ("text", "headline", "outlet")} == {"'"}
    assert row["text"] == "'" + text


def test_marks_and_line_breaks_survive() -> None:
    text = 'She said, "no"; then:\n\n“yes”, and ليلى'
    assert rows(found(replace(QUOTE, text=text)))[0]["text"] == text
    assert json.loads(as_json(found(replace(QUOTE, text=text))))["results"][0]["text"] == text


def test_json_is_what_the_command_line_prints() -> None:
    told = json.loads(as_json(found(QUOTE)))
    assert told["message"] == "/who bolt"
    assert told["results"][0]["article"]["url"] == ARTICLE.url


def test_markdown_quotes_and_links_and_takes_nothing_for_markup() -> None:
    told = as_markdown(found(replace(QUOTE, text="We *all*\n\nchecked <b>it</b>"))).decode()
    assert "> We \\*all\\*\n>\n> checked \\<b\\>it\\</b\\>" in told
    assert "Mara Lind, Mayor. NDP, Orvik, 2023-10-19. [Orvik bridge \\[re\\]opens](https://x.example/b)" in told
    unsafe = replace(QUOTE, article=replace(ARTICLE, url="javascript:alert(1)"))
    assert "](" not in as_markdown(found(unsafe)).decode()


@pytest.mark.parametrize(
    ("published", "byline", "expected"),
    [
        ("2023-10-19", "By Jon Holt", "Holt, J. (2023, October 19). Orvik bridge [re]opens. NDP. https://x.example/b"),
        ("2023-10-19", None, "NDP. (2023, October 19). Orvik bridge [re]opens. https://x.example/b"),
        (
            "--10-19",
            "Staff and agencies",
            "Staff and agencies. (n.d.). Orvik bridge [re]opens. NDP. https://x.example/b",
        ),
        ("2023", None, "NDP. (2023). Orvik bridge [re]opens. https://x.example/b"),
        (None, None, "NDP. (n.d.). Orvik bridge [re]opens. https://x.example/b"),
    ],
)
def test_apa(published: str | None, byline: str | None, expected: str) -> None:
    assert citing.apa(ENGLISH, replace(QUOTE, article=replace(ARTICLE, published=published)), byline) == expected


def test_a_citation_of_a_statement() -> None:
    assert citing.apa_in_text(ENGLISH, QUOTE, "By Jon Holt") == "(Lind, as cited in Holt, 2023)"
    told = citing.plain(ENGLISH, QUOTE, None)
    assert told.startswith(
        "“We checked every bolt” — Mara Lind, Mayor. NDP, “Orvik bridge [re]opens”, Orvik, 19 October"
    )
