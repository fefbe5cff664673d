"""How fast extraction is: `python bench/extraction.py [--texts FOLDER] [--textacy PYTHON]`.

Measures on one core, in this order, and keeps the figures in results/extraction.json:

    floor        a plain tokenising pass over the same texts
    stages       reading, network, linking, naming, each by itself
    end to end   text to named quotes, as articles of 600 words a second
    cold start   a new process that imports the package and extracts one article, in seconds
    cold command `onrecord extract` on one file, in seconds (both with modules compiled, as pip installs them)
    memory       the largest resident set of a process that has extracted all the texts, in MB
    textacy      the same texts through textacy with spaCy's small model, where PYTHON has them

Texts are the sample articles, or the *.txt of a folder. Processor time, the best of several passes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

import seeds
from bot.extract.engine import Engine
from bot.extract.kinds import Marks
from bot.extract.speakers import Speakers
from bot.extract.tagger.attributor import Tagger
from bot.extract.tagger.features import read
from bot.model import Article
from bot.text import tokens_of

ONE_THREAD = "OPENBLAS_NUM_THREADS"
KEPT = Path(__file__).parent / "results" / "extraction.json"
WORDS = 600
"""Of an article, as the figures count them."""
PASSES = 5
COLD = """
import time
begun = time.perf_counter()
from bot.extract import extract
extract("“It holds,” said Mara Lind, the mayor.")
print(time.perf_counter() - begun)
"""
MEMORY = """
import resource, sys
from bot.extract import extract
for path in sys.argv[1:]:
    extract(open(path, encoding="utf-8", newline="").read())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
TEXTACY = """
import pkgutil, sys, time
import spacy, textacy.extract
nlp = spacy.load(next(one.name for one in pkgutil.iter_modules() if one.name.startswith("en_core_web_sm")))
texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[1:]]
def run():
    for text in texts:
        for paragraph in text.split("\\n"):
            try:
                list(textacy.extract.direct_quotations(nlp(paragraph)))
            except ValueError:
                pass
run()
begun = time.process_time()
run()
print(time.process_time() - begun)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--texts", type=Path, default=Path(seeds.__file__).parent, help="folder of *.txt")
    parser.add_argument("--textacy", help="a Python that has textacy and en_core_web_sm")
    args = parser.parse_args(argv)
    paths = sorted(args.texts.glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8") for path in paths]
    size = sum(len(text.split()) for text in texts)
    figures = measured(texts, size)
    figures["cold start s"] = min(float(process(sys.executable, COLD)) for _ in range(PASSES))
    figures["cold command s"] = min(command_seconds(paths[0]) for _ in range(PASSES))
    figures["memory MB"] = float(process(sys.executable, MEMORY, *map(str, paths)))
    if args.textacy:
        figures["textacy articles/s"] = size / WORDS / float(process(args.textacy, TEXTACY, *map(str, paths)))
    for name, figure in figures.items():
        print(f"{name:<28}{figure:10.3f}")
    about = {"python": platform.python_version(), "numpy": np.__version__, "machine": platform.machine(), "words": size}
    kept: dict[str, Any] = {**about, "figures": {name: round(figure, 3) for name, figure in figures.items()}}
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


def measured(texts: Sequence[str], size: int) -> dict[str, float]:
    """The figures of this process: milliseconds for 600 words, articles a second, and how many times the floor."""
    tagger, engine = Tagger(), Engine()
    floor = spent(tokens_of, texts)
    attributed = {text: tagger.attribute(text) for text in texts}
    stages = {
        "reading ms": spent(read, texts),
        "tagging and linking ms": spent(tagger.attribute, texts),
        "naming ms": spent(lambda text: Speakers(text, attributed[text], Marks(text)), texts),
    }
    whole = spent(lambda text: engine.extract(Article(text, language="en")), texts)
    per_article = WORDS / size
    return {
        "floor ms": floor * per_article * 1000,
        **{name: seconds * per_article * 1000 for name, seconds in stages.items()},
        "end to end ms": whole * per_article * 1000,
        "end to end articles/s": 1 / (whole * per_article),
        "times the floor": whole / floor,
    }


def spent(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Seconds of the processor for all texts, the best of several passes after one to warm up."""
    best = float("inf")
    for _ in range(PASSES + 1):
        begun = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - begun)
    return best


def process(python: str, code: str, *arguments: str) -> str:
    """What a new process prints last."""
    done = subprocess.run([python, "-c", code, *arguments], capture_output=True, text=True, check=True, env=compiled())
    return done.stdout.split()[-1]


def command_seconds(path: Path) -> float:
    """How long the command takes for one file, from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bot", "extract", str(path)], capture_output=True, check=True, env=compiled())
    return time.perf_counter() - began


def compiled() -> dict[str, str]:
    """The environment, in which modules are kept compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


if __name__ == "__main__":
    if os.environ.get(ONE_THREAD) != "1":  # NumPy reads it when it is imported
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, ONE_THREAD: "1"})  # noqa: S606
    sys.exit(main())
