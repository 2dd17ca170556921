"""Which requests are sent again, and after how long?

Sent again is what cannot do harm twice: methods that are idempotent by definition, requests that
carry an `Idempotency-Key`, which the operations that create something make up themselves, and
checks, which change nothing.
"""

import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx

_IDEMPOTENT = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"})
_REFUSED_FOR_NOW = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_LOST_ON_THE_WAY = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.GATEWAY_TIMEOUT})
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_IN_FLIGHT = "idempotency_in_flight"

HARMLESS = "bindery.harmless"
"""Extension of requests that change nothing, whatever their method says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """How often to try again, and how long to wait at most.

    The first wait is about `first_wait` seconds, each further one twice as long, none longer than
    `longest_wait`. Where the service says when to come back, that is done; if that is later than
    `longest_wait`, the error is raised instead.
    """

    attempts: int = 4
    first_wait: float = 0.5
    longest_wait: float = 30.0


NO_RETRIES = Retries(attempts=1)
"""Every request is sent once."""


class Attempts:
    """How far one request has come."""

    def __init__(
        self,
        retries: Retries,
        method: str,
        headers: Mapping[str, str],
        *,
        is_harmless: bool = False,
    ) -> None:
        self._retries = retries
        self._made = 0
        has_key = "Idempotency-Key" in headers
        self._may_repeat = method.upper() in _IDEMPOTENT or has_key or is_harmless
        # Done already, it would be refused the second time: its precondition has changed.
        self._may_repeat_unknown = self._may_repeat and ("If-Match" not in headers or has_key)

    def wait_after(self, outcome: httpx.Response | httpx.RequestError) -> float | None:
        """Return the seconds to wait before the next attempt; None if this was the last."""
        self._made += 1
        if self._made >= self._retries.attempts or not self._is_worth_repeating(outcome):
            return None
        asked_for = _retry_after(outcome)
        if asked_for is None:
            longest = self._retries.first_wait * 2.0 ** (self._made - 1)
            return min(longest, self._retries.longest_wait) * _jitter(0.5, 1.0)
        return asked_for * _jitter(1.0, 1.1) if asked_for <= self._retries.longest_wait else None

    def _is_worth_repeating(self, outcome: httpx.Response | httpx.RequestError) -> bool:
        if isinstance(outcome, _NEVER_SENT):
            return True
        if isinstance(outcome, httpx.RequestError):
            return self._may_repeat_unknown and isinstance(outcome, httpx.TransportError)
        if outcome.status_code in _REFUSED_FOR_NOW or _is_in_flight(outcome):
            return self._may_repeat
        return self._may_repeat_unknown and outcome.status_code in _LOST_ON_THE_WAY


def new_idempotency_key() -> str:
    """Return a value for the Idempotency-Key header that nobody has used before."""
    return str(uuid.uuid4())


def _is_in_flight(response: httpx.Response) -> bool:
    """Whether an earlier attempt of this very request is still being worked on."""
    return response.status_code == HTTPStatus.CONFLICT and _IN_FLIGHT in response.text


def _retry_after(outcome: httpx.Response | httpx.RequestError) -> float | None:
    """Return the seconds that Retry-After asks for; None without it, or if it makes no sense."""
    text = outcome.headers.get("Retry-After") if isinstance(outcome, httpx.Response) else None
    if text is None:
        return None
    if text.strip().isdecimal():
        return float(text)
    try:
        instant = parsedate_to_datetime(text)
    except ValueError:
        return None
    instant = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return max(0.0, (instant - _now()).total_seconds())


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - copied into clients, which have no clock of ours


def _jitter(low: float, high: float) -> float:
    """Return a factor that keeps many clients from coming back at the same moment."""
    return random.uniform(low, high)  # noqa: S311 - spreads load, guards no secret
