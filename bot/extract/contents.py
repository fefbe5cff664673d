"""What was said: the stretches of a sentence that belong to a cue."""

from __future__ import annotations

from collections.abc import Iterator

from bot.extract.clauses import Clause, past_adverbials
from bot.extract.cues import PAUSES, STOPS, Cue
from bot.extract.packs import Pack
from bot.model import Span

_EDGES = " \t,;:.—–-_\"“”„«»`'‘’"
_NOT_SAID = (
    "not to be identified",
    "not to be named",
    "to be named",
    "to be identified",
    "to remain anonymous",
    "anonymity",
    "to comment",
    "comentar",
    "hacer comentarios",
)


def content_of(text: str, clause: Clause, cue: Cue, cues: list[Cue], pack: Pack) -> list[Span]:
    """The words of a cue, in parts, without marks at their ends."""
    found = _before(clause, cue, cues) if cue.before else _after(clause, cue, cues, pack)
    spans = [trimmed(text, span) for span in found]
    spans = [span for span in spans if any(map(str.isalnum, span.of(text)))]
    if len(spans) == 1 and spans[0].of(text).casefold().startswith(_NOT_SAID):
        return []
    return spans


def _before(clause: Clause, cue: Cue, cues: list[Cue]) -> Iterator[Span]:
    tokens = clause.tokens
    floor = max((one.ends for one in cues if one.verb < cue.verb and not _nested(clause, one, cue)), default=0)
    if floor < cue.begins:
        yield Span(tokens[floor].start, tokens[cue.begins - 1].end)
    later = min((one.begins for one in cues if one.verb > cue.verb), default=len(tokens))
    resumed = [at for at in range(cue.ends, later) if clause.quoted[at]]
    resumes = bool(resumed) and not clause.words[resumed[0] - 1].isalnum()
    if resumes and not any(one.verb > cue.verb and not one.before for one in cues):
        yield Span(tokens[resumed[0]].start, tokens[resumed[-1]].end)
    elif not resumed and _inserted(clause, cue, floor, later):
        yield Span(tokens[cue.ends].start, tokens[later - 1].end)


def _nested(clause: Clause, earlier: Cue, trailing: Cue) -> bool:
    """Whether ", X said" at the end reports an earlier report as a whole: it stands in one sentence without marks."""
    return not earlier.before and not earlier.shared and not any(clause.quoted[: trailing.begins])


MOST_BEFORE = 8
"""Tokens before ", X said," up to which the words are thought to go on behind it."""


def _inserted(clause: Clause, cue: Cue, floor: int, later: int) -> bool:
    """Whether "X said" stands between commas within the words: they go on behind it, and begin no clause there."""
    if cue.ends >= later or clause.words[cue.ends] not in (",", "—", "–") or cue.begins - floor >= MOST_BEFORE:
        return False
    at = cue.ends + 1
    if clause.words[cue.begins - 1] not in PAUSES or later - at < 3 or any(clause.quoted[at:later]):
        return False
    return clause.words[at] not in ("who", "which", "whose", "quien", "que")


def _after(clause: Clause, cue: Cue, cues: list[Cue], pack: Pack) -> Iterator[Span]:
    at = cue.ends
    word = clause.words[cue.verb]
    if word in pack.addressed:
        at = _listener_end(clause, at, pack)
    if clause.words[at : at + 1] and not (clause.words[at] in pack.infinitive and word not in pack.speech):
        at = past_adverbials(clause, at, pack)
    behind = [one for one in cues if one.verb > cue.verb]
    later = [one.begins for one in behind if one.before or _own_report(clause, one, pack)]
    later += [one.first for one in behind if one.begins < cue.begins and not one.shared]
    end = min((one for one in later if one > at), default=len(clause.tokens))
    ends = pack.joints | pack.contrasts
    if end - 2 > at and end < len(clause.tokens) and _contrasts(clause, end, pack):
        end -= 2
    while end > at and (clause.words[end - 1] in ends or clause.words[end - 1] in PAUSES):
        end -= 1
    if at < end:
        yield Span(clause.tokens[at].start, clause.tokens[end - 1].end)


def _own_report(clause: Clause, cue: Cue, pack: Pack) -> bool:
    """Whether a later cue ends the words of an earlier one: ", adding that", ", and he said"."""
    before = clause.words[cue.begins - 1] if cue.begins else ""
    joined = before in PAUSES or before in pack.joints or before in (";", *pack.contrasts)
    return not cue.before and (joined or _contrasts(clause, cue.begins, pack))


def _contrasts(clause: Clause, at: int, pack: Pack) -> bool:
    """Whether "mientras que" stands before a position."""
    return at > 1 and clause.words[at - 2] in pack.contrasts and clause.words[at - 1] in pack.that


def _listener_end(clause: Clause, at: int, pack: Pack) -> int:
    start = at
    for ahead in range(at, min(at + 12, len(clause.words))):
        word = clause.words[ahead]
        if word in STOPS or word in pack.that or word in pack.questions or clause.quoted[ahead]:
            break
        if word in pack.infinitive and ahead > start + (clause.words[start] in pack.infinitive):
            # "urged both sides to lower their voices" says all of it, "asked the court to rise" only "to rise"
            return ahead if clause.words[start - 1] in pack.spoken_to else start
    while at < len(clause.words) and not clause.quoted[at] and at - start < 8:
        word = clause.words[at]
        if word in STOPS or word in pack.that or word in pack.questions or word in pack.prepositions:
            break
        if at > start and (word in pack.determiners or word in pack.pronouns):
            break
        at += 1
    return at


def trimmed(text: str, span: Span) -> Span:
    """Without quotation marks, commas and points at its ends (an apostrophe that belongs to a word stays)."""
    start, end = span
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)
