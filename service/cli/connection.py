"""How do commands ask a server, and what do they say when it does not answer as hoped?"""

import functools
from collections.abc import Callable
from typing import Any

import click
import httpx

from bindery_client import ApiError, Bindery, BinderyError, Unreachable
from service.cli.change_rendering import plain_line
from service.cli.exit_codes import ExitCode

View = Callable[..., None]
"""What a command does; takes the server as its first argument, and its own options."""

LOCAL_URL = "http://127.0.0.1:8080"
_NO = frozenset({"publication_refused", "version_exists"})
_CANNOT_NOW = frozenset({429, 500, 502, 503, 504})


class WrongUsage(click.ClickException):
    """The address, the token, a name or the document is not good."""

    exit_code = ExitCode.USAGE


class Declined(click.ClickException):
    """The service says no."""

    exit_code = ExitCode.NO


class CannotAnswer(click.ClickException):
    """The service does not answer, or cannot now."""

    exit_code = ExitCode.UNREACHABLE


def asks_server(view: View) -> View:
    """Give a command `--url` and `--token`, and as its first argument the server they name.

    What goes wrong there is told in sentences. A transport in the context's `obj` takes the place
    of the network.
    """

    @click.option(
        "--url",
        envvar="BINDERY_URL",
        default=LOCAL_URL,
        show_default=True,
        show_envvar=True,
        help="Address of the server, with its prefix if it has one.",
    )
    @click.option(
        "--token",
        envvar="BINDERY_TOKEN",
        show_envvar=True,
        help="Access token. Prefer the variable: options are seen by other users of the machine.",
    )
    @functools.wraps(view)
    def asking(url: str, token: str | None, **options: Any) -> None:
        try:
            with _server(url, token) as server:
                view(server, **options)
        except BinderyError as error:
            raise complaint_about(error, url, has_token=bool(token and token.strip())) from error

    return asking


def complaint_about(error: BinderyError, url: str, *, has_token: bool) -> click.ClickException:
    """Return what to tell people about an error, with what they can do.

    Commands that know more about it have added that as notes of the exception.
    """
    if isinstance(error, ApiError):
        request = [f"Request {error.request_id}."] if error.request_id else []
        advice = _explained(error, url, has_token=has_token)
        notes = getattr(error, "__notes__", [])
        sentences = [*advice, *notes, *_problems(error), *request]
        return _kind_of(error)("\n".join(map(plain_line, sentences)))
    hint = " Is it running, and is --url (BINDERY_URL) its address?"
    return CannotAnswer(plain_line(f"{error}.{hint if isinstance(error, Unreachable) else ''}"))


def _server(url: str, token: str | None) -> Bindery:
    transport = click.get_current_context().obj
    try:
        return Bindery(
            url,
            token=token.strip() if token else None,
            transport=transport if isinstance(transport, httpx.BaseTransport) else None,
        )
    except ValueError as error:
        raise WrongUsage(str(error)) from error


def _kind_of(error: ApiError) -> type[click.ClickException]:
    if error.status in _CANNOT_NOW:
        return CannotAnswer
    return Declined if error.code in _NO else WrongUsage


def _explained(error: ApiError, url: str, *, has_token: bool) -> list[str]:
    """Return the service's message, and what to do about it where that is known."""
    match error.status:
        case 401 | 404 if not has_token:
            advice = (
                "No access token was sent."
                f" Set BINDERY_TOKEN (or --token) to an access token of {url}."
            )
        case 401:
            advice = f"Set BINDERY_TOKEN (or --token) to an access token of {url}."
        case 403:
            advice = "Use an access token with that right, or ask an owner of the group for it."
        case 404:
            advice = "Check the names; what an access token may not see is not found either."
        case 413:
            advice = "The operators of the service set the limit."
        case status if status in _CANNOT_NOW:
            advice = f"{url} cannot answer now; try again later."
        case _:
            return [error.message]
    return [error.message, advice]


def _problems(error: ApiError) -> list[str]:
    """Return what a request is wrong at."""
    return [
        f"{field}: {'; '.join(map(str, messages))}"
        for location in error.details.values()
        if error.code == "validation_error" and isinstance(location, dict)
        for field, messages in location.items()
        if isinstance(messages, list)
    ]
