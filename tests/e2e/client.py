"""The other side of the bot: the Bot API emulator, the bot as a process, and a person who talks to it."""

from __future__ import annotations

import itertools
import os
import secrets
import signal
import subprocess
import sys
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import httpx

from tests.e2e.checker import parse_html

HERE = Path(__file__).parent
PATIENCE = 60.0
"""Seconds until a reply counts as missing: many times what one takes, for busy machines."""
ACTS = ("sendMessage", "editMessageText", "sendDocument", "sendPhoto")
"""Methods that show something in a chat."""
MOST_PAGES = 200
NEXT, BACK = "Next ▶", "◀ Back"
_ids = itertools.count(1000)


class Emulator:
    """The emulator's process."""

    def __init__(self) -> None:
        """Start it on a port of its own choosing."""
        command = ["node", "emulator.js"]
        self._process = subprocess.Popen(
            command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert self._process.stdout is not None
        port = self._process.stdout.readline().strip()
        assert port.isdigit(), f"the emulator didn't start: {port}"
        self.url = f"http://127.0.0.1:{port}"
        self._http = httpx.Client(base_url=f"{self.url}/test", timeout=2 * PATIENCE, trust_env=False)

    def close(self) -> None:
        """End it; it ends by itself too, when this process does."""
        self._http.close()
        self._process.communicate(timeout=PATIENCE)

    def post(self, route: str, **body: Any) -> Any:
        """Use one of the tests' own routes."""
        return self._http.post(f"/{route}", json=body).raise_for_status().json()

    def add_bot(self, proxy: str = "") -> str:
        """Make a bot known, as @BotFather does; its token."""
        token = f"{next(_ids)}:{secrets.token_urlsafe(24)}"
        self.post("bots", token=token, username="onrecord_test_bot", proxy=proxy)
        return token

    def calls(self, after: int = 0, wait: float = 0, **wanted: Any) -> tuple[list[dict[str, Any]], int]:
        """Recorded calls from a number on and how many there are in all.

        Args:
            after: The first number to look at.
            wait: Seconds to wait for the first such call.
            wanted: `token`, `methods`, `given` (parameters and their values), `state`: "finished" (answered, one way or
                another; the default), "took" (carried out) or "any".
        """
        answer = self.post("calls", after=after, wait=int(wait * 1000), **wanted)
        return answer["calls"], answer["total"]


@dataclass(frozen=True)
class Shown:
    """A message of the bot, as its last call left it."""

    call: dict[str, Any]

    @property
    def method(self) -> str:
        """How it was shown: "sendMessage", "editMessageText" ..."""
        return str(self.call["method"])

    @property
    def id(self) -> int:
        """The message's id in its chat."""
        return int(self.call["result"]["message_id"])

    @property
    def source(self) -> str:
        """The text with its markup."""
        return str(self.call["given"].get("text") or self.call["given"].get("caption") or "")

    @property
    def text(self) -> str:
        """The text as a person reads it."""
        return parse_html(self.source).text if self.call["given"].get("parse_mode") else self.source

    @property
    def buttons(self) -> dict[str, str]:
        """The data of each button, by its label, in the order shown."""
        rows = self.call["given"].get("reply_markup", {}).get("inline_keyboard", [])
        return {button["text"]: button.get("callback_data", "") for row in rows for button in row}

    @property
    def quotes(self) -> list[str]:
        """The words shown as a quotation each; what stands around them left out."""
        return [parse_html(part.split("</blockquote>")[0]).text for part in self.source.split("<blockquote>")[1:]]

    def label(self, words: str) -> str:
        """The first label with these words in it."""
        found = [label for label in self.buttons if words in label]
        assert found, f"no button with {words!r} among {list(self.buttons)}"
        return found[0]


class Bot:
    """`onrecord run` as a process of its own, with its own archive."""

    def __init__(self, emulator: Emulator, folder: Path, **settings: Any) -> None:
        """Prepare it; nothing runs yet.

        Args:
            emulator: What it shall take for Telegram.
            folder: For its archive and its output.
            settings: Environment variables over the tests' own, without ONRECORD_: TELEGRAM__BURST=1 ...
        """
        self.emulator, self.folder = emulator, folder
        self.token = str(settings.get("TELEGRAM__TOKEN") or emulator.add_bot(settings.pop("PROXY", "")))
        self.log = folder / "bot.log"
        given = {
            "TELEGRAM__TOKEN": self.token,
            "TELEGRAM__BASE_URL": f"{emulator.url}/bot",
            "TELEGRAM__BASE_FILE_URL": f"{emulator.url}/file/bot",
            "TELEGRAM__POLL_INTERVAL": 0.05,
            "TELEGRAM__RATE_PER_MINUTE": 600,
            "TELEGRAM__BURST": 100,
            "STORE__PATH": folder / "archive.sqlite",
            **settings,
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
        self.environment = {**kept, "XDG_CONFIG_HOME": str(folder), "PYTHONUNBUFFERED": "1"}
        self.environment |= {f"ONRECORD_{name}": str(value) for name, value in given.items() if value is not None}
        self.process: subprocess.Popen[bytes] | None = None

    def command(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run another command of onrecord on the bot's archive."""
        line = [sys.executable, "-m", "bot", *map(str, arguments)]
        where = {"env": self.environment, "cwd": self.folder}
        return subprocess.run(line, **where, capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE)

    def start(self, ready: bool = True) -> Bot:
        """Start it, and wait until it asks for updates (or has set its webhook)."""
        _, before = self.emulator.calls()
        with self.log.open("ab") as log:
            line = [sys.executable, "-m", "bot", "run"]
            self.process = subprocess.Popen(line, env=self.environment, cwd=self.folder, stdout=log, stderr=log)
        if ready:
            self._await_readiness(before)
        return self

    def _await_readiness(self, after: int) -> None:
        signs = ("getUpdates", "setWebhook")
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline and self.process is not None and self.process.poll() is None:
            if self.emulator.calls(after, 0.5, token=self.token, methods=signs, state="any")[0]:
                return
        raise AssertionError(f"the bot didn't come up:\n{self.output()}")

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """End it by a signal; its exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(by)
        return self.wait()

    def wait(self) -> int:
        """Wait until it has ended; its exit status."""
        assert self.process is not None
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"the bot doesn't end:\n{self.output()}") from None

    def output(self) -> str:
        """All that it wrote so far."""
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def fail(self, method: str, **fault: Any) -> None:
        """Let the bot's next call of a method run into a fault.

        Args:
            method: Of the Bot API.
            fault: `hang`: for so many milliseconds, and then go on unless there is a `status` (with a `body`) to fail
                with or the connection is to `drop`; `late`: fail after the call was carried out; `times`: for so many
                calls; `chat`: only in that chat.
        """
        self.emulator.post("faults", token=self.token, method=method, **fault)

    def admins(self, chat: int, *users: User) -> None:
        """Let these be the admins of a group."""
        self.emulator.post("admins", token=self.token, chat=chat, users=[user.sender for user in users])

    def send(self, **update: Any) -> dict[str, Any]:
        """Send the bot any update; the update as sent."""
        return dict(self.emulator.post("updates", token=self.token, update=update))

    def made(self, *methods: str, wait: float = 0, **wanted: Any) -> list[dict[str, Any]]:
        """The calls of some methods that the bot has made; see `Emulator.calls`."""
        return self.emulator.calls(0, wait, token=self.token, methods=methods, **wanted)[0]


@dataclass
class User:
    """A person in a chat with the bot. Remembers which of the bot's messages were read."""

    bot: Bot
    language: str = "en"
    id: int = field(default_factory=lambda: next(_ids))
    chat: Mapping[str, Any] = field(default_factory=dict)
    read: int = 0
    """Number of the first call that wasn't looked at."""

    def __post_init__(self) -> None:
        """Read nothing that was said before."""
        self.chat = self.chat or {"id": self.id, "type": "private", "first_name": "Ida"}
        _, self.read = self.bot.emulator.calls()

    @property
    def sender(self) -> dict[str, Any]:
        """Who writes."""
        return {"id": self.id, "is_bot": False, "first_name": "Ida", "language_code": self.language}

    def say(self, text: str, **more: Any) -> dict[str, Any]:
        """Send a message; the update as sent."""
        message = {"from": self.sender, "chat": self.chat, "text": text, **more}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0].encode("utf-16-le")) // 2
            message.setdefault("entities", [{"type": "bot_command", "offset": 0, "length": length}])
        return self.bot.send(message=message)

    def file(self, name: str, data: bytes, **claims: Any) -> dict[str, Any]:
        """A document that Telegram keeps, as a message holds it; `claims` are told of it instead of what is so."""
        kept = self.bot.emulator.post("files", name=name, base64=b64encode(data).decode())
        return {**kept, **claims}

    def upload(self, name: str, data: bytes, **more: Any) -> dict[str, Any]:
        """Send a file; the update as sent."""
        return self.send(document=self.file(name, data), **more)

    def send(self, **content: Any) -> dict[str, Any]:
        """Send a message of any content; the update as sent."""
        return self.bot.send(message={"from": self.sender, "chat": self.chat, **content})

    def ask(self, text: str, **more: Any) -> Shown:
        """Send a message and wait for the reply."""
        self.say(text, **more)
        return self.reply()

    def press(self, shown: Shown, words: str) -> Shown:
        """Press the button with these words on it and wait for what that shows."""
        self.tap(shown, shown.buttons[shown.label(words)])
        return self.reply()

    def tap(self, shown: Shown, data: str) -> dict[str, Any]:
        """Send the data of a button, a real or a forged one, as pressed; the update as sent."""
        query = {"from": self.sender, "message": {**shown.call["result"], "chat": self.chat}, "data": data}
        return self.bot.send(callback_query=query)

    def reply(self) -> Shown:
        """Wait for the next thing that the bot shows in this chat."""
        found = self._acts(PATIENCE)
        assert found, f"no reply within {PATIENCE:g} s"
        self.read = found[0]["number"] + 1
        return Shown(found[0])

    def toast(self, update: Mapping[str, Any]) -> str:
        """Wait for the answer to a pressed button; the words that flash up, if any."""
        given = {"callback_query_id": update["callback_query"]["id"]}
        found = self.bot.made("answerCallbackQuery", wait=PATIENCE, given=given)
        assert found, "the button's query stays unanswered"
        return str(found[0]["given"].get("text", ""))

    def pages(self, shown: Shown) -> list[Shown]:
        """Turn all pages from one that is shown."""
        pages = [shown]
        while NEXT in pages[-1].buttons:
            pages.append(self.press(pages[-1], NEXT))
            assert len(pages) <= MOST_PAGES, "the pages have no end"
        return pages

    def unread(self) -> Sequence[Shown]:
        """What the bot has shown in this chat since the last reply that was read."""
        return [Shown(call) for call in self._acts(0)]

    def _acts(self, wait: float) -> list[dict[str, Any]]:
        calls, _ = self.bot.emulator.calls(
            self.read, wait, token=self.bot.token, methods=ACTS, given={"chat_id": self.chat["id"]}, state="took"
        )
        return calls
