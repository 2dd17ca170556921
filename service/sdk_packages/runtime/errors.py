"""Which errors does the client raise?

ClientError
├── ApiError           the service answered that it refuses or failed
├── UnexpectedAnswer   something answered that does not speak this contract
└── Unreachable        nothing answered, also after the retries
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import httpx


class ClientError(Exception):
    """What every error of this client derives from."""


class ApiError(ClientError):
    """The service answered with a status of 400 or above.

    `content` holds the bytes of the answer; `json` reads them, where they are JSON.
    """

    def __init__(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
        super().__init__(status, content, headers)
        self.status = status
        self.content = content
        self.headers = headers

    def __str__(self) -> str:
        """Return one line for a log: the status and the beginning of the answer."""
        beginning = " ".join(self.content[:200].decode("utf-8", "replace").split())
        return f"{self.status} {_phrase(self.status)}: {beginning}"

    def json(self) -> Any:
        """Return what the answer says. Raises `ValueError` if it is not JSON."""
        return httpx.Response(self.status, content=self.content).json()

    @classmethod
    def from_response(cls, response: httpx.Response) -> "ApiError":
        """Return the error that a response of 400 or above stands for."""
        return cls(response.status_code, response.content, response.headers)


class UnexpectedAnswer(ClientError):
    """The answer is none that the contract knows: another service, or one of another version."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

    def __str__(self) -> str:
        """Return the message."""
        return self.message


class Unreachable(ClientError):
    """No answer: the name, the connection, TLS or the time allowed for it failed."""


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown status"
