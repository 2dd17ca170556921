"""Was this request made before? (The Idempotency-Key header, IETF draft.)

A claim has a short transaction of its own, so that a second request that comes while the first is
at work finds it. Answers of success are kept and replayed; after a refusal or a fault the key is
free again, so that the same request can be tried once more.
"""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.exc import IntegrityError

from service.idempotency.errors import KeyInFlight, KeyReused
from service.idempotency.models import IdempotencyKey
from service.idempotency.repository import IdempotencyRepository
from service.unit_of_work import UnitOfWork, UnitsOfWork

ABANDONED_AFTER = timedelta(minutes=2)
"""A claim this old without an answer belongs to a process that died; it may be taken over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A key in its scope, with the sha256 of the request it came with."""

    scope: str
    key: str
    body_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """The answer given the first time."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def claim_key(units: UnitsOfWork, claim: Claim, *, keep_for: timedelta) -> KeptAnswer | None:
    """Claim a key, or return the answer that was given the first time.

    Raises `KeyInFlight` while the first request is at work, `KeyReused` if that request differed.
    """
    try:
        with units.writing() as work:
            return _claim(work, claim, keep_for=keep_for)
    except IntegrityError:
        raise _in_flight() from None


def keep_answer(units: UnitsOfWork, claim: Claim, *, answer: KeptAnswer) -> None:
    """Keep the answer for whoever sends the key again."""
    with units.writing() as work:
        row = IdempotencyRepository(work.session).find(claim.scope, claim.key)
        if row is not None:
            row.status = answer.status
            row.headers = [list(header) for header in answer.headers]
            row.body = answer.body


def release_key(units: UnitsOfWork, claim: Claim) -> None:
    """Give a key back: the request came to nothing and may be tried again."""
    with units.writing() as work:
        IdempotencyRepository(work.session).remove(claim.scope, claim.key)


def forget_expired_keys(work: UnitOfWork) -> int:
    """Forget keys that have expired; return how many."""
    return IdempotencyRepository(work.session).remove_expired(work.now)


def _claim(work: UnitOfWork, claim: Claim, *, keep_for: timedelta) -> KeptAnswer | None:
    keys = IdempotencyRepository(work.session)
    known = keys.find(claim.scope, claim.key)
    if known is not None and _is_over(work, known):
        keys.remove(claim.scope, claim.key)
        known = None
    if known is None:
        keys.add(
            IdempotencyKey(
                scope=claim.scope,
                key=claim.key,
                body_digest=claim.body_digest,
                claimed_at=work.now,
                expires_at=work.now + keep_for,
            )
        )
        return None
    if known.body_digest != claim.body_digest:
        raise KeyReused("This Idempotency-Key was used with another request.")
    if known.status is None or known.headers is None or known.body is None:
        raise _in_flight()
    headers = tuple((name, value) for name, value in known.headers)
    return KeptAnswer(status=known.status, headers=headers, body=known.body)


def _is_over(work: UnitOfWork, known: IdempotencyKey) -> bool:
    abandoned = known.status is None and known.claimed_at + ABANDONED_AFTER <= work.now
    return abandoned or known.expires_at <= work.now


def _in_flight() -> KeyInFlight:
    return KeyInFlight("A request with this Idempotency-Key is at work; try again in a moment.")
