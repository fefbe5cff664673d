"""Records of named fields (JSON objects, flat XML) -> `Story`: what houses call headline, text, author. A lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.parse.markup import looks_like_markup, paragraphs_in
from bot.parse.story import Story

Record = Mapping[str, Any]

FIELDS = {
    "headline": "headline headlines title headline2 titletext name",
    "text": """articlehtml bodyhtml bodyxhtml contenthtml bodies articlebody maintext content body contenttext bodytext
        text fulltext cleanedtext plaintext textcontent articletext rawtext""",
    "byline": "byline bylines by authors author creator writers writer dccreator",
    "dateline": "dateline located placeline town",
    "provider": """provider publisher publication sitename copyrightholder creditline outlet newspaper sourcename source
        sourcehostname hostname sourcedomain origin domain""",
    "published": """datepublished publishingdate publishdate datepublish publishedtime publishedat publicationdate
        published pubdate versioncreated firstcreated contentcreated updateddatetime date createddatetime
        created updated timestamp""",
    "url": "canonicalurl canonicallink canonical url externalurl link permalink source",
    "language": "language lang inlanguage",
    "section": "section articlesection dpasubjectnames categories category sectionname subject subjects department",
    "status": "pubstatus",
    "embargo": "embargoed",
}
"""Our field -> the names that others give it, most telling first; lower case, letters and figures alone. The names are
those of ninjs 1 to 3, JSON-LD, trafilatura, newspaper4k, news-please, fundus, Readability, dpa, AP, Reuters, Ritzau."""
_NAMES = {field: names.split() for field, names in FIELDS.items()}

WIRES = frozenset("versioncreated bodyxhtml bodies pubstatus".split())
"""Names that only agencies' JSON has."""
OTHER_MEDIA = frozenset("picture photo graphic video audio image composite package planning event".split())
"""Types of records whose text is a caption or none. "composite" with an article's text is dpa's word for text."""
FEWEST_WORDS = 5
"""Words in a text: with fewer it is a label."""
SHORTEST_SECTION = 3
"""Letters."""
DEEPEST = 8
"""Levels at which articles are looked for within a record."""

LINK = ("http://", "https://")
_KEY = re.compile(r"[^a-z0-9]+")


def records_in(value: Any, depth: int = 0) -> Iterator[Record]:
    """The records that are articles, wherever they stand in what was parsed; in order."""
    if depth > DEEPEST:
        return
    if isinstance(value, Mapping):
        record = plain_keys(_joined(value))
        if is_article(record):
            yield record
        else:
            for inner in value.values():
                yield from records_in(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from records_in(inner, depth + 1)


def is_article(record: Record) -> bool:
    """Whether a record (with plain keys) has a text, and a headline or a link to tell it by."""
    if _text(record.get("type")) in OTHER_MEDIA and not _first(record, ["articlehtml"]):
        return False
    body = _body(record)
    named = _first(record, _NAMES["headline"]) or _first(record, _NAMES["url"])
    return bool(named) and sum(len(paragraph.split()) for paragraph in body) >= FEWEST_WORDS


def story_of(record: Record) -> Story:
    """What a record (with plain keys) tells."""

    def found(field: str) -> str | None:
        return _first(record, _NAMES[field])

    return Story(
        _body(record),
        "ninjs" if WIRES & record.keys() else "json",
        headline=found("headline"),
        section=_section(record),
        byline=found("byline"),
        dateline=found("dateline"),
        provider=next((name for name in _texts(record, "provider") if not name.startswith(LINK)), None),
        published=found("published"),
        url=next((link for link in _texts(record, "url") if link.startswith(LINK)), None),
        language=found("language"),
        status=found("status"),
        embargo=found("embargo"),
        guid=_first(record, ["uri", "guid"]) if WIRES & record.keys() else None,
    )


def plain_keys(value: Record) -> dict[str, Any]:
    """The record with the names of its fields in lower case, letters and figures alone."""
    return {_KEY.sub("", str(key).lower()): inner for key, inner in value.items()}


def _joined(value: Record) -> Record:
    """AP's answer has the text beside the item that it belongs to."""
    data, text = value.get("data"), value.get("nitf")
    item = data.get("item") if isinstance(data, Mapping) else None
    if isinstance(item, Mapping) and isinstance(text, Mapping):
        return {**item, **text}
    return value


def _texts(record: Record, field: str) -> Iterator[str]:
    return (text for name in _NAMES[field] if (text := _text(record.get(name))))


def _first(record: Record, names: list[str]) -> str | None:
    return next((text for name in names if (text := _text(record.get(name)))), None)


def _text(value: Any) -> str | None:
    """The text of a field: a string, the name of an object, or all names of a list."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        inner = (value.get(key) for key in ("value", "by", "name", "title", "text"))
        return next((text for one in inner if isinstance(one, str) and (text := one.strip())), None)
    if isinstance(value, list):
        main = [one for one in value if isinstance(one, Mapping) and one.get("role") == "main"]
        return ", ".join(filter(None, map(_text, main or value))) or None
    return None


def _section(record: Record) -> str | None:
    """The first section, category or subject whose name is longer than a desk's code."""
    values = (record.get(name) for name in _NAMES["section"])
    every = (_text(one) for value in values for one in (value if isinstance(value, list) else [value]))
    return next((one for one in every if one and len(one) >= SHORTEST_SECTION), None)


def _body(record: Record) -> list[str]:
    """The paragraphs of the first field that has some."""
    for name in _NAMES["text"]:
        found = list(_paragraphs(record.get(name)))
        if found:
            return found
    return []


def _paragraphs(value: Any) -> Iterator[str]:
    """Paragraphs of a string; of a list of them; of fundus's summary and sections; of ninjs's bodies."""
    if isinstance(value, str):
        yield from paragraphs_in(value)
    elif isinstance(value, Mapping):
        for key in ("summary", "headline", "paragraphs", "sections", "value"):
            yield from _paragraphs(value.get(key))
    elif isinstance(value, list):
        bodies = [one for one in value if isinstance(one, Mapping) and isinstance(one.get("value"), str)]
        rich = [one for one in bodies if looks_like_markup(one["value"])]
        for one in (rich or bodies)[:1] or value:
            yield from _paragraphs(one)
