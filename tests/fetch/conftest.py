"""A web of our own on the loopback interface, with a resolver and a door that lead to it alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.fetch import Web
from bot.fetch.door import Door

HOST = "127.0.0.1"


@dataclass
class Page:
    """What the server answers for one path."""

    data: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    drip: float = 0.0
    """Seconds before each byte."""


@dataclass
class Site:
    """A server under several names, and what it was asked."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def link(self, path: str, host: str = "orvik.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def resolve(self, host: str, port: int) -> list[str]:
        """Every name of ours is the server."""
        assert host.endswith(".example")
        return [HOST]

    def allows(self, address: str, port: int) -> bool:
        """The server, and nothing else of this machine."""
        return (address, port) == (HOST, self.port)

    def web(self, **limits: float) -> Web:
        return Web("orvikbot/1", door=Door(self.resolve, self.allows), **limits)  # type: ignore[arg-type]


@pytest.fixture
def site() -> Iterator[Site]:
    server = ThreadingHTTPServer((HOST, 0), _Handler)
    server.daemon_threads = True
    server.site = Site(server.server_port)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.site  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers)))
        page = site.pages.get(self.path, Page(status=404))
        if page.headers.get("ETag") and self.headers.get("If-None-Match") == page.headers["ETag"]:
            page = Page(status=304)
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page.data)))
        self.end_headers()
        self._send(page)

    def _send(self, page: Page) -> None:
        try:
            for at in range(len(page.data) if page.drip else 0):
                time.sleep(page.drip)
                self.wfile.write(page.data[at : at + 1])
            if not page.drip:
                self.wfile.write(page.data)
        except OSError:
            return  # the client has heard enough

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
