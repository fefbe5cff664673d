"""Who speaks in an article."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Person, Quote


def people_of(cast: object, quotes: Sequence[Quote]) -> tuple[Person, ...]:
    counts: dict[str, int] = {}
    for quote in quotes:
        if quote.speaker:
            counts[quote.speaker.name] = counts.get(quote.speaker.name, 0) + 1
    return tuple(Person(name, quotes=n) for name, n in sorted(counts.items(), key=lambda x: -x[1]))
