"""Quotations to check, made by rule from gold quotes: word for word, altered, cut, wrongly given, invented."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.model import Article, Quote, QuoteKind, Span, Speaker
from bot.text import sentences

PER_CLASS = 50
"""Cases of each class: ten classes make 500."""
LEAST_WORDS, MOST_WORDS = 6, 25
"""Words of a sentence that is taken for a quotation."""
_WORD = re.compile(r"\S+")
_MARKED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_ANY_MARK = '“”„"«»‘`'
_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+))+")
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|will|would|can|could|should|must|has|have|had|did|do|does)\b(?! not\b|n['’]t)"
)
_NOT = re.compile(r" (?:not|never)\b|(?<=\w)n[’']t\b|\b(?:no|without) ", re.IGNORECASE)
_NUMBER = re.compile(
    r"\$?\d[\d,.]*\d%?|\b\d%?|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|million|billion)\b"
)
_OTHERS = {"million": "billion", "billion": "million"}
_NUMBER_WORDS = "two three four five six seven eight nine ten twenty thirty fifty".split()


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that somebody named is quoted with."""

    words: str
    speaker: str | None
    """Full name; None where the gold has a description or a pronoun."""
    own: bool
    """In quotation marks; else no marks stand in the whole paragraph."""


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation to check and the verdicts that are right."""

    kind: str
    words: str
    speaker: str | None
    right: tuple[str, ...]
    flag: str | None = None
    """What has to be flagged."""


def load(split: Path) -> Iterator[tuple[Article, list[Quote]]]:
    """The articles of a split with their gold quotes (brat standoff: Source, Cue, Content), each of its kind."""
    for path in sorted((split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        notes = sorted((split / "attributions").glob(f"{path.stem}_*.ann"))
        yield Article(text, path.stem), list(_quotes(text, notes[0].read_text(encoding="utf-8"))) if notes else []


def _quotes(text: str, notes: str) -> Iterator[Quote]:
    rows = [line.split("\t") for line in notes.splitlines()]
    spans = {row[0]: _places(row[1]) for row in rows if row[0].startswith("T") and len(row) > 1}
    seen: set[Span] = set()
    for row in rows:
        if not row[0].startswith("E") or len(row) < 2:
            continue
        parts = [part.split(":") for part in row[1].split()]
        content = sorted(span for role, ref in parts if role.startswith("Content") for span in spans.get(ref, []))
        source = sorted(span for role, ref in parts if role.startswith("Source") for span in spans.get(ref, []))
        if content and source and (whole := Span(content[0].start, content[-1].end)) not in seen:
            seen.add(whole)
            yield _quote(text, content, source[0])


def _places(field: str) -> list[Span]:
    return [Span(*map(int, place.split())) for place in field.partition(" ")[2].split(";")]


def _quote(text: str, content: list[Span], source: Span) -> Quote:
    name = _NAME.search(source.of(text))
    speaker = Speaker(name.group() if name else source.of(text), source.of(text), source)
    bare = [_bare(text, span) for span in content]
    direct = all(text[span.start - 1 : span.start] in tuple('“"') for span in bare)
    marked = any(mark in span.of(text) for span in content for mark in '“"')
    kind = QuoteKind.DIRECT if direct else QuoteKind.MIXED if marked else QuoteKind.INDIRECT
    return Quote(kind, tuple(bare), speaker=speaker)


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + (words[:1] in tuple('“"'))
    return Span(start, max(start + 1, span.end - (words[-1:] in tuple('”"'))))


def statements(articles: Sequence[tuple[Article, list[Quote]]]) -> list[Said]:
    """The sentences of the gold quotes, of fitting length; each once."""
    found: dict[str, Said] = {}
    for article, quotes in articles:
        for quote in quotes:
            for words, own in _stretches(article.text, quote):
                name = quote.speaker.name if quote.speaker and _NAME.fullmatch(quote.speaker.name) else None
                for said in _whole_sentences(words):
                    found.setdefault(said, Said(said, name, own))
    return list(found.values())


def _stretches(text: str, quote: Quote) -> Iterator[tuple[str, bool]]:
    """What is in quotation marks, or the whole where none stand in the paragraph."""
    start, end = text.rfind("\n", 0, quote.span.start) + 1, text.find("\n", quote.span.end)
    around = text[start : end if end >= 0 else len(text)]
    for span in quote.content:
        if quote.kind is QuoteKind.DIRECT:
            yield span.of(text), True
        elif quote.kind is QuoteKind.MIXED:
            yield from ((match[1], True) for match in _MARKED.finditer(span.of(text)))
        elif not set(around) & set(_ANY_MARK) and "''" not in around:
            yield span.of(text), False


def _whole_sentences(words: str) -> Iterator[str]:
    for span in sentences(words):
        said = span.of(words).strip(" ,;")
        if LEAST_WORDS <= len(said.split()) <= MOST_WORDS and not set(said) & set('“”"\n'):
            yield said


def cases(here: Sequence[Said], elsewhere: Sequence[Said], seed: int = 0) -> list[Case]:
    """`PER_CLASS` cases of each class (fewer where the quotes give no more).

    Args:
        here: What is said in the articles loaded.
        elsewhere: What is said in articles that are not loaded.
        seed: Of the choice and of the changes.
    """
    rng = random.Random(seed)  # noqa: S311 - for measuring
    own = [one for one in here if one.own]
    makers: list[tuple[Sequence[Said], Callable[[Said], Case | None]]] = [
        (own, lambda one: Case("verbatim", one.words, one.speaker, ("verbatim",))),
        (own, lambda one: _word_changed(one, own, rng)),
        (own, _negation_added),
        (own, _negation_removed),
        (here, lambda one: _number_changed(one, rng)),
        (own, _truncated),
        (own, lambda one: _wrong_speaker(one, own, rng)),
        ([one for one in here if not one.own], lambda one: Case("reported", one.words, one.speaker, ("reported",))),
        (elsewhere, lambda one: Case("invented", one.words, one.speaker, ("not_on_record",))),
        (own, lambda one: _stitched(one, own, rng)),
    ]
    return [case for source, make in makers for case in _some(source, make, rng)]


def _some(source: Sequence[Said], make: Callable[[Said], Case | None], rng: random.Random) -> list[Case]:
    made: list[Case] = []
    for one in rng.sample(source, len(source)):
        case = make(one)
        made += [case] if case and len(made) < PER_CLASS else []
    return made


def _word_changed(one: Said, others: Sequence[Said], rng: random.Random) -> Case | None:
    words = one.words.split()
    places = [n for n, word in enumerate(words) if word.isalpha() and word.islower() and len(word) >= 4]
    if not places:
        return None
    place = rng.choice(places)
    new = rng.choice([word for other in others for word in other.words.split() if word.isalpha() and len(word) >= 4])
    if new.casefold() == words[place].casefold():
        return None
    return Case("word changed", " ".join([*words[:place], new, *words[place + 1 :]]), one.speaker, ("altered",))


def _negation_added(one: Said) -> Case | None:
    match = _AUXILIARY.search(one.words)
    if not match:
        return None
    words = f"{one.words[: match.end()]} not{one.words[match.end() :]}"
    return Case("negation added", words, one.speaker, ("altered",), "negation")


def _negation_removed(one: Said) -> Case | None:
    match = _NOT.search(one.words)
    if not match:
        return None
    words = (one.words[: match.start()] + one.words[match.end() :]).strip()
    return Case("negation removed", words, one.speaker, ("altered", "truncated"), "negation")


def _number_changed(one: Said, rng: random.Random) -> Case | None:
    match = _NUMBER.search(one.words)
    if not match:
        return None
    old = match.group()
    digits = [n for n, character in enumerate(old) if character.isdigit()]
    if digits:
        n = rng.choice(digits)
        new = old[:n] + str((int(old[n]) + rng.randint(1, 8)) % 10) + old[n + 1 :]
    else:
        new = _OTHERS.get(old) or rng.choice([word for word in _NUMBER_WORDS if word != old])
    words = one.words[: match.start()] + new + one.words[match.end() :]
    return Case("number changed", words, one.speaker, ("altered",), "number")


def _truncated(one: Said) -> Case | None:
    """What stands behind the negation, if it is long enough to be looked for."""
    match = re.search(r"\b(?:not|never|nobody|no one|nothing)\s|n[’']t\s", one.words)
    rest = one.words[match.end() :] if match else ""
    between = set(rest) & set(",;:—–")
    if len(rest.split()) < LEAST_WORDS - 1 or between:
        return None
    return Case("truncated", rest, one.speaker, ("truncated",), "negation")


def _wrong_speaker(one: Said, others: Sequence[Said], rng: random.Random) -> Case | None:
    if one.speaker is None:
        return None
    surname = one.speaker.split()[-1]
    speakers = sorted({other.speaker for other in others if other.speaker and surname not in other.speaker})
    return Case("wrong speaker", one.words, rng.choice(speakers), ("somebody_else",)) if speakers else None


def _stitched(one: Said, others: Sequence[Said], rng: random.Random) -> Case | None:
    """Half of one statement and half of another."""
    other = rng.choice([other for other in others if other is not one and other.speaker != one.speaker])
    first, second = one.words.split(), other.words.split()
    words = " ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])
    return Case("stitched", words, one.speaker, ("not_on_record", "altered"))
