"""Which tables hold groups and who belongs to them?"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from service.authorization import Role
from service.database import Base, Identified, Revised
from service.identities.models import User


class Visibility(StrEnum):
    """Who may see a group, its APIs and their versions."""

    PUBLIC = "public"
    """Everybody, signed in or not."""
    INTERNAL = "internal"
    """Everybody who is signed in."""
    PRIVATE = "private"
    """Members only."""


class Group(Base, Identified, Revised):
    """A namespace of ownership, permission and policy; quotas that are None take the settings'."""

    __tablename__ = "groups"

    name: Mapped[str] = mapped_column(String(64), unique=True)
    folded_name: Mapped[str] = mapped_column(String(64), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    description: Mapped[str] = mapped_column(String(2000), default="")
    visibility: Mapped[Visibility]
    quota_apis: Mapped[int | None] = mapped_column(BigInteger)
    quota_versions: Mapped[int | None] = mapped_column(BigInteger)
    quota_bytes: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy


class Membership(Base, Identified):
    """A user's role in a group."""

    __tablename__ = "memberships"
    __table_args__ = (
        Index("uq_memberships_group_id_user_id", "group_id", "user_id", unique=True),
        Index("ix_memberships_group_id_created_at", "group_id", "created_at", "id"),
    )

    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    role: Mapped[Role]
    created_at: Mapped[datetime]
    user: Mapped[User] = relationship(lazy="raise")

    @property
    def username(self) -> str:
        """The member's user name; the user must have been loaded."""
        return self.user.username
