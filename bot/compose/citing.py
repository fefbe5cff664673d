"""Citations of statements and articles: plain, and in APA style (7th edition: news, secondary sources)."""

from __future__ import annotations

import re

from bot.compose import wording
from bot.compose.cards import marked
from bot.language import ENGLISH, Language
from bot.model import ArticleRef, Result

_WORD = r"[^\W\d_a-z][\w.’'-]*"
_NAME = re.compile(rf"(?i:by |por )?(?P<first>{_WORD}(?: {_WORD})?) (?P<last>{_WORD})")
"""A by-line that is one person's name."""


def plain(say: Language, result: Result, byline: str | None) -> str:
    """Words, speaker and source in one line."""
    article = result.article
    if article is None:
        return result.text
    place = ", ".join(filter(None, (article.place, say.date(article.published) if article.published else None)))
    headline = f"“{article.headline}”" if article.headline else None
    source = ", ".join(filter(None, (byline, article.provider, headline, place, article.url)))
    if result.kind != "quote":
        return f"{source}."
    by = ", ".join(filter(None, (_speaker(say, result), result.speaker.role if result.speaker else None)))
    manner = say(wording.KINDS[result.quote_kind]) if result.quote_kind else ""
    return f"{marked(result.text, result.quote_kind)} — {by}{f' ({manner})' if manner else ''}. {source}."


def apa(say: Language, result: Result, byline: str | None) -> str:
    """The entry of a list of references."""
    article = result.article
    if article is None:
        return result.text
    author, dated = _author(article, byline), f"({_apa_date(article.published)})."
    title = f"{article.headline or say(wording.UNTITLED)}."
    parts = (f"{author}", dated, title) if author else (title, dated)
    outlet = f"{article.provider}." if article.provider and article.provider != author.rstrip(".") else None
    return " ".join(filter(None, (*parts, outlet, article.url)))


def apa_in_text(say: Language, result: Result, byline: str | None) -> str:
    """How a statement is cited in a text: the speaker, as cited in the source."""
    article = result.article
    if article is None or result.speaker is None:
        return ""
    name = _author(article, byline)
    source = name.split(",")[0].rstrip(".") if name else f"“{article.headline or ''}”"
    return f"({_last(result.speaker.name)}, {say(wording.CITED_IN)} {source}, {_year(article.published) or 'n.d.'})"


def _speaker(say: Language, result: Result) -> str:
    return result.speaker.name if result.speaker else say(wording.UNKNOWN_SPEAKER)


def _author(article: ArticleRef, byline: str | None) -> str:
    """The author as APA inverts names; else the by-line as it stands, else the outlet; empty where neither is known."""
    name = _NAME.fullmatch((byline or "").strip())
    if name:
        return f"{name['last']}, {' '.join(f'{part[0].upper()}.' for part in name['first'].split())}"
    known = (byline or article.provider or "").strip()
    return known if not known or known.endswith(".") else f"{known}."


def _last(name: str) -> str:
    return name.split()[-1] if name.split() else name


def _year(published: str | None) -> str:
    return published[:4] if published and published[:4].isdecimal() else ""


def _apa_date(published: str | None) -> str:
    """ "2023, March 14"; "n.d." where the year isn't known, whatever else is."""
    if not _year(published) or published is None:
        return "n.d."
    words = ENGLISH.date(published[:10]).split()
    return f"{words[2]}, {words[1]} {words[0]}" if len(words) == 3 else _year(published)
