"""Trains the scorer of summary sentences, judges it by cross-validation, and writes its weights.

    python bench/train_summaries.py [--data FOLDER] [--folds 5] [--write]

Sentences are drawn with the probabilities that the scorer gives them; whole summaries that share more of their words
and pairs of words with a human one (ROUGE-1 plus ROUGE-2, F1) than others drawn for the same article make their
sentences likelier (policy gradient, as in Narayan et al. 2018, "Ranking Sentences for Extractive Summarization with
Reinforcement Learning"). Needs rouge-score, and in the folder summaries.jsonl: a line an article with "subset",
"article", and "summary" or "references". Everything is seeded; the figures of the last cross-validation are kept in
results/summaries_cv.json.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.model import Article  # noqa: E402 - the checkout's own code
from bot.summarize.features import NAMES, features  # noqa: E402
from bot.summarize.reading import Reading, read  # noqa: E402
from bot.summarize.trained import FILE, Model, ranked  # noqa: E402

VERSION = 1
"""Of the weights; bot/summarize/MODEL_CARD.md tells what each was made from."""
FIGURES = ROOT / "bench/results/summaries_cv.json"
WANTED = {"cnndm_test": 3, "cnndm_train100": 3, "xsum_test": 1, "freelance": 3}
"""Sentences that the reference summaries of a subset have, about."""
WORTH = {"xsum_test": 3.0, "freelance of one": 2.0}
"""How much a subset counts beside the others, for one sentence: the first has no leads, the last is nearest to what
readers want."""
PASSES, DRAWN, BATCH = 40, 16, 32
RATE, DECAY = 0.05, 0.01
LEAST_SPREAD = 0.001
"""Standard deviation below which a measure counts as constant, and isn't scaled up."""
SEEDS = 3
"""Runs whose weights are averaged."""
TOKENS = DefaultTokenizer(use_stemmer=True)


@dataclass
class Item:
    """One article with its human summaries, and how many sentences are wanted of it."""

    subset: str
    wanted: int
    reading: Reading
    rows: np.ndarray
    grams: list[tuple[int, np.ndarray, np.ndarray, np.ndarray, float]]
    """For each reference and length of gram: the length, how often each sentence holds each gram of the reference,
    how often the reference does, how many grams each sentence has, how many the reference has."""

    def reward(self, drawn: np.ndarray, sizes: tuple[int, ...] = (1, 2)) -> np.ndarray:
        """ROUGE F1, summed over the sizes, the best over the references; `drawn`: summaries x sentences."""
        best = {size: np.zeros(len(drawn)) for size in sizes}
        for size, held, wanted, numbers, total in self.grams:
            if size in best:
                common = np.minimum(held[drawn].sum(1), wanted).sum(1)
                best[size] = np.maximum(best[size], 2 * common / (numbers[drawn].sum(1) + total))
        return sum(best.values(), np.zeros(len(drawn)))


def items(path: Path) -> list[list[Item]]:
    """The articles; each as it was summed up and, where that took several sentences, for one sentence as well."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = read(Article(row["article"]))
        sentences = [TOKENS.tokenize(one.text) for one in reading.sentences]
        references = [TOKENS.tokenize(one) for one in row.get("references") or [row["summary"]]]
        grams = [_grams(sentences, reference, size) for reference in references for size in (1, 2)]
        item = Item(row["subset"], WANTED[row["subset"]], reading, features(reading), grams)
        single = Item(f"{item.subset} of one", 1, reading, item.rows, grams)
        found.append([item] if item.wanted == 1 else [item, single])
    return found


def _counts(tokens: list[str], size: int) -> Counter:
    return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))


def _grams(sentences: list[list[str]], reference: list[str], size: int) -> tuple:
    wanted = _counts(reference, size)
    held = np.array([[counts[one] for one in wanted] for counts in (_counts(one, size) for one in sentences)], float)
    numbers = np.array([max(0, len(one) - size + 1) for one in sentences], float)
    return (
        size,
        held.reshape(len(sentences), len(wanted)),
        np.array(list(wanted.values()), float),
        numbers,
        float(wanted.total()),
    )


def trained(training: list[Item], seed: int) -> Model:
    """The scorer that the items teach."""
    random_ = np.random.default_rng(seed)
    rows = np.vstack([item.rows for item in training])
    mean, spread = rows.mean(0), rows.std(0)
    scale = np.where(spread < LEAST_SPREAD, 1.0, spread)
    weights, steps = np.zeros(len(NAMES)), _Adam(len(NAMES))
    worth = _worth(training)
    for epoch in range(PASSES):
        order = random_.permutation(len(training))
        for at in range(0, len(order) - BATCH + 1, BATCH):
            batch = [training[place] for place in order[at : at + BATCH]]
            slope = sum(worth[item.subset] * _slope(item, mean, scale, weights, random_) for item in batch) / BATCH
            weights = weights + steps.step(slope - DECAY * weights, RATE * (1 - epoch / PASSES))
    return Model(mean, scale, weights)


class _Adam:
    """Steps by Kingma and Ba 2015."""

    def __init__(self, size: int) -> None:
        self.first, self.second, self.number = np.zeros(size), np.zeros(size), 0

    def step(self, slope: np.ndarray, rate: float) -> np.ndarray:
        self.number += 1
        self.first = 0.9 * self.first + 0.1 * slope
        self.second = 0.99 * self.second + 0.01 * slope * slope
        first, second = self.first / (1 - 0.9**self.number), self.second / (1 - 0.99**self.number)
        return rate * first / (np.sqrt(second) + 1e-8)


def _worth(training: list[Item]) -> dict[str, float]:
    """What an item of each subset counts, 1 on average: large subsets more than small ones, but by their root."""
    sizes = Counter(item.subset for item in training)
    worth = {subset: WORTH.get(subset, 1.0) / size**0.5 for subset, size in sizes.items()}
    usual = sum(worth[item.subset] for item in training) / len(training)
    return {subset: one / usual for subset, one in worth.items()}


def _slope(item: Item, mean: np.ndarray, scale: np.ndarray, weights: np.ndarray, random_) -> np.ndarray:
    """How the weights have to change for summaries of more than the average reward to be drawn more often."""
    rows = (item.rows - mean) / scale
    scores, size = rows @ weights, min(item.wanted, len(rows))
    taken, slope = np.zeros((DRAWN, len(rows)), bool), np.zeros((DRAWN, rows.shape[1]))
    drawn, each = np.zeros((DRAWN, size), int), np.arange(DRAWN)
    for step in range(size):
        left = np.where(taken, -np.inf, scores)
        chances = np.exp(left - left.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        chosen = (chances.cumsum(1) < random_.random((DRAWN, 1))).sum(1).clip(0, len(rows) - 1)
        slope += rows[chosen] - chances @ rows
        drawn[:, step], taken[each, chosen] = chosen, True
    reward = item.reward(drawn)
    return ((reward - reward.mean())[:, None] * slope).mean(0)


def averaged(training: list[Item]) -> Model:
    """The average of several runs."""
    runs = [trained(training, seed) for seed in range(SEEDS)]
    return Model(runs[0].mean, runs[0].scale, np.mean([run.weights for run in runs], axis=0))


def of_sort(found: list[list[Item]], one: bool) -> list[Item]:
    """The items for summaries of one sentence, or of several."""
    return [item for group in found for item in group if (item.wanted == 1) == one]


def judged(found: list[list[Item]], folds: int) -> dict[str, list[tuple[float, ...]]]:
    """ROUGE-1 and 2 of each item by a scorer that saw other articles, and of the article's first sentences."""
    order = list(range(len(found)))
    random.Random(1).shuffle(order)  # noqa: S311 - repeatable, not secret
    figures: dict[str, list[tuple[float, ...]]] = {}
    for fold in range(folds):
        kept_back = set(order[fold::folds])
        for one in (True, False):
            training = of_sort([group for place, group in enumerate(found) if place not in kept_back], one)
            model = averaged(training)
            for item in of_sort([found[place] for place in kept_back], one):
                chosen = ranked(item.reading, model.score(item.rows), item.wanted)[: item.wanted]
                lead = list(range(min(item.wanted, len(item.rows))))
                both = [np.array([sorted(chosen)]), np.array([lead])]
                scores = tuple(100 * float(item.reward(way, (size,))[0]) for way in both for size in (1, 2))
                figures.setdefault(item.subset, []).append(scores)
    return figures


def main() -> None:
    """Judge, then train on all and write the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/summaries")
    options.add_argument("--folds", type=int, default=5, help="0: don't judge")
    options.add_argument("--write", action="store_true", help="train on all and write bot/summarize/weights.json")
    chosen = options.parse_args()
    found = items(chosen.data / "summaries.jsonl")
    if chosen.folds:
        figures = {subset: _means(scores) for subset, scores in sorted(judged(found, chosen.folds).items())}
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        print("\n".join(f"{subset:24} {means}" for subset, means in figures.items()))
    if chosen.write:
        _write(found)


def _means(scores: list[tuple[float, ...]]) -> dict[str, float]:
    names = ("rouge1", "rouge2", "lead rouge1", "lead rouge2")
    return {"articles": len(scores)} | dict(zip(names, np.mean(scores, axis=0).round(2).tolist(), strict=True))


def _write(found: list[list[Item]]) -> None:
    kept: dict[str, object] = {"version": VERSION, "names": NAMES}
    for name in ("one", "several"):
        model = averaged(of_sort(found, name == "one"))
        kept[name] = {part: getattr(model, part).round(5).tolist() for part in ("mean", "scale", "weights")}
    path = ROOT / "bot/summarize" / FILE
    path.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
