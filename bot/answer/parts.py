"""What every kind of answer needs: the parts it asks, what was understood, and records made into results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from bot.answer.differences import compare, wording
from bot.answer.filters import as_typed
from bot.model import (
    UNFILTERED,
    Answer,
    ArticleRef,
    Filters,
    Hit,
    Match,
    Memory,
    Note,
    Person,
    Result,
    Sort,
    Status,
    StoredQuote,
)
from bot.ports import Search, Store, Summarizer
from bot.text import normalise

NEARLY, NEARLY_LETTERS = 0.85, 0.85
"""0-1, of words and of letters: from here on two statements of a speaker are nearly the same. Set on invented ones."""
LEAST_NEARLY = 6
"""Words: of fewer each counts."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The archive and those who search it and sum it up."""

    store: Store
    search: Search
    summarizer: Summarizer


@dataclass(frozen=True, slots=True)
class Intent:
    """What a message asks for. Slots hold the user's own words; None: not given."""

    message: str
    command: str
    """The name of a command, or "thanks", "unknown" (no such command), "bare" (words that are no question)."""
    words: str = ""
    """The fragment, the phrase, the payload: what stands behind the command, where no other slot is meant."""
    speaker: str | None = None
    topic: str | None = None
    other: str | None = None
    """The second speaker of a comparison."""
    article: str | None = None
    sentences: int | None = None
    """How long a summary is wanted."""
    free: bool = False
    """`words` hold a speaker and perhaps a topic, in any order."""
    follows: bool = False
    """Goes on from what the chat was last about: "and Putin?", "what else did he say?" (`speaker` is the pronoun)."""
    filters: Filters = UNFILTERED


Turn = tuple[Answer, Memory]
"""An answer, and what to remember after it."""


def result_of(quote: StoredQuote, score: float = 1.0, match: Match | None = None) -> Result:
    """A stored quote as a line of an answer."""
    return Result(
        kind="quote",
        text=quote.text,
        article=quote.article,
        content=quote.quote.content,
        quote_kind=quote.quote.kind,
        speaker=quote.quote.speaker,
        via=quote.quote.via,
        before=quote.before,
        after=quote.after,
        quote_id=quote.id,
        score=score,
        match=match,
    )


def results_of(hits: Iterable[Hit], labelled: bool = True) -> tuple[Result, ...]:
    """Hits as lines of an answer; the same statement in several articles is one line, the earliest, with `also`.

    What other articles have in nearly the same words is told with it too, in `nearly`.

    Args:
        hits: Best first; the order stays, by the best of each group.
        labelled: Whether how well the words fit is worth telling (not where no words were asked for).
    """
    groups: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        speaker = hit.quote.quote.speaker
        groups.setdefault((normalise(speaker.name if speaker else ""), normalise(hit.quote.text)), []).append(hit)
    merged: list[tuple[tuple[str, str], Result]] = []
    for key, group in groups.items():
        others = (place for place, one in enumerate(merged) if _elsewhere(one[1], group) and alike(one[0], key))
        same = next(others, None)
        if same is None:
            merged.append((key, _merged(group, labelled)))
        else:
            merged[same] = (merged[same][0], _with_nearly(merged[same][1], group))
    return tuple(result for _, result in merged)


def alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two statements (speaker and words, normalised) are one in nearly the same words.

    They are where few words differ, and none that negates, counts or makes a condition.
    """
    if one[0] != other[0] or not one[0] or fuzz.ratio(one[1], other[1]) < 100 * NEARLY_LETTERS:
        return False
    found = compare(wording(one[1]), wording(other[1]))
    size = len(wording(one[1]).tokens) if found else 0
    return bool(
        found
        and size >= LEAST_NEARLY
        and found.likeness >= NEARLY
        and found.window == (0, len(found.record.tokens))
        and not any(difference.flags for difference in found.differences)
    )


def _elsewhere(result: Result, group: list[Hit]) -> bool:
    known = {article.id for article in (result.article, *result.also, *result.nearly) if article}
    return known.isdisjoint(hit.quote.article.id for hit in group)


def _with_nearly(result: Result, group: list[Hit]) -> Result:
    others = {hit.quote.article.id: hit.quote.article for hit in group}
    return replace(result, nearly=(*result.nearly, *others.values()))


def _merged(group: list[Hit], labelled: bool) -> Result:
    best = group[0]
    by_date = sorted(group, key=lambda hit: _earliest_first(hit.quote.article))
    first = result_of(by_date[0].quote, best.score, best.match if labelled else None)
    others = {hit.quote.article.id: hit.quote.article for hit in by_date[1:]}
    others.pop(by_date[0].quote.article.id, None)
    return replace(first, also=tuple(others.values()))


def _earliest_first(article: ArticleRef) -> tuple[bool, str]:
    published = article.published or ""
    return (not published[:4].isdigit(), published)  # a date without a year tells nothing of before and after


def in_order(results: tuple[Result, ...], sort: Sort | None) -> tuple[Result, ...]:
    """Results by the dates of their articles, those without a year last; as they are where no such order is wanted."""
    if sort not in (Sort.NEW, Sort.OLD):
        return results
    dates = [_earliest_first(result.article) if result.article else (True, "") for result in results]
    dated = sorted(
        (date, place) for (yearless, date), place in zip(dates, range(len(dates)), strict=True) if not yearless
    )
    if sort is Sort.NEW:
        dated.sort(key=lambda one: one[0], reverse=True)
    rest = [result for result, (yearless, _) in zip(results, dates, strict=True) if yearless]
    return (*(results[place] for _, place in dated), *rest)


def article_result(article: ArticleRef, score: float = 1.0, match: Match | None = None) -> Result:
    """An article as a line of a list."""
    return Result(
        kind="article", text=article.headline or article.path or article.id, article=article, score=score, match=match
    )


def by_story(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """Articles, one line a story: the one that comes first, with the others of its story in `also`."""
    lines: list[Result] = []
    places: dict[int, int] = {}
    for result in results:
        if result.article is None or result.article.story is None:
            lines.append(result)
            continue
        place = places.setdefault(result.article.story, len(lines))
        if place == len(lines):
            lines.append(result)
        else:
            lines[place] = replace(lines[place], also=(*lines[place].also, result.article))
    return tuple(lines)


def person_result(person: Person, score: float = 1.0, match: Match | None = None) -> Result:
    """Somebody on record as a line of a list."""
    return Result(kind="person", text=person.name, person=person, score=score, match=match)


def nothing(
    intent: Intent,
    note: Note,
    subject: str | None = None,
    suggestions: Iterable[str] = (),
    facts: dict[str, str] | None = None,
) -> Answer:
    """An answer that finds nothing, and says why."""
    return Answer(
        intent.message,
        intent.command,
        Status.NOT_FOUND,
        note=note,
        subject=subject,
        suggestions=tuple(dict.fromkeys(suggestions)),
        facts=facts or {},
    )


def narrowing(filters: Filters) -> dict[str, str]:
    """The fact that an answer is narrowed, and to what."""
    return {"filters": as_typed(filters)} if filters != UNFILTERED else {}


def listed(results: Iterable[Result], before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The ids of the articles of results, in the order shown: what "the second one" will mean.

    One article is no list: then the one `before` goes on being meant.
    """
    shown = tuple(result.article.id for result in results if result.article)
    return shown if len(set(shown)) > 1 or not before else before
