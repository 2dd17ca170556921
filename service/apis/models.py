"""Which tables hold APIs, compatibility policies and approvals?"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from service.database import Base, Identified, Revised
from service.groups.models import Group


class CompatibilityLevel(StrEnum):
    """With which earlier versions a new one must be compatible."""

    NONE = "none"
    BACKWARD = "backward"
    BACKWARD_TRANSITIVE = "backward_transitive"


class PolicyMode(StrEnum):
    """What is done about a violation."""

    OBSERVE = "observe"
    """Say nothing but the verdict."""
    WARN = "warn"
    """Accept, with a warning."""
    ENFORCE = "enforce"
    """Refuse."""


class UndeterminedAction(StrEnum):
    """What an undetermined verdict leads to where the mode is `enforce`."""

    ACCEPT = "accept"
    HOLD = "hold"
    REFUSE = "refuse"


class Api(Base, Identified, Revised):
    """A named API of a group."""

    __tablename__ = "apis"
    __table_args__ = (
        Index("uq_apis_group_id_name", "group_id", "name", unique=True),
        Index("uq_apis_group_id_folded_name", "group_id", "folded_name", unique=True),
    )

    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="RESTRICT"))
    name: Mapped[str] = mapped_column(String(64))
    folded_name: Mapped[str] = mapped_column(String(64))
    display_name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(String(2000), default="")
    created_at: Mapped[datetime]
    group: Mapped[Group] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy

    @property
    def full_name(self) -> str:
        """The name with the group's before it, `acme/orders`; the group must have been loaded."""
        return f"{self.group.name}/{self.name}"


class CompatibilityPolicy(Base, Identified, Revised):
    """The policy values set at one level; None means inherited.

    The instance's row has neither `group_id` nor `api_id`, a group's has `group_id`, an API's
    both.
    """

    __tablename__ = "compatibility_policies"
    __table_args__ = (
        Index("uq_compatibility_policies_scope", "scope_key", unique=True),
        CheckConstraint("api_id IS NULL OR group_id IS NOT NULL", name="api_in_group"),
    )

    scope_key: Mapped[str] = mapped_column(String(48))
    """`instance`, `group:<id>` or `api:<id>`."""
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    api_id: Mapped[str | None] = mapped_column(ForeignKey("apis.id", ondelete="CASCADE"))
    level: Mapped[CompatibilityLevel | None]
    breaking_needs_major: Mapped[bool | None]
    undetermined: Mapped[UndeterminedAction | None]
    mode: Mapped[PolicyMode | None]
    updated_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy


class Approval(Base, Identified):
    """An accepted change: publications of the API that contain it are not refused for it."""

    __tablename__ = "approvals"
    __table_args__ = (
        Index("ix_approvals_api_id_fingerprint", "api_id", "fingerprint"),
        Index("ix_approvals_api_id_created_at", "api_id", "created_at", "id"),
    )

    api_id: Mapped[str] = mapped_column(ForeignKey("apis.id", ondelete="CASCADE"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(String(2000))
    approved_by: Mapped[str] = mapped_column(String(64))
    """The approver's name at that time."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
