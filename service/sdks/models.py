"""Which table holds the builds of clients?"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship
from sqlalchemy.types import LargeBinary

from service.database import Base, Identified
from service.versions.models import ApiVersion


class SdkState(StrEnum):
    """Where the client of a version stands."""

    MISSING = "missing"
    """Nobody has asked for one yet; told where there is no row."""
    QUEUED = "queued"
    BUILDING = "building"
    """Told while the job of a queued build runs; never stored."""
    READY = "ready"
    REPLACED = "replaced"
    """A later build of the version is ready; exact pins go on finding this one."""
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    """The document was withheld, and what was made of it with it."""


INSTALLABLE = (SdkState.READY, SdkState.REPLACED)


class SdkBuild(Base, Identified):
    """One package of one API version: name and version of it are given once, for ever."""

    __tablename__ = "sdk_builds"
    __table_args__ = (
        UniqueConstraint("package", "package_version"),
        UniqueConstraint("version_id", "regeneration"),
        Index("uq_sdk_builds_ready_version_id", "ready_version_id", unique=True),
        Index("ix_sdk_builds_api_id", "api_id"),
        Index("ix_sdk_builds_state", "state"),
        Index("ix_sdk_builds_base_id", "base_id"),
        Index("ix_sdk_builds_wheel_digest", "wheel_digest"),
        Index("ix_sdk_builds_sdist_digest", "sdist_digest"),
    )

    version_id: Mapped[str] = mapped_column(ForeignKey("api_versions.id", ondelete="RESTRICT"))
    api_id: Mapped[str] = mapped_column(ForeignKey("apis.id", ondelete="CASCADE"))
    """The version's, once more: what keeps an API is its versions, and they are kept by builds."""
    regeneration: Mapped[int]
    package: Mapped[str] = mapped_column(String(128))
    package_version: Mapped[str] = mapped_column(String(200))
    generator: Mapped[str] = mapped_column(String(128))
    """Who made it, so that a newer one can be asked to make it again."""
    state: Mapped[SdkState]
    ready_version_id: Mapped[str | None] = mapped_column(String(36))
    """The version while this is its ready build; unique, so that there are never two."""
    job_id: Mapped[str | None] = mapped_column(String(36))
    reasons: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """Why there is none: places in the document, and what to change there."""
    remarks: Mapped[list[Any]] = mapped_column(JSON, default=list)
    import_name: Mapped[str | None] = mapped_column(String(140))
    requires_python: Mapped[str | None] = mapped_column(String(32))
    wheel_name: Mapped[str | None] = mapped_column(String(400))
    wheel_digest: Mapped[str | None] = mapped_column(ForeignKey("blobs.digest"))
    wheel_size: Mapped[int | None]
    sdist_name: Mapped[str | None] = mapped_column(String(400))
    sdist_digest: Mapped[str | None] = mapped_column(ForeignKey("blobs.digest"))
    sdist_size: Mapped[int | None]
    core_metadata: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    metadata_digest: Mapped[str | None] = mapped_column(String(80))
    surface: Mapped[dict[str, Any] | None] = deferred(mapped_column(JSON))
    """What users of the client can depend on, for comparisons with later ones."""
    base_id: Mapped[str | None] = mapped_column(ForeignKey("sdk_builds.id", ondelete="SET NULL"))
    """The build it was compared with: that of the version's base."""
    verdict: Mapped[str | None] = mapped_column(String(16))
    changes: Mapped[list[Any]] = deferred(mapped_column(JSON, nullable=False, default=list))
    breaking_count: Mapped[int] = mapped_column(default=0)
    change_count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    version: Mapped[ApiVersion] = relationship(lazy="raise", viewonly=True)
