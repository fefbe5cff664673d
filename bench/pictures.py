"""How long pictures take: `python bench/pictures.py`, which keeps results/pictures.json and writes docs/pictures/.

Milliseconds of this process's time on a CPU, so that a busy machine doesn't count: the median and the slowest of
each picture, drawn anew each time; and how long the first one takes, with fonts to be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from bench.picture_samples import CARDS, MOST_QUOTED, OVER_TIME
from bot.picture import Unshowable
from bot.picture.card import draw_card
from bot.picture.chart import draw_bars, draw_columns

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "bench" / "results" / "pictures.json"
SHOWN = ROOT / "docs" / "pictures"
TIMES = 15
MOST = {"card": 150.0, "chart": 400.0}
"""Milliseconds that a picture may take."""


def timed(draw: Callable[[], bytes]) -> tuple[bytes, list[float]]:
    """The picture, and how long each drawing took."""
    taken = []
    for _ in range(TIMES):
        began = process_time()
        picture = draw()
        taken.append(1000 * (process_time() - began))
    return picture, taken


def main() -> None:
    """Draw, time, and keep."""
    drawn: dict[str, tuple[str, Callable[[], bytes]]] = {
        name: ("card", lambda card=card: draw_card(card)) for name, card in CARDS.items()
    }
    drawn["most-quoted"] = ("chart", lambda: draw_bars(MOST_QUOTED))
    drawn["over-time"] = ("chart", lambda: draw_columns(OVER_TIME))
    SHOWN.mkdir(exist_ok=True)
    results = {}
    for name, (kind, draw) in drawn.items():
        try:
            picture, (first, *others) = timed(draw)
        except Unshowable as error:
            print(f"{name}: no font here shows {error.characters}")
            continue
        (SHOWN / f"{name}.png").write_bytes(picture)
        told = {"median_ms": median(others), "slowest_ms": max(others), "first_ms": first, "kB": len(picture) / 1000}
        results[name] = {"kind": kind} | {key: round(value, 1) for key, value in told.items()}
        print(name, results[name], "" if median(others) <= MOST[kind] else "TOO SLOW")
    KEPT.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
