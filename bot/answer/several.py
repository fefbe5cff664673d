"""/summary of several articles, and /digest: by topic, speaker, outlet or period, event by event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answer import brief
from bot.answer.articles import choices
from bot.answer.disagreements import disagreements
from bot.answer.events import Group, grouped
from bot.answer.filters import with_filters
from bot.answer.grammar import BY_SPEAKER, IN_ALL
from bot.answer.parts import Intent, Parts, Turn, in_order, narrowing, nothing
from bot.answer.speakers import candidates, exact_name, one_person
from bot.answer.terms import held, terms
from bot.model import Answer, ArticleRef, Event, Filters, Memory, Note, Person, Result, Sort, StoredArticle
from bot.text import normalise, tokens_of

MOST_READ = 200
"""Articles that are summed up together, the latest."""
FEW = 5
"""Articles up to which a choice is offered where words fit several; more are summed up together."""
SENTENCES = ((1, 3), (3, 2))
"""Sentences of an event, by how many events there are at most; where there are more, one, or two of a speaker's."""
READ_OF_EVENT = 6
"""Reports of one event whose sentences are looked at, the latest."""
TOLD = 0.6
"""0-1 (`held`): share of words from which a sentence tells again what another one does."""
LATEST = 10
"""Articles of a digest where no date tells a year."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Which articles are to be summed up together, and what they have in common."""

    articles: Sequence[ArticleRef]
    message: str
    """What asks for just these, filters left out."""
    filters: Filters
    topic: str | None = None
    speaker: str | None = None


def digest(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """What there is of a day or another period, or on a topic; of the latest day on record where nothing is said."""
    words = intent.words.strip()
    if parts.store.census().articles == 0:
        return nothing(intent, Note.EMPTY_ARCHIVE), memory
    if tokens_of(words):
        sources = asked_for(parts, words, intent.filters) or _about(parts, words, intent.filters)
    elif intent.filters.narrow:
        sources = _within(parts, "/digest", intent.filters)
    else:
        sources = _latest_day(parts)
    if not sources.articles:
        without = f"/digest {words}".strip()
        note = Note.FILTERED_OUT if intent.filters.narrow else Note.NO_SUCH_ARTICLE
        return nothing(intent, note, words, (without, "/articles"), narrowing(intent.filters)), memory
    return told(parts, intent, sources, memory)


def asked_for(parts: Parts, words: str, filters: Filters) -> Sources | None:
    """The articles that words ask for together: "about ...", "by ...", or nothing but a period or an outlet."""
    if not tokens_of(words):
        return _within(parts, "/summary", filters) if _together(filters) else None
    named, topic = BY_SPEAKER.fullmatch(words), IN_ALL.fullmatch(words)
    if named:
        return _by(parts, named["speaker"], filters)
    return _about(parts, topic["topic"], filters) if topic else None


def meant(parts: Parts, words: str, filters: Filters, found: Sequence[ArticleRef]) -> Sources | None:
    """The articles that words mean together: a speaker in full, or a topic of more than can be chosen among.

    Args:
        parts: What to ask.
        words: As typed; nothing that points at one article.
        filters: Which articles count.
        found: The articles that the words may mean one of.
    """
    spoken = _by(parts, words, filters, surely=True)
    if spoken and len(spoken.articles) > 1:
        return spoken
    if len(found) < 2:
        return None
    about = _about(parts, words, filters)
    return about if len(about.articles) > (1 if _together(filters) else FEW) else None


def _together(filters: Filters) -> bool:
    return filters.narrow and filters.article is None


# --- which articles


def _within(parts: Parts, message: str, filters: Filters) -> Sources:
    return Sources(parts.store.articles(MOST_READ, filters=filters), message, filters)


def _latest_day(parts: Parts) -> Sources:
    latest = parts.store.articles(limit=1)[0].published or ""
    if not latest[:4].isdecimal():
        return Sources(parts.store.articles(LATEST), "/digest", Filters())
    return _within(parts, "/digest", Filters(since=latest[:10], until=latest[:10]))


def _about(parts: Parts, topic: str, filters: Filters) -> Sources:
    refs = parts.search.about(topic, MOST_READ, filters)
    return Sources(_latest_first(refs), f"/summary about: {topic}", filters, topic=topic)


def _by(parts: Parts, name: str, filters: Filters, surely: bool = False) -> Sources | None:
    """The articles that quote a speaker; None where it isn't clear who is meant."""
    people = [hit.person for hit in candidates(parts.search, name)]
    if not people or not one_person(people) or (surely and not _is_called(people[0], name)):
        return None
    speaker = max((person.name for person in people), key=len)
    refs = {quote.article.id: quote.article for quote in parts.store.quotes_of(speaker, filters=filters)}
    message = f"/summary by: {exact_name(speaker)}"
    return Sources(_latest_first(list(refs.values())[:MOST_READ]), message, filters, speaker=speaker)


def _is_called(person: Person, name: str) -> bool:
    return normalise(name) in map(normalise, (person.name, *person.aliases))


def _latest_first(refs: Sequence[ArticleRef]) -> list[ArticleRef]:
    dated = in_order(tuple(Result("article", ref.id, ref) for ref in refs), Sort.NEW)
    return [result.article for result in dated if result.article]


# --- what they tell


def told(parts: Parts, intent: Intent, sources: Sources, memory: Memory) -> Turn:
    """The articles summed up by events; what the chat is about then is the list of events."""
    stored = [one for ref in sources.articles if (one := parts.store.article(ref.id))]
    groups = grouped(stored)
    most = next((most for events, most in SENTENCES if len(groups) <= events), 2 if sources.speaker else 1)
    wanted = terms(f"{sources.topic or ''} {sources.speaker or ''}")
    events = tuple(_event(parts, group, most, wanted) for group in groups)
    facts = narrowing(sources.filters) | {"articles": str(len(stored))}
    leads = [event.articles[0] for event in events]
    answer = Answer(
        intent.message,
        "digest",
        results=tuple(replace(one, also=_others(event, one)) for event in events for one in event.results),
        subject=sources.speaker or sources.topic,
        again=with_filters(sources.message, sources.filters),
        choices=choices("summary", leads),
        events=events,
        facts=facts | ({"speaker": sources.speaker} if sources.speaker else {}),
    )
    listed = tuple(lead.id for lead in leads)
    after = replace(memory, speaker=sources.speaker or memory.speaker, article_id=None, listed=listed, command="digest")
    return answer, after


def _others(event: Event, result: Result) -> tuple[ArticleRef, ...]:
    return tuple(ref for ref in event.articles if result.article and ref.id != result.article.id)


def _event(parts: Parts, group: Group, most: int, wanted: frozenset[str]) -> Event:
    chosen: list[Result] = []
    known: list[frozenset[str]] = []
    for result in _sentences(parts, group.reports, most, wanted):
        about = terms(result.text)
        if len(chosen) < most and not any(held(about, other) >= TOLD for other in known):
            chosen.append(result)
            known.append(about)
    refs = tuple(report.ref for report in group.reports)
    return Event(refs, tuple(chosen), disagreements(group.reports))


def _sentences(parts: Parts, reports: Sequence[StoredArticle], most: int, wanted: frozenset[str]) -> Iterator[Result]:
    """What the latest report begins with; then what holds what was asked for, in all reports; then the rest."""
    found = [brief.told(parts, report, most + 2) for report in reports[: READ_OF_EVENT if most > 1 else 1]]
    yield from found[0][:1]
    every = [result for one in found for result in one]
    yield from sorted(every, key=lambda one: bool(wanted) and wanted.isdisjoint(terms(one.text)))
