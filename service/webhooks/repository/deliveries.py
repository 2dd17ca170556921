"""What is on its way to which webhook, and what came of it?

Deliveries of one order key to one webhook stand in a line: the first open one is due at some time,
those behind it are due never. Whoever adds, ends or reopens one holds the lock on the webhook.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session, contains_eager, joinedload

from service.database import DatabaseTime
from service.errors import NotFound
from service.pagination import Order, Page, PageRequest, fetch_page
from service.webhooks.models import (
    Delivery,
    DeliveryAttempt,
    DeliveryState,
    OutgoingEvent,
    Webhook,
)


class DeliveryRepository:
    """The SQL of those who cause deliveries and look after them; `leases` has the deliverer's."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def send(self, webhook: Webhook, events: Iterable[OutgoingEvent], now: datetime) -> int:
        """Put events on their way, also such as were before; return how many.

        What is under way already stays so. The webhook must be locked.
        """
        known = self._of(webhook, events := list(events))
        count = 0
        for event in events:
            delivery = known.get(event.sequence)
            if delivery is not None and delivery.state is DeliveryState.PENDING:
                continue
            self._session.add(self._opened(delivery, webhook, event, now))
            count += 1
        self._session.flush()
        for order_key in {event.order_key for event in events}:
            self.line_up(webhook.id, order_key)
        return count

    def _of(self, webhook: Webhook, events: Sequence[OutgoingEvent]) -> dict[int, Delivery]:
        numbers = [event.sequence for event in events]
        rows = self._session.scalars(
            select(Delivery).where(
                Delivery.webhook_id == webhook.id, Delivery.event_sequence.in_(numbers)
            )
        )
        return {row.event_sequence: row for row in rows}

    def _opened(
        self, delivery: Delivery | None, webhook: Webhook, event: OutgoingEvent, now: datetime
    ) -> Delivery:
        if delivery is None:
            delivery = Delivery(
                webhook_id=webhook.id,
                event_sequence=event.sequence,
                order_key=event.order_key,
                created_at=now,
                event=event,
            )
        delivery.state = DeliveryState.PENDING
        delivery.attempts = 0
        delivery.due_at = delivery.ended_at = None
        return delivery

    def line_up(self, webhook_id: str, order_key: str) -> None:
        """Make the first open delivery of the key due, if it is not, and those behind it not."""
        open_ones = (
            Delivery.webhook_id == webhook_id,
            Delivery.order_key == order_key,
            Delivery.state == DeliveryState.PENDING,
        )
        first = self._session.scalar(
            select(Delivery.id).where(*open_ones).order_by(Delivery.event_sequence).limit(1)
        )
        if first is None:
            return
        self._set_due(
            open_ones, Delivery.id == first, Delivery.due_at.is_(None), at=DatabaseTime(0)
        )
        self._set_due(open_ones, Delivery.id != first, Delivery.due_at.is_not(None), at=None)

    def _set_due(self, open_ones: Iterable[object], *more: object, at: object) -> None:
        conditions: list[object] = [*open_ones, *more]
        self._session.execute(
            update(Delivery)
            .where(*conditions)  # type: ignore[arg-type]  # conditions on columns, all of them
            .values(due_at=at)
            .execution_options(synchronize_session=False)
        )

    def cancel_open(self, webhook_id: str, now: datetime) -> None:
        """End what is on its way to a webhook, which must be locked."""
        self._session.execute(
            update(Delivery)
            .where(Delivery.webhook_id == webhook_id, Delivery.state == DeliveryState.PENDING)
            .values(state=DeliveryState.CANCELLED, due_at=None, ended_at=now)
            .execution_options(synchronize_session=False)
        )

    def save(self) -> None:
        """Write what was changed now, before lines are looked at."""
        self._session.flush()

    def find(self, delivery_id: str) -> Delivery | None:
        """Return a delivery with its event."""
        return self._session.scalar(
            select(Delivery)
            .where(Delivery.id == delivery_id)
            .options(joinedload(Delivery.event, innerjoin=True))
        )

    def get(self, webhook_id: str, delivery_id: str) -> Delivery:
        """Return a delivery of the webhook with its event; raises `NotFound`."""
        delivery = self._session.scalar(
            select(Delivery)
            .where(Delivery.webhook_id == webhook_id, Delivery.id == delivery_id)
            .options(joinedload(Delivery.event, innerjoin=True))
            .execution_options(populate_existing=True)
        )
        if delivery is None:
            raise NotFound("The webhook has no such delivery.")
        return delivery

    def get_of_event(self, webhook_id: str, event_sequence: int) -> Delivery:
        """Return the delivery of an event, which must have been sent, as it is now."""
        return self._session.scalars(
            select(Delivery)
            .where(Delivery.webhook_id == webhook_id, Delivery.event_sequence == event_sequence)
            .options(joinedload(Delivery.event, innerjoin=True))
            .execution_options(populate_existing=True)
        ).one()

    def list_of_webhook(
        self, webhook_id: str, *, page: PageRequest, state: DeliveryState | None
    ) -> Page[Delivery]:
        """Return a page of a webhook's deliveries with their events, the newest events first."""
        statement = (
            select(Delivery)
            .where(Delivery.webhook_id == webhook_id)
            .join(Delivery.event)
            .options(contains_eager(Delivery.event))
        )
        if state is not None:
            statement = statement.where(Delivery.state == state)
        order = Order([Delivery.event_sequence], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def list_attempts(self, delivery_id: str, *, page: PageRequest) -> Page[DeliveryAttempt]:
        """Return a page of the attempts at a delivery, the newest first."""
        statement = select(DeliveryAttempt).where(DeliveryAttempt.delivery_id == delivery_id)
        order = Order([DeliveryAttempt.id], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)
