"""Are all addresses refused that lead somewhere else than into the public Internet?"""

from ipaddress import ip_address, ip_network

import pytest

from service.outgoing_http import AddressGuard

_PUBLIC = ("1.1.1.1", "8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::200e")
_CLOSED = (
    "0.0.0.0",  # noqa: S104 - judged, not bound
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%lo",
    "2606:4700:4700::1111%1",
    "fec0::1",
    "ff02::1",
    "no address",
    "",
)


@pytest.mark.parametrize("text", _PUBLIC)
def test_public_addresses_may_be_dialled(text: str) -> None:
    assert AddressGuard().allows(text)


@pytest.mark.parametrize("text", _CLOSED)
def test_other_addresses_may_not(text: str) -> None:
    assert not AddressGuard().allows(text)


def test_a_named_network_is_open_and_nothing_beside_it() -> None:
    guard = AddressGuard([ip_network("10.1.0.0/16"), ip_network("fd00::/8")])

    assert guard.allows("10.1.2.3")
    assert guard.allows("fd00::1")
    assert not guard.allows("10.2.0.1")
    assert not guard.allows("::ffff:10.1.2.3")
    assert not guard.allows("fd00::1%1")


def test_the_table_knows_what_the_standard_library_takes_for_global() -> None:
    """The reason for a table of our own: were it gone, these would be dialled."""
    mistaken = [text for text in _CLOSED[:-2] if "%" not in text and ip_address(text).is_global]

    assert mistaken
