"""How good /check is: `python bench/check.py [FOLDER]`: verdicts on 500 quotations made by rule from gold quotes.

FOLDER holds the splits of PolNeAR, "dev" and "train" (by default those beside the checkout). The articles of "dev" are
loaded twice, once with their gold quotes and once as the engine reads them; "train" gives what nobody on record said.
Prints a confusion matrix for each and keeps both in results/check.json.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.check_cases import Case, cases, load, statements
from bot.answer import Responder
from bot.desk import Desk
from bot.extract.engine import Engine
from bot.intake import Workshop
from bot.model import Answer, Article, Extraction, Parsed, Person, Quote, Verdict
from bot.reader import Reader
from bot.search import Searcher
from bot.store.sqlite import SqliteStore
from bot.summarize import LeadSummarizer

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "polnear"
KEPT = ROOT / "bench" / "results" / "check.json"
ELSEWHERE = 200
"""Articles of "train" that give invented quotations."""

Loaded = Sequence[tuple[Article, list[Quote]]]


def desk_with(path: Path, articles: Loaded, gold: bool) -> Desk:
    """A desk over a new archive of the articles."""
    store, engine = SqliteStore(path), Engine()
    for article, quotes in articles:
        found = _extraction(quotes) if gold else engine.extract(article)
        store.add(Parsed(article, article.headline or ""), found)
    return Desk(store, Responder(store, Searcher(store), LeadSummarizer()), Workshop(Reader("plain", 1), engine, 1))


def _extraction(quotes: Sequence[Quote]) -> Extraction:
    counts = Counter(quote.speaker.name for quote in quotes if quote.speaker)
    return Extraction(tuple(quotes), tuple(Person(name, quotes=number) for name, number in counts.most_common()))


def message(case: Case, number: int) -> str:
    """The case as somebody might type it; in turn with and without the speaker, as a command and as a question."""
    named = case.speaker is not None and (case.kind == "wrong speaker" or number % 2 == 0)
    ways = (f"/check “{case.words}” - {case.speaker}", f"did {case.speaker} say that {case.words}?")
    return ways[number // 2 % 2] if named else f"/check {case.words}"


def flagged(answer: Answer, flag: str) -> bool:
    """Whether a difference is flagged for that."""
    return any(flag in one.flags for result in (*answer.results, *answer.own_voice) for one in result.differences)


def measure(desk: Desk, asked: Sequence[Case], show: bool) -> dict[str, Any]:
    """Ask all; the figures."""
    matrix: dict[str, Counter[str]] = {}
    flags = Counter[str]()
    for number, case in enumerate(asked):
        answer = desk.ask(message(case, number)).answer
        given = answer.verdict.value if answer.verdict else answer.command
        matrix.setdefault(case.kind, Counter())[given] += 1
        seen = case.flag is None or flagged(answer, case.flag)
        flags.update({f"{case.flag} asked": 1, f"{case.flag} flagged": int(seen)} if case.flag else {})
        if show and (given not in case.right or not seen):
            told = [asdict(one) for result in answer.results[:1] for one in result.differences]
            record = answer.results[0].text[:300] if answer.results else ""
            print(f"- {case.kind} -> {given} | {message(case, number)}\n    {record}\n    {told}")
    right = {case.kind: case.right for case in asked}
    return {
        "matrix": {kind: dict(sorted(row.items())) for kind, row in matrix.items()},
        "right": {kind: sum(row[one] for one in right[kind]) / row.total() for kind, row in matrix.items()},
        "flagged": {name: flags[f"{name} flagged"] / flags[f"{name} asked"] for name in ("negation", "number")},
        "altered called verbatim": sum(row["verbatim"] for kind, row in matrix.items() if kind not in VERBATIM_TOO),
    }


VERBATIM_TOO = ("verbatim", "reported", "wrong speaker")
"""Classes whose words are the record's."""


def table(figures: dict[str, Any]) -> str:
    """The confusion matrix as text."""
    verdicts = [verdict.value for verdict in Verdict]
    lines = [f"{'':18}" + "".join(f"{name[:13]:>15}" for name in verdicts) + f"{'right':>8}"]
    for kind, row in figures["matrix"].items():
        cells = "".join(f"{row.get(name, 0):>15}" for name in verdicts)
        lines.append(f"{kind:18}{cells}{figures['right'][kind]:>8.2f}")
    flags = ", ".join(f"{name} {share:.3f}" for name, share in figures["flagged"].items())
    return "\n".join([*lines, f"flagged: {flags}; altered called verbatim: {figures['altered called verbatim']}"])


def main() -> int:
    """Measure with gold quotes and with the engine's."""
    paths = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    data = Path(paths[0]) if paths else DATA
    if not (data / "dev").is_dir():
        print(f"no quotes to make cases from: {data / 'dev'} is not there", file=sys.stderr)
        return 0
    articles = list(load(data / "dev"))
    others = [one for one, _ in zip(load(data / "train"), range(ELSEWHERE), strict=False)]
    asked = cases(statements(articles), statements(others))
    kept: dict[str, Any] = {"cases": len(asked)}
    for name, gold in (("gold quotes", True), ("engine's quotes", False)):
        with tempfile.TemporaryDirectory() as folder:
            desk = desk_with(Path(folder) / "archive.db", articles, gold)
            kept[name] = measure(desk, asked, "-v" in sys.argv)
            desk.close()
        print(f"\n== {name}, {len(asked)} cases\n{table(kept[name])}", flush=True)
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
