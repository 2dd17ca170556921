"""The one way out of the house: requests to addresses that somebody else has named."""

from service.outgoing_http.addresses import AddressGuard, Network, Resolve
from service.outgoing_http.client import Answer, Failure, OutgoingHttp, Undelivered
from service.outgoing_http.urls import Target, UnusableUrl, read_target

__all__ = [
    "AddressGuard",
    "Answer",
    "Failure",
    "Network",
    "OutgoingHttp",
    "Resolve",
    "Target",
    "Undelivered",
    "UnusableUrl",
    "read_target",
]
