"""How fast articles are read, and in how much memory: `python bench/reading.py [--pages FOLDER] [--counts 1000 10000]`.

Keeps its figures in results/reading.json:

    text     wire copy to articles, a second of one core: the sample articles, by `bot.parse`
    html     web pages to articles, a second of one core, beside trafilatura alone (`bare_extraction` with metadata) on
             the same pages, page by page in turn, so that what else the machine does slows both; FOLDER has *.html.gz
    memory   the largest resident sets of `onrecord ingest` and its processes together, in MB, for so many files

Processor time; the best of several passes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura

import seeds
from bot.errors import InputError
from bot.parse import parse

KEPT = Path(__file__).parent / "results" / "reading.json"
PASSES = 3
LOOK = 0.2
"""Seconds between two looks at the processes' memory."""
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
PAGE_EVERY = 5
"""Of the files for the measurement of memory every so-many-th is a page."""


def main() -> None:
    """Measure, print and keep."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--pages", type=Path, help="folder with *.html.gz")
    options.add_argument("--counts", type=int, nargs="*", default=[1000, 10_000], help="numbers of files")
    given = options.parse_args()
    figures: dict[str, Any] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    figures["text"] = {"articles_per_second": round(text(), 1)}
    if given.pages:
        figures["html"] = html(given.pages)
    if given.counts:
        figures["memory"] = {str(count): memory(count) for count in given.counts}
    KEPT.write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


def text() -> float:
    """Articles a second."""
    copies = [path.read_bytes() for path in samples()]
    taken = min(spent(lambda: [parse("a.txt", copy) for copy in copies]) for _ in range(PASSES))
    return len(copies) / taken


def samples() -> list[Path]:
    """The sample articles."""
    return sorted(Path(seeds.__file__).parent.glob("*.txt"))


def html(folder: Path) -> dict[str, float]:
    """Pages a second, ours and trafilatura's, and how much longer ours takes."""
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.gz"))]
    ours = [float("inf")] * len(pages)
    theirs = list(ours)
    for _ in range(PASSES):
        for at, page in enumerate(pages):
            ours[at] = min(ours[at], spent(lambda page=page: whole(page)))  # type: ignore[misc]
            theirs[at] = min(theirs[at], spent(lambda page=page: alone(page)))  # type: ignore[misc]
    return {
        "pages": len(pages),
        "pages_per_second": round(len(pages) / sum(ours), 1),
        "trafilatura_pages_per_second": round(len(pages) / sum(theirs), 1),
        "slower_by": round(sum(ours) / sum(theirs) - 1, 3),
    }


def whole(page: bytes) -> None:
    """The page read by us."""
    try:
        parse("page.html", page)
    except InputError:
        return


def alone(page: bytes) -> None:
    """The page read by trafilatura, with what a reader of articles asks it for."""
    trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def memory(count: int) -> dict[str, float]:
    """The most that a load of so many files took, and how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files"
        write(files, count)
        command = [sys.executable, "-m", "bot", "ingest", "--store", f"{folder}/archive.sqlite", str(files)]
        begun = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            most = watched(process)
        seconds = time.perf_counter() - begun
    return {"megabytes": round(most), "files_per_second": round(count / seconds, 1)}


def write(folder: Path, count: int) -> None:
    """Files of our own words: sentences of the sample articles, shuffled; every PAGE_EVERY-th a page."""
    random.seed(count)
    sentences = [line for path in samples() for line in path.read_text().split("\n") if len(line.split()) > 12]
    folder.mkdir()
    for at in range(count):
        lines = random.sample(sentences, 12)
        headline = f"Number {at} of the day"
        if at % PAGE_EVERY:
            (folder / f"{at:06}.txt").write_text("\n\n".join([headline, *lines]))
        else:
            body = "".join(f"<p>{line}</p>" for line in lines)
            (folder / f"{at:06}.html").write_text(PAGE.format(headline, body))


def watched(process: subprocess.Popen[bytes]) -> float:
    """The largest sum, in MB, of what a process and all that it started had in memory at one time."""
    most = 0.0
    ended = threading.Event()
    threading.Thread(target=lambda: (process.wait(), ended.set()), daemon=True).start()
    while not ended.wait(LOOK):
        most = max(most, sum(map(resident, family(process.pid))))
    return most


def family(root: int) -> Sequence[int]:
    """A process and all that it started."""
    parents = {int(entry.name): parent(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    found = [root]
    for one in found:
        found += [child for child, of in parents.items() if of == one]
    return found


def parent(process: int) -> int:
    """Who started it; 0 if it is gone."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def resident(process: int) -> float:
    """Megabytes of its own and its share of what it has in common with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


if __name__ == "__main__":
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
    main()
