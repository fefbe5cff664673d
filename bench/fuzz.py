"""Whether any text at all is read: `python bench/fuzz.py [--cases 100000] [--seed 1]`.

Reads random texts, and articles broken in random ways, and counts what must never be: an exception, a paragraph left
out, an offset outside the text, a slice that isn't the text's, another answer the second time. Then it times texts of
100 kB and of 1 MB: reading is linear, so the larger takes at most LINEAR times as long. The figures of the last run
are kept in results/fuzz.json. Tests run the same with some hundred cases (tests/extract/test_fuzz.py).
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import seeds
from bot.extract.engine import Engine
from bot.model import Article, Quote

KEPT = Path(__file__).parent / "results" / "fuzz.json"
LINEAR = 12
"""Times the time of 100 kB that 1 MB may take."""
SMALL, LARGE = 100_000, 1_000_000
"""Characters of the texts that are timed."""
PASSES = 3
AGAIN = 20
"""Every so many cases the same text is read twice."""
MARKS = list("“”\"'‘’«»„`—–-_,.:;!?()[]…\u2028\u00a0\t")
WORDS = """said told says he she it they who that according to by the minister Mara Lind Dr. Holm Mr. U.S. don't
believes denied “ ” '' `` -- ... dijo según afirmó que —No I'm 1,000 5.30pm é ß İ ﬁ 🙂 中文 \u0301 \ud800""".split(" ")


def texts(chance: random.Random, articles: Sequence[str]) -> Iterator[str]:
    """Random texts without end: heaps of words and marks, any characters, and broken articles."""
    ways: list[Callable[[], str]] = [
        lambda: "".join(
            chance.choice(WORDS) + chance.choice((" ", " ", "", "\n", "\n\n")) for _ in range(_size(chance))
        ),
        lambda: "".join(
            chr(chance.choice((chance.randrange(128), chance.randrange(0x3000)))) for _ in range(_size(chance))
        ),
        lambda: broken(chance, chance.choice(articles)),
    ]
    while True:
        yield chance.choice(ways)()


def _size(chance: random.Random) -> int:
    return int(2 ** (8 * chance.random()))


def broken(chance: random.Random, article: str) -> str:
    """A piece of an article with marks put in, letters lost, capitals or line breaks everywhere."""
    begin = chance.randrange(len(article))
    letters = list(article[begin : begin + 40 + _size(chance)])
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(
            ("", chance.choice(MARKS), letters[at] + chance.choice(MARKS), letters[at] * 2, "\n")
        )
        letters = [letter for letter in letters if letter] or [" "]
    text = "".join(letters)
    return chance.choice((str, str, str, str.upper, str.lower, _unpointed))(text)


def _unpointed(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum() or letter.isspace())


def faults(text: str, quotes: Sequence[Quote]) -> Iterator[str]:
    """What is wrong with the quotes of a text."""
    for quote in quotes:
        spans = [
            *quote.content,
            *([quote.cue.span] if quote.cue else []),
            *([quote.speaker.span] if quote.speaker else []),
        ]
        if not all(0 <= span.start < span.end <= len(text) for span in spans):
            yield "offset outside the text"
        if list(quote.content) != sorted(quote.content) or not quote.content:
            yield "content out of order"
        if quote.cue and quote.cue.span.of(text) != quote.cue.text:
            yield "cue isn't the text's"
        if quote.speaker and quote.speaker.span.of(text) != quote.speaker.mention:
            yield "mention isn't the text's"


class _Warnings(logging.Handler):
    """Counts what the engine had to leave out."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.number = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the number is all that matters
        self.number += 1


def fuzzed(cases: int, seed: int) -> Counter[str]:
    """The faults of so many random texts, and how many quotes they gave."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    articles = [path.read_text(encoding="utf-8") for path in sorted(Path(seeds.__file__).parent.glob("*.txt"))]
    engine, found, warnings = Engine(), Counter[str](), _Warnings()
    engine_log = logging.getLogger("bot.extract.engine")
    engine_log.addHandler(warnings)
    try:
        for number, text in zip(range(cases), texts(chance, articles), strict=False):
            article = Article(text, language=chance.choice(("en", "en", "en", "es", None)))
            read = engine.extract(article)
            found["quotes"] += len(read.quotes)
            found.update(faults(text, read.quotes))
            if number % AGAIN == 0 and engine.extract(article) != read:
                found["another answer the second time"] += 1
    finally:
        engine_log.removeHandler(warnings)
    found["paragraphs left out"] += warnings.number
    return found


def long_texts(size: int) -> dict[str, str]:
    """Texts of so many characters, each hard in its own way."""
    article = "\n\n".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(seeds.__file__).parent.glob("*.txt"))
    )
    pieces = {
        "articles": article + "\n\n",
        "one paragraph": article.replace("\n", " ") + " ",
        "quotes": "“It holds,” said Mara Lind, the mayor of Aldersund.\n\n",
        "open marks": "“He said that “she said, ",
        "a word": "said",
        "wrapped": "The minister said that the bridge across the sound would\nhold in any wind, as it was built for.\n",
    }
    return {name: (piece * (size // len(piece) + 1))[:size] for name, piece in pieces.items()}


def growth() -> dict[str, float]:
    """How many times as long 1 MB takes as 100 kB, by text."""
    engine = Engine()

    def seconds(text: str) -> float:
        best = float("inf")
        for _ in range(PASSES):
            began = time.process_time()
            engine.extract(Article(text, language="en"))
            best = min(best, time.process_time() - began)
        return best

    small, large = long_texts(SMALL), long_texts(LARGE)
    return {name: round(seconds(large[name]) / seconds(small[name]), 1) for name in small}


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz, time, print, keep; 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    found = fuzzed(args.cases, args.seed)
    times = growth()
    quotes = found.pop("quotes", 0)
    kept = {"cases": args.cases, "seed": args.seed, "quotes": quotes, "faults": dict(+found), "1 MB / 100 kB": times}
    print(json.dumps(kept, indent=1))
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return int(bool(+found) or max(times.values()) > LINEAR)


if __name__ == "__main__":
    sys.exit(main())
