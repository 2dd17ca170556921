"""Which errors does the client raise?

BinderyError
├── ApiError           the service answered that it refuses or failed
├── UnexpectedAnswer   something answered that does not speak this contract
└── Unreachable        nothing answered, also after the retries
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import httpx

NO_ENVELOPE = "no_envelope"
"""The `code` of an `ApiError` that something in front of the service answered, such as a proxy."""

_REQUEST_ID_HEADER = "X-Request-ID"


class BinderyError(Exception):
    """What every error of this client derives from."""


class ApiError(BinderyError):
    """The service answered with a status of 400 or above.

    `code` is for programs and stays the same for ever, `message` is for people, `details` for
    both. `request_id` is what the operators of the service can find the request by.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        details: Mapping[str, Any],
        request_id: str | None,
        headers: Mapping[str, str],
    ) -> None:
        super().__init__(status, code, message, details, request_id, headers)
        self.status = status
        self.code = code
        self.message = message
        self.details = details
        self.request_id = request_id
        self.headers = headers

    def __str__(self) -> str:
        """Return one line for a log: status, code, message, request id."""
        request = f" (request {self.request_id})" if self.request_id else ""
        return f"{self.status} {self.code}: {self.message}{request}"

    @classmethod
    def from_response(cls, response: httpx.Response) -> "ApiError":
        """Return the error that a response of 400 or above stands for."""
        request_id = response.headers.get(_REQUEST_ID_HEADER)
        envelope = _envelope(response)
        if envelope is None:
            message = f"{_phrase(response)}, answered by something that is not the service itself"
            return cls(response.status_code, NO_ENVELOPE, message, {}, request_id, response.headers)
        return cls(
            response.status_code,
            str(envelope["code"]),
            str(envelope["message"]),
            envelope["details"],
            str(envelope.get("request_id") or request_id),
            response.headers,
        )


class UnexpectedAnswer(BinderyError):
    """The answer is none that the contract knows: another service, or one of another version."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message, status)
        self.message = message
        self.status = status

    def __str__(self) -> str:
        """Return the message."""
        return self.message


class Unreachable(BinderyError):
    """No answer: the name, the connection, TLS or the time allowed for it failed."""


def _envelope(response: httpx.Response) -> dict[str, Any] | None:
    try:
        answer = response.json()
    except ValueError:
        return None
    envelope = answer.get("error") if isinstance(answer, dict) else None
    if not isinstance(envelope, dict) or not {"code", "message"} <= envelope.keys():
        return None
    details = envelope.get("details")
    return {**envelope, "details": details if isinstance(details, dict) else {}}


def _phrase(response: httpx.Response) -> str:
    try:
        return HTTPStatus(response.status_code).phrase
    except ValueError:
        return "An unknown status"
