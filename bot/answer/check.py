"""/check: whether a quotation stands on record, word for word, and from whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer.articles import summary_message
from bot.answer.differences import punctuated_alike, wording
from bot.answer.grammar import PRONOUNS
from bot.answer.near import statements
from bot.answer.parts import Intent, Parts, Turn, listed, nothing, results_of
from bot.answer.passages import Passage, nearest
from bot.answer.quotation import Reading, bare_of_marks, readings
from bot.answer.record import Standing, stand
from bot.answer.speakers import candidates, quote_message
from bot.answer.who import example, nobody, own_voice
from bot.model import Answer, Match, Memory, Note, Person, Result, Speaker, Verdict
from bot.text import tokens_of

ALIKE, ALIKE_OF_ANOTHER = 0.6, 0.75
"""0-1 (`Comparison.likeness`): less is another statement, not an altered one. Set with bench/check.py."""
LEAST_WORDS = 2
"""Words of a quotation: one alone is said by everybody."""
LEAST_MATCHED = 3
"""Words that have to be the same in an altered quotation."""
FROM_THE_NAMED = 0.15
"""0-1 (likeness): so much less alike may be what the speaker named said, to be shown before another's words."""
CLEARLY_CLOSER = 0.15
"""0-1 (likeness): so much more alike has a sentence to be that nobody is known to have said. Set by hand."""
NEAREST = 0.4
"""0-1 (likeness): less is not even worth a suggestion."""
SUGGESTION_WORDS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement on record that the quotation may be, compared word for word."""

    result: Result
    standing: Standing
    fits: bool | None
    """Whether the speaker named said it; None where nobody is named, or the article doesn't tell."""

    @property
    def verdict(self) -> Verdict:
        """What there is to say of the quotation, by this statement alone."""
        if self.fits is False:
            return Verdict.SOMEBODY_ELSE
        if not self.standing.exact:
            return Verdict.ALTERED
        if not self.standing.own:
            return Verdict.REPORTED
        return Verdict.TRUNCATED if self.standing.cut else Verdict.VERBATIM

    @property
    def shown(self) -> Result:
        """The statement with what differs."""
        match = Match.EXACT if self.standing.exact else Match.CLOSE
        score = self.result.score or self.standing.comparison.likeness
        return replace(self.result, score=score, match=match, differences=self.standing.differences)


@dataclass(frozen=True, slots=True)
class Named:
    """The speaker that a quotation is given to."""

    name: str
    people: tuple[Person, ...]
    """Everybody on record whom the name may mean."""

    def said(self, speaker: Speaker | None) -> bool | None:
        """Whether a statement's speaker is the one named; None where the article doesn't say who spoke."""
        if speaker is None or set(tokens_of(speaker.name)) <= PRONOUNS:
            return None
        if any(speaker.name in person.aliases for person in self.people):
            return True
        theirs = set(tokens_of(speaker.name))
        known = [set(tokens_of(person.name)) for person in self.people]
        return set(tokens_of(self.name)) <= theirs or any(one <= theirs or theirs <= one for one in known)


def answer(parts: Parts, intent: Intent, memory: Memory) -> Turn:
    """How the quotation of the intent stands on record: one verdict."""
    read = _read(parts, intent, memory)
    if not read:
        return _usage(parts, intent), memory
    weighed = _weighed(parts, read)
    likely = [(reading, found) for reading, found in weighed if _may_be(reading, found)] or weighed[:1]
    reading, findings = max(likely, key=lambda one: _merit(one[1]))
    named = dict(read)[reading]
    exact = findings and findings[0].standing.exact
    told = None if exact else own_voice(parts, intent, reading.words)
    if told:
        return replace(told, command="check", again=_message(reading, named), verdict=Verdict.OWN_VOICE), memory
    passage = None if exact else _closer(parts, reading.words, findings)
    if passage:
        return _nearly(intent, reading, named, passage), memory
    if not findings or not _enough(findings[0]):
        return _not_on_record(parts, intent, reading, named, findings), memory
    return _found(intent, reading, named, findings, memory)


def _read(parts: Parts, intent: Intent, memory: Memory) -> list[tuple[Reading, Named | None]]:
    """The readings of the message, each with the people it names."""
    if intent.speaker:
        read = [Reading(bare_of_marks(intent.words), memory.speaker if intent.follows else intent.speaker)]
    else:
        read = readings(parts.search, intent.words)
    return [(one, _named(parts, one.speaker)) for one in read if len(tokens_of(one.words)) >= LEAST_WORDS]


def _named(parts: Parts, speaker: str | None) -> Named | None:
    if speaker is None or set(tokens_of(speaker)) <= PRONOUNS:
        return None
    return Named(speaker, tuple(hit.person for hit in candidates(parts.search, speaker)))


def _weighed(parts: Parts, read: list[tuple[Reading, Named | None]]) -> list[tuple[Reading, list[Finding]]]:
    """The readings with what they find, up to one that is word for word on record."""
    weighed = []
    for reading, named in read:
        weighed.append((reading, _findings(parts, reading, named)))
        if any(one.verdict is Verdict.VERBATIM for one in weighed[-1][1][:1]):
            break
    return weighed


def _findings(parts: Parts, reading: Reading, named: Named | None) -> list[Finding]:
    """Statements that the words may be, the best first: word for word, then from the one named, then most alike."""
    hits = statements(parts, reading.words, named.people if named else ())
    yours = wording(reading.words)
    compared = [(result, stand(result, yours)) for result in results_of(hits)]
    findings = [
        Finding(result, standing, named.said(result.speaker) if named else None)
        for result, standing in compared
        if standing
    ]
    return sorted(findings, key=_worst_last)


def _worst_last(one: Finding) -> tuple[bool, bool, bool, bool, float]:
    standing = one.standing
    if standing.exact:
        return (False, one.fits is False, not standing.own, standing.cut, 0.0)
    return (True, False, False, False, (one.fits is False) * FROM_THE_NAMED - standing.comparison.likeness)


def _may_be(reading: Reading, findings: Sequence[Finding]) -> bool:
    """Whether a reading is worth keeping: one that only guesses at a name has to find that somebody's words."""
    return reading.sure or bool(findings and findings[0].fits)


def _merit(findings: Sequence[Finding]) -> tuple[bool, bool, float]:
    """What speaks for a reading: word for word, somebody's own words, much alike."""
    if not findings:
        return (False, False, 0.0)
    standing = findings[0].standing
    return (standing.exact, standing.exact and standing.own, standing.comparison.likeness)


def _enough(finding: Finding) -> bool:
    """Whether it is the same statement, if altered; another speaker's has to be more alike."""
    comparison = finding.standing.comparison
    least = ALIKE_OF_ANOTHER if finding.fits is False else ALIKE
    enough = comparison.matched >= max(LEAST_MATCHED, least * len(comparison.yours.tokens))
    return finding.standing.exact or (enough and comparison.likeness >= least)


def _closer(parts: Parts, words: str, findings: Sequence[Finding]) -> Passage | None:
    """The sentence of an article that the words are an altered form of, where no statement is about as much alike."""
    said = findings[0].standing.comparison.likeness if findings and _enough(findings[0]) else None
    if said is None:
        return nearest(parts, words)
    if said + CLEARLY_CLOSER > 1:
        return None  # nothing can be so much closer: articles need not be read
    passage = nearest(parts, words)
    return passage if passage and passage.comparison.likeness - said >= CLEARLY_CLOSER else None


def _nearly(intent: Intent, reading: Reading, named: Named | None, passage: Passage) -> Answer:
    """Altered words of an article's own: nobody said them, so there is no result, but what differs is told."""
    found = nothing(intent, Note.ARTICLES_OWN_VOICE, reading.words, (summary_message(passage.article),))
    own = (passage.shown,)
    return replace(found, command="check", own_voice=own, again=_message(reading, named), verdict=Verdict.ALTERED)


def _found(intent: Intent, reading: Reading, named: Named | None, findings: list[Finding], memory: Memory) -> Turn:
    best = findings[0]
    alike = [one for one in findings[1:] if one.standing.exact and one.verdict is best.verdict]
    results = tuple(one.shown for one in (best, *alike))
    facts = {"speaker": named.people[0].name if len(named.people) == 1 else named.name} if named else {}
    if best.standing.exact and not punctuated_alike(best.standing.comparison):
        facts["punctuation"] = "differs"
    found = Answer(
        intent.message,
        "check",
        results=results,
        subject=reading.words,
        again=_message(reading, named),
        facts=facts,
        verdict=best.verdict,
    )
    speaker, article = best.result.speaker, best.result.article
    after = Memory(
        speaker.name if speaker else None,
        None,
        article.id if article else None,
        listed(results, memory.listed),
        "check",
    )
    return found, after


def _not_on_record(
    parts: Parts, intent: Intent, reading: Reading, named: Named | None, findings: list[Finding]
) -> Answer:
    """Nobody said it; what comes nearest is at most something to ask for."""
    found = nobody(parts, intent, reading.words)
    near = [f"/who {_beginning(findings[0].result.text)}"] if findings and _near(findings[0]) else []
    said = [quote_message(person.name) for person in named.people[:1]] if named else []
    suggestions = dict.fromkeys([*near, *said, *found.suggestions])
    verdict = Verdict.NOT_ON_RECORD if found.note is Note.NOBODY_SAID else None
    return replace(found, suggestions=tuple(suggestions), again=_message(reading, named), verdict=verdict)


def _near(finding: Finding) -> bool:
    comparison = finding.standing.comparison
    return finding.fits is not False and comparison.matched >= LEAST_MATCHED and comparison.likeness >= NEAREST


def _beginning(statement: str) -> str:
    return " ".join(statement.split()[:SUGGESTION_WORDS]).strip(' ,;:.“”"')


def _message(reading: Reading, named: Named | None) -> str:
    """A message that checks the same quotation, without memory."""
    return f"/check “{reading.words}”" + (f" - {named.name}" if named else "")


def _usage(parts: Parts, intent: Intent) -> Answer:
    examples = [one.replace("/who ", "/check “", 1) + "”" for one in example(parts)]
    return nothing(intent, Note.USAGE, subject="check", suggestions=examples)
