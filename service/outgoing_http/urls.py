"""Is this a URL that every parser reads in the same way, and what does it say?

There is one parser, and what it has read is what is dialled: scheme, host, port and target travel
on as parts, never as text that somebody else reads again.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

_MOST = 2_000
_URL = re.compile(
    r"(?P<scheme>https?)://"
    r"(?:(?P<name>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)|\[(?P<six>[0-9A-Fa-f:.]{2,45})\])"
    r"(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<target>(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)"
)
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_NUMBER = re.compile(r"(?:[0-9]+|0[xX][0-9A-Fa-f]*)")
_PORTS = {"http": 80, "https": 443}


class UnusableUrl(ValueError):
    """The text is no URL that can be dialled; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """A URL in its parts. `host` is a name in small letters or an address without brackets."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_encrypted(self) -> bool:
        """Whether it is dialled by TLS."""
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """The value of the Host field (RFC 9110 section 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        """The URL in its one spelling."""
        return f"{self.scheme}://{self.authority}{self.path}"


def read_target(text: str) -> Target:
    """Return the parts of a URL. Raises `UnusableUrl`."""
    matched = _URL.fullmatch(text) if len(text) <= _MOST else None
    if matched is None:
        raise UnusableUrl(
            "It must look like https://host/path: http or https, a host name or an address, no user"
            f" name, no fragment, other characters percent-encoded, at most {_MOST} characters."
        )
    port = int(matched["port"] or _PORTS[matched["scheme"]])
    if not 0 < port < 2**16:
        raise UnusableUrl("The port must be between 1 and 65535.")
    host = _address(matched["six"]) if matched["six"] else _host(matched["name"])
    target = matched["target"]
    return Target(matched["scheme"], host, port, target if target[:1] == "/" else f"/{target}")


def _address(text: str) -> str:
    try:
        return str(IPv6Address(text))
    except AddressValueError:
        raise UnusableUrl("What stands in brackets is no IPv6 address.") from None


def _host(name: str) -> str:
    """A name, or four numbers: `127.1`, `0x7f000001` and `2130706433` are spelt to be mistaken."""
    labels = name.lower().split(".")
    if not all(map(_LABEL.fullmatch, labels)):
        raise UnusableUrl("The host is no name: each part has 1 to 63 letters, digits or hyphens.")
    if not _NUMBER.fullmatch(labels[-1]):
        return ".".join(labels)
    try:
        return str(IPv4Address(name))
    except AddressValueError:
        raise UnusableUrl("An IPv4 address is written as four decimal numbers.") from None
