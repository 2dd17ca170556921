"""Which table holds access tokens?"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from service.apis.models import Api
from service.authorization import Scope
from service.database import Base, Identified
from service.groups.models import Group


class TokenState(StrEnum):
    """Whether an access token works."""

    ACTIVE = "active"
    ENDED = "ended"
    """Revoked or expired."""


class AccessToken(Base, Identified):
    """A secret that stands for a user or a service account; only its hash is kept.

    Exactly one of `user_id` and `service_account_id` is set. `group_id` and `api_id` bind the
    token to one group or API.
    """

    __tablename__ = "access_tokens"
    __table_args__ = (
        Index("ix_access_tokens_user_id_created_at", "user_id", "created_at", "id"),
        Index(
            "ix_access_tokens_service_account_id_created_at",
            "service_account_id",
            "created_at",
            "id",
        ),
    )

    lookup: Mapped[str] = mapped_column(String(32), unique=True)
    secret_hash: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(200))
    scopes: Mapped[list[str]] = mapped_column(JSON)
    user_id: Mapped[str | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    service_account_id: Mapped[str | None] = mapped_column(
        ForeignKey("service_accounts.id", ondelete="CASCADE")
    )
    group_id: Mapped[str | None] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    api_id: Mapped[str | None] = mapped_column(ForeignKey("apis.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    group: Mapped[Group | None] = relationship(lazy="raise")
    api: Mapped[Api | None] = relationship(lazy="raise")

    @property
    def held_scopes(self) -> frozenset[Scope]:
        """The token's scopes."""
        return frozenset(map(Scope, self.scopes))

    @property
    def sorted_scopes(self) -> list[Scope]:
        """The token's scopes, the narrowest first."""
        return [scope for scope in Scope if scope in self.held_scopes]

    @property
    def group_name(self) -> str | None:
        """The group it is bound to; the group must have been loaded."""
        return self.group.name if self.group else None

    @property
    def api_name(self) -> str | None:
        """The API it is bound to; the API must have been loaded."""
        return self.api.name if self.api else None

    def is_good(self, now: datetime) -> bool:
        """Whether the token is neither revoked nor expired."""
        return self.revoked_at is None and now < self.expires_at
