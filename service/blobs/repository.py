"""Which blobs are there, and what of their bytes is in the database?"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from service.blobs.models import StoredBlob


class BlobRepository:
    """All SQL about blobs."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, blob: StoredBlob) -> None:
        """Store a blob; bytes that are there already count as kept now.

        That takes the row's lock: whoever is about to drop it as old looks again.
        """
        if self._renew(blob):
            return
        try:
            with self._session.begin_nested():
                self._session.add(blob)
        except IntegrityError:  # somebody else kept the same bytes a moment ago
            self._renew(blob)

    def _renew(self, blob: StoredBlob) -> bool:
        renewed = self._session.scalar(
            update(StoredBlob)
            .where(StoredBlob.digest == blob.digest)
            .values(created_at=blob.created_at)
            .returning(StoredBlob.digest)
        )
        return renewed is not None

    def find_size(self, digest: str) -> int | None:
        """Return how many bytes a blob has; None if there is none."""
        return self._session.scalar(select(StoredBlob.size).where(StoredBlob.digest == digest))

    def find_part(self, digest: str, *, start: int, length: int) -> bytes | None:
        """Return some of the bytes; None if they are not in the database."""
        part = func.substr(StoredBlob.content, start + 1, length)
        found = self._session.scalar(
            select(part).where(StoredBlob.digest == digest, StoredBlob.content.is_not(None))
        )
        return None if found is None else bytes(found)

    def list_digests(self, *, kept_before: datetime, after: str, limit: int) -> list[str]:
        """Return digests of what has been there for a while, in their order."""
        return list(
            self._session.scalars(
                select(StoredBlob.digest)
                .where(StoredBlob.created_at < kept_before, StoredBlob.digest > after)
                .order_by(StoredBlob.digest)
                .limit(limit)
            )
        )

    def list_known(self, digests: Iterable[str]) -> set[str]:
        """Return those of the digests that have a row."""
        return set(
            self._session.scalars(
                select(StoredBlob.digest).where(StoredBlob.digest.in_(list(digests)))
            )
        )

    def drop(self, digests: Iterable[str], *, kept_before: datetime) -> None:
        """Forget blobs that nobody has kept again since."""
        self._session.execute(
            delete(StoredBlob).where(
                StoredBlob.digest.in_(list(digests)), StoredBlob.created_at < kept_before
            )
        )
