"""How does an event get on its way to whoever asked?"""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from service.apis.repository import ApiRepository
from service.authorization import Actor, require
from service.groups.repository import GroupRepository
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork
from service.webhooks.event_types import EventType
from service.webhooks.models import OutgoingEvent
from service.webhooks.payloads import encode_payload
from service.webhooks.permissions import can_list_events
from service.webhooks.repository import DeliveryRepository, OutboxRepository, WebhookRepository

KEPT = timedelta(days=30)
"""How long events, and how their deliveries went, can be looked up and replayed."""


def forget_old_events(work: UnitOfWork) -> int:
    """Delete old events with their deliveries; return how many events."""
    return OutboxRepository(work.session).remove_before(work.now - KEPT)


def announce(
    work: UnitOfWork,
    kind: EventType,
    *,
    group_id: str,
    api_id: str | None,
    data: Mapping[str, Any],
) -> OutgoingEvent:
    """Write an event and a delivery to each webhook that wants it, in the caller's transaction.

    Raises `InvalidPayload`, which is a fault of ours.
    """
    event = write_event(work, kind, group_id=group_id, api_id=api_id, data=data)
    deliveries = DeliveryRepository(work.session)
    for webhook in WebhookRepository(work.session).lock_subscribed(event):
        deliveries.send(webhook, [event], work.now)
    return event


def write_event(
    work: UnitOfWork,
    kind: EventType,
    *,
    group_id: str,
    api_id: str | None,
    data: Mapping[str, Any],
    order_key: str | None = None,
) -> OutgoingEvent:
    """Write an event, and send it nowhere yet."""
    return OutboxRepository(work.session).add(
        OutgoingEvent(
            id=str(uuid.uuid4()),
            type=kind,
            group_id=group_id,
            api_id=api_id,
            order_key=order_key or api_id or group_id,
            body=encode_payload(kind, at=work.now, data=data),
            created_at=work.now,
        )
    )


def list_events(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    page: PageRequest,
    api: str | None,
    types: Sequence[EventType],
) -> Page[OutgoingEvent]:
    """Return a page of what was told of a group, the newest first.

    Raises `NotFound`, `NotPermitted`.
    """
    group = GroupRepository(work.session).get_visible(group_name, actor)
    api_id = None
    if api is not None:
        api_id = ApiRepository(work.session).get_visible(group_name, api, actor).id
    require(actor, can_list_events(actor, group.id, api_id))
    return OutboxRepository(work.session).list_of_group(
        group.id, page=page, api_id=api_id, types=types
    )
