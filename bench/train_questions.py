"""Trains the weights that choose the sentence answering a question, and the curve that tells whether any does.

    python bench/train_questions.py FOLDER NAME [--write]

FOLDER/NAME.articles.jsonl has {article_id, paragraphs}, FOLDER/NAME.questions.jsonl {article_id, question, answers:
[{text}], answerable}: SQuAD 2.0's form, line by line. Every figure is of cross-validation over articles; --write
trains on all and replaces bot/search/questions/weights.json. Seeded; about ten minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.model import Article, ArticleRef, Extraction, StoredArticle
from bot.search.questions.asked import read
from bot.search.questions.measures import NAMES, Candidates, candidates
from bot.search.questions.pages import Collection, Page, page
from bot.search.questions.ranker import FOUND, Ranker, signs

WEIGHTS = Path(__file__).parents[1] / "bot" / "search" / "questions" / "weights.json"
KEPT = Path(__file__).parent / "results" / "questions.json"
FOLDS = 8
PASSES, RATE, DECAY = 300, 0.05, 0.02
"""Adam's passes over everything, its rate, and L2 on standardised weights."""
CURVE_DECAY = 1e-4
LOST = 0.046
"""Share of the answerable questions that the threshold may lose: under the 5% allowed, with a margin."""
WITH_IT = ("alone", "open", "short")
"""Ways of asking in which the question's article is there."""
SHORT = 3
"""Paragraphs of a short article."""
FEW = (0, 1, 2, 5, 11)
"""How many other short articles there may be."""
_Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One question over one collection of articles."""

    article: str
    way: str
    """alone: its own article; open: all; missing: all but its own; other: one that isn't its own; short: the few
    paragraphs that answer among some short articles; short missing: those others alone."""
    answerable: bool
    found: Candidates
    right: NDArray[np.bool_]
    """Of each candidate: whether it holds an answer."""

    @property
    def loaded(self) -> bool:
        """Whether its article is there."""
        return self.way in WITH_IT


def folded(text: str) -> str:
    """As SQuAD compares answers: lower case, no punctuation, no articles."""
    words = re.sub(r"[^\w\s]", "", text.lower()).split()
    return f" {' '.join([word for word in words if word not in ('a', 'an', 'the')] or words)} "


@dataclass(frozen=True)
class Articles:
    """The articles whole, and cut into short ones as long as news."""

    whole: dict[str, Page]
    short: dict[str, list[Page]]


def load(folder: Path, name: str) -> tuple[Articles, list[dict[str, Any]]]:
    """Articles made ready, and questions."""
    articles, questions = (
        [json.loads(line) for line in (folder / f"{name}.{part}.jsonl").read_text(encoding="utf-8").splitlines()]
        for part in ("articles", "questions")
    )
    whole = {one["article_id"]: _page(one["article_id"], one["paragraphs"]) for one in articles}
    return Articles(whole, {one["article_id"]: _cut(one) for one in articles}), questions


def _cut(told: dict[str, Any]) -> list[Page]:
    starts = range(0, len(told["paragraphs"]), SHORT)
    return [_page(f"{told['article_id']}/{start}", told["paragraphs"][start : start + SHORT]) for start in starts]


def _page(name: str, paragraphs: Sequence[str]) -> Page:
    return page(StoredArticle(ArticleRef(name), Article("\n\n".join(paragraphs)), Extraction()))


def case(told: dict[str, Any], way: str, texts: Collection) -> Case:
    """A question measured."""
    found = candidates(read(told["question"]), texts)
    answers = [folded(one["text"]) for one in told["answers"]] if told["answerable"] and way in WITH_IT else []
    right = [any(one in folded(texts.sentences[row].text) for one in answers) for row in found.rows]
    return Case(told["article_id"], way, told["answerable"], found, np.array(right))


def cases(articles: Articles, questions: Sequence[dict[str, Any]]) -> list[Case]:
    """Every question over its own article; the answerable ones in the other ways as well."""
    pages, names, chance = articles.whole, list(articles.whole), random.Random(1)  # noqa: S311 - no secret
    everything = Collection(tuple(pages.values()))
    without = {name: Collection(tuple(one for other, one in pages.items() if other != name)) for name in names}
    alone = {name: Collection((one,)) for name, one in pages.items()}
    made = [case(one, "alone", alone[one["article_id"]]) for one in questions]
    for one in questions:
        if one["answerable"]:
            name = one["article_id"]
            others = [short for other in names if other != name for short in articles.short[other]]
            few = chance.sample(others, chance.choice(FEW))
            own = articles.short[name][one["paragraph_idx"] // SHORT]
            made += [
                case(one, "open", everything),
                case(one, "missing", without[name]),
                case(one, "other", alone[names[names.index(name) - 1]]),
                case(one, "short", Collection((own, *few))),
                case(one, "short missing", Collection(tuple(few or chance.sample(others, 1)))),
            ]
    return made


def rank(train: Sequence[Case]) -> _Floats:
    """Weights by which right sentences are the likeliest of their question's candidates (a softmax over them)."""
    train = [one for one in train if one.right.any()]
    stacked = np.concatenate([one.found.measured for one in train])
    scale = stacked.std(axis=0) + 1e-6
    inputs, sizes = stacked / scale, [len(one.found.measured) for one in train]
    starts, group = np.concatenate([[0], np.cumsum(sizes)[:-1]]), np.repeat(np.arange(len(train)), sizes)
    right = np.concatenate([one.right for one in train]).astype(np.float64)

    def gradient(weights: _Floats) -> _Floats:
        scores = inputs @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        likely = shares / np.add.reduceat(shares, starts)[group]
        wanted = shares * right / np.maximum(np.add.reduceat(shares * right, starts), 1e-12)[group]
        return inputs.T @ (likely - wanted) / len(train) + DECAY * weights

    return adam(gradient, inputs.shape[1]) / scale


def adam(gradient: Callable[[_Floats], _Floats], size: int) -> _Floats:
    """Where the gradient leads from zero (Kingma and Ba, 2015)."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, PASSES + 1):
        slope = gradient(weights)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def signs_of(one: Case, weights: _Floats) -> _Floats:
    """The signs that the best sentence is an answer."""
    return signs(one.found, one.found.measured @ weights)


def curve_of(train: Sequence[Case], weights: _Floats) -> tuple[_Floats, float]:
    """The curve: logistic regression of "its article is loaded" on the signs of the best sentence."""
    inputs = np.array([[*signs_of(one, weights), 1.0] for one in train])
    loaded = np.array([one.loaded for one in train])
    scale = inputs.std(axis=0) + 1e-6
    scale[-1] = 1.0
    scaled = inputs / scale

    def gradient(curve: _Floats) -> _Floats:
        likely = 1 / (1 + np.exp(-scaled @ curve))
        return scaled.T @ (likely - loaded) / len(loaded) + CURVE_DECAY * curve

    curve = adam(gradient, scaled.shape[1]) / scale
    return curve[:-1], float(curve[-1])


def learned(train: Sequence[Case]) -> Ranker:
    """Everything that is in the package, from some of the questions."""
    well_asked = [one for one in train if one.answerable]
    weights = rank([one for one in well_asked if one.loaded])
    curve, bias = curve_of(well_asked, weights)
    told = Ranker(weights, curve, bias, 0.0)
    sure = [probability(told, one) for one in well_asked if one.loaded]
    return Ranker(weights, curve, bias, float(np.quantile(sure, LOST)))


def probability(ranker: Ranker, one: Case) -> float:
    """That the best sentence of a question answers it."""
    return ranker.probability(signs_of(one, ranker.weights)) if len(one.found.rows) else 0.0


@dataclass(frozen=True)
class Outcome:
    """One question by a ranker that never saw its article."""

    case: Case
    rank: int | None
    """Of the first right sentence, from 0."""
    probability: float
    shown: bool


def judged(made: Sequence[Case]) -> list[Outcome]:
    """Cross-validation over articles."""
    articles = sorted({one.article for one in made})
    outcomes = []
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        ranker = learned([one for one in made if one.article not in held])
        for one in made:
            if one.article in held:
                order = np.argsort(-ranker.scores(one.found.measured), kind="stable")
                right = np.flatnonzero(one.right[order])
                sure = probability(ranker, one)
                outcomes.append(Outcome(one, int(right[0]) if len(right) else None, sure, sure >= ranker.threshold))
    return outcomes


def report(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """The figures, by way of asking."""
    by_way: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_way[one.case.way if one.case.answerable else "deceiving"].append(one)
    figures = {}
    for way in WITH_IT:
        these = by_way[way]
        for most in (1, 3):
            figures[f"{way} answer among the first {most}"] = share(
                [one.rank is not None and one.rank < most for one in these]
            )
        figures[f"{way} lost"] = share([not one.shown for one in these])
    figures["all articles but its own, refused"] = share([not one.shown for one in by_way["missing"]])
    figures["one other article, refused"] = share([not one.shown for one in by_way["other"]])
    figures["other short articles, refused"] = share([not one.shown for one in by_way["short missing"]])
    figures["lost"] = share([not one.shown for one in outcomes if one.case.answerable and one.case.loaded])
    figures["calibration error"] = calibration_error([one for one in outcomes if one.case.answerable])
    figures["made to deceive, refused"] = share([not one.shown for one in by_way["deceiving"]])
    figures["made to deceive, area under the curve"] = area(
        [one.probability for one in by_way["alone"]], [one.probability for one in by_way["deceiving"]]
    )
    return {name: round(value, 4) for name, value in figures.items()}


def share(held: Sequence[bool]) -> float:
    """How many of them are true, 0-1."""
    return sum(held) / max(1, len(held))


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """Expected calibration error of "its article is loaded" (Naeini et al., 2015)."""
    sure = np.array([one.probability for one in outcomes])
    right = np.array([one.case.loaded for one in outcomes])
    bin_ = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [abs((sure[bin_ == n] - right[bin_ == n]).sum()) for n in range(bins)]
    return float(sum(gaps) / max(1, len(sure)))


def area(higher: Sequence[float], lower: Sequence[float]) -> float:
    """Area under the curve of telling the two apart by the number: the share of pairs in the right order."""
    below = np.searchsorted(np.sort(lower), higher, "left") + np.searchsorted(np.sort(lower), higher, "right")
    return float(below.mean() / 2 / len(lower))


def as_stored(ranker: Ranker) -> dict[str, Any]:
    """The weights as the package holds them."""
    return {
        "weights": dict(zip(NAMES, np.round(ranker.weights, 5).tolist(), strict=True)),
        "found": dict(zip(FOUND, np.round(ranker.found, 5).tolist(), strict=True)),
        "bias": round(ranker.bias, 5),
        "threshold": round(ranker.threshold, 4),
    }


def main() -> int:
    """Measure by cross-validation; with --write, train on all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("name")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    made = cases(*load(args.folder, args.name))
    figures = report(judged(made))
    print(json.dumps(figures, indent=1))
    if args.write:
        WEIGHTS.write_text(json.dumps(as_stored(learned(made)), indent=1) + "\n", encoding="utf-8")
        KEPT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
