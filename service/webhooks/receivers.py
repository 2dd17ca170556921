"""Where may webhooks go? What can be said of a URL before anybody dials it."""

from ipaddress import ip_address, ip_network

from service.errors import InvalidInput
from service.outgoing_http import AddressGuard, Target, UnusableUrl, read_target
from service.settings import Settings


def guard_of(settings: Settings) -> AddressGuard:
    """Return the guard that the settings ask for."""
    return AddressGuard(map(ip_network, settings.outgoing_networks))


def read_receiver(url: str, guard: AddressGuard) -> Target:
    """Return the parts of a receiver's URL; raises `InvalidInput` with the reason.

    A name is judged by where it leads when it is dialled, each time. An address can be judged now.
    """
    try:
        target = read_target(url)
    except UnusableUrl as unusable:
        raise _refused(str(unusable)) from None
    if not _is_address(target.host):
        return target
    if not guard.allows(target.host):
        raise _refused(
            "The address is not public. An operator can name networks that may be reached, in"
            " BINDERY_OUTGOING_NETWORKS."
        )
    if not target.is_encrypted and not guard.is_opened(target.host):
        raise _refused("Plain http is for networks that the operator has named; use https.")
    return target


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _refused(reason: str) -> InvalidInput:
    return InvalidInput("The webhook cannot go there.", details={"json": {"url": [reason]}})
