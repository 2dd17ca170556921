"""What can be done with deliveries? Look at them, try a receiver, send again."""

from dataclasses import dataclass
from datetime import datetime

from service.authorization import Actor, require
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork
from service.webhooks.errors import WebhookOff
from service.webhooks.event_types import EventType
from service.webhooks.events import WebhookPinged, WebhookResent, about_webhook
from service.webhooks.models import Delivery, DeliveryAttempt, DeliveryState, Webhook
from service.webhooks.permissions import can_read_answers
from service.webhooks.repository import DeliveryRepository, OutboxRepository, WebhookRepository
from service.webhooks.use_cases.outbox import write_event
from service.webhooks.use_cases.webhooks import WebhookPlace, get_webhook

MOST_REPLAYED = 1_000


@dataclass(frozen=True, slots=True)
class Replay:
    """How much is on its way again, and from where on there is more."""

    count: int
    next_since: datetime | None


def list_deliveries(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: WebhookPlace,
    page: PageRequest,
    state: DeliveryState | None,
) -> Page[Delivery]:
    """Return a page of a webhook's deliveries; raises `NotFound`, `NotPermitted`."""
    webhook = get_webhook(work, actor, place=place)
    return DeliveryRepository(work.session).list_of_webhook(webhook.id, page=page, state=state)


def get_delivery(
    work: UnitOfWork, actor: Actor, *, place: WebhookPlace, delivery_id: str
) -> Delivery:
    """Return a delivery; raises `NotFound`, `NotPermitted`."""
    webhook = get_webhook(work, actor, place=place)
    return DeliveryRepository(work.session).get(webhook.id, delivery_id)


def list_attempts(
    work: UnitOfWork, actor: Actor, *, place: WebhookPlace, delivery_id: str, page: PageRequest
) -> Page[DeliveryAttempt]:
    """Return a page of what was tried and answered; raises `NotFound`, `NotPermitted`."""
    webhook = get_webhook(work, actor, place=place)
    require(actor, can_read_answers(actor, webhook))
    deliveries = DeliveryRepository(work.session)
    delivery = deliveries.get(webhook.id, delivery_id)
    return deliveries.list_attempts(delivery.id, page=page)


def ping(work: UnitOfWork, actor: Actor, *, place: WebhookPlace) -> Delivery:
    """Send a receiver something that means nothing, once.

    Raises `NotFound`, `NotPermitted`, `WebhookOff`.
    """
    webhook = _enabled(work, actor, place)
    event = write_event(
        work,
        EventType.WEBHOOK_PING,
        group_id=webhook.group_id,
        api_id=None,
        data={"group": place.group, "webhook_id": webhook.id, "actor": actor.name},
        order_key=webhook.id,
    )
    deliveries = DeliveryRepository(work.session)
    deliveries.send(webhook, [event], work.now)
    work.record(about_webhook(WebhookPinged, actor, webhook))
    return deliveries.get_of_event(webhook.id, event.sequence)


def redeliver(work: UnitOfWork, actor: Actor, *, place: WebhookPlace, delivery_id: str) -> Delivery:
    """Send an event again, with the same id; one that is on its way stays so.

    Raises `NotFound`, `NotPermitted`, `WebhookOff`.
    """
    webhook = _enabled(work, actor, place)
    deliveries = DeliveryRepository(work.session)
    delivery = deliveries.get(webhook.id, delivery_id)
    if deliveries.send(webhook, [delivery.event], work.now):
        told = {"event_id": delivery.event.id}
        work.record(about_webhook(WebhookResent, actor, webhook, **told))
    return deliveries.get(webhook.id, delivery_id)


def replay(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: WebhookPlace,
    since: datetime,
    until: datetime | None,
) -> Replay:
    """Send again, or for the first time, what a webhook is subscribed to of a time, in its order.

    Raises `NotFound`, `NotPermitted`, `WebhookOff`.
    """
    webhook = _enabled(work, actor, place)
    events = OutboxRepository(work.session).list_for_webhook(
        webhook, since=since, until=until or work.now, most=MOST_REPLAYED + 1
    )
    now, later = events[:MOST_REPLAYED], events[MOST_REPLAYED:]
    count = DeliveryRepository(work.session).send(webhook, now, work.now)
    told = {"since": since.isoformat(), "until": (until or work.now).isoformat(), "count": count}
    work.record(about_webhook(WebhookResent, actor, webhook, **told))
    return Replay(count, later[0].created_at if later else None)


def _enabled(work: UnitOfWork, actor: Actor, place: WebhookPlace) -> Webhook:
    """Return the webhook, locked, as its deliveries demand."""
    webhook = get_webhook(work, actor, place=place)
    WebhookRepository(work.session).lock(webhook.id)
    if not webhook.is_enabled:
        raise WebhookOff(
            "The webhook is disabled; enable it first.",
            details={"reason": webhook.disabled_reason},
        )
    return webhook
