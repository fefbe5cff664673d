"""Sentences as the rules read them: quotations whole, with the noun phrase beside a verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extract.marks import Quotation
from bot.extract.packs import Pack
from bot.extract.tokens import Token, tokenize
from bot.model import Span
from bot.text import sentences

LONGEST_SENTENCE = 1500
"""Characters; a longer one is read in pieces."""
LONGEST_PHRASE = 30
"""Tokens of the longest noun phrase that is read as a speaker."""
LONGEST_APPOSITION = 25
"""Tokens of the longest apposition that is skipped between a speaker and the verb."""


_SELF = frozenset("mismo misma mismos mismas himself herself".split())
"""What may stand behind a pronoun and belongs to it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of a paragraph in which a quotation counts as one piece."""

    span: Span
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    """The tokens in lower case."""
    quoted: tuple[bool, ...]
    """Whether each token stands inside quotation marks."""
    quotations: tuple[Quotation, ...]


def sentences_of(text: str, paragraph: Span, marks: list[Quotation]) -> list[Span]:
    """The sentences of a paragraph; one that ends inside a quotation goes on to where that one ends."""
    merged: list[Span] = []
    shift = paragraph.start
    for sentence in sentences(paragraph.of(text).replace("\n", " ")):
        start, end = sentence.start + shift, sentence.end + shift
        previous = merged[-1] if merged else None
        if previous and _stands_inside(marks, previous.end):
            merged[-1] = Span(previous.start, end)
        else:
            merged.append(Span(start, end))
    return [piece for span in merged for piece in _pieces(text, span)]


def _outer_start(mark: Quotation) -> int:
    return mark.outer.start


def _stands_inside(marks: list[Quotation], offset: int) -> bool:
    at = bisect_left(marks, offset, key=_outer_start) - 1
    return at >= 0 and offset < marks[at].outer.end


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A sentence, cut where it is longer than any sentence is, so that reading stays linear."""
    start = span.start
    while span.end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield Span(start, cut)
        start = cut
    if start < span.end:
        yield Span(start, span.end)


def clauses(text: str, paragraph: Span, marks: list[Quotation], words: frozenset[str]) -> Iterator[Clause | None]:
    """The sentences of a paragraph in order; None for one without marks or any of the words."""
    for span in sentences_of(text, paragraph, marks):
        begin = bisect_left(marks, span.start, key=_outer_start)
        here = tuple(marks[begin : bisect_left(marks, span.end, begin, key=_outer_start)])
        if here or not words.isdisjoint(_bare(text[span.start : span.end])):
            yield clause_of(text, span, here)
        else:
            yield None


def _bare(sentence: str) -> list[str]:
    return [word.strip(".,:;()“”\"'’‘«»—–¿¡") for word in sentence.casefold().replace("—", " ").split()]


def clause_of(text: str, span: Span, marks: tuple[Quotation, ...]) -> Clause:
    """One sentence, tokenised."""
    tokens = tuple(tokenize(text, span.start, span.end))
    quoted = [False] * len(tokens)
    at = 0
    for mark in marks:
        while at < len(tokens) and tokens[at].start < mark.outer.start:
            at += 1
        while at < len(tokens) and tokens[at].start < mark.outer.end:
            quoted[at] = True
            at += 1
    return Clause(span, tokens, tuple([token[0].casefold() for token in tokens]), tuple(quoted), marks)


def _hyphen(clause: Clause, at: int) -> bool:
    """Whether a dash stands within a word: "23-year-old"."""
    if clause.words[at] != "-" or not 0 < at < len(clause.tokens) - 1:
        return False
    return clause.tokens[at - 1].end == clause.tokens[at].start and clause.tokens[at].end == clause.tokens[at + 1].start


def past_day(clause: Clause, at: int, pack: Pack) -> int:
    """Behind "Friday", "el lunes", "este lunes" at `at`; `at` itself where no day stands there."""
    if at < len(clause.words) and clause.words[at] in pack.days:
        return at + 1
    if at + 1 < len(clause.words) and clause.words[at] in pack.determiners and clause.words[at + 1] in pack.days:
        return at + 2
    return at


def past_adverbials(clause: Clause, at: int, pack: Pack, that: bool = True) -> int:
    """Behind "on Monday", "in a statement", "Friday", and behind "that", ":" or "," unless told not."""
    while at < len(clause.words) and not clause.quoted[at]:
        word = clause.words[at]
        if (past := past_day(clause, at, pack)) > at:
            at = past
        elif (word in pack.skipped and (that or word not in pack.that)) or _adverb(clause, at, pack):
            at += 1
        elif word in pack.adverbials and (behind := _past_phrase(clause, at, pack)):
            at = behind
        else:
            break
    return at


def _adverb(clause: Clause, at: int, pack: Pack) -> bool:
    """Whether an adverb stands between the verb and its words: "said flatly that"."""
    if not clause.words[at].endswith(pack.adverb) or len(clause.words[at]) < 5 or at + 1 >= len(clause.words):
        return False
    return clause.quoted[at + 1] or clause.words[at + 1] in pack.that or clause.words[at + 1] in (":", ",")


def _past_phrase(clause: Clause, at: int, pack: Pack) -> int | None:
    """Past a prepositional phrase that is followed by "that", a colon, a comma or a quotation; else None."""
    for past in range(at + 1, min(at + 14, len(clause.words))):
        word = clause.words[past]
        if clause.quoted[past] or word in pack.that or word == ":":
            return past
        if word in pack.days and past == at + 1:
            return past + 1
        if word in (",", ";", "."):
            return past if word == "," else None
    return None


class Phrases:
    """Finds the noun phrase beside a verb."""

    def __init__(self, pack: Pack) -> None:
        """Args: pack: The language."""
        self._pack = pack

    def is_name(self, word: str) -> bool:
        """Whether a token looks like a part of a name."""
        return word[:1].isupper() and word.casefold() not in self._pack.days

    def group_start(self, clause: Clause, verb: int) -> int:
        """Where the verb group begins: auxiliaries and adverbs before the verb belong to it."""
        first = verb
        while first and not clause.quoted[first - 1]:
            word = clause.words[first - 1]
            if word not in self._pack.auxiliaries and word not in self._pack.days and not self._adverb(word, first - 1):
                break
            first -= 1
        return first

    def left(self, clause: Clause, past: int, loose: bool = False) -> tuple[int, int] | None:
        """The noun phrase that ends before `past`, as token positions [first, past]; appositions are skipped over."""
        if past and clause.words[past - 1] in (",", "—", "–", "--"):
            opened = self._comma_before(clause, past - 1)
            if opened is None:
                return None
            return self._ending(clause, opened, loose) if opened else None
        return self._ending(clause, past, loose)

    def right(self, clause: Clause, first: int, loose: bool = False) -> tuple[int, int] | None:
        """The noun phrase that begins at `first` ("said | Y"), as token positions [first, past]."""
        first = past_day(clause, first, self._pack)
        past, end = first, len(clause.words)
        while past < end and not clause.quoted[past] and past - first < LONGEST_PHRASE:
            word = clause.words[past]
            if past == first and word in self._pack.pronouns:
                past += 1
                break
            if self._ends_right(clause, first, past, word):
                break
            if word in self._pack.auxiliaries and word not in ("'s", "’s", "later", "then", "now", "once"):
                return None
            past += 1
        return (first, past) if past > first and self._can_speak(clause, first, past, loose) else None

    def until_pause(self, clause: Clause, first: int) -> tuple[int, int] | None:
        """All up to the next comma or stop, if it can speak: who "according to" names at length."""
        past = first
        while past < len(clause.words) and past - first <= LONGEST_APPOSITION and not clause.quoted[past]:
            word = clause.words[past]
            if word == "," and past > first and self._named_apposition(clause, past):
                past += 1
                continue
            if word in (",", ".", ";", ":", "—", "–", "!", "?", ")", "(") or word in self._pack.days:
                return (first, past) if past > first and self._can_speak(clause, first, past, True) else None
            if word in self._pack.auxiliaries and word not in ("'s", "’s"):
                return None
            past += 1
        return None

    def _ends_right(self, clause: Clause, first: int, past: int, word: str) -> bool:
        pack, following = self._pack, clause.tokens[past + 1].text if past + 1 < len(clause.tokens) else ""
        if word in pack.joints and self.is_name(following) and self.is_name(clause.tokens[past - 1].text):
            return False
        if word == "," and past > first:
            return not self._named_apposition(clause, past)
        if word in pack.breaks or word in pack.days or word in pack.that:
            return True
        return word in pack.adverbials or (pack.late_subject and self._past_name(clause, first, past))

    def _past_name(self, clause: Clause, first: int, past: int) -> bool:
        """Whether a plain word behind a name begins something else: "dijo Olga Bernal | minutos después"."""
        token = clause.tokens[past].text
        if past == first or not token[:1].islower() or clause.words[past] in self._pack.prepositions:
            return False
        return self.is_name(clause.tokens[past - 1].text) and clause.words[past] not in self._pack.joints | {
            "la",
            "los",
        }

    def _named_apposition(self, clause: Clause, comma: int) -> bool:
        """Whether a name stands behind the comma after a description: "the landlord, Colin Treece"."""
        at = comma + 1
        if at >= len(clause.tokens) or not self.is_name(clause.tokens[at].text) or clause.quoted[at]:
            return False
        return not self.is_name(clause.tokens[comma - 1].text)

    def subject(self, clause: Clause, before: int) -> tuple[int, int] | None:
        """The noun phrase with which a clause begins, for verbs further on that have none of their own."""
        first = 0
        while first < before and (clause.quoted[first] or not clause.words[first][:1].isalnum()):
            first += 1
        for past in range(first + 1, min(before, first + LONGEST_PHRASE)):
            word = clause.words[past]
            if word in self._pack.breaks or word in self._pack.auxiliaries or self._finite(word):
                return (first, past) if self._can_speak(clause, first, past, False) else None
        return None

    def _finite(self, word: str) -> bool:
        return len(word) > 3 and word.endswith(("ed", "left", "made", "took", "kept", "cut", "gave", "held"))

    def _adverb(self, word: str, at: int) -> bool:
        return at > 0 and word.endswith(self._pack.adverb) and len(word) > 4

    def _comma_before(self, clause: Clause, comma: int) -> int | None:
        """The comma that opens the apposition closed by `comma`."""
        sign = clause.words[comma]
        for at in range(comma - 1, max(-1, comma - LONGEST_APPOSITION), -1):
            if clause.quoted[at]:
                return None
            if clause.words[at] == sign:
                return at
        return None

    def _ending(self, clause: Clause, past: int, loose: bool) -> tuple[int, int] | None:
        pack, first = self._pack, past
        while first and not clause.quoted[first - 1] and past - first < LONGEST_PHRASE:
            word = clause.words[first - 1]
            if word in pack.pronouns:
                alone = first == past or clause.words[first] in _SELF
                first -= 1 if alone or word in pack.determiners else 0
                break
            if (
                word in pack.breaks
                and not self._joins_names(clause, first - 1, past)
                and not _hyphen(clause, first - 1)
            ):
                break
            if (word in pack.auxiliaries and word not in ("'s", "’s")) or word in pack.days:
                break
            first -= 1
            if word in pack.determiners and not self._goes_on_left(clause, first):
                break
        while first < past and clause.words[first] in pack.prepositions | pack.days:
            first += 1
        return (first, past) if first < past and self._can_speak(clause, first, past, loose) else None

    def _joins_names(self, clause: Clause, at: int, past: int) -> bool:
        """Whether an "and" stands between two names."""
        if clause.words[at] not in self._pack.joints or not 0 < at < past - 1:
            return False
        return self.is_name(clause.tokens[at - 1].text) and self.is_name(clause.tokens[at + 1].text)

    def _goes_on_left(self, clause: Clause, determiner: int) -> bool:
        """Whether the phrase goes on before its determiner: "the head | of | the party"."""
        if determiner < 2 or clause.quoted[determiner - 1]:
            return False
        before, earlier = clause.words[determiner - 1], clause.words[determiner - 2]
        if before in ("of", "for", "at", "de", "del"):
            return earlier not in self._pack.breaks and earlier[-1:].isalpha()
        return before in self._pack.prepositions and (earlier in self._pack.nouns or earlier in ("familiar", "close"))

    def _can_speak(self, clause: Clause, first: int, past: int, loose: bool) -> bool:
        """Whether a phrase can be a speaker; a loose one needs no known noun, only a determiner."""
        words = clause.words[first:past]
        if words[0] in self._pack.pronouns and (len(words) == 1 or (len(words) == 2 and words[1] in _SELF)):
            return True
        if words[-1] in self._pack.not_speakers or len(words) > LONGEST_PHRASE or not words[-1][-1:].isalnum():
            return False
        if any(self.is_name(clause.tokens[at].text) for at in range(first, past)):
            return True
        if loose and (words[0] in self._pack.determiners or len(words) == 1):
            return words[-1].replace("-", "").isalnum()
        return any(word in self._pack.nouns for word in words)
