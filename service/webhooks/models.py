"""Which tables hold events, webhooks, deliveries and their attempts?"""

from datetime import datetime
from enum import StrEnum
from typing import Any

import orjson
from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from service.apis.models import Api
from service.database import Base, Identified, Revised
from service.webhooks.event_types import EventType

_Number = BigInteger().with_variant(Integer, "sqlite")


class DisabledReason(StrEnum):
    """Why a webhook is sent nothing."""

    BY_HAND = "by_hand"
    GONE = "gone"
    """The receiver answered 410."""
    FAILING = "failing"
    """Nothing but failures, for days."""
    SECRET_LOST = "secret_lost"  # noqa: S105 - a name, no secret
    """The instance's secret key is another one by now, and the webhook's secret went with it."""


class DeliveryState(StrEnum):
    """Where a delivery stands; the last three are final, unless it is asked for again."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    """Given up after the last attempt."""
    CANCELLED = "cancelled"
    """Its webhook was disabled before."""


class OutgoingEvent(Base):
    """Something that happened, as it is told outside: a row of the outbox.

    Written in the transaction of the change. `body` is the very text that is signed and sent, so
    that every attempt sends the same bytes.
    """

    __tablename__ = "outgoing_events"
    __table_args__ = (
        Index("uq_outgoing_events_id", "id", unique=True),
        Index("ix_outgoing_events_group_id_sequence", "group_id", "sequence"),
        Index("ix_outgoing_events_created_at", "created_at"),
    )

    sequence: Mapped[int] = mapped_column(_Number, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(36))
    type: Mapped[EventType]
    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    api_id: Mapped[str | None] = mapped_column(String(36))
    order_key: Mapped[str] = mapped_column(String(36))
    """Events of one key reach a receiver in their order: an API's, or what is about its group."""
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]

    @property
    def payload(self) -> Any:
        """What is sent, as plain JSON."""
        return orjson.loads(self.body)


class Webhook(Base, Identified, Revised):
    """A subscription: where to send which events of a group, or of one of its APIs.

    Its secret is not here: it is derived from the instance's secret key and `key_salt`.
    `key_check` tells whether what is derived is still what was shown.
    """

    __tablename__ = "webhooks"
    __table_args__ = (
        Index("ix_webhooks_group_id_created_at", "group_id", "created_at", "id"),
        Index("ix_webhooks_api_id", "api_id"),
    )

    group_id: Mapped[str] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    api_id: Mapped[str | None] = mapped_column(ForeignKey("apis.id", ondelete="CASCADE"))
    url: Mapped[str] = mapped_column(String(2000))
    description: Mapped[str] = mapped_column(String(2000), default="")
    event_types: Mapped[list[str]] = mapped_column(JSON)
    """Empty: all."""
    is_enabled: Mapped[bool] = mapped_column(default=True)
    disabled_reason: Mapped[DisabledReason | None]
    disabled_at: Mapped[datetime | None]
    key_salt: Mapped[str] = mapped_column(String(64))
    key_check: Mapped[str] = mapped_column(String(64))
    former_keys: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    """Salts that sign along after a rotation: `salt`, and `until` when."""
    created_by: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    failing_since: Mapped[datetime | None]
    """The first failure since the last success."""
    leased_until: Mapped[datetime | None]
    """Until when a deliverer has it: one request at a time goes to each receiver."""
    fence: Mapped[int] = mapped_column(default=0)
    """Counts the leases, as jobs do: who names an old one changes nothing."""
    api: Mapped[Api | None] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": Revised.revision}  # noqa: RUF012 - read by SQLAlchemy

    @property
    def wanted_types(self) -> list[EventType]:
        """The types of events it is sent; empty: all."""
        return [EventType(name) for name in self.event_types]

    @property
    def api_name(self) -> str | None:
        """The name of the API it is bound to, which must have been loaded."""
        return self.api.name if self.api is not None else None

    def turn_off(self, reason: DisabledReason, now: datetime) -> None:
        """Send it nothing from now on."""
        self.is_enabled = False
        self.disabled_reason = reason
        self.disabled_at = now

    def turn_on(self) -> None:
        """Send it what happens from now on, and forget that it failed."""
        self.is_enabled = True
        self.disabled_reason = self.disabled_at = self.failing_since = None


class Delivery(Base, Identified):
    """An event on its way to a webhook."""

    __tablename__ = "webhook_deliveries"
    __table_args__ = (
        Index("uq_webhook_deliveries_event", "webhook_id", "event_sequence", unique=True),
        Index("ix_webhook_deliveries_event_sequence", "event_sequence"),
        Index("ix_webhook_deliveries_due_at", "due_at"),
        Index("ix_webhook_deliveries_line", "webhook_id", "order_key", "state", "event_sequence"),
    )

    webhook_id: Mapped[str] = mapped_column(ForeignKey("webhooks.id", ondelete="CASCADE"))
    event_sequence: Mapped[int] = mapped_column(
        _Number, ForeignKey("outgoing_events.sequence", ondelete="CASCADE")
    )
    order_key: Mapped[str] = mapped_column(String(36))
    state: Mapped[DeliveryState]
    due_at: Mapped[datetime | None]
    """When to send it, by the database's clock. None: over, or an earlier one is before it."""
    attempts: Mapped[int] = mapped_column(default=0)
    status: Mapped[int | None]
    """Of the last answer."""
    failure: Mapped[str | None] = mapped_column(String(64))
    """Why the last attempt was none that counts as delivered."""
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    event: Mapped[OutgoingEvent] = relationship(lazy="raise")


class DeliveryAttempt(Base):
    """One request, and what came back."""

    __tablename__ = "webhook_attempts"
    __table_args__ = (Index("ix_webhook_attempts_delivery_id", "delivery_id", "id"),)

    id: Mapped[int] = mapped_column(_Number, primary_key=True, autoincrement=True)
    delivery_id: Mapped[str] = mapped_column(
        ForeignKey("webhook_deliveries.id", ondelete="CASCADE")
    )
    number: Mapped[int]
    at: Mapped[datetime]
    milliseconds: Mapped[int]
    status: Mapped[int | None]
    failure: Mapped[str | None] = mapped_column(String(64))
    message: Mapped[str] = mapped_column(String(1000), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    """The beginning of the answer's body, without what looks like a secret."""
