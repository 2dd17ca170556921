"""Which table holds audit events? Rows are added, never changed or removed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Connection, Index, Integer, String, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from service.authorization import ActorKind
from service.database import Base


class AuditIsAppendOnly(RuntimeError):
    """Code tried to change or remove an audit event; a fault of ours, which rolls back."""


class AuditEvent(Base):
    """Who did what to what, when, in which request.

    References are plain text on purpose: the row outlives what it tells of.
    """

    __tablename__ = "audit_events"
    __table_args__ = (
        Index("ix_audit_events_group_id_id", "group_id", "id"),
        Index("ix_audit_events_action_id", "action", "id"),
        Index("ix_audit_events_actor_name_id", "actor_name", "id"),
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(64))
    actor_kind: Mapped[ActorKind]
    actor_id: Mapped[str | None] = mapped_column(String(36))
    actor_name: Mapped[str] = mapped_column(String(64))
    token_id: Mapped[str | None] = mapped_column(String(36))
    subject_type: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[str] = mapped_column(String(80))
    subject: Mapped[str] = mapped_column(String(300))
    group_id: Mapped[str | None] = mapped_column(String(36))
    api_id: Mapped[str | None] = mapped_column(String(36))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    request_id: Mapped[str | None] = mapped_column(String(128))
    client_address: Mapped[str | None] = mapped_column(String(64))


@event.listens_for(AuditEvent, "before_update")
@event.listens_for(AuditEvent, "before_delete")
def _refuse(_mapper: Mapper[AuditEvent], _connection: Connection, target: AuditEvent) -> None:
    """Refuse before the database does: its triggers are the wall behind this door."""
    raise AuditIsAppendOnly(f"audit event {target.id}")
