"""Feeds: RSS, Atom and RDF (by feedparser), JSON Feed, and WordPress's export. An entry with text is an article."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import feedparser

from bot.errors import EmptyError, InputError, UnreadableError
from bot.model import Article
from bot.parse.encoding import decode
from bot.parse.markup import paragraphs_in, xml_bytes
from bot.parse.parsed import loads
from bot.parse.records import plain_keys
from bot.parse.records import story_of as story_of_record
from bot.parse.story import Story, article_of

logger = logging.getLogger(__name__)

Entry = Mapping[str, Any]

POSTS = ("post", "page", "")
"""Kinds of entries in WordPress's export that are articles; others are menus, pictures, versions."""
DRAFTS = ("draft", "private", "trash", "auto-draft", "pending", "future")
"""States of entries in WordPress's export that were never published."""


def read(name: str, data: bytes) -> list[Article]:
    """One article an entry; an entry without text, or one that can't be used, never loses the others.

    Raises:
        EmptyError: No entry has text; the feed may have headlines and links alone.
        UnreadableError: No feed.
    """
    stories = _json_stories(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _stories(data)
    found: list[Article] = []
    for story in stories:
        try:
            found.append(replace(article_of(story), format="feed"))
        except InputError as error:
            failed = error
    if len(found) < len(stories):
        logger.warning("%s: %d of %d entries left out: %s", name, len(stories) - len(found), len(stories), failed)
    if not found:
        raise EmptyError(f"is a feed without text ({len(stories)} entries); load the pages that it links to")
    return found


def _stories(data: bytes) -> list[Story]:
    try:
        parsed = feedparser.parse(BytesIO(xml_bytes(data)))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"is a broken feed ({type(error).__name__}); save it again") from error
    entries = [entry for entry in parsed.entries if _is_published(entry)]
    if not parsed.entries and not parsed.get("version"):
        raise UnreadableError("is no feed that can be read (RSS, Atom, RDF or JSON Feed); save it again")
    return [_story(dict(entry), dict(parsed.feed)) for entry in entries]


def _is_published(entry: Entry) -> bool:
    return entry.get("wp_post_type", "") in POSTS and entry.get("wp_status", "") not in DRAFTS


def _story(entry: Entry, feed: Entry) -> Story:
    tags = entry.get("tags") or [{}]
    return Story(
        paragraphs_in(_text(entry)),
        headline=" ".join(paragraphs_in(entry.get("title") or "")) or None,
        section=tags[0].get("term"),
        byline=_authors(entry),
        provider=(entry.get("source") or {}).get("title") or feed.get("title"),
        published=_moment(entry),
        url=entry.get("link"),
        language=feed.get("language"),
    )


def _text(entry: Entry) -> str:
    """The fullest of what the entry has; in WordPress's export line ends are breaks."""
    texts = [one.get("value") or "" for one in entry.get("content") or []] + [entry.get("summary") or ""]
    text = str(max(texts, key=len))
    return text.replace("\n", "<br/>") if "wp_post_id" in entry else text


def _authors(entry: Entry) -> str | None:
    names = [one.get("name") for one in entry.get("authors") or [] if one.get("name")]
    return ", ".join(names) or entry.get("author")


def _moment(entry: Entry) -> str | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if isinstance(parsed, time.struct_time) and parsed.tm_year > 0:
        return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed).rjust(25, "0")
    return entry.get("published") or entry.get("updated")


def _json_stories(data: bytes) -> list[Story]:
    try:
        feed = loads(decode(data).removeprefix("\ufeff"))
    except ValueError as error:
        raise UnreadableError(f"is no JSON ({error}); save it again") from error
    items = feed.get("items") if isinstance(feed, Mapping) else None
    if not isinstance(items, list):
        raise UnreadableError("is no JSON Feed: it has no items; save it again")
    title, language = feed.get("title"), feed.get("language")
    stories = [story_of_record(plain_keys(item)) for item in items if isinstance(item, Mapping)]
    return [
        replace(
            story,
            provider=title if isinstance(title, str) else None,
            language=story.language or (language if isinstance(language, str) else None),
        )
        for story in stories
    ]
