"""How much the certainty of resolved speakers is worth.

    python -m bench.confidence GOLD.json [GOLD.json ...] [--test GOLD.json] [--write]

The gold files are those of `bench/speaker_names.py`. Every mention is resolved, however unsure; for each way to do so a
logistic regression is fitted to the evidence, with a ridge, since few are wrong. Of the test file the certainties are
then compared with what is right. With --write the regressions go to bot/extract/certainty.json and the comparison to
results/confidence.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.speaker_names import given, verdict
from bot.extract.certainty import LEAST, Evidence, certainty
from bot.extract.coreference import Chain
from bot.extract.kinds import Marks
from bot.extract.people import Cast
from bot.model import Span, SpeakerKind

WEIGHTS = Path(__file__).parents[1] / "bot" / "extract" / "certainty.json"
RESULTS = Path(__file__).parent / "results" / "confidence.json"
COMMAND = "python -m bench.confidence GOLD.json ... --test GOLD.json --write"
RIDGE = 0.3
"""Penalty on the squared weights but the constant's."""
STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
"""Bounds of the table's rows."""
_Rows = npt.NDArray[np.float64]


def judged(path: Path) -> Iterator[tuple[Evidence, bool]]:
    """The evidence of every labelled mention that is resolved, and whether it is right."""
    for article in json.loads(path.read_text(encoding="utf-8")):
        text, found = article["text"], [given(one) for one in article["attributions"]]
        answers = Chain(text, Cast(text), found, Marks(text), least=0.0).answers
        for label in article["labels"]:
            answer = answers.get(Span(*label["source"]))
            if answer and answer.evidence:
                mention = text[slice(*label["source"])]
                person = answer.kind is SpeakerKind.PERSON
                yield answer.evidence, verdict(label, mention, answer.name, person) == "right"


def fitted(measures: _Rows, right: _Rows) -> list[float]:
    """A logistic regression by Newton's method; a ridge holds all weights but the constant's near 0."""
    weights = np.zeros(measures.shape[1])
    ridge = np.full(measures.shape[1], RIDGE)
    ridge[0] = 1e-6
    for _ in range(50):
        expected = 1 / (1 + np.exp(-measures @ weights))
        slope = measures.T @ (expected - right) + ridge * weights
        curvature = (measures * (expected * (1 - expected))[:, None]).T @ measures + np.diag(ridge)
        weights -= np.linalg.solve(curvature, slope)
    return [round(float(weight), 4) for weight in weights]


def fit(pairs: list[tuple[Evidence, bool]]) -> dict[str, list[float]]:
    """The regression of each way to resolve a mention."""
    found = {}
    for way in sorted({evidence.way for evidence, _ in pairs}):
        some = [pair for pair in pairs if pair[0].way == way]
        measures = np.array([evidence.measures for evidence, _ in some])
        found[way] = fitted(measures, np.array([float(right) for _, right in some]))
        print(f"{way:<12} {len(some):4d} mentions, {sum(right for _, right in some)} right: {found[way]}")
    return found


def table(pairs: list[tuple[Evidence, bool]]) -> list[dict[str, float]]:
    """Mean certainty, share of right ones and number, by step of certainty."""
    scored = [(certainty(evidence), right) for evidence, right in pairs]
    rows = []
    for low, high in pairwise(STEPS):
        step = [(score, right) for score, right in scored if low <= score < high]
        if step:
            mean, share = (sum(one[i] for one in step) / len(step) for i in (0, 1))
            rows.append({"certainty": round(mean, 3), "right": round(share, 3), "number": len(step)})
    return rows


def shown(name: str, pairs: list[tuple[Evidence, bool]]) -> dict[str, Any]:
    """The table of a file, printed and returned."""
    rows = table(pairs)
    error = sum(abs(row["certainty"] - row["right"]) * row["number"] for row in rows) / max(1, len(pairs))
    kept = [right for evidence, right in pairs if certainty(evidence) >= LEAST]
    print(f"\n{name}: {len(pairs)} resolved, calibration error {error:.3f}")
    for row in rows:
        print(f"  certainty {row['certainty']:.3f}  right {row['right']:.3f}  of {row['number']}")
    print(f"  from {LEAST} on: {sum(kept)} right of {len(kept)}")
    return {"resolved": len(pairs), "calibration_error": round(error, 3), "steps": rows}


def main() -> None:
    """Fit, compare, write down."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("gold", type=Path, nargs="+", help="labelled mentions to fit to")
    options.add_argument("--test", type=Path, help="labelled mentions to compare with")
    options.add_argument("--write", action="store_true", help="keep the regressions and the comparison")
    chosen = options.parse_args()
    pairs = [pair for path in chosen.gold for pair in judged(path)]
    weights = fit(pairs)
    if chosen.write:
        WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    kept = {"command": COMMAND, "fitted": shown("fitted", pairs)}
    if chosen.test:
        kept["test"] = shown("test", list(judged(chosen.test)))
    if chosen.write:
        RESULTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
