"""Which sentences of an article can stand alone, and whom the pronouns in them stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from bot.answer.alone_lexicon import (
    EXPLETIVE,
    FILLS_IN,
    GENDER,
    OF_TIME,
    POINTS_BACK,
    POSSESSIVE,
    PRONOUNS,
    SOMEBODY,
    SPEAKING,
    WHOLE,
)
from bot.model import Named, Person, Quote, QuoteKind, Span, SpeakerKind, StoredArticle
from bot.text import Word, fold, sentences, words

LOOKED_BACK = 1
"""Sentences before a pronoun in which its antecedent has to be named, and nobody else."""
SURE = 0.5
"""0-1: confidence of a statement from which its speaker is told in place of a pronoun. The extractor leaves a pronoun
as it is where two people are about as likely; this leaves out what may be no statement."""
LEAST_QUOTED = 25
"""Characters between quotation marks: less is a name or a word, which needs no speaker."""
OF = "’s"
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+(?: (?:de|del|van|von|bin|al|la|le|da|di|of))?(?: [A-ZÀ-Þ][\w’'-]+)+")
_THIS = re.compile(
    r"\b(?:when|if|as|that|because|while|after|before|said|of|for|about|by|to) (?:this|these|those) "
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does)\b"
)
_BARE_QUOTE = re.compile(r"[“«\"][^“”«»\"]*[”»\"]")
_LABEL = re.compile(r"(?:[QARP]|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,30}): |[QA]\. ")
"""Before a question or an answer of an interview, or somebody's words in a transcript."""
_SINGLE_OPEN, _SINGLE_CLOSED = re.compile(r"(?<![\w’])‘"), re.compile(r"’(?!\w)")
_BEGINNING = 60
"""Characters in which a sentence's first words stand."""


class Context:
    """The sentences of one article, and what ties them to each other."""

    def __init__(self, stored: StoredArticle) -> None:
        """Reads nothing before it is asked."""
        self._text = stored.article.text
        self._quotes, self._people = stored.extraction.quotes, stored.extraction.people

    def named(self, sentence: Span) -> tuple[Named, ...]:
        """The pronouns of a sentence whose antecedent is sure and stands in another one, in order."""
        found = dict(self._speaking(sentence))
        first = self._opening(sentence)[0]
        if first.text in GENDER and first.span not in found and not self._in_marks(sentence, first.span.start):
            name = self._antecedent(sentence, first.text)
            found |= {first.span: name + (OF if first.text in POSSESSIVE else "")} if name else {}
        return tuple(Named(span, name) for span, name in sorted(found.items()))

    def alone(self, sentence: Span) -> bool:
        """Whether a sentence can be understood without the ones before it, once its pronouns are `named`."""
        named = {one.span for one in self.named(sentence)}
        return not (
            (self._points_back(sentence) and self._opening(sentence)[0].span not in named)
            or self._unattributed(sentence)
            or any(quote.speaker and quote.speaker.span not in named for quote in self._by_pronoun(sentence))
            or sentence.of(self._text).rstrip('”"’»)').endswith("?")
            or self._says_this(sentence)
        )

    def surname(self, sentence: Span) -> Named | None:
        """The short name of a speaker that a sentence begins with, and the full one."""
        for quote in self._quotes:
            speaker = quote.speaker
            if speaker and speaker.span.start == sentence.start and speaker.kind is SpeakerKind.PERSON:
                short = " " not in speaker.mention and speaker.name.endswith(f" {speaker.mention}")
                return Named(speaker.span, speaker.name) if short else None
        return None

    def follows(self, sentence: Span) -> Span | None:
        """The sentence before, where both are of one paragraph."""
        place = self._places.get(sentence, 0)
        before = self._sentences[place - 1] if place else None
        return before if before and "\n" not in self._text[before.end : sentence.start] else None

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences(self._text)

    @cached_property
    def _places(self) -> dict[Span, int]:
        return {span: place for place, span in enumerate(self._sentences)}

    # --- statements in a sentence

    def _by_pronoun(self, sentence: Span) -> list[Quote]:
        """The statements whose speaker is a pronoun of the sentence that the words before it don't explain."""
        return [
            quote
            for quote in self._quotes
            if quote.speaker
            and _within(quote.speaker.span, sentence)
            and fold(quote.speaker.mention) in SPEAKING
            and not self._told_before(sentence, quote.speaker.span.start, quote.speaker.name)
        ]

    def _told_before(self, sentence: Span, start: int, name: str) -> bool:
        before = {word.text for word in words(self._text[sentence.start : start])}
        return not before.isdisjoint(word.text for word in words(name))

    def _speaking(self, sentence: Span) -> Iterator[tuple[Span, str]]:
        for quote in self._by_pronoun(sentence):
            speaker = quote.speaker
            if speaker is None or fold(speaker.name) == fold(speaker.mention) or quote.confidence < SURE:
                continue
            if not self._in_marks(sentence, speaker.span.start):
                yield speaker.span, speaker.name

    def _in_marks(self, sentence: Span, place: int) -> bool:
        """Whether a place of a sentence stands in somebody's own words: nothing is put in there."""
        return (
            self._in_transcript(sentence)
            or _open_marks(self._text[sentence.start : place])
            or any(
                span.start <= place < span.end
                for quote in self._quotes
                if quote.kind is QuoteKind.DIRECT and not (quote.speaker and quote.speaker.span.start == place)
                for span in quote.content
            )
        )

    def _in_transcript(self, sentence: Span) -> bool:
        return _LABEL.match(self._text, self._text.rfind("\n", 0, sentence.start) + 1) is not None

    def _unattributed(self, sentence: Span) -> bool:
        """Whether words of somebody stand in the sentence, and who it is doesn't."""
        if _open_marks(sentence.of(self._text)) or _BARE_QUOTE.fullmatch(self._text, sentence.start, sentence.end):
            return True
        least = min(LEAST_QUOTED, (sentence.end - sentence.start) // 2)
        return any(
            quote.kind is QuoteKind.DIRECT
            and not (quote.speaker and _within(quote.speaker.span, sentence))
            and any(_shared(span, sentence) >= least for span in quote.content)
            for quote in self._quotes
        )

    def _points_back(self, sentence: Span) -> bool:
        """Whether it goes on from the one before, as its first words tell; those of a quotation are its speaker's."""
        first, second, third = self._opening(sentence)
        if self._in_transcript(sentence):
            return True
        return not self._in_marks(sentence, first.span.start) and _points_back(first.text, second.text, third.text)

    def _says_this(self, sentence: Span) -> bool:
        """Whether "this" stands alone in it for what was told before."""
        found = _THIS.finditer(self._text, sentence.start, sentence.end)
        return any(not self._in_marks(sentence, match.start()) for match in found)

    # --- pronouns that open a sentence

    def _opening(self, sentence: Span) -> list[Word]:
        """The first three words, empty ones where there are fewer."""
        found = words(self._text[sentence.start : min(sentence.end, sentence.start + _BEGINNING)])[:3]
        placed = [Word(one.text, Span(sentence.start + one.span.start, sentence.start + one.span.end)) for one in found]
        return [*placed, *[Word("", Span(sentence.end, sentence.end))] * (3 - len(placed))]

    def _antecedent(self, sentence: Span, pronoun: str) -> str | None:
        """The one person named in the sentences before; None where nobody or somebody else is, too."""
        place = self._places.get(sentence, 0)
        since = self._sentences[max(0, place - LOOKED_BACK)].start
        near = {name for start, name in self._mentions if since <= start < sentence.start}
        if not SOMEBODY.isdisjoint(word.text for word in words(self._text[since : sentence.start])):
            return None
        name = near.pop() if len(near) == 1 else None
        known = name in {one.name for one in self._people}
        return name if name and known and self._genders.get(name, GENDER[pronoun]) == GENDER[pronoun] else None

    @cached_property
    def _mentions(self) -> list[tuple[int, str]]:
        """Where people are mentioned, and who; what else has a name of several words counts as somebody, too."""
        known = {form: one.name for one in self._people if one.kind is SpeakerKind.PERSON for form in _forms(one)}
        found = {
            speaker.span.start: speaker.name
            for quote in self._quotes
            if (speaker := quote.speaker) and speaker.kind is SpeakerKind.PERSON
        }
        for form in sorted(known, key=len):
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", self._text):
                found[match.start()] = known[form]
        taken = set(found)
        for match in _NAME.finditer(self._text):
            if taken.isdisjoint(range(*match.span())):
                found[match.start()] = match.group()
        return sorted(found.items())

    @cached_property
    def _genders(self) -> dict[str, str]:
        """Of people whom the article calls "he" or "she"."""
        return {
            quote.speaker.name: GENDER[fold(quote.speaker.mention)]
            for quote in self._quotes
            if quote.speaker and fold(quote.speaker.mention) in GENDER
        }


def _points_back(first: str, second: str, third: str) -> bool:
    if first in ("this", "that", "these", "those"):
        return second not in OF_TIME
    if first == "it":
        return not (second in FILLS_IN and third in EXPLETIVE)
    return first in PRONOUNS or (first in POINTS_BACK and second not in WHOLE)


def _forms(person: Person) -> tuple[str, ...]:
    return (person.name, *person.aliases)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _open_marks(text: str) -> bool:
    """Whether quotation marks are open at the end of a text, or closed that weren't opened in it."""
    single = len(_SINGLE_OPEN.findall(text)) > len(_SINGLE_CLOSED.findall(text))  # "’" is an apostrophe, too
    double = any(text.count(opener) != text.count(closer) for opener, closer in ("“”", "«»"))
    return single or double or text.count('"') % 2 == 1
