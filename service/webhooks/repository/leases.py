"""Which delivery is due, and whose is it? The lease is on the webhook: one request at a time."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, exists, or_, select, update
from sqlalchemy.orm import Session, joinedload

from service.database import DatabaseTime
from service.webhooks.models import Delivery, DeliveryAttempt, DeliveryState, Webhook


@dataclass(frozen=True, slots=True)
class Leased:
    """A webhook that is this deliverer's for a while, and what is due there."""

    webhook: Webhook
    delivery: Delivery


class DeliveryLeases:
    """The SQL of deliverers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def is_any_due(self, *, only_well: bool) -> bool:
        """Whether there is something to take."""
        return self._session.scalar(self._free(only_well=only_well)) is not None

    def take(self, *, lease_seconds: float, only_well: bool) -> Leased | None:
        """Take the webhook with something due that has waited for longest, if there is one.

        `only_well`: one whose receiver has not failed since it last succeeded.
        """
        free = self._free(only_well=only_well).with_for_update(skip_locked=True, key_share=True)
        webhook = self._session.scalar(
            update(Webhook)
            .where(Webhook.id == free.scalar_subquery())
            .values(leased_until=DatabaseTime(lease_seconds), fence=Webhook.fence + 1)
            .returning(Webhook)
            .execution_options(synchronize_session=False, populate_existing=True)
        )
        if webhook is None:
            return None
        delivery = self._session.scalar(
            select(Delivery)
            .where(Delivery.webhook_id == webhook.id, Delivery.due_at <= DatabaseTime(0))
            .order_by(Delivery.due_at, Delivery.event_sequence)
            .limit(1)
            .options(joinedload(Delivery.event, innerjoin=True))
        )
        if delivery is None:
            self.release(webhook.id)
            return None
        delivery.attempts += 1
        return Leased(webhook, delivery)

    def _free(self, *, only_well: bool) -> Select[str]:
        due = exists().where(Delivery.webhook_id == Webhook.id, Delivery.due_at <= DatabaseTime(0))
        statement = select(Webhook.id).where(
            Webhook.is_enabled,
            or_(Webhook.leased_until.is_(None), Webhook.leased_until <= DatabaseTime(0)),
            due,
        )
        if only_well:
            statement = statement.where(Webhook.failing_since.is_(None))
        return statement.order_by(Webhook.leased_until.nulls_first(), Webhook.id).limit(1)

    def release(self, webhook_id: str) -> None:
        """Let the next delivery of the webhook be taken."""
        self._session.execute(
            update(Webhook)
            .where(Webhook.id == webhook_id)
            .values(leased_until=DatabaseTime(0))
            .execution_options(synchronize_session=False)
        )

    def postpone(self, delivery: Delivery, *, seconds: float) -> None:
        """Make a delivery due again in so many seconds."""
        self._set_due(Delivery.id == delivery.id, seconds=seconds)

    def hurry(self, webhook_id: str) -> None:
        """Make what waits for another attempt due now."""
        self._set_due(
            Delivery.webhook_id == webhook_id,
            Delivery.state == DeliveryState.PENDING,
            Delivery.due_at.is_not(None),
            seconds=0,
        )

    def _set_due(self, *conditions: ColumnElement[bool], seconds: float) -> None:
        self._session.execute(
            update(Delivery)
            .where(*conditions)
            .values(due_at=DatabaseTime(seconds))
            .execution_options(synchronize_session=False)
        )

    def log(self, attempt: DeliveryAttempt) -> None:
        """Keep what came of an attempt."""
        self._session.add(attempt)
        self._session.flush()
