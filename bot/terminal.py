"""The conversation in a terminal: line editing, history, and buttons as numbers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import chain, count
from pathlib import Path

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory

from bot.compose import plain
from bot.desk import Desk
from bot.language import ENGLISH, N_, Language
from bot.model import Attachment, Button

CHAT = "terminal"
HOW = N_("Type /help for what you can ask, /quit to leave.")
LEAVE = frozenset({"/quit", "/exit", "quit", "exit", "bye"})


def converse(desk: Desk, say: Language = ENGLISH) -> None:
    """Answer what is typed, line by line, until the end of input or `/quit`."""
    print(plain(desk.ask("/start", CHAT, say=say).reply))
    print("\n" + say(HOW))
    buttons: list[Button] = []
    for line in _lines(desk):
        if line.casefold() in LEAVE:
            break
        if line:
            buttons = _answer(desk, line, buttons, say)


def _answer(desk: Desk, line: str, buttons: list[Button], say: Language) -> list[Button]:
    """Show the answer to a line, or to the button whose number it is; the buttons shown now."""
    pressed = buttons[int(line) - 1] if line.isascii() and line.isdigit() and 0 < int(line) <= len(buttons) else None
    message, page = (pressed.message, pressed.page) if pressed else (line, None)
    turn = desk.ask(message, CHAT, page, say)
    shown = [button for row in turn.reply.buttons for button in row if not button.url]
    print("\n" + plain(turn.reply))
    if turn.reply.attachment:
        print(kept(turn.reply.attachment, Path()))
    if shown:
        print("  ".join(f"[{number}] {button.label}" for number, button in enumerate(shown, 1)))
    return shown


def kept(attachment: Attachment, folder: Path) -> str:
    """Make what goes along with a reply, write it into a folder, and tell where it is, or why there is none.

    A file of that name is never overwritten.
    """
    made = attachment.make()
    if isinstance(made, str):
        return made
    stem, _, ending = attachment.name.rpartition(".")
    others = (f"{stem}-{number}.{ending}" for number in count(2))
    path = next(path for name in chain((attachment.name,), others) if not (path := folder / name).exists())
    path.write_bytes(made)
    return f"[{path}]"


def _lines(desk: Desk) -> Iterator[str]:
    """What is typed (or piped in), stripped."""
    read: Callable[[], str] = _editor(desk) if sys.stdin.isatty() else lambda: input("\n> ")
    while True:
        try:
            yield read().strip()
        except KeyboardInterrupt:
            continue  # Ctrl-C drops the line, as in a shell
        except EOFError:
            print()
            return


def _editor(desk: Desk) -> Callable[[], str]:
    folder = user_state_path("onrecord", ensure_exists=True)
    commands = WordCompleter([f"/{command.name}" for command in desk.commands], sentence=True)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(folder / "history")), completer=commands, complete_while_typing=False
    )
    return lambda: session.prompt("\n> ")
