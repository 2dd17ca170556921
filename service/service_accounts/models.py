"""Which table holds service accounts?"""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from service.authorization import Role
from service.database import Base, Identified, Revised


class MachineRole(StrEnum):
    """The roles that a machine can have: owners are people, since they decide about people."""

    READER = Role.READER.value
    PUBLISHER = Role.PUBLISHER.value
    MAINTAINER = Role.MAINTAINER.value


class ServiceAccount(Base, Identified, Revised):
    """A machine of a group, such as its CI; it has access tokens but no password."""

    __tablename__ = "service_accounts"
    __table_args__ = (Index("uq_service_accounts_group_id_name", "group_id", "name", unique=True),)

    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(64))
    description: Mapped[str] = mapped_column(String(2000), default="")
    role: Mapped[Role]
    is_active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy
