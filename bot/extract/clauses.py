"""Sentences as the attributors read them: quotations whole, with the noun phrase beside a verb."""

from __future__ import annotations

from dataclasses import dataclass

from bot.extract.lexicon import AUXILIARIES, GROUP_NOUNS, INSTITUTION_NOUNS, PERSON_NOUNS, PRONOUNS
from bot.extract.marks import Quotation, quotations
from bot.extract.tokens import Token, tokenize
from bot.model import Span
from bot.text import sentences

DETERMINERS = frozenset(
    """the a an his her their its our my your this that these those one two three four five several some many most
    both another other no each every""".split()
)
PREPOSITIONS = frozenset("of for at in from with to on by under over near against about as".split())
BREAKS = frozenset(
    """, ; : ( ) [ ] — – - -- _ but and or that which as when while because if after before since though although where
    so whether until unless than then . ! ? …""".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight later".split())
_NOT_SPEAKERS = frozenset(
    """there here what how why where when this that these those such more less not never now then also it's yes no
    and or but if as to of in on at by for with from into up out""".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of a paragraph in which a quotation counts as one piece."""

    span: Span
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]
    """Whether each token stands inside quotation marks."""
    quotations: tuple[Quotation, ...]


def clauses(text: str, paragraph: Span) -> list[Clause]:
    """The sentences of a paragraph; a sentence that ends inside a quotation goes on to where that one ends."""
    marks = quotations(text, paragraph)
    merged: list[Span] = []
    for sentence in _sentences(text, paragraph):
        previous = merged[-1] if merged else None
        if previous and any(q.outer.start < previous.end < q.outer.end for q in marks):
            merged[-1] = Span(previous.start, sentence.end)
        else:
            merged.append(sentence)
    return [_clause(text, span, marks) for span in merged]


def _sentences(text: str, paragraph: Span) -> list[Span]:
    shift = paragraph.start
    return [Span(s.start + shift, s.end + shift) for s in sentences(paragraph.of(text))]


def _clause(text: str, span: Span, marks: list[Quotation]) -> Clause:
    here = tuple(q for q in marks if span.start <= q.outer.start < span.end)
    tokens = tuple(tokenize(text, span.start, span.end))
    quoted, at = [], 0
    for token in tokens:
        while at < len(here) and here[at].outer.end <= token.start:
            at += 1
        quoted.append(at < len(here) and here[at].outer.start <= token.start)
    return Clause(span, tokens, tuple(quoted), here)


def is_name(word: str) -> bool:
    """Whether a token looks like a part of a name."""
    return word[:1].isupper() and word.casefold() not in DAYS


def subject_left(clause: Clause, verb: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a verb, as token positions [first, past]; appositions are skipped over."""
    past = verb
    while (past and clause.tokens[past - 1].text.casefold() in AUXILIARIES | DAYS) or _adverb(clause, past - 1):
        past -= 1
    if past and clause.tokens[past - 1].text == ",":
        opened = _comma_before(clause, past - 1)
        if opened is not None:
            return subject_left(clause, opened) if opened else None
        return None
    return _phrase_ending(clause, past)


def subject_right(clause: Clause, verb: int) -> tuple[int, int] | None:
    """The noun phrase that begins after a verb ("said Y"), as token positions [first, past]."""
    first = verb + 1
    past = first
    tokens, end = clause.tokens, len(clause.tokens)
    while past < end and not clause.quoted[past]:
        word = tokens[past].text
        folded = word.casefold()
        if past == first and folded in PRONOUNS:
            past += 1
            break
        joined = folded in PREPOSITIONS and past > first and past + 1 < end
        if folded in BREAKS and not (folded == "and" and past + 1 < end and is_name(tokens[past + 1].text)):
            break
        if folded in DAYS or (folded in ("in", "on", "at", "after", "during", "before") and not joined):
            break
        if folded in ("in", "on", "at", "to", "by", "after", "with", "during", "about", "as"):
            break
        past += 1
    return (first, past) if past > first and _can_speak(clause, first, past) else None


def _adverb(clause: Clause, at: int) -> bool:
    word = clause.tokens[at].text
    return at > 0 and not clause.quoted[at] and word.endswith("ly") and len(word) > 4


def _comma_before(clause: Clause, comma: int) -> int | None:
    """The comma that opens the apposition closed by `comma`, at most 25 tokens before."""
    for at in range(comma - 1, max(-1, comma - 25), -1):
        if clause.quoted[at]:
            continue
        if clause.tokens[at].text == ",":
            return at
    return None


def _phrase_ending(clause: Clause, past: int) -> tuple[int, int] | None:
    first = past
    while first and not clause.quoted[first - 1]:
        word = clause.tokens[first - 1].text
        folded = word.casefold()
        if folded in PRONOUNS:
            first -= 1 if first == past else 0
            break
        if folded in BREAKS and not _joins_names(clause, first - 1, past):
            break
        if (folded in AUXILIARIES and word not in ("'s", "’s")) or folded in DAYS:
            break
        first -= 1
        if folded in DETERMINERS and not _goes_on_left(clause, first):
            break
    while first < past and clause.tokens[first].text.casefold() in PREPOSITIONS | DAYS:
        first += 1
    return (first, past) if first < past and _can_speak(clause, first, past) else None


def _joins_names(clause: Clause, at: int, past: int) -> bool:
    """Whether an "and" stands between two names."""
    return (
        clause.tokens[at].text == "and"
        and at > 0
        and at + 1 < past
        and is_name(clause.tokens[at - 1].text)
        and is_name(clause.tokens[at + 1].text)
    )


def _goes_on_left(clause: Clause, determiner: int) -> bool:
    """Whether the phrase goes on before its determiner: "the head | of | the party"."""
    if determiner < 2 or clause.quoted[determiner - 1]:
        return False
    before, earlier = (clause.tokens[determiner - n].text for n in (1, 2))
    return before in ("of", "for", "at") and earlier.casefold() not in BREAKS and earlier[-1:].isalpha()


def _can_speak(clause: Clause, first: int, past: int) -> bool:
    words = [clause.tokens[at].text for at in range(first, past)]
    folded = [word.casefold() for word in words]
    if len(words) == 1 and folded[0] in PRONOUNS:
        return True
    if folded[-1] in _NOT_SPEAKERS or len(words) > 30 or not words[-1][-1:].isalnum():
        return False
    nouns = PERSON_NOUNS | GROUP_NOUNS | INSTITUTION_NOUNS
    return any(is_name(word) for word in words) or any(word in nouns for word in folded)
