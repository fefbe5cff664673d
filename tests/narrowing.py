"""Filters, slow and obvious: what the archive and the searches are held against."""

from __future__ import annotations

from bot.model import ArticleRef, Filters, StoredQuote
from bot.text import normalise


def fits_article(filters: Filters, ref: ArticleRef) -> bool:
    """Whether the filters let an article through."""
    return (
        _dated(filters, ref.published or "")
        and (filters.outlet is None or _holds(ref.provider, filters.outlet))
        and (filters.place is None or _holds(ref.section, filters.place) or _holds(ref.place, filters.place))
        and filters.article in (None, ref.id)
    )


def fits(filters: Filters, quote: StoredQuote) -> bool:
    """Whether the filters let a quote through."""
    exact = all(_holds(quote.text, words) for words in filters.exact)
    return fits_article(filters, quote.article) and filters.kind in (None, quote.quote.kind) and exact


def _dated(filters: Filters, date: str) -> bool:
    if not (filters.since or filters.until):
        return True
    since, until = filters.since or "0000", filters.until or "9999"
    padded = f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01" if len(date) == 7 else date[:10]
    return date[:1].isdigit() and f"{since}-01-01"[:10] <= padded <= f"{until}-31"[:10].ljust(10, "9")


def _holds(text: str | None, words: str) -> bool:
    wanted = normalise(words)
    return bool(wanted) and f" {wanted} " in f" {normalise(text or '')} "
