"""How good the answers are: runs the scorers beside the checkout, prints their tables, keeps their figures.

    python bench/scores.py [NAME...]        names: the keys of SCORERS; all of them by default

Needs the measuring data and its scorers in ../shared; the figures of the last run are kept in results/scores.json.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EVAL = ROOT.parent / "shared" / "eval"
KEPT = ROOT / "bench" / "results" / "scores.json"
COMMAND = f"{sys.executable} -m bot"
SCORERS: dict[str, list[str]] = {
    "quotes": ["score_quotes.py", "--split", "../data/polnear/dev"],
    "wire-quotes": ["score_quotes.py", "--split", "../data/wire_quotes"],
    "qa": ["score_qa.py", "--cases", "../data/qa/dev.jsonl", "--text", "../data/polnear/dev/text"],
    "wire": ["score_wire.py", "--pack", "../data/wire_raw"],
    "formats": ["score_formats.py", "--pack", "../data/news_formats"],
    "summaries": ["score_summaries.py", "--pack", "../data/summaries"],
    "article-qa": ["score_article_qa.py", "--pack", "../data/article_qa", "--set", "squad2_dev_half"],
    "names": ["score_names.py", "--pack", "../data/name_matching", "--func", "bot.search.names:name_score"],
}


def score(name: str) -> Any:
    """Run one scorer; its figures."""
    command = [sys.executable, *SCORERS[name]]
    if name != "names":
        command += ["--cmd", COMMAND]
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        subprocess.run([*command, "--json", out.name], cwd=EVAL, check=False)
        return json.loads(Path(out.name).read_text(encoding="utf-8") or "null")


def main() -> int:
    """Run the scorers named, or all."""
    if not EVAL.is_dir():
        print("the scorers (../shared/eval) are not beside the checkout", file=sys.stderr)
        return 2
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for name in sys.argv[1:] or SCORERS:
        print(f"\n== {name}", flush=True)
        kept[name] = score(name)
    KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
