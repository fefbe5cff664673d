"""What differs between a user's words and the record, in words: loud for a check, brief beside a search's hit."""

from __future__ import annotations

from collections.abc import Sequence

from bot.compose import wording
from bot.language import Language
from bot.model import Answer, Block, Difference, Flag, Match, Piece, Result, Style, Verdict

MOST_DIFFERENCES = 8
"""Lines; more say no more than that much is altered."""
WORDS_CHARACTERS = 120
"""Most characters of either side's words in a line."""


def verdict(say: Language, answer: Answer) -> tuple[Block, ...]:
    """The verdict on a checked quotation, and what weighs against taking it for more than it is."""
    if answer.verdict is None or not answer.results:
        return ()
    best = answer.results[0]
    speaker = wording.shortened(answer.facts.get("speaker", ""), WORDS_CHARACTERS)
    by = wording.shortened(best.speaker.name if best.speaker else "", WORDS_CHARACTERS)
    told = [say(wording.VERDICTS[answer.verdict], said_by=by, speaker=speaker)]
    told += [say(wording.ALTERED_TOO)] if _altered_too(answer.verdict, best) else []
    told += [say(wording.PUNCTUATION)] if "punctuation" in answer.facts else []
    told += [say(wording.NOBODY_NAMED, speaker=speaker)] if speaker and best.speaker is None else []
    return (Block((Piece(" ".join(told), Style.BOLD),)),)


def _altered_too(given: Verdict, best: Result) -> bool:
    return given is Verdict.SOMEBODY_ELSE and best.match is not Match.EXACT


def lines(say: Language, differences: Sequence[Difference]) -> list[Block]:
    """A line for each difference, those that change the sense first and named for it."""
    weighing_first = sorted(differences, key=lambda one: not one.flags)
    told = [_line(say, one) for one in weighing_first[:MOST_DIFFERENCES]]
    more = len(differences) - MOST_DIFFERENCES
    if more <= 0:
        return told
    return [*told, Block((Piece("• " + say.plural("{number} more difference", "{number} more differences", more)),))]


def _line(say: Language, one: Difference) -> Block:
    flags = say(wording.AND).join(say(wording.FLAGS[flag]) for flag in Flag if flag in one.flags)
    words = _filled(say, wording.CHANGES[one.change], one)
    if not flags:
        return Block((Piece(f"• {words[0].upper()}{words[1:]}."),))
    return Block((Piece("• "), Piece(f"{flags}: ", Style.BOLD), Piece(f"{words}.")))


def brief(say: Language, differences: Sequence[Difference]) -> str:
    """The differences in one line; empty where there are none."""
    told = ", ".join(_filled(say, wording.BRIEFLY[one.change], one) for one in differences[:MOST_DIFFERENCES])
    return say(wording.AGAINST_THE_RECORD) + told if told else ""


def _filled(say: Language, template: str, one: Difference) -> str:
    yours, record = (wording.shortened(words, WORDS_CHARACTERS) for words in (one.yours, one.record))
    return say(template, yours=yours, record=record)
