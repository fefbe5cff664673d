"""The intent step: any message -> command and slots, by commands, grammar and mended command words."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.answer.commands import BY_NAME
from bot.answer.grammar import (
    DETERMINER,
    IN_A_SIZE,
    IN_SENTENCES,
    KEYWORDS,
    NAMES_SOMEBODY,
    NUMBER_WORDS,
    POLITE,
    POLITE_END,
    PRONOUNS,
    RULES,
    SUMMARY_LENGTH,
    TOPIC_ALONE,
)
from bot.answer.parts import Intent
from bot.answer.question_grammar import is_question
from bot.text import fold, tokens_of

MOST_CHARACTERS = 1000
"""Longer messages are refused: no fragment that somebody remembers is longer, and patterns stay quick."""
LIKE_A_COMMAND = 70.0
"""0-100 (RapidFuzz ratio): from here on an unknown /command is taken for a misspelt one. Tuned on hand-made slips."""
MENDED_LENGTH = 4
"""Letters: shorter words are too much alike to be mended."""
_COMMAND = re.compile(r"[/／](?P<name>[^\W\d]\w*)(?:@\w+)?(?:[\s:]+(?P<rest>.*))?", re.DOTALL)
_ENDS = re.compile(r"[\s?!.…¿¡]+$|^[\s¿¡]+")
_SLOTS = ("words", "speaker", "topic", "other", "article")


def clean(message: str) -> str:
    """The message as one line of characters that can be stored and shown; control characters become spaces."""
    whole = message.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in whole).split())


def understand(message: str) -> Intent:
    """What a message (already `clean`) asks for. Every message has an intent; the last resort is "ask" or "bare"."""
    command = _COMMAND.fullmatch(message)
    if command:
        return _command(message, command["name"], (command["rest"] or "").strip())
    as_typed = message.replace("’", "'")  # a quotation is never mended
    for text in _ways_to_read(message):
        found = _by_grammar(message, text)
        if found and not (found.command == "check" and found.words not in as_typed):
            return found
    plain = _ENDS.sub("", message.replace("’", "'"))
    head, _, rest = plain.partition(" ")
    if rest and head.casefold().rstrip(":") in ("who", "who's", "quote", "summary", "quien", "quién"):
        somebody = NAMES_SOMEBODY.fullmatch(plain)
        if somebody and head.casefold() != "quote":
            return Intent(message, "who is", speaker=_bare_of_marks(somebody["speaker"]))
        return _command(message, head.casefold().rstrip(":"), rest)
    return Intent(message, "ask" if is_question(message) else "bare", words=message)


def _command(message: str, name: str, rest: str) -> Intent:
    known = BY_NAME.get(fold(name))
    if known is None:
        return Intent(message, "unknown", words=rest, topic=name)
    intent = Intent(message, known.name)
    if known.name == "quote":
        return _quote(intent, rest)
    if known.name in ("summary", "article", "quotes"):
        return _with_length(replace(intent, article=rest or None))
    return replace(intent, words=rest)


def _quote(intent: Intent, rest: str) -> Intent:
    """/quote takes whole questions, "speaker: topic", and both in any order."""
    for text in _ways_to_read(rest) if ":" not in rest else ():
        for command, pattern in RULES:
            match = pattern.fullmatch(text) if command == "quote" else None
            if match:
                return _filled(intent, match)
    alone = TOPIC_ALONE.fullmatch(rest)
    if alone and not re.search(r" (?:by|from) |[:,]", rest):
        return replace(intent, topic=alone["topic"].strip())
    return replace(intent, words=rest, free=True)


def _ways_to_read(message: str) -> list[str]:
    """The message without its end marks; without politeness; with mended command words."""
    plain = _ENDS.sub("", message.replace("’", "'")).strip()
    polite = POLITE_END.sub("", POLITE.sub("", plain, count=1))
    return list(dict.fromkeys([plain, polite, _mended(polite)]))


def _mended(text: str) -> str:
    """The text with words one slip away from a command word replaced by it."""
    return " ".join(_mended_word(word) for word in text.split(" "))


def _mended_word(word: str) -> str:
    bare = word.casefold()
    if len(bare) < MENDED_LENGTH or bare in KEYWORDS:
        return word
    found = process.extractOne(bare, KEYWORDS, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found and found[0][0] == bare[0] else word


def _by_grammar(message: str, text: str) -> Intent | None:
    for pattern, sentences in SUMMARY_LENGTH:
        if pattern.fullmatch(text):
            return Intent(message, "summary", sentences=sentences)
    for command, pattern in RULES:
        match = pattern.fullmatch(text)
        if match:
            if command == "more":
                return _filled(Intent(message, "quote", follows=True), match)
            return _with_length(_filled(Intent(message, command), match))
    return None


def _filled(intent: Intent, match: re.Match[str]) -> Intent:
    """The intent with the slots of a match; a pronoun as the speaker means the one before."""
    slots = {name: _bare_of_marks(value) for name, value in match.groupdict().items() if name in _SLOTS and value}
    if "topic" in slots:
        determiner = DETERMINER.match(slots["topic"])
        slots["topic"] = slots["topic"][determiner.end() :] if determiner else slots["topic"]
    said_before = "speaker" in slots and set(tokens_of(slots["speaker"])) <= PRONOUNS
    return replace(intent, follows=intent.follows or said_before, **slots)  # type: ignore[arg-type]


def _with_length(intent: Intent) -> Intent:
    if intent.command != "summary" or not intent.article:
        return intent
    for pattern, sentences in IN_A_SIZE:
        match = pattern.fullmatch(intent.article)
        if match:
            return replace(intent, article=match["article"] or None, sentences=sentences)
    match = IN_SENTENCES.fullmatch(intent.article)
    if not match:
        return intent
    number = NUMBER_WORDS.get(match["number"].casefold()) or int(match["number"])
    return replace(intent, article=match["article"].strip() or None, sentences=max(1, number))


def _bare_of_marks(text: str) -> str:
    return text.strip(' \t,;:"“”„«»‘') or text.strip()


def closest_command(name: str) -> str | None:
    """The command whose name is most like a misspelt one; None where none is."""
    found = process.extractOne(fold(name), list(BY_NAME), scorer=fuzz.ratio, score_cutoff=LIKE_A_COMMAND)
    return BY_NAME[found[0]].name if found else None
