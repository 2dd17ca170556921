"""What is one attempt at a delivery? A signed POST, and what is made of the answer."""

import time
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from service.outgoing_http import OutgoingHttp, Undelivered, UnusableUrl, read_target
from service.webhooks.answers import kept_of
from service.webhooks.retry_schedule import asked_wait
from service.webhooks.signing import signature

DEADLINE_SECONDS = 15.0
"""For everything together: resolving, dialling, sending and reading."""
_READ_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """All that an attempt needs, so that no transaction is open while it lasts."""

    delivery_id: str
    webhook_id: str
    fence: int
    number: int
    """The attempt, the first being 1."""
    url: str
    event_id: str
    body: str
    secrets: tuple[str, ...]
    is_failing: bool
    """Whether the receiver has failed since its last success."""

    def __repr__(self) -> str:
        """Name it without its secrets: it may stand in a log."""
        return f"Errand({self.delivery_id}, attempt {self.number})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an attempt."""

    at: datetime
    milliseconds: int
    status: int | None = None
    failure: str | None = None
    """None: it was taken."""
    message: str = ""
    answer: str = ""
    asked_wait: float | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the receiver wants nothing more."""
        return self.status == HTTPStatus.GONE


def attempt(errand: Errand, client: OutgoingHttp, *, now: datetime) -> Outcome:
    """Send it once; never raises for what the receiver does."""
    headers = {
        "Content-Type": "application/json",
        "webhook-id": errand.event_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature(
            errand.secrets, message_id=errand.event_id, at=now, body=errand.body
        ),
    }
    begun = time.monotonic()
    try:
        answer = client.post(
            read_target(errand.url),
            body=errand.body.encode(),
            headers=headers,
            seconds=DEADLINE_SECONDS,
            most_bytes=_READ_BYTES,
        )
    except Undelivered as undelivered:
        return Outcome(
            at=now,
            milliseconds=_since(begun),
            failure=undelivered.failure.value,
            message=str(undelivered),
        )
    except UnusableUrl as unusable:  # taken by an earlier release that was less strict
        return Outcome(at=now, milliseconds=0, failure="unusable_url", message=str(unusable))
    failure, message = _judged(answer.status)
    return Outcome(
        at=now,
        milliseconds=_since(begun),
        status=answer.status,
        failure=failure,
        message=message,
        answer=kept_of(answer.body),
        asked_wait=asked_wait(answer.headers, now),
    )


def _judged(status: int) -> tuple[str | None, str]:
    """Return why this status does not say that it was taken; None: it does."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None, ""
    if status == HTTPStatus.GONE:
        return "gone", "The receiver wants nothing more (410)."
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return "redirected", f"The receiver redirects ({status}); redirects are not followed."
    return "refused", f"The receiver answered {status}."


def _since(begun: float) -> int:
    return round((time.monotonic() - begun) * 1000)
