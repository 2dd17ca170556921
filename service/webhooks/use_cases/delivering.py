"""What does a deliverer do with its errands? Take one, and write down what came of it."""

from dataclasses import dataclass
from datetime import timedelta

import structlog

from service.authorization import SYSTEM
from service.unit_of_work import UnitOfWork, UnitsOfWork
from service.webhooks.attempts import Errand, Outcome
from service.webhooks.event_types import TO_ONE_WEBHOOK
from service.webhooks.events import WebhookDisabled, about_webhook
from service.webhooks.models import (
    Delivery,
    DeliveryAttempt,
    DeliveryState,
    DisabledReason,
    Webhook,
)
from service.webhooks.repository import DeliveryRepository, WebhookRepository
from service.webhooks.repository.leases import DeliveryLeases
from service.webhooks.retry_schedule import RetrySchedule
from service.webhooks.signing import secrets_in_force

LEASE_SECONDS = 45.0
"""Longer than an attempt and the writing down of it can take."""
_LONG_FAILING = timedelta(hours=1)
_log = structlog.get_logger("service.webhooks")


@dataclass(frozen=True, slots=True)
class _Ending:
    """What is known where an attempt is written down."""

    webhook: Webhook
    delivery: Delivery
    outcome: Outcome
    schedule: RetrySchedule

    @property
    def is_ping(self) -> bool:
        """Whether it only tries the receiver."""
        return self.delivery.event.type in TO_ONE_WEBHOOK


def take_errand(
    units: UnitsOfWork, *, secret_key: str, lease_seconds: float, only_well: bool
) -> Errand | None:
    """Take what is due, if anything is. The attempt counts from now on, whatever comes."""
    with units.reading() as work:  # most often there is nothing, and looking locks nobody out
        if not DeliveryLeases(work.session).is_any_due(only_well=only_well):
            return None
    with units.writing() as work:
        leases = DeliveryLeases(work.session)
        leased = leases.take(lease_seconds=lease_seconds, only_well=only_well)
        if leased is None:
            return None
        webhook, delivery = leased.webhook, leased.delivery
        in_force = secrets_in_force(secret_key, webhook, work.now)
        if not in_force:
            _disable(work, webhook, DisabledReason.SECRET_LOST)
            return None
        return Errand(
            delivery_id=delivery.id,
            webhook_id=webhook.id,
            fence=webhook.fence,
            number=delivery.attempts,
            url=webhook.url,
            event_id=delivery.event.id,
            body=delivery.event.body,
            secrets=tuple(in_force),
            is_failing=webhook.failing_since is not None,
        )


def end_errand(
    units: UnitsOfWork, errand: Errand, outcome: Outcome, *, schedule: RetrySchedule
) -> bool:
    """Write down what came of an attempt; return whether the lease was still held.

    If not, another deliverer has taken it, and the receiver gets it once more: at least once.
    """
    with units.writing() as work:
        webhook = WebhookRepository(work.session).lock(errand.webhook_id)
        if webhook is None or webhook.fence != errand.fence:
            return False
        DeliveryLeases(work.session).release(webhook.id)
        delivery = DeliveryRepository(work.session).find(errand.delivery_id)
        if delivery is None:
            return True
        _keep(work, delivery, errand, outcome)
        if delivery.state is DeliveryState.PENDING:
            ending = _Ending(webhook, delivery, outcome, schedule)
            (_fail if outcome.failure else _succeed)(work, ending)
    return True


def _keep(work: UnitOfWork, delivery: Delivery, errand: Errand, outcome: Outcome) -> None:
    delivery.status, delivery.failure = outcome.status, outcome.failure
    DeliveryLeases(work.session).log(
        DeliveryAttempt(
            delivery_id=errand.delivery_id,
            number=errand.number,
            at=outcome.at,
            milliseconds=outcome.milliseconds,
            status=outcome.status,
            failure=outcome.failure,
            message=outcome.message,
            answer=outcome.answer,
        )
    )
    _log.info(
        "webhook attempted",
        webhook_id=errand.webhook_id,
        delivery_id=errand.delivery_id,
        attempt=errand.number,
        status=outcome.status,
        failure=outcome.failure,
        milliseconds=outcome.milliseconds,
    )


def _succeed(work: UnitOfWork, ending: _Ending) -> None:
    _end(work, ending.delivery, DeliveryState.DELIVERED)
    failing_since = ending.webhook.failing_since
    if failing_since is None:
        return
    ending.webhook.failing_since = None
    if work.now - failing_since > _LONG_FAILING * ending.schedule.pace:  # it was down: it is back
        DeliveryLeases(work.session).hurry(ending.webhook.id)


def _fail(work: UnitOfWork, ending: _Ending) -> None:
    webhook, delivery, schedule = ending.webhook, ending.delivery, ending.schedule
    if ending.outcome.is_gone:
        _end(work, delivery, DeliveryState.FAILED)
        _disable(work, webhook, DisabledReason.GONE)
        return
    if ending.is_ping:
        _end(work, delivery, DeliveryState.FAILED)
        return
    webhook.failing_since = webhook.failing_since or work.now
    if work.now - webhook.failing_since > schedule.paced_patience:
        _end(work, delivery, DeliveryState.FAILED)
        _disable(work, webhook, DisabledReason.FAILING)
        return
    wait = schedule.wait_after(delivery.attempts, asked=ending.outcome.asked_wait)
    if wait is None:
        _end(work, delivery, DeliveryState.FAILED)
    else:
        DeliveryLeases(work.session).postpone(delivery, seconds=wait)


def _end(work: UnitOfWork, delivery: Delivery, state: DeliveryState) -> None:
    """End a delivery, and let the next in its line go."""
    delivery.state = state
    delivery.due_at = None
    delivery.ended_at = work.now
    deliveries = DeliveryRepository(work.session)
    deliveries.save()
    deliveries.line_up(delivery.webhook_id, delivery.order_key)


def _disable(work: UnitOfWork, webhook: Webhook, reason: DisabledReason) -> None:
    webhook.turn_off(reason, work.now)
    WebhookRepository(work.session).save()
    DeliveryRepository(work.session).cancel_open(webhook.id, work.now)
    DeliveryLeases(work.session).release(webhook.id)
    work.record(about_webhook(WebhookDisabled, SYSTEM, webhook, reason=reason.value))
