"""How often may somebody try? Flask-Limiter counts; this says what, by whom, and tells callers.

Counts live in memory (each process by itself) or in Redis. Where Redis does not answer, each
process counts in its own memory until it does again: attempts stay bounded and people can sign in.
"""

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, request
from flask_limiter.util import get_remote_address
from limits.errors import StorageError

from service.extensions import limiter
from service.http_api.state import current_actor, current_settings

View = Callable[..., Any]

STORAGE_TIMEOUT = 1.0
"""Seconds to wait for Redis before counting in memory."""

_log = structlog.get_logger("service.rate_limits")


def install_rate_limits(app: Flask) -> None:
    """Count as the settings say, and send the RateLimit headers where something was counted."""
    url = str(app.config["RATELIMIT_STORAGE_URI"])
    if url.startswith("redis"):
        app.config["RATELIMIT_STORAGE_OPTIONS"] = {
            "socket_connect_timeout": STORAGE_TIMEOUT,
            "socket_timeout": STORAGE_TIMEOUT,
            "wrap_exceptions": True,
        }
    limiter.init_app(app)
    app.after_request(_add_headers)


def limit_attempts(*, by_username: bool = False, by_actor: bool = False) -> Callable[[View], View]:
    """Limit attempts to prove who one is, per client address and per name.

    The decorator stands below `response`, where the body has been validated. All operations share
    the counts, so that no second door gives a second set of tries.
    """
    name = _name_in_body if by_username else _name_of_actor if by_actor else None

    def decorate(view: View) -> View:
        limited = limiter.shared_limit(
            _authentication_rate, scope="authentication by address", key_func=get_remote_address
        )(view)
        if name is None:
            return limited
        return limiter.shared_limit(
            _authentication_rate, scope="authentication by name", key_func=name
        )(limited)

    return decorate


def limit_publishing(view: View) -> View:
    """Limit publications and checks, counted together, per access token."""
    return limiter.shared_limit(
        _publishing_rate, scope="publishing by token", key_func=_token_of_actor
    )(view)


def limit_comparing(view: View) -> View:
    """Limit comparisons like publications, per access token, of strangers per client address."""
    return limiter.shared_limit(
        _publishing_rate, scope="comparing by token", key_func=_token_of_actor
    )(view)


def _publishing_rate() -> str:
    return current_settings().rate_limit_publishing


def _token_of_actor() -> str:
    return current_actor().token_id or get_remote_address()


def _authentication_rate() -> str:
    return current_settings().rate_limit_authentication


def _name_in_body() -> str:
    """Return the user name that the request tries; its body has been validated by now."""
    return str(request.get_json()["username"])


def _name_of_actor() -> str:
    return current_actor().name


def _add_headers(response: Response) -> Response:
    current = limiter.current_limit if limiter.enabled else None
    if current is None:
        return response
    try:
        seconds = max(0, round(current.reset_at - time.time()))
        response.headers["RateLimit-Remaining"] = str(max(0, current.remaining))
    except StorageError:
        _log.warning("the rate limit storage went away between counting and telling")
        return response
    response.headers["RateLimit-Limit"] = str(current.limit.amount)
    response.headers["RateLimit-Reset"] = str(seconds)
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = str(max(1, seconds))
    return response
