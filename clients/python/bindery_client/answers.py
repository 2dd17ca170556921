"""What does a response mean? Success becomes a model, everything else an error."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

import httpx

from bindery_client.types import Response
from bindery_client.errors import ApiError, UnexpectedAnswer

T = TypeVar("T")


def answer_of(response: httpx.Response, parse: Callable[[httpx.Response], T]) -> Response[T]:
    """Return the answer, its body read by `parse`.

    Raises `ApiError` for a status of 400 and above, `UnexpectedAnswer` for what `parse` cannot
    read.
    """
    if response.is_error:
        raise ApiError.from_response(response)
    try:
        parsed = parse(response)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = (
            f"The body of the answer to {_what(response)} is not what this version of the client"
            f" expects: {type(error).__name__}: {error}"
        )
        raise UnexpectedAnswer(message, response.status_code) from error
    return Response(
        status_code=HTTPStatus(response.status_code),
        headers=response.headers,
        content=response.content,
        parsed=parsed,
    )


def undocumented(response: httpx.Response) -> UnexpectedAnswer:
    """Return the error for a success that the contract does not know, such as a redirect."""
    target = response.headers.get("Location")
    hint = f"; it points to {target}" if target and response.is_redirect else ""
    message = f"{_what(response)} was answered with the status {response.status_code}{hint}"
    return UnexpectedAnswer(message, response.status_code)


def _what(response: httpx.Response) -> str:
    return f"{response.request.method} {response.request.url}"
