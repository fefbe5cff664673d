"""What all tests share: no network but loopback, and the command line run in this process."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.__main__ import Parts

SHARED = Path(__file__).parents[2] / "shared"
"""The measuring data, where it lies beside the checkout."""
LOOPBACK = ("127.", "::1", "localhost")


def _no_network(event: str, args: tuple[Any, ...]) -> None:
    """A test that reaches for the network fails (an audit hook: no library can go round it)."""
    if event == "socket.connect" and isinstance(args[1], tuple):
        host = args[1][0]
    elif event == "socket.getaddrinfo":
        host = args[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if not name.startswith(LOOPBACK):
        raise AssertionError(f"a test reached for the network: {name}")


sys.addaudithook(_no_network)


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON Lines on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def onrecord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `onrecord ARGUMENTS` in this process, in a folder and with an archive of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_STORE__PATH", str(tmp_path / "archive.sqlite"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def run(*arguments: str | Path, stdin: str | bytes = b"") -> Done:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            cli.main(Parts())
        out, err = capsys.readouterr()
        return Done(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def shared() -> Path:
    """The measuring data beside the checkout; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("the measuring data (../shared) is not beside the checkout")
    return SHARED
