"""One article in short: its best sentences that stand alone, key quotations, and where, when, who and how many."""

from __future__ import annotations

from itertools import islice

from bot.answer.alone import OF, Context
from bot.answer.figures import Figure, figures
from bot.answer.parts import Parts
from bot.model import Named, Quote, QuoteKind, Result, Span, SpeakerKind, StoredArticle
from bot.text import sentences, tokens_of

USUAL = ((0, 3), (400, 4), (800, 5))
"""Sentences of a summary whose length nobody asked for, by the words that the article has at least."""
LONG = 10
"""Sentences of a long one."""
MOST_SENTENCES = 20
KEY_QUOTES = 2
KEY_QUOTE_LENGTH = range(25, 400)
"""Characters: shorter quotations tell little alone, longer ones are no summary."""
MOST_NAMED = 5
"""Speakers named in a summary."""
_OF_NOTE = (SpeakerKind.PERSON, SpeakerKind.INSTITUTION)
MOST_FIGURES = 4
LEAST_FIGURE, LARGE = 10, 100
"""Numbers below the one matter only in the headline or the first sentence; from the other on they matter more."""
OPENING = 3
"""Sentences at the beginning whose numbers matter more than others."""


def usual(stored: StoredArticle) -> int:
    """How many sentences sum up an article, where nobody says."""
    number = len(stored.article.text.split())
    return max(size for least, size in USUAL if number >= least)


def told(parts: Parts, stored: StoredArticle, wanted: int) -> tuple[Result, ...]:
    """At most so many sentences of an article, in reading order, each to be understood without the others.

    One that needs the sentence before it comes along only behind that one. Where no sentence stands alone, the best
    ones are told as they are.
    """
    context, text = Context(stored), stored.article.text
    ranked = parts.summarizer.ranked(stored.article, wanted)
    found: list[Result] = []
    for span in sorted(_chosen(context, ranked, wanted) or ranked[:wanted]):
        before = " ".join(result.text for result in found)
        named = tuple(Named(at, _as_needed(stored, name, before)) for at, name in context.named(span))
        surname = context.surname(span)
        named = named if surname is None or surname.name in before else (surname, *named)
        found.append(Result("summary", span.of(text), stored.ref, (span,), named=named))
    return tuple(found)


def _as_needed(stored: StoredArticle, name: str, before: str) -> str:
    """A name, by its last word where it was told in full before and the article calls its bearer so."""
    full = name.removesuffix(OF)
    short = full.split()[-1]
    known = any(short in one.aliases for one in stored.extraction.people if one.name == full)
    return short + name[len(full) :] if known and full in before else name


def _chosen(context: Context, ranked: list[Span], wanted: int) -> list[Span]:
    chosen = list(islice(filter(context.alone, ranked), wanted))
    for span in ranked if len(chosen) < wanted else ():
        if len(chosen) < wanted and span not in chosen and context.follows(span) in chosen:
            chosen.append(span)
    return chosen


def key_quotes(stored: StoredArticle, shown: list[Span]) -> list[Quote]:
    """Quotations that the summary's sentences don't hold, each of another speaker where possible."""
    fit = [
        quote
        for quote in stored.extraction.quotes
        if quote.kind is QuoteKind.DIRECT
        and quote.speaker
        and quote.span.end - quote.span.start in KEY_QUOTE_LENGTH
        and not stored.article.text[quote.span.start].islower()  # a part of a sentence
        and not any(span.start < quote.span.end and quote.span.start < span.end for span in shown)
    ]
    firsts = {quote.speaker.name: quote for quote in reversed(fit) if quote.speaker}
    ranked = sorted(fit, key=lambda quote: quote not in firsts.values())
    return sorted(ranked[:KEY_QUOTES], key=lambda quote: quote.span)


def facts(stored: StoredArticle) -> dict[str, str]:
    """Where, when, who, how many and from whom, as far as the article tells."""
    speaking = [one for one in stored.extraction.people if one.quotes and one.kind in _OF_NOTE and _is_name(one.name)]
    named = [f"{one.name} ({one.roles[0]})" if one.roles else one.name for one in speaking[:MOST_NAMED]]
    dateline = stored.article.dateline
    found = {
        "where": (dateline.place if dateline else None) or stored.ref.place,
        "when": stored.ref.published or (dateline.date if dateline else None),
        "who": "; ".join(named),
        "numbers": "; ".join(_figures_that_matter(stored)),
        "source": stored.ref.provider,
        "quotes": str(len(stored.extraction.quotes)),
    }
    return {name: fact for name, fact in found.items() if fact}


def _is_name(words: str) -> bool:
    """Whether it is more than a description ("her office") or a word like "I"."""
    return len(words) > 1 and any(map(str.isupper, words))


def _figures_that_matter(stored: StoredArticle) -> list[str]:
    """The numbers that the headline or the opening tells, or that come again; as the article writes them first."""
    text, headline = stored.article.text, set(tokens_of(stored.article.headline or ""))
    opening = sentences(text)[:OPENING]
    by_value: dict[tuple[float, str], list[Figure]] = {}
    for figure in figures(text):
        by_value.setdefault((figure.value, figure.unit), []).append(figure)

    def weight(same: list[Figure]) -> float:
        first = same[0].span
        in_headline = not headline.isdisjoint(tokens_of(first.of(text))[:-1])
        place = next((place for place, span in enumerate(opening) if first.end <= span.end), OPENING)
        if same[0].value < LEAST_FIGURE and same[0].unit != "%" and place > 0 and not in_headline:
            return 0.0
        large = same[0].value >= LARGE or same[0].unit == "%"
        return 2 * in_headline + (OPENING - place) / OPENING + 0.5 * min(len(same) - 1, 2) + 0.5 * large + 0.1

    best = sorted((same for same in by_value.values() if weight(same)), key=weight, reverse=True)[:MOST_FIGURES]
    return [figure.span.of(text) for figure in sorted(same[0] for same in best)]
