"""The README's commands: `python tests/readme.py tests` prints the one that runs the tests."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
NAMES = {"start": 0, "tests": 1}


def commands() -> list[str]:
    """The lines of the README's first two shell blocks, a command each."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [block.strip() for block in blocks[:2]]


if __name__ == "__main__":
    print(commands()[NAMES[sys.argv[1]]])
