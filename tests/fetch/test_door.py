"""The door: the public web, and no other address, whatever it is called."""

from __future__ import annotations

import dataclasses
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.__main__ import Parts
from bot.config import LinkSettings, Settings
from bot.errors import LinkError
from bot.fetch import Web
from bot.fetch.door import Door, is_public, system_resolve

INSIDE = """127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.100.100.200
192.0.0.192 168.63.129.16 198.18.0.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0
fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::
2001:0:7f00:1:: fec0::1 nonsense""".split()


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_of_the_house_are_refused(address: str) -> None:
    assert not is_public(address, 80)
    with pytest.raises(LinkError, match="not of the public web"):
        Door(lambda host, port: [address]).addresses("orvik.example", 443)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_public_web_are_let_through_at_the_ports_of_the_web(address: str) -> None:
    assert Door(lambda host, port: [address]).addresses("orvik.example", 443) == [address]
    assert not is_public(address, 22)


def test_one_address_of_the_house_is_one_too_many() -> None:
    for found in (["8.8.8.8", "127.0.0.1"], ["127.0.0.1", "8.8.8.8"], []):
        with pytest.raises(LinkError):
            Door(lambda host, port, found=found: found).addresses("orvik.example", 80)  # type: ignore[misc]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "[::1]"])
def test_the_loopback_interface_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(LinkError):
        Web("orvikbot/1", max_seconds=5).fetch(f"http://{host}/")


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7"))
def test_no_private_address_is_public(address: object) -> None:
    assert not is_public(str(address), 443)


def test_no_setting_opens_the_door() -> None:
    """What tests may inject, no operator can leave on by accident: it is in no setting, and the program makes none."""
    assert {field.name for field in dataclasses.fields(LinkSettings)} == {"user_agent", "max_seconds", "max_redirects"}
    fetcher = Parts().workshop(Settings(), "auto").reader.fetcher
    assert isinstance(fetcher, Web)
    assert (fetcher.door.resolve, fetcher.door.allows) == (system_resolve, is_public)


def test_the_fetcher_goes_to_other_processes() -> None:
    fetcher = Web("orvikbot/1")
    assert pickle.loads(pickle.dumps(fetcher)) == fetcher  # noqa: S301 - our own
