"""Which results of comparisons are stored?"""

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, undefer

from service.comparisons.models import StoredComparison


class ComparisonRepository:
    """All SQL about comparisons."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self, base_digest: str, revision_digest: str, *, engine_version: str, options_digest: str
    ) -> StoredComparison | None:
        """Return the result with its changes."""
        statement = select(StoredComparison).where(
            StoredComparison.base_digest == base_digest,
            StoredComparison.revision_digest == revision_digest,
            StoredComparison.engine_version == engine_version,
            StoredComparison.options_digest == options_digest,
        )
        return self._session.scalar(statement.options(undefer(StoredComparison.changes)))

    def get_with_changes(self, comparison_id: str) -> StoredComparison:
        """Return the result with its changes."""
        return self._session.get_one(
            StoredComparison,
            comparison_id,
            options=[undefer(StoredComparison.changes)],
            populate_existing=True,
        )

    def keep(self, comparison: StoredComparison) -> StoredComparison:
        """Store a result and return it, or return the one that is there already."""
        if known := self._same_as(comparison):
            return known
        try:
            with self._session.begin_nested():
                self._session.add(comparison)
        except IntegrityError:  # the same comparison was made elsewhere at this moment
            if known := self._same_as(comparison):
                return known
            raise
        return comparison

    def list_about(self, digest: str) -> list[StoredComparison]:
        """Return every result that quotes the document with this digest, with its changes."""
        statement = select(StoredComparison).where(
            or_(StoredComparison.base_digest == digest, StoredComparison.revision_digest == digest)
        )
        found = self._session.scalars(statement.options(undefer(StoredComparison.changes)))
        return list(found)

    def _same_as(self, comparison: StoredComparison) -> StoredComparison | None:
        return self.find(
            comparison.base_digest,
            comparison.revision_digest,
            engine_version=comparison.engine_version,
            options_digest=comparison.options_digest,
        )
