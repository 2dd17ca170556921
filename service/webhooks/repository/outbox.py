"""Which events are told outside?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from service.apis.models import Api
from service.groups.models import Group
from service.pagination import Order, Page, PageRequest, fetch_page
from service.webhooks.event_types import TO_ONE_WEBHOOK, EventType
from service.webhooks.models import OutgoingEvent, Webhook
from service.webhooks.telling import Place


class OutboxRepository:
    """All SQL about events."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, event: OutgoingEvent) -> OutgoingEvent:
        """Add an event."""
        self._session.add(event)
        self._session.flush()
        return event

    def place_of(self, group_id: str, api_id: str | None) -> Place:
        """Return the names of a group and of an API of it."""
        group = self._session.scalars(select(Group.name).where(Group.id == group_id)).one()
        if api_id is None:
            return Place(group=group, api=None)
        return Place(
            group=group, api=self._session.scalar(select(Api.name).where(Api.id == api_id))
        )

    def list_of_group(
        self,
        group_id: str,
        *,
        page: PageRequest,
        api_id: str | None,
        types: Sequence[EventType],
    ) -> Page[OutgoingEvent]:
        """Return a page of what was told of a group, or of one API of it, the newest first."""
        statement = select(OutgoingEvent).where(
            OutgoingEvent.group_id == group_id, OutgoingEvent.type.not_in(TO_ONE_WEBHOOK)
        )
        if api_id is not None:
            statement = statement.where(OutgoingEvent.api_id == api_id)
        if types:
            statement = statement.where(OutgoingEvent.type.in_(types))
        order = Order([OutgoingEvent.sequence], descending=True)
        return fetch_page(self._session, statement, order=order, page=page)

    def list_for_webhook(
        self, webhook: Webhook, *, since: datetime, until: datetime, most: int
    ) -> list[OutgoingEvent]:
        """Return the events of a time that the webhook is subscribed to, the oldest first."""
        statement = (
            select(OutgoingEvent)
            .where(
                _concerns(webhook),
                OutgoingEvent.created_at >= since,
                OutgoingEvent.created_at < until,
            )
            .order_by(OutgoingEvent.sequence)
            .limit(most)
        )
        return list(self._session.scalars(statement))

    def remove_before(self, moment: datetime) -> int:
        """Delete old events, and their deliveries with them; return how many events."""
        removed = self._session.execute(
            delete(OutgoingEvent).where(OutgoingEvent.created_at < moment)
        )
        return int(removed.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult


def _concerns(webhook: Webhook) -> ColumnElement[bool]:
    """Return the condition on events that holds for those the webhook is subscribed to."""
    condition = (OutgoingEvent.group_id == webhook.group_id) & (
        OutgoingEvent.type.not_in(TO_ONE_WEBHOOK)
    )
    if webhook.api_id is not None:
        condition &= OutgoingEvent.api_id == webhook.api_id
    if webhook.event_types:
        condition &= OutgoingEvent.type.in_(webhook.wanted_types)
    return condition
