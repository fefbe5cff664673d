"""Labels news by the tagger itself: `python -m bench.train.selftrain --weights FILE --news FILE ... --out FOLDER`.

Writes a folder in PolNeAR's form, for `bench.train.train --more FOLDER`. What the linker and the rules beside it mend
(who speaks, media that pass words on, frames) is in the labels, and what they leave out isn't.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from bench.train.news import load_news
from bot.extract.frames import Framed
from bot.extract.tagger.attributor import Tagger
from bot.extract.tagger.weights import built
from bot.model import Attribution, Span


def main(argv: Sequence[str] | None = None) -> None:
    """Reads the news, writes text and labels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--news", type=Path, nargs="+", required=True, help="JSON Lines with news without labels")
    parser.add_argument("--kept-back", type=Path, nargs="*", default=[], help="folders of texts to leave out")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(argv)
    with np.load(args.weights) as arrays:
        tagger = Framed(Tagger(*built({name: arrays[name] for name in arrays.files})))
    for part in ("text", "attributions"):
        (args.out / part).mkdir(parents=True, exist_ok=True)
    for example in load_news(args.news, args.kept_back):
        found = list(_outermost(tagger.attribute(example.text)))
        (args.out / "text" / f"{example.name}.txt").write_bytes(example.text.encode())
        (args.out / "attributions" / f"{example.name}_self.ann").write_text("".join(_rows(found)), encoding="utf-8")


def _outermost(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions that don't stand within another's words."""
    reached = 0
    for one in sorted(found, key=lambda each: (each.content[0].start, -each.content[-1].end)):
        if one.content[0].start >= reached:
            reached = one.content[0].end
            yield one


def _rows(found: Iterable[Attribution]) -> Iterator[str]:
    number = 0
    for event, one in enumerate(found, 1):
        roles: list[str] = []
        parts = (("Content", one.content), ("Source", (one.source,)), ("Cue", (one.cue,)))
        for role, spans in parts:
            places = [span for span in spans if isinstance(span, Span)]
            if places:
                number += 1
                roles.append(f"{role}:T{number}")
                yield f"T{number}\t{role} {';'.join(f'{a} {b}' for a, b in places)}\t\n"
        yield f"E{event}\t{' '.join(roles)}\n"


if __name__ == "__main__":
    main()
