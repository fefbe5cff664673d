"""How fast questions are answered: `python bench/questions.py [--articles 10000]`.

Loads articles of about 600 words, made of shuffled sentences of the measuring data in ../shared so that words are as
frequent as in news, and asks what stands in them ("when did" with half a sentence behind): one article alone, then
all. Prints milliseconds, once with the articles to be read and once with them read, and keeps them in
results/question_times.json.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.model import UNFILTERED, Article, Extraction, Filters, Parsed
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
from bot.text import sentences

DATA = Path(__file__).parents[2] / "shared" / "data" / "summaries" / "summaries.jsonl"
KEPT = Path(__file__).parent / "results" / "question_times.json"
WORDS = 600
QUESTIONS = 300


def pool() -> list[str]:
    """Sentences of news."""
    texts = [json.loads(line)["article"] for line in DATA.read_text(encoding="utf-8").splitlines()]
    found = [span.of(text) for text in texts for span in sentences(text)]
    return [one for one in found if 5 <= len(one.split()) <= 60]


def article(chance: random.Random, told: Sequence[str]) -> Article:
    """Shuffled sentences, two a paragraph."""
    text, size = "", 0
    while size < WORDS:
        pair = " ".join(chance.choices(told, k=2))
        text, size = f"{text}\n\n{pair}", size + len(pair.split())
    return Article(text.strip(), headline=chance.choice(told)[:80])


def question(chance: random.Random, asked: Article) -> str:
    """What stands in one of its sentences."""
    words = chance.choice(sentences(asked.text)).of(asked.text).split()
    return f"When did {' '.join(words[: max(3, len(words) // 2)][:12])}?"


def times(search: Searcher, questions: Sequence[str], filters: Filters) -> dict[str, float]:
    """Milliseconds of processor time a question: as its articles are read for the first time, and once they are."""
    pairs = [[_time(search, one, filters) for _ in range(2)] for one in questions]
    first, again = (sorted(taken) for taken in zip(*pairs, strict=True))
    return {
        "first p50": _at(first, 0.5),
        "first p99": _at(first, 0.99),
        "p50": _at(again, 0.5),
        "p99": _at(again, 0.99),
    }


def _time(search: Searcher, question: str, filters: Filters) -> float:
    began = process_time()
    search.passages(question, filters=filters)
    return 1000 * (process_time() - began)


def _at(ordered: Sequence[float], share: float) -> float:
    return round(ordered[int(share * (len(ordered) - 1))], 1)


def main() -> int:
    """Load, ask, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    args = parser.parse_args()
    if not DATA.exists():
        print(f"needs {DATA}", file=sys.stderr)
        return 2
    chance, told = random.Random(7), pool()  # noqa: S311 - invented texts, not secrets
    made = [article(chance, told) for _ in range(args.articles)]
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "archive.db")
        for number, one in enumerate(made):
            store.add(Parsed(one, f"{number}.txt"), Extraction())
        first = made[0]
        alone = [question(chance, first) for _ in range(QUESTIONS)]
        among = [question(chance, chance.choice(made)) for _ in range(QUESTIONS)]
        figures = {
            "one article": times(Searcher(store), alone, Filters(article=first.id)),
            f"{args.articles} articles": times(Searcher(store), among, UNFILTERED),
        }
        store.close()
    print(json.dumps(figures, indent=1))
    KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
