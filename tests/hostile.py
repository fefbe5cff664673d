"""Hostile texts, the same for the same seed, and what has to hold for what is found in them.

`python -m tests.hostile [--cases 100000] [--seed 1]` goes through so many and prints those that fail.
"""

from __future__ import annotations

import argparse
import logging
import random
from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.extract import extract
from bot.model import Extraction, Span

WORDS = """the a he she they it who said says told added asked called denied according to that not never if because
minister spokesman mayor officials police company council witness Mr. Dr. Sen. Mara Lind Olaf Rein Holm Orvik Norland
U.S. NATO $4.5m 3,000 10:30 O’Brien don't 'em 90s re-open x y _ __ *** reported claims believes hopes wants plans
dijo según afirmó que el la los una señaló añadió Lucía Ferrándiz alcaldesa ministro сказал Иванов 说 記者 قال Ångström
naïve İstanbul ﬁre ½ ß ŉ""".split()
MARKS = [
    "“",
    "”",
    '"',
    "''",
    "``",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "‟",
    "‹",
    "›",
    "—",
    "–",
    "-",
    "―",
    "…",
    "...",
    "¿",
    "¡",
]
ENDS = [". ", ", ", "? ", "! ", ": ", "; ", " ", "\n", "\n\n", "\r\n", "\u2028", "\t", "\u00a0", "\u200b", "", " | "]
ODD = [
    "\x00",
    "\ufeff",
    "\u202e",
    "\u0301",
    "🙂",
    "👩‍👩‍👧",
    "\ud800",
    "\x85",
    "\x1c",
    "\uffff",
    "\U0010ffff",
    "\u00ad",
    "(",
    ")",
    "[",
    "]",
]
SPEECH = [
    "“It holds,” said Mara Lind, the mayor. “We checked.”",
    "Olaf Rein: No.\n\nMara Lind: Why?\n\nOlaf Rein: The sea.",
    "Q: Why?\n\nA: Because he said so.",
    "—No —dijo Lucía Ferrándiz—. Nunca.",
    "ORVIK, Oct 3 (Reuters) - The council said it would close the pier.",
    "“The reser-\nvoir is half full,” said engi-\nneer Tobias Lund.",
    "He told her that she had told him that they said it.",
]
SOUND = "“The pier is closed until the spring,” said harbour master Berta Quill on Monday."
"""A paragraph without a fault, beside which the hostile ones stand."""


def _marked(chance: random.Random) -> str:
    return "".join(
        chance.choice([*MARKS, chance.choice(WORDS)]) + chance.choice(ENDS) for _ in range(chance.randint(1, 20))
    )


def _plain(chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 30)))


def _capitals(chance: random.Random) -> str:
    return chance.choice([str.upper, str.lower, str.title, str.swapcase])(chance.choice(SPEECH) + " " + _marked(chance))


def _misread(chance: random.Random) -> str:
    """Speech as a bad scan has it."""
    letters = list(" ".join(chance.sample(SPEECH, 2)))
    for _ in range(chance.randint(1, 30)):
        letters[chance.randrange(len(letters))] = chance.choice(["l", "1", "", "  ", "-\n", "~", "rn", *ODD])
    return "".join(letters)


def _table(chance: random.Random) -> str:
    sign = chance.choice(["|", "\t", ";", ",", "  "])
    return "\n".join(sign.join(chance.choice([*WORDS, *MARKS]) for _ in range(5)) for _ in range(chance.randint(1, 6)))


def _noise(chance: random.Random) -> str:
    return "".join(chance.choice([chr(chance.randrange(0x250)), *ODD, *MARKS]) for _ in range(chance.randint(0, 40)))


def _again(chance: random.Random) -> str:
    return chance.choice([*MARKS, *WORDS, *ENDS, *ODD, *SPEECH]) * chance.randint(
        1, 9 if chance.random() < 0.95 else 300
    )


KINDS: list[Callable[[random.Random], str]] = [_marked, _plain, _capitals, _misread, _table, _noise, _again]


def hostile(seed: int) -> str:
    """A text of one to four hostile paragraphs, some cut in the middle."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    text = chance.choice(["\n\n", "\n", " ", ""]).join(
        chance.choice(KINDS)(chance) for _ in range(chance.randint(1, 4))
    )
    return text[: chance.randint(0, len(text))] if chance.random() < 0.2 else text


def faults(text: str, found: Extraction) -> Iterator[str]:
    """What doesn't hold of what was found in a text."""
    for quote in found.quotes:
        content = quote.content
        if not content or any(not 0 <= a < b <= len(text) for a, b in content):
            yield f"content {content} of {len(text)} characters"
        if any(one.end > other.start for one, other in pairwise(content)):
            yield f"parts out of order: {content}"
        if not 0 <= quote.confidence <= 1:
            yield f"confidence {quote.confidence}"
        if quote.cue and quote.cue.span.of(text) != quote.cue.text:
            yield f"cue {quote.cue.text!r} isn't {quote.cue.span.of(text)!r}"
        speaker = quote.speaker
        if speaker and (speaker.span.of(text) != speaker.mention or not speaker.name.strip() or "\n" in speaker.name):
            yield f"speaker {speaker.name!r}, {speaker.mention!r} isn't {speaker.span.of(text)!r}"
    if sum(person.quotes for person in found.people) > len(found.quotes):
        yield "more quotes counted than found"


def spoilt(seed: int) -> bool:
    """Whether hostile paragraphs around take a sound one its words or its speaker."""
    text = f"{hostile(seed)}\n\n{SOUND}\n\n{hostile(seed + 1)}"
    start = text.index(SOUND) + 1
    said = Span(start, start + len("The pier is closed until the spring"))
    speakers = [quote.speaker for quote in extract(text).quotes if said in quote.content]
    return not any(speaker and speaker.name.endswith("Quill") for speaker in speakers)


class _Counting(logging.Handler):
    """Counts warnings: the engine reports so what it can't read."""

    seen = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Counts one."""
        self.seen += 1


def main() -> None:
    """Go through many; print what fails."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--cases", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    warned = _Counting()
    logging.getLogger("bot.extract").addHandler(warned)
    wrong = beside = 0
    for seed in range(chosen.seed, chosen.seed + chosen.cases):
        text, language, before = hostile(seed), (None, "en", "es", "fr")[seed % 4], warned.seen
        try:
            found = extract(text, language=language)
            problems = [*faults(text, found)]
            if seed % 20 == 0 and extract(text, language=language) != found:
                problems.append("another result the second time")
        except Exception as error:  # noqa: BLE001 - any of them is a fault
            problems = [repr(error)]
        if warned.seen > before:
            problems.append("a part couldn't be read")
        if problems:
            wrong += 1
            print(seed, language, problems[:3], flush=True)
        if seed % 1000 == 0:
            print(f"{seed}, {wrong} with faults", end="\r", flush=True)
        beside += seed % 50 == 0 and spoilt(seed)
    print(f"{chosen.cases} texts, {wrong} with faults; {beside} of {chosen.cases // 50} sound paragraphs spoilt")


if __name__ == "__main__":
    main()
