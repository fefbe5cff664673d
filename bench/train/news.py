"""News without labels: text for the vocabulary and for a teacher to label."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bench.train.corpus import Example

TEXT_FIELDS = ("raw_text", "article", "text")
PROBE = 60
"""Characters by which a text that is kept for measuring is known again."""


def load_news(files: Iterable[Path], kept_back: Iterable[Path] = ()) -> list[Example]:
    """The English articles of JSON Lines files, without those that a folder of texts keeps for measuring."""
    probes = []
    for folder in kept_back:
        for path in sorted(folder.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            probes.append(text[len(text) // 2 : len(text) // 2 + PROBE])
    found = []
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for number, row in enumerate(map(json.loads, lines)):
                text = next((row[field] for field in TEXT_FIELDS if row.get(field)), "")
                if row.get("lang", "en") == "en" and text and not any(probe in text for probe in probes):
                    found.append(Example(f"{file.stem}-{number}", text, ()))
    return found
