"""How much the scores of /who are worth: `python -m bench.reliability`, with a picture.

Half of the development split's articles are loaded with their gold quotes, among as many of the training split as
`bench/calibrate.py` had loaded. All of the development split are asked about as there; the curve was fitted without
them. Of all questions with a hit, the best hit's score is compared with whether it holds the words that were said.
Writes results/reliability.json and results/reliability.png.

Needs ../shared/data, and for the picture `pip install -c constraints.txt '.[bench]'`.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path

import numpy as np

from bench.calibrate import DATA, calibration_error, holds, load, questions
from bot.model import Extraction, Parsed, Person
from bot.search import Searcher
from bot.store.sqlite import SqliteStore

RESULTS = Path(__file__).parent / "results"
STEPS = 10
ROUNDS = 4
"""Times that each article is asked about, each time with other fragments."""


def judged() -> list[tuple[float, bool]]:
    """The best hit's score of each question that has one, and whether it is right."""
    rng = random.Random(23)  # noqa: S311 - repeatable, not secret
    articles = list(load(DATA / "dev"))
    rng.shuffle(articles)
    loaded = [*articles[::2], *list(load(DATA / "train"))[::2]]
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "archive.sqlite"))
        for number, (article, quotes) in enumerate(loaded):
            people = tuple(dict.fromkeys(Person(quote.speaker.name) for quote in quotes if quote.speaker))
            store.add(Parsed(article, f"{number}.txt"), Extraction(tuple(quotes), people))
        search = Searcher(store)
        asked = [question for _ in range(ROUNDS) for question in questions(articles, rng)]
        hits = [(search.who(question.text, limit=1), question) for question in asked]
        store.close()
    print(f"{len(asked)} questions, {sum(bool(found) for found, _ in hits)} answered")
    return [(found[0].score, holds(found[0].quote, question)) for found, question in hits if found]


def by_step(pairs: list[tuple[float, bool]]) -> list[dict[str, float]]:
    """Mean score, share of right ones and number, in ten equal steps of the score."""
    steps: list[list[tuple[float, bool]]] = [[] for _ in range(STEPS)]
    for score, right in pairs:
        steps[min(int(score * STEPS), STEPS - 1)].append((score, right))
    return [
        {
            "score": round(sum(score for score, _ in step) / len(step), 4),
            "right": round(sum(right for _, right in step) / len(step), 4),
            "number": len(step),
        }
        for step in steps
        if step
    ]


def draw(steps: list[dict[str, float]], error: float) -> None:
    """The reliability diagram."""
    import matplotlib as mpl  # only here: the figures need no picture

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axis = plt.subplots(figsize=(5, 5), dpi=120)
    axis.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="perfect")
    axis.plot([s["score"] for s in steps], [s["right"] for s in steps], marker="o", color="#1f4e79", label="measured")
    for step in steps:
        axis.annotate(
            f"{step['number']:.0f}", (step["score"], step["right"]), textcoords="offset points", xytext=(6, -12)
        )
    axis.set(xlabel="score", ylabel="share that is right", xlim=(0, 1.03), ylim=(0, 1.03))
    axis.set_title(f"/who: what a score is worth (calibration error {error:.3f})", fontsize=10)
    axis.legend(loc="upper left", frameon=False)
    figure.tight_layout()
    figure.savefig(RESULTS / "reliability.png")


def main() -> None:
    """Ask, compare, write down and draw."""
    if not DATA.is_dir():
        sys.exit(f"{DATA} is missing: this measurement needs the data beside the checkout")
    pairs = judged()
    scores, labels = np.array([score for score, _ in pairs]), np.array([float(right) for _, right in pairs])
    error = calibration_error(scores, labels)
    steps = by_step(pairs)
    for step in steps:
        print(f"  score {step['score']:.3f}  right {step['right']:.3f}  of {step['number']}")
    print(f"expected calibration error {error:.4f}")
    kept = {"command": "python -m bench.reliability", "calibration_error": round(error, 4), "steps": steps}
    (RESULTS / "reliability.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    draw(steps, error)


if __name__ == "__main__":
    main()
