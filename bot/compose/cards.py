"""Results as cards: the blocks that show one line of an answer, and that belong on one page."""

from __future__ import annotations

from collections.abc import Iterable

from bot.compose.differences import brief
from bot.compose.wording import KINDS, MATCHES, SPEAKERS, UNKNOWN_SPEAKER, VIA, shortened
from bot.language import Language
from bot.model import ArticleRef, Block, BlockKind, Piece, QuoteKind, Result, Style
from bot.text import sentences

Card = tuple[Block, ...]

CONTEXT_CHARACTERS = 300
"""Most characters of a paragraph shown on either side of a quote."""
NAME_CHARACTERS = 200
"""Most characters of a name, role, outlet or headline; longer ones come from text that was misread."""
OPENERS, CLOSERS = "“«„\"‘'", "”»“\"’'"


def text(words: str, style: Style = Style.PLAIN) -> Block:
    """A paragraph in one style."""
    return Block((Piece(words, style),))


def line(*parts: Piece | str | None, between: str = " · ") -> Block:
    """A paragraph of parts, with a mark between them; empty ones left out."""
    pieces: list[Piece] = []
    for part in parts:
        if part:
            pieces += [Piece(between)] if pieces else []
            pieces.append(Piece(part) if isinstance(part, str) else part)
    return Block(tuple(pieces))


def joined(blocks: Iterable[Block]) -> Block:
    """One paragraph of several lines."""
    pieces: list[Piece] = []
    for block in blocks:
        pieces += [Piece("\n"), *block.pieces] if pieces and block.pieces else block.pieces
    return Block(tuple(pieces))


def quote_card(say: Language, result: Result, named: bool = True, sourced: bool = True, context: bool = True) -> Card:
    """The words, who said them, where they stand, and what stands around them.

    Args:
        say: The user's language.
        result: Of kind "quote".
        named: Whether to say who; not needed under a heading that does.
        sourced: Whether to say where, and to show the paragraph; not needed under the article's headline.
        context: Whether to show the paragraph; left out where several statements are laid side by side.
    """
    words = Block((Piece(marked(result.text, result.quote_kind)),), BlockKind.QUOTE)
    told = [_speaker(say, result) if named or result.speaker is None else _manner(say, result)]
    told += [text(brief(say, result.differences))] if result.differences else []
    if sourced:
        told += [_source(say, result.article)] if result.article else []
        told += [_also(say, result.also)] if result.also else []
    around = [_context(result)] if sourced and context and _context_tells(result) else []
    return tuple(block for block in (words, joined(told), *around) if block.pieces)


def sentence_card(say: Language, result: Result) -> Card:
    """Words of an article that nobody is quoted with."""
    body = Block((Piece(result.text),), BlockKind.QUOTE)
    return (body, _source(say, result.article)) if result.article else (body,)


def article_card(say: Language, result: Result, number: int) -> Card:
    """An article as a line of a list."""
    ref = result.article
    if ref is None:
        return (text(f"{number}. {result.text}"),)
    title = Piece(_name(result.text), Style.LINK if ref.url else Style.BOLD, ref.url)
    where = " · ".join(filter(None, (ref.section, ref.provider, ref.place, _when(say, ref))))
    told = " · ".join(filter(None, (where, statements(say, ref.quotes))))
    return (Block((Piece(f"{number}. "), title, Piece(f"\n{_name(told)}"))),)


def person_card(say: Language, result: Result) -> Card:
    """Somebody on record as a line of a list."""
    person = result.person
    if person is None:
        return (text(result.text),)
    role = f", {_name(person.roles[0])}" if person.roles else ""
    label = say(SPEAKERS[person.kind]) if person.kind != "person" and not role else ""
    return (
        line(
            Piece(_name(person.name), Style.BOLD),
            label and f" ({label})",
            role,
            f" · {say.number(person.quotes)}",
            between="",
        ),
    )


def statements(say: Language, number: int | str) -> str:
    """So many statements, in words."""
    return say.plural("{number} statement", "{number} statements", number)


def articles(say: Language, number: int | str) -> str:
    """So many articles, in words."""
    return say.plural("{number} article", "{number} articles", number)


def marked(words: str, kind: QuoteKind | None) -> str:
    """The words with quotation marks around them where they are somebody's own and bring none.

    Words reported indirectly, or only partly in quotation marks, get none: they are the article's.
    """
    if kind is not QuoteKind.DIRECT or (words[:1] in OPENERS and words[-1:] in CLOSERS):
        return words
    straight = '"' in words and "“" not in words
    return f'"{words}"' if straight else f"“{words}”"


def _speaker(say: Language, result: Result) -> Block:
    speaker = result.speaker
    if speaker is None:
        return line(Piece(f"— {say(UNKNOWN_SPEAKER)}", Style.ITALIC), *_manner_parts(say, result))
    pieces = [Piece("— "), Piece(_name(speaker.name), Style.BOLD)]
    if speaker.role and speaker.role.casefold() != speaker.name.casefold():
        pieces.append(Piece(f", {_name(speaker.role)}"))
    elif SPEAKERS[speaker.kind]:
        pieces.append(Piece(f" ({say(SPEAKERS[speaker.kind])})"))
    manner = _manner(say, result)
    return Block((*pieces, *((Piece(" · "), *manner.pieces) if manner.pieces else ())))


def _manner(say: Language, result: Result) -> Block:
    return line(*_manner_parts(say, result))


def _manner_parts(say: Language, result: Result) -> list[Piece | str | None]:
    """How it is on record and how well it fits what was asked."""
    return [
        say(KINDS[result.quote_kind]) if result.quote_kind else None,
        say(VIA, medium=_name(result.via)) if result.via else None,
        Piece(say(MATCHES[result.match]), Style.ITALIC) if result.match else None,
    ]


def _source(say: Language, article: ArticleRef) -> Block:
    title = _name(article.headline or article.path or "")
    return line(
        _name(article.provider or ""),
        _name(", ".join(filter(None, (article.place, _when(say, article))))),
        Piece(title, Style.LINK if article.url else Style.ITALIC, article.url) if title else None,
    )


def _also(say: Language, articles: tuple[ArticleRef, ...]) -> Block:
    outlets = dict.fromkeys(article.provider or article.headline or article.id for article in articles)
    told = say.plural("Also in {number} other article", "Also in {number} other articles", len(articles))
    return text(f"{told}: {_name(', '.join(outlets))}")


def _name(words: str) -> str:
    return shortened(words, NAME_CHARACTERS)


def _when(say: Language, article: ArticleRef) -> str | None:
    return say.date(article.published) if article.published else None


def _context_tells(result: Result) -> bool:
    return any(map(str.isalnum, result.before + result.after))


def _context(result: Result) -> Block:
    """The paragraph as it stands, the quote in it set off (a long one left out); shortened far from the quote."""
    before, after = _end_of(result.before), _start_of(result.after)
    words = result.text if len(result.text) <= CONTEXT_CHARACTERS else "[…]"
    pieces = (Piece(before), Piece(words, Style.ITALIC), Piece(after))
    return Block(tuple(piece for piece in pieces if piece.text), BlockKind.CONTEXT)


def _end_of(before: str) -> str:
    if len(before) <= CONTEXT_CHARACTERS:
        return before
    starts = [span.start for span in sentences(before) if span.start >= len(before) - CONTEXT_CHARACTERS]
    return f"… {before[starts[0] :]}" if starts else f"…{before[-CONTEXT_CHARACTERS:]}"


def _start_of(after: str) -> str:
    if len(after) <= CONTEXT_CHARACTERS:
        return after
    ends = [span.end for span in sentences(after) if span.end <= CONTEXT_CHARACTERS]
    return f"{after[: ends[-1]]} …" if ends else f"{after[:CONTEXT_CHARACTERS]}…"
