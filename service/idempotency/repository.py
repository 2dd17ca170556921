"""Which idempotency keys are known?"""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from service.idempotency.models import IdempotencyKey


class IdempotencyRepository:
    """All SQL about idempotency keys."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, scope: str, key: str) -> IdempotencyKey | None:
        """Return the row of a key, if it was used before in that scope."""
        return self._session.scalar(
            select(IdempotencyKey).where(IdempotencyKey.scope == scope, IdempotencyKey.key == key)
        )

    def add(self, row: IdempotencyKey) -> None:
        """Add a row.

        Raises sqlalchemy's `IntegrityError` if somebody else was faster.
        """
        self._session.add(row)
        self._session.flush()

    def remove(self, scope: str, key: str) -> None:
        """Forget a key."""
        self._session.execute(
            delete(IdempotencyKey).where(IdempotencyKey.scope == scope, IdempotencyKey.key == key)
        )

    def remove_expired(self, now: datetime) -> int:
        """Forget the keys that have expired; return how many."""
        result = self._session.execute(
            delete(IdempotencyKey).where(IdempotencyKey.expires_at <= now)
        )
        return int(result.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult
