"""The README's commands and conversation.

python tests/readme.py start|tests   prints the command that starts the bot, or runs the tests
python tests/readme.py renew         asks the conversation's questions again and writes down the answers
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
NAMES = {"start": 0, "tests": 1}
_CONVERSATION = re.compile(r"(?<=^```text\n)> .*?(?=^```)", re.MULTILINE | re.DOTALL)


def commands() -> list[str]:
    """The lines of the README's first two shell blocks, a command each."""
    blocks = re.findall(r"^```sh\n(.*?)^```", README.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [block.strip() for block in blocks[:2]]


def conversation() -> str:
    """The conversation that the README shows: each question on a line behind "> ", its answer below."""
    found = _CONVERSATION.search(README.read_text(encoding="utf-8"))
    return found.group() if found else ""


def held(folder: Path) -> str:
    """The same conversation, held now about the sample articles."""
    from bot.__main__ import Parts  # here, since the commands are read before anything is installed
    from bot.compose import plain
    from bot.config import Settings, StoreSettings

    desk = Parts().desk(Settings(store=StoreSettings(path=folder / "archive.sqlite")))
    try:
        desk.load_samples()
        questions = re.findall(r"^> (.*)", conversation(), flags=re.MULTILINE)
        turns = [f"> {question}\n{plain(desk.ask(question, 'readme').reply).rstrip()}\n" for question in questions]
        return "\n".join(turns)
    finally:
        desk.close()


def renew() -> None:
    """Write the conversation down as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        answers = held(Path(folder))
    README.write_text(_CONVERSATION.sub(lambda _: answers, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "renew":
        renew()
    else:
        print(commands()[NAMES[sys.argv[1]]])
