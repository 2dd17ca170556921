"""Which table holds results of comparisons?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, inspect
from sqlalchemy.orm import Mapped, deferred, mapped_column

from service.database import Base, Identified


class StoredComparison(Base, Identified):
    """The result of comparing two documents with one engine and one set of options.

    `engine_version` is the engine's version and the digest of its rule table: `4-eb82797cd08421b0`.
    """

    __tablename__ = "comparisons"
    __table_args__ = (
        Index(
            "uq_comparisons_key",
            "base_digest",
            "revision_digest",
            "engine_version",
            "options_digest",
            unique=True,
        ),
        Index("ix_comparisons_revision_digest", "revision_digest"),
    )

    base_digest: Mapped[str] = mapped_column(String(80))
    revision_digest: Mapped[str] = mapped_column(String(80))
    engine_version: Mapped[str] = mapped_column(String(32))
    options_digest: Mapped[str] = mapped_column(String(80))
    options_name: Mapped[str] = mapped_column(String(64))
    """What these options were called; the digest is what counts."""
    verdict: Mapped[str] = mapped_column(String(16))
    error_count: Mapped[int]
    warning_count: Mapped[int]
    info_count: Mapped[int]
    proved_count: Mapped[int]
    """How many changes carry a witness."""
    assumptions: Mapped[list[Any]] = mapped_column(JSON)
    causes: Mapped[list[Any]] = mapped_column(JSON)
    """Why the verdict is undetermined; empty otherwise."""
    changes: Mapped[list[Any]] = deferred(mapped_column(JSON))
    created_at: Mapped[datetime]

    @property
    def is_stored(self) -> bool:
        """Whether it has been written to the database; else it was computed just now."""
        return bool(inspect(self).has_identity)

    @property
    def counts(self) -> dict[str, int]:
        """How many changes there are of each level."""
        return {
            "error": self.error_count,
            "warning": self.warning_count,
            "info": self.info_count,
        }

    @property
    def judged_by(self) -> dict[str, str]:
        """Everything that the result depends on beside the two documents."""
        engine, _, ruleset = self.engine_version.partition("-")
        return {
            "engine": engine,
            "ruleset_digest": ruleset,
            "options": self.options_name,
            "options_digest": self.options_digest,
        }
