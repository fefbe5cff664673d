"""How fast summaries are, and how good: times them, and prints those of the sample articles to be judged.

    python bench/summaries.py              times one article of 600 words, and 200 articles on one topic
    python bench/summaries.py --show       prints the summaries of the sample articles as they are sent

Times are of the processor. The last ones are kept in results/summaries.json, the judgements in results/summaries.md.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.answer import Responder  # noqa: E402 - the checkout's own code
from bot.compose import compose, plain  # noqa: E402
from bot.extract.engine import Engine  # noqa: E402
from bot.extract.rules import Rules  # noqa: E402
from bot.model import Article, Parsed  # noqa: E402
from bot.parse import parse  # noqa: E402
from bot.search import Searcher  # noqa: E402
from bot.store.sqlite import SqliteStore  # noqa: E402
from bot.summarize import TrainedSummarizer  # noqa: E402

KEPT = ROOT / "bench/results/summaries.json"
WORDS, ARTICLES, EVENTS, RUNS = 600, 200, 40, 15
OUTLETS = ("EFE", "AFP", "dpa", "Tidende", "NDP")
TOPIC = "harbour"


def samples() -> list[Article]:
    """The sample articles."""
    return [parse(path.name, path.read_bytes())[0] for path in sorted((ROOT / "seeds").glob("*.txt"))]


def of_600_words(random_: random.Random) -> Article:
    """An article of about 600 words: paragraphs of the samples, those of one of them first."""
    every = [article.text.split("\n\n") for article in samples() if article.language == "en"]
    random_.shuffle(every)
    chosen: list[str] = []
    for paragraph in (one for paragraphs in every for one in paragraphs):
        if sum(len(one.split()) for one in chosen) < WORDS:
            chosen.append(paragraph)
    return Article("\n\n".join(chosen), headline=chosen[0][:60], language="en")


def on_one_topic(random_: random.Random) -> Iterator[Article]:
    """Articles of 600 words on one topic: several outlets' reports of each of some events."""
    for event in range(EVENTS):
        report = of_600_words(random_)
        first, *rest = report.text.split("\n\n")
        for number, outlet in enumerate(OUTLETS[: ARTICLES // EVENTS]):
            random_.shuffle(rest)
            opening = f"{first} The {TOPIC} board counted {event + number + 20} boats."
            text = "\n\n".join([opening, *rest])
            date = f"2024-03-{event % 28 + 1:02}"
            yield replace(report, text=text, provider=outlet, published=date)


def responder_over(articles: Iterator[Article] | list[Article], folder: str, engine: Engine) -> Responder:
    """A responder over an archive of the articles."""
    store = SqliteStore(Path(folder) / "archive.db")
    for number, article in enumerate(articles):
        store.add(Parsed(article, f"{number}.txt"), engine.extract(article))
    return Responder(store, Searcher(store), TrainedSummarizer())


def milliseconds(run: Callable[[], object]) -> float:
    """Of processor time, so that what else runs does not count: the median of some runs, the first left out."""
    run()
    times = []
    for _ in range(RUNS):
        began = process_time()
        run()
        times.append(1000 * (process_time() - began))
    return round(statistics.median(times), 1)


def timed() -> dict[str, float]:
    """Milliseconds of processor time: an article's sentences, its whole answer, the answer on all of a topic."""
    random_ = random.Random(1)  # noqa: S311 - repeatable, not secret
    one, summarizer = of_600_words(random_), TrainedSummarizer()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        quick = Engine(Rules())  # finds about as many quotes, sooner
        alone = responder_over([one], folder, quick)
        many = responder_over(on_one_topic(random_), other, quick)
        answer = many.answer(f"/summary about: {TOPIC}")[0]
        assert int(answer.facts["articles"]) == ARTICLES
        return {
            "sentences of one article": milliseconds(lambda: summarizer.summarize(one)),
            "answer on one article": milliseconds(lambda: compose(alone.answer("/summary")[0])),
            f"answer on {ARTICLES} articles": milliseconds(lambda: many.answer(f"/summary about: {TOPIC}")),
            "events": len(answer.events),
        }


def show() -> None:
    """Print the summaries of the sample articles."""
    with tempfile.TemporaryDirectory() as folder:
        responder = responder_over(samples(), folder, Engine())
        for article in samples():
            for size in ("short", ""):
                answer = responder.answer(f"/summary {article.id} {size}".strip())[0]
                print(plain(compose(answer), buttons=False), end="\n\n")
            print("=" * 100)


def main() -> None:
    """As asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", action="store_true")
    if options.parse_args().show:
        show()
        return
    figures = timed()
    KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
