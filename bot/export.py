"""Results as files: CSV for spreadsheets, JSON for programs, Markdown for documents; each with its sources."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from io import StringIO

from bot import contract
from bot.model import Answer, ArticleRef, QuoteKind, Result

COLUMNS = (
    "kind",
    "text",
    "quote_kind",
    "speaker",
    "role",
    "via",
    "outlet",
    "headline",
    "place",
    "published",
    "url",
    "match",
    "score",
    "statements",
    "also_in",
    "article_id",
    "quote_id",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, "CSV Injection")."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def as_csv(answer: Answer) -> bytes:
    """One row a result, in UTF-8 with a mark that spreadsheets know it by; no cell is read as a formula."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([[_cell(value) for value in _row(result)] for result in answer.results])
    return file.getvalue().encode("utf-8-sig")


def _row(result: Result) -> Sequence[object]:
    article, speaker, person = result.article, result.speaker, result.person
    also = "; ".join(one.provider or one.headline or one.id for one in (*result.also, *result.nearly))
    role = speaker.role if speaker else next(iter(person.roles), None) if person else None
    who = (speaker.name if speaker else None, role, result.via)
    where = (article.provider, article.headline, article.place, article.published, article.url) if article else [""] * 5
    fit = (result.match, round(result.score, 4), person.quotes if person else result.count)
    return (
        result.kind,
        result.text,
        result.quote_kind,
        *who,
        *where,
        *fit,
        also,
        article and article.id,
        result.quote_id,
    )


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_json(answer: Answer) -> bytes:
    """The results as `onrecord ask --json` has them, with the message that asks for them again."""
    found = {"message": answer.subject, "results": [contract.result(one) for one in answer.results]}
    return json.dumps(found, ensure_ascii=False, indent=2).encode()


def as_markdown(answer: Answer) -> bytes:
    """Each result as a quotation or a line of a list, with its source below it."""
    return "\n\n".join([f"# {_plain(answer.subject or '')}", *map(_told, answer.results), ""]).encode()


def _told(result: Result) -> str:
    words = "\n".join(f"> {_plain(line)}".rstrip() for line in result.text.splitlines())
    told = ". ".join(filter(None, (_by(result), *(_source(result.article, result.text) if result.article else ()))))
    return f"{words}\n\n{told}" if told else words


def _by(result: Result) -> str:
    names = (result.speaker.name, result.speaker.role) if result.speaker else ()
    kind = f"({result.quote_kind})" if result.quote_kind not in (None, QuoteKind.DIRECT) else ""
    return " ".join(filter(None, (_plain(", ".join(filter(None, names))), kind)))


def _source(article: ArticleRef, shown: str) -> tuple[str, str]:
    title = article.headline if article.headline != shown else ""
    where = ", ".join(filter(None, (article.provider, article.place, article.published)))
    return _plain(where), _linked(title, article.url)


def _linked(title: str | None, url: str | None) -> str:
    safe = url and re.fullmatch(r"https?://[^\s<>()]+", url)
    return f"[{_plain(title or url or '')}]({url})" if safe else _plain(title or "")


def _plain(text: str) -> str:
    """Text of which nothing is taken for markup."""
    return _MARKDOWN.sub(r"\\\1", text)


WRITERS: dict[str, tuple[str, Callable[[Answer], bytes]]] = {
    "csv": ("csv", as_csv),
    "json": ("json", as_json),
    "markdown": ("md", as_markdown),
}
"""What each format's files end in, and what writes them."""
