"""Which addresses may be dialled? Those of the public Internet, and networks named on purpose.

The table is our own: `ipaddress.is_global` takes multicast, 6to4, NAT64 and the reserved ranges for
global. Its rows are the special-purpose registries of IANA (RFC 6890 and what came after it).
"""

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_CLOSED_V4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")  # everything else is not given out, or not for the world
_CLOSED_V6 = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host. Raises OSError where it has none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class AddressGuard:
    """Judges addresses. Networks named in `opened` may be dialled although they are not public."""

    def __init__(self, opened: Iterable[Network] = ()) -> None:
        self._opened = tuple(opened)

    def allows(self, text: str) -> bool:
        """Whether this address, as a resolver or a socket wrote it, may be dialled."""
        try:
            address = ip_address(text)
        except ValueError:
            return False
        return self.is_opened(text) or _is_public(address)

    def is_opened(self, text: str) -> bool:
        """Whether the operator has named a network that this address lies in."""
        address = ip_address(text)
        if isinstance(address, IPv6Address) and address.scope_id is not None:
            return False
        return any(address in network for network in self._opened)


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _CLOSED_V4)
    if address.scope_id is not None or address not in _GLOBAL_V6:
        return False
    return not any(address in network for network in _CLOSED_V6)
