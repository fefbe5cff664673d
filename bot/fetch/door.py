"""Which addresses may be spoken to: those of the public web, and nothing of the house that the program runs in."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from bot.errors import LinkError

PORTS = (80, 443)
"""Ports of web servers; with any other a link would be a way to try the doors of others."""
BARRED = tuple(
    map(
        ip_network,
        """192.0.0.0/24 192.88.99.0/24 168.63.129.16/32 100.64.0.0/10 198.18.0.0/15 ::/96
        64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2002::/16 3fff::/20 5f00::/16 fc00::/7 fec0::/10""".split(),
    )
)
"""What `ipaddress` may call public and isn't, or what hides another address: services of clouds (192.0.0.192,
168.63.129.16, 100.100.100.200), shared and test networks, and IPv6 that carries IPv4 (translated, tunnelled)."""

Resolve = Callable[[str, int], list[str]]
"""Host and port -> its addresses, best first."""
Allows = Callable[[str, int], bool]
"""Whether an address and port may be spoken to."""


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses that the system knows a host by, best first.

    Raises:
        LinkError: There is no such host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise LinkError("leads to a host that can't be found; check the link") from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str, port: int) -> bool:
    """Whether an address is of the public web: not private, loopback, link-local, multicast, reserved or BARRED."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    barred = parsed.is_multicast or parsed.is_reserved or any(parsed in network for network in BARRED)
    return port in PORTS and parsed.is_global and not barred


@dataclass(frozen=True, slots=True)
class Door:
    """Resolves hosts and says which of their addresses may be spoken to. Only tests make another than the default."""

    resolve: Resolve = system_resolve
    allows: Allows = is_public

    def addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host; it is to be spoken to at these very ones, and not to be resolved again.

        Raises:
            LinkError: There is no such host, or one of its addresses may not be spoken to.
        """
        found = self.resolve(host, port)
        if not found or not all(self.allows(address, port) for address in found):
            raise LinkError("leads to an address that is not of the public web; load the page from a file")
        return found
