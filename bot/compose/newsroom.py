"""Drafts and what becomes of them, put into words, with their buttons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.compose import newsroom_wording as words
from bot.compose.body import cut, said
from bot.compose.cards import articles as count_articles
from bot.compose.cards import joined, line, statements, text
from bot.language import Language
from bot.model import ArticleRef, Block, Button, Draft, Drafted, Piece, Receipt, Reply, State, Style

MOST_SPEAKERS = 6
MOST_HEADLINES = 10
MOST_FAILURES = 5


def draft(say: Language, one: Draft, known: Sequence[Receipt] = (), errors: Sequence[str] = ()) -> Reply:
    """What was understood of something sent, and the buttons to decide on it."""
    shown = _single(say, one.items[0]) if len(one.items) == 1 else _several(say, one.items)
    return Reply((*shown, *_besides(say, known, errors)), (_decisions(say, one),))


def undrafted(say: Language, known: Sequence[Receipt], errors: Sequence[str]) -> Reply:
    """Why there is nothing to decide on."""
    return Reply(tuple(_besides(say, known, errors)))


def kept(say: Language, receipts: Sequence[Receipt], headline: str | None) -> Reply:
    """What became of a draft that was kept."""
    if len(receipts) > 1:
        return said(say(words.KEPT_ALL, articles=count_articles(say, len(receipts))))
    (receipt,) = receipts
    told = say(words.KEPT[receipt.state or State.NEW], headline=cut(headline or say(words.NO_HEADLINE)))
    return said(
        f"{told}\n{statements(say, receipt.quotes)}",
        Button(say(words.SUMMARY), f"/summary {receipt.article_id}"),
        Button(say(words.QUOTES), f"/quotes {receipt.article_id}"),
        Button(say(words.REMOVE), f"/remove {receipt.article_id}"),
    )


def removal(say: Language, articles: Sequence[ArticleRef]) -> Reply:
    """Whether an article is to be removed, or which of several."""
    blocks = [text(say(words.REMOVE_ASKED) if len(articles) == 1 else say(words.REMOVE_WHICH_OF))]
    rows = []
    for number, one in enumerate(articles, 1):
        mark = f"{number}." if len(articles) > 1 else ""
        title = Piece(_title(one), Style.BOLD)
        blocks.append(line(mark, title, f"({statements(say, one.quotes)})", between=" "))
        label = f"{say(words.REMOVE)} {mark}".strip(" .")
        rows.append(Button(label, f"/remove {one.id} yes"))
    return Reply(tuple(blocks), (tuple(rows),))


def removed(say: Language, article: ArticleRef) -> Reply:
    """That an article is off the record."""
    return said(say(words.REMOVED, headline=_title(article)))


def _title(article: ArticleRef) -> str:
    return cut(article.headline or article.path)


def reloaded(say: Language, receipts: Iterable[Receipt]) -> Reply:
    """What loading folders did, and the first of what failed."""
    counts: Counter[str] = Counter()
    failures: list[Block] = []
    for receipt in receipts:
        counts["failed" if receipt.error else str(receipt.state)] += 1
        if receipt.error and len(failures) < MOST_FAILURES:
            failures.append(text(cut(f"{receipt.path}: {receipt.error}")))
    told = ", ".join(
        say(form, number=say.number(counts[state])) for state, form in words.STATES.items() if counts[state]
    )
    return Reply((text(say(words.RELOADED, counts=told or say(words.NOTHING_LOADED))), *failures))


def _single(say: Language, item: Drafted) -> list[Block]:
    article, people = item.parsed.article, [one for one in item.extraction.people if one.quotes]
    dateline = article.dateline
    when = article.published or (dateline.date if dateline else None)
    where = ", ".join(filter(None, (dateline.place if dateline else None, say.date(when) if when else None)))
    outlets = dict.fromkeys(filter(None, (article.provider, dateline.agency if dateline else None)))
    named = [f"{cut(one.name)} ({one.quotes})" for one in people[:MOST_SPEAKERS]]
    named += [say(words.MORE, number=len(people) - MOST_SPEAKERS)] if len(people) > MOST_SPEAKERS else []
    facts = (
        (say(words.PLACE_AND_DATE), where),
        (say(words.OUTLET), ", ".join(outlets)),
        (say(words.BY), article.byline),
        (say(words.SPEAKERS), ", ".join(named) or say(words.NOBODY)),
    )
    told = [Block((Piece(f"{name}: ", Style.BOLD), Piece(cut(fact)))) for name, fact in facts if fact]
    told.append(text(statements(say, len(item.extraction.quotes))))
    headline = (
        text(cut(article.headline), Style.BOLD) if article.headline else text(say(words.NO_HEADLINE), Style.ITALIC)
    )
    return [headline, joined(told), text(say(words.DECIDE))]


def _several(say: Language, items: Sequence[Drafted]) -> list[Block]:
    heading = text(count_articles(say, len(items)), Style.BOLD)
    lines = [
        text(f"• {cut(one.parsed.article.headline or say(words.NO_HEADLINE))} ({len(one.extraction.quotes)})")
        for one in items[:MOST_HEADLINES]
    ]
    lines += [text(say(words.MORE, number=len(items) - MOST_HEADLINES))] if len(items) > MOST_HEADLINES else []
    return [heading, joined(lines), text(say(words.DECIDE_ALL))]


def _besides(say: Language, known: Sequence[Receipt], errors: Sequence[str]) -> list[Block]:
    told = [text(say(words.UNREAD, error=cut(error))) for error in errors[:MOST_FAILURES]]
    if len(errors) > MOST_FAILURES:
        told.append(text(say(words.MORE, number=len(errors) - MOST_FAILURES)))
    return [*([text(say(words.KNOWN_ALL, articles=count_articles(say, len(known))))] if known else []), *told]


def _decisions(say: Language, one: Draft) -> tuple[Button, ...]:
    alone = len(one.items) == 1
    buttons = (
        Button(say(words.KEEP) if alone else say(words.KEEP_ALL), f"/keep {one.id}"),
        Button(say(words.DISCARD) if alone else say(words.DISCARD_ALL), f"/discard {one.id}"),
    )
    return (*buttons, Button(say(words.FIX_HEADLINE), f"/headline {one.id}")) if alone else buttons
