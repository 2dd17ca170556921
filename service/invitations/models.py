"""Which table holds invitations?"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from service.authorization import Role
from service.database import Base, Identified
from service.groups.models import Group
from service.identities.models import User


class InvitationState(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    EXPIRED = "expired"


class Invitation(Base, Identified):
    """A link with which one person may create a user; only the secret's hash is kept.

    With a group, the new user becomes its member with `role`.
    """

    __tablename__ = "invitations"
    __table_args__ = (
        Index("ix_invitations_created_at", "created_at", "id"),
        Index("ix_invitations_group_id_created_at", "group_id", "created_at", "id"),
    )

    email: Mapped[str] = mapped_column(String(254))
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    role: Mapped[Role | None]
    invited_by: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    group: Mapped[Group | None] = relationship(lazy="raise")
    inviter: Mapped[User | None] = relationship(lazy="raise")

    @property
    def group_name(self) -> str | None:
        """The group's name; the group must have been loaded."""
        return self.group.name if self.group else None

    @property
    def inviter_name(self) -> str | None:
        """The name of who sent it; that user must have been loaded."""
        return self.inviter.username if self.inviter else None
