"""What can happen to webhooks? URLs stay out of it: they may hold a secret."""

from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.unit_of_work import Event
from service.webhooks.models import Webhook


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookCreated(Event):
    """A webhook was created."""

    name = "webhook.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookChanged(Event):
    """A webhook was changed, enabled or disabled by somebody."""

    name = "webhook.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDeleted(Event):
    """A webhook was deleted, with what was on its way."""

    name = "webhook.deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSecretRotated(Event):
    """A webhook got a new secret."""

    name = "webhook.secret_rotated"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookPinged(Event):
    """Somebody tried whether a webhook's receiver works."""

    name = "webhook.pinged"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookResent(Event):
    """Somebody had events sent to a webhook again."""

    name = "webhook.resent"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookDisabled(Event):
    """A webhook was disabled because of what its receiver did."""

    name = "webhook.disabled"


WebhookEvent = TypeVar("WebhookEvent", bound=Event)


def about_webhook(
    kind: type[WebhookEvent], actor: Actor, webhook: Webhook, **details: object
) -> WebhookEvent:
    """Return an event of that kind about the webhook."""
    return kind(
        actor=actor,
        subject_type="webhook",
        subject_id=webhook.id,
        subject=webhook.id,
        group_id=webhook.group_id,
        api_id=webhook.api_id,
        details=details,
    )
