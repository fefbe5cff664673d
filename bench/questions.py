"""How fast questions are answered: `python bench/questions.py [--articles 10000]`.

Loads articles of about 600 words, made of shuffled sentences of the measuring data in ../shared so that words are as
frequent as in news, and asks what stands in them ("when did" with half a sentence behind): one article alone, then
all. Prints milliseconds, the first question of each article apart, and keeps them in results/question_times.json.
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
    """Milliseconds of processor time a question."""
    taken = []
    for one in questions:
        began = process_time()
        search.passages(one, filters=filters)
        taken.append(1000 * (process_time() - began))
    ordered = sorted(taken)
    return {"p50": round(ordered[len(ordered) // 2], 1), "p99": round(ordered[int(0.99 * len(ordered))], 1)}


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
            "one article, the very first question": times(Searcher(store), alone[:1], Filters(article=first.id)),
            "one article": times(Searcher(store), alone, Filters(article=first.id)),
            f"{args.articles} articles": times(Searcher(store), among, UNFILTERED),
        }
        store.close()
    print(json.dumps(figures, indent=1))
    KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
