"""Connections to checked addresses alone, within one limit of time for all that is done on them."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import httpcore
import httpx

from bot.errors import LinkError
from bot.fetch.door import Door

SLOWEST = 10.0
"""Seconds for one step: to connect, to send, to hear again."""
FAULTS = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.ConnectionNotAvailable,
          httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deadline:
    """When all has to be done; on the clock of `time.monotonic`."""

    seconds: float
    end: float = field(default=0.0)

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """The moment so many seconds from now."""
        return cls(seconds, monotonic() + seconds)

    def left(self, most: float | None) -> float:
        """Seconds for the next step, at most so many.

        Raises:
            LinkError: None are left.
        """
        left = self.end - monotonic()
        if left <= 0:
            raise LinkError(f"took over {self.seconds:g} seconds to load; try again later")
        return left if most is None else min(left, most)


class _Backend(httpcore.NetworkBackend):
    """Resolves a host once, has its addresses checked, and connects to one of these and to no other."""

    def __init__(self, door: Door, deadline: Deadline) -> None:
        self._door, self._deadline, self._inner = door, deadline, httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        fault: Exception = LinkError("leads to a host that can't be found; check the link")
        for address in self._door.addresses(host, port):
            left = self._deadline.left(timeout)
            try:
                stream = self._inner.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.NetworkError, httpcore.TimeoutException) as error:
                fault = error
            else:
                return _Stream(stream, self._deadline)
        raise fault


class _Stream(httpcore.NetworkStream):
    """A connection on which no step may take longer than what is left."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Transport(httpx.BaseTransport):
    """What httpx asks of the network, done on our connections."""

    def __init__(self, door: Door, deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=_Backend(door, deadline)
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        given = request.url
        url = httpcore.URL(scheme=given.raw_scheme, host=given.raw_host, port=given.port, target=given.raw_path)
        headers, extensions = request.headers.raw, request.extensions
        made = httpcore.Request(request.method, url, headers=headers, extensions=extensions)
        response = self._pool.handle_request(made)
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


@contextmanager
def client(door: Door, deadline: Deadline, user_agent: str) -> Iterator[httpx.Client]:
    """A client for the hops of one link; what goes wrong with the network is told as `LinkError`.

    It follows no redirect by itself and heeds no proxy of the environment, which would connect in its place.
    """
    transport = _Transport(door, deadline)
    headers = {"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"}
    try:
        with httpx.Client(transport=transport, trust_env=False, headers=headers, timeout=SLOWEST) as made:
            yield made
    except FAULTS as error:
        raise LinkError(f"can't be loaded ({type(error).__name__}); check the link, or try again later") from error
