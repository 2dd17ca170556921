"""Which tables hold API versions, their operations and refused attempts?"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from service.apis.models import Api
from service.comparisons.models import StoredComparison
from service.database import Base, Identified, Revised


class VersionState(StrEnum):
    """Where a version is in its life."""

    PENDING = "pending"
    """Held until a maintainer releases or rejects it."""
    PUBLISHED = "published"
    DEPRECATED = "deprecated"
    SUNSET = "sunset"
    DISABLED = "disabled"
    REJECTED = "rejected"


ACCEPTED_STATES = (VersionState.PUBLISHED, VersionState.DEPRECATED, VersionState.SUNSET)
"""What later versions are compared with."""

WITHHELD = "(withheld)"
"""Stands where a text of a withheld document stood."""


class ApiVersion(Base, Identified, Revised):
    """An immutable published contract: a name, a document, the verdict against its base."""

    __tablename__ = "api_versions"
    __table_args__ = (
        UniqueConstraint("api_id", "name"),
        UniqueConstraint("api_id", "folded_name"),
        UniqueConstraint("api_id", "sequence"),
        Index("ix_api_versions_api_id_digest", "api_id", "digest"),
        Index("ix_api_versions_api_id_state_sequence", "api_id", "state", "sequence"),
        Index("ix_api_versions_api_id_verdict_sequence", "api_id", "verdict", "sequence"),
        Index("ix_api_versions_api_id_major_sequence", "api_id", "major", "sequence"),
        Index("ix_api_versions_document_checksum", "document_checksum"),
        Index("ix_api_versions_digest", "digest"),
    )

    api_id: Mapped[str] = mapped_column(ForeignKey("apis.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(64))
    folded_name: Mapped[str] = mapped_column(String(64))
    sequence: Mapped[int]
    """1 for the first version of the API, then without gaps, in publish order."""
    major: Mapped[int | None]
    """The line it belongs to where the name is a semantic version; else None."""
    state: Mapped[VersionState]
    document_checksum: Mapped[str] = mapped_column(
        ForeignKey("documents.checksum", ondelete="RESTRICT")
    )
    digest: Mapped[str] = mapped_column(String(80))
    size: Mapped[int]
    format: Mapped[str] = mapped_column(String(8))
    specification: Mapped[str] = mapped_column(String(8))
    title: Mapped[str] = mapped_column(String(500))
    info_version: Mapped[str] = mapped_column(String(200))
    warnings: Mapped[list[Any]] = mapped_column(JSON)
    base_id: Mapped[str | None] = mapped_column(ForeignKey("api_versions.id", ondelete="SET NULL"))
    comparison_id: Mapped[str | None] = mapped_column(
        ForeignKey("comparisons.id", ondelete="SET NULL")
    )
    verdict: Mapped[str | None] = mapped_column(String(16))
    """None, with `verdict_reason` saying why, where nothing was compared."""
    verdict_reason: Mapped[str | None] = mapped_column(String(32))
    decision_reasons: Mapped[list[Any]] = mapped_column(JSON)
    """Why it was held, or accepted in spite of something: plain JSON of publication reasons."""
    published_by: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime]
    state_changed_at: Mapped[datetime]
    state_reason: Mapped[str | None] = mapped_column(String(2000))
    deprecated_at: Mapped[datetime | None]
    sunset_at: Mapped[datetime | None]
    withheld_at: Mapped[datetime | None]
    withheld_reason: Mapped[str | None] = mapped_column(String(2000))
    api: Mapped[Api] = relationship(lazy="raise", viewonly=True)
    base: Mapped["ApiVersion | None"] = relationship(
        lazy="raise", viewonly=True, remote_side="ApiVersion.id"
    )
    comparison: Mapped[StoredComparison | None] = relationship(lazy="raise", viewonly=True)

    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy

    def withhold(self, now: datetime, *, reason: str) -> None:
        """Tell nothing of the document's text any more."""
        self.withheld_at, self.withheld_reason = now, reason
        self.title = self.info_version = WITHHELD
        self.warnings = []

    @property
    def base_name(self) -> str | None:
        """The name of the version it was compared with, which must have been loaded."""
        return self.base.name if self.base else None

    @property
    def counts(self) -> dict[str, int] | None:
        """How many changes there are of each level; the comparison must have been loaded."""
        return self.comparison.counts if self.comparison else None

    @property
    def proved_count(self) -> int | None:
        """How many of the changes are proved; the comparison must have been loaded."""
        return self.comparison.proved_count if self.comparison else None

    @property
    def judged_by(self) -> dict[str, str] | None:
        """Which engine compared it, and how; the comparison must have been loaded."""
        return self.comparison.judged_by if self.comparison else None

    @property
    def assumptions(self) -> list[dict[str, str]]:
        """What the comparison with its base rests on; it must have been loaded."""
        return self.comparison.assumptions if self.comparison else []


class ApiOperation(Base):
    """An operation of a version, for lists and filters."""

    __tablename__ = "api_operations"

    version_id: Mapped[str] = mapped_column(
        ForeignKey("api_versions.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    method: Mapped[str] = mapped_column(String(16))
    path: Mapped[str] = mapped_column(String)
    operation_id: Mapped[str | None] = mapped_column(String)
    summary: Mapped[str | None] = mapped_column(String)
    tags: Mapped[list[str]] = mapped_column(JSON)
    deprecated: Mapped[bool]


class RefusedPublication(Base, Identified):
    """An attempt that policy refused; it does not use up the version's name."""

    __tablename__ = "refused_publications"
    __table_args__ = (
        Index("ix_refused_publications_api_id_refused_at", "api_id", "refused_at", "id"),
    )

    api_id: Mapped[str] = mapped_column(ForeignKey("apis.id", ondelete="CASCADE"))
    version_name: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(80))
    comparison_id: Mapped[str | None] = mapped_column(
        ForeignKey("comparisons.id", ondelete="SET NULL")
    )
    verdict: Mapped[str | None] = mapped_column(String(16))
    reasons: Mapped[list[Any]] = mapped_column(JSON)
    refused_by: Mapped[str] = mapped_column(String(64))
    refused_at: Mapped[datetime]
