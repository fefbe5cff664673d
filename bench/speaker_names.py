"""How well mentions of speakers are named: `python bench/speaker_names.py GOLD.json [--show]`.

The gold file is a JSON list, one object an article:

    {"id": "...", "text": "...",
     "attributions": [{"content": [[start, end], ...], "cue": [start, end] | null, "source": [start, end] | null}],
     "labels": [{"source": [start, end], "names": ["Mara Lind"], "as_written": false}]}

Offsets are code points into `text`. `attributions` are what the speakers are found among, so that the naming is
measured by itself. A label asks who the mention at `source` is: any of `names` is right; with `as_written` the mention
itself is right too (nobody is named: "two witnesses"). Labels are to be written before the program's answer is seen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.extract.engine import Engine
from bot.model import Article, Attribution, Span, SpeakerKind
from bot.text import tokens_of

ARTICLES = frozenset({"the", "a", "an"})


class Given:
    """Stands in for an attributor: the attributions of the gold file."""

    def __init__(self, found: list[Attribution]) -> None:
        """Keeps what to find."""
        self._found = found

    def attribute(self, text: str) -> list[Attribution]:
        """What the gold file says of this text."""
        return [one for one in self._found if one.content[-1].end <= len(text)]


def given(item: dict[str, Any]) -> Attribution:
    """One attribution of the gold file."""
    cue, source = (Span(*item[key]) if item[key] else None for key in ("cue", "source"))
    return Attribution(tuple(sorted(Span(*part) for part in item["content"])), cue, source)


def bare(name: str) -> list[str]:
    """The name's normalised words without articles."""
    return [word for word in tokens_of(name) if word not in ARTICLES]


def within(one: str, other: str) -> bool:
    """Whether the words of one name stand within the other's."""
    short, long = sorted((f" {' '.join(bare(one))} ", f" {' '.join(bare(other))} "), key=len)
    return bool(short.strip()) and short in long


def verdict(label: dict[str, Any], mention: str, name: str, person: bool) -> str:
    """ "right", "left" (the mention as written, though somebody is meant) or "wrong".

    A person is named in full; of groups and bodies a part, or more words, will do.
    """
    if any(bare(name) == bare(right) or (not person and within(name, right)) for right in label["names"]):
        return "right"
    if bare(name) == bare(mention):
        return "right" if label["as_written"] else "left"
    return "wrong"


def judged(article: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str, str, float]]:
    """The verdict, label, mention, name given and confidence of every label of an article."""
    text = article["text"]
    found = Engine(Given([given(one) for one in article["attributions"]])).extract(Article(text)).quotes
    speakers = {tuple(quote.speaker.span): quote for quote in found if quote.speaker}
    for label in article["labels"]:
        mention = text[slice(*label["source"])]
        quote = speakers.get(tuple(label["source"]))
        name = quote.speaker.name if quote and quote.speaker else mention
        person = bool(quote and quote.speaker and quote.speaker.kind is SpeakerKind.PERSON)
        yield verdict(label, mention, name, person), label, mention, name, quote.confidence if quote else 0.0


def main() -> None:
    """Prints the shares; with --show every label that isn't right."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("gold", type=Path)
    options.add_argument("--show", action="store_true", help="print what isn't right")
    chosen = options.parse_args()
    counts: Counter[str] = Counter()
    sure: dict[str, list[float]] = {"right": [], "left": [], "wrong": []}
    for article in json.loads(chosen.gold.read_text(encoding="utf-8")):
        for outcome, label, mention, name, confidence in judged(article):
            counts[outcome] += 1
            sure[outcome].append(confidence)
            if chosen.show and outcome != "right":
                print(f"{outcome:<6} {mention!r} -> {name!r}, wanted {label['names'] or mention!r}  ({article['id']})")
    total = max(1, sum(counts.values()))
    for outcome in ("right", "left", "wrong"):
        mean = sum(sure[outcome]) / max(1, len(sure[outcome]))
        share = 100 * counts[outcome] / total
        print(f"{outcome:<6} {counts[outcome]:4d}  {share:5.1f}%   mean confidence {mean:.2f}")


if __name__ == "__main__":
    main()
