"""Results as cards: the blocks that show one line of an answer, and that belong on one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.compose.differences import brief
from bot.compose.wording import KINDS, MATCHES, SPEAKERS, UNKNOWN_SPEAKER, VIA, shortened
from bot.language import Language
from bot.model import Answer, ArticleRef, Block, BlockKind, Piece, QuoteKind, Result, Speaker, Style
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


def quote_card(
    say: Language,
    result: Result,
    named: bool = True,
    sourced: bool = True,
    context: bool = True,
    most: int | None = None,
) -> Card:
    """The words, who said them, where they stand, and what stands around them; linked to the quote.

    Args:
        say: The user's language.
        result: Of kind "quote".
        named: Whether to say who; not needed under a heading that does.
        sourced: Whether to say where, and to show the paragraph; not needed under the article's headline.
        context: Whether to show the paragraph; left out where several statements are laid side by side.
        most: Characters of the words that are shown; the rest is left out, with a mark of it.
    """
    spoken = marked(result.text, result.quote_kind)
    words = Block((Piece(shortened(spoken, most) if most else spoken),), BlockKind.QUOTE)
    link = f"q_{result.quote_id}" if result.quote_id else None
    linked = sourced and result.article
    told = [
        _speaker(say, result, None if linked else link) if named or result.speaker is None else _manner(say, result)
    ]
    told += [text(brief(say, result.differences))] if result.differences else []
    if sourced:
        told += [_source(say, result.article, link)] if result.article else []
        told += _also(say, result)
    around = [_context(result)] if sourced and context and _context_tells(result) else []
    return tuple(block for block in (words, joined(told), *around) if block.pieces)


def sentence_card(say: Language, result: Result) -> Card:
    """Words of an article that nobody is quoted with."""
    body = Block((Piece(result.text),), BlockKind.QUOTE)
    return (body, _source(say, result.article)) if result.article else (body,)


def answer_card(say: Language, result: Result) -> Card:
    """A sentence that answers a question, the answer itself in bold; whose words it is, where it is somebody's."""
    told = [_speaker(say, result, None)] if result.quote_kind else []
    told += [_source(say, result.article)] if result.article else []
    told += _also(say, result)
    around = [_context(result)] if _context_tells(result) else []
    return (Block(_with_answer(result), BlockKind.QUOTE), joined(told), *around)


def _with_answer(result: Result) -> tuple[Piece, ...]:
    if result.answer is None:
        return (Piece(result.text),)
    start, end = (place - result.content[0].start for place in result.answer)
    pieces = (Piece(result.text[:start]), Piece(result.text[start:end], Style.BOLD), Piece(result.text[end:]))
    return tuple(piece for piece in pieces if piece.text)


def article_card(say: Language, result: Result, number: int) -> Card:
    """An article as a line of a list."""
    ref = result.article
    if ref is None:
        return (text(f"{number}. {result.text}"),)
    title = replace(article_title(ref), text=_name(result.text))
    where = " · ".join(filter(None, (ref.section, ref.provider, ref.place, _when(say, ref))))
    told = " · ".join(filter(None, (where, statements(say, ref.quotes))))
    line = Block((Piece(f"{number}. "), title, Piece(f"\n{_name(told)}")))
    return (joined([line, *_also(say, result)]),) if result.also else (line,)


def article_title(article: ArticleRef) -> Piece:
    """The headline, linked to the article: where it was published if that is known, else in the chat."""
    title = _name(article.headline or article.path or article.id)
    return Piece(title, Style.LINK, article.url) if article.url else Piece(title, Style.BOLD, start=f"a_{article.id}")


def title_of(answer: Answer) -> Card:
    """The headline of the article that an answer is about, linked to it."""
    article = answer.results[0].article
    return (Block((article_title(article),)),) if article and article.headline else ()


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


def _speaker(say: Language, result: Result, link: str | None) -> Block:
    speaker = result.speaker
    if speaker is None:
        return line(Piece(f"— {say(UNKNOWN_SPEAKER)}", Style.ITALIC, start=link), *_manner_parts(say, result))
    pieces = [Piece("— "), Piece(_name(speaker.name), Style.BOLD, start=link)]
    if _has_role(speaker):
        pieces.append(Piece(f", {_name(speaker.role or '')}"))
    elif SPEAKERS[speaker.kind]:
        pieces.append(Piece(f" ({say(SPEAKERS[speaker.kind])})"))
    manner = _manner(say, result)
    return Block((*pieces, *((Piece(" · "), *manner.pieces) if manner.pieces else ())))


def _has_role(speaker: Speaker) -> bool:
    return bool(speaker.role) and (speaker.role or "").casefold() != speaker.name.casefold()


def speaker_role(say: Language, result: Result) -> str:
    """The role of who said it, or what sort of speaker it is."""
    speaker = result.speaker
    if speaker is None:
        return ""
    return _name(speaker.role or "") if _has_role(speaker) else say(SPEAKERS[speaker.kind])


def source_line(say: Language, article: ArticleRef) -> str:
    """Outlet, place and date as plain text."""
    dated = ", ".join(filter(None, (article.place, _when(say, article))))
    return " · ".join(filter(None, (_name(article.provider or ""), _name(dated))))


def _manner(say: Language, result: Result) -> Block:
    return line(*_manner_parts(say, result))


def _manner_parts(say: Language, result: Result) -> list[Piece | str | None]:
    """How it is on record and how well it fits what was asked."""
    return [
        say(KINDS[result.quote_kind]) if result.quote_kind else None,
        say(VIA, medium=_name(result.via)) if result.via else None,
        Piece(say(MATCHES[result.match]), Style.ITALIC) if result.match else None,
    ]


def _source(say: Language, article: ArticleRef, link: str | None = None) -> Block:
    """Outlet, place and date, headline; the date (or, lacking one, the outlet) leads to the quote."""
    outlet, dated = _name(article.provider or ""), _name(", ".join(filter(None, (article.place, _when(say, article)))))
    title = _headline(article, None if dated or outlet else link)
    return line(
        Piece(outlet, start=None if dated else link) if outlet else None,
        Piece(dated, start=link) if dated else None,
        title if title.text else None,
    )


def _headline(article: ArticleRef, link: str | None) -> Piece:
    title = _name(article.headline or article.path or "")
    return (
        Piece(title, Style.LINK, article.url)
        if article.url
        else Piece(title, Style.ITALIC, start=link or f"a_{article.id}")
    )


def _also(say: Language, result: Result) -> list[Block]:
    """Where else the statement stands, by outlets where those differ."""
    outlets = _outlets(filter(None, (result.article, *result.also)))
    told = []
    if len(outlets) > 1:
        told.append(say.plural("In {number} outlet", "In {number} outlets", len(outlets)) + f": {_listed(outlets)}")
    elif result.also:
        told.append(say.plural("Also in {number} other article", "Also in {number} other articles", len(result.also)))
    if result.nearly:
        others = say.plural(
            "In nearly the same words in {number} other article",
            "In nearly the same words in {number} other articles",
            len(result.nearly),
        )
        told.append(f"{others}: {_listed(_outlets(result.nearly))}")
    return [text(one) for one in told]


def _outlets(articles: Iterable[ArticleRef]) -> list[str]:
    return list(dict.fromkeys(article.provider or article.headline or article.id for article in articles))


def _listed(names: Iterable[str]) -> str:
    return _name(", ".join(names))


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
