"""What can a program do with a Bindery registry? Everything that its API offers, typed."""

from bindery_client.bindery import Bindery
from bindery_client.errors import ApiError, BinderyError, UnexpectedAnswer, Unreachable
from bindery_client.pagination import paginate, paginate_async
from bindery_client.retries import NO_RETRIES, Retries
from bindery_client.types import UNSET, Response, Unset
from bindery_client.version import __version__

__all__ = [
    "NO_RETRIES",
    "UNSET",
    "ApiError",
    "Bindery",
    "BinderyError",
    "Response",
    "Retries",
    "UnexpectedAnswer",
    "Unreachable",
    "Unset",
    "__version__",
    "paginate",
    "paginate_async",
]
