"""Cards on pages: never more than fit, broken between cards, else between sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.compose.cards import Card
from bot.model import Block, Piece
from bot.text import sentences

PAGE_SIZE = 3000
"""UTF-16 units of text on a page, heading excluded: well under Telegram's 4096, with room for heading and page mark."""
CUT = PAGE_SIZE - 2
"""UTF-16 units of one block at most: what a page holds, less the block's own break."""


def size(blocks: Iterable[Block]) -> int:
    """UTF-16 units that the blocks take, breaks between them included; as Telegram counts."""
    return sum(sum(_units(piece.text) for piece in block.pieces) + 2 for block in blocks)


def paged(cards: Sequence[Card], most: int) -> list[list[Card]]:
    """The cards on pages of at most `most` cards and PAGE_SIZE units; at least one page.

    A card longer than a page goes on over several.
    """
    pages: list[list[Card]] = [[]]
    room = PAGE_SIZE
    for card in (part for whole in cards for part in _fitting(whole)):
        needed = size(card)
        if pages[-1] and (needed > room or len(pages[-1]) == most):
            pages.append([])
            room = PAGE_SIZE
        pages[-1].append(card)
        room -= needed
    return pages


def _fitting(card: Card) -> Iterator[Card]:
    """The card, or where it is too long its blocks, cut at sentences, in as few parts as may be."""
    if size(card) <= PAGE_SIZE:
        yield card
        return
    part: list[Block] = []
    for block in (piece for whole in card for piece in _cut(whole)):
        if part and size([*part, block]) > PAGE_SIZE:
            yield tuple(part)
            part = []
        part.append(block)
    yield tuple(part)


def _cut(block: Block) -> Iterator[Block]:
    if size([block]) <= PAGE_SIZE:
        yield block
        return
    for piece in block.pieces:
        for stretch in _stretches(piece.text):
            yield replace(block, pieces=(Piece(stretch, piece.style, piece.url),))


def _stretches(text: str) -> Iterator[str]:
    """The text, cut between sentences, else between words, else anywhere; nothing is lost but space at the cuts."""
    edges = [span.end for span in sentences(text)]
    gaps = [match.start() for match in re.finditer(r"\s", text)]
    start = 0
    while _units(text[start:]) > CUT:
        limit = start + CUT // 2  # characters, each of at most two units
        end = _last_before(edges, start, limit) or _last_before(gaps, start, limit) or limit
        yield text[start:end].strip()
        start = end
    yield text[start:].strip()


def _last_before(places: list[int], start: int, limit: int) -> int | None:
    """The last of the ascending places behind `start`, up to `limit`."""
    place = places[bisect_right(places, limit) - 1] if places else 0
    return place if start < place <= limit else None


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
