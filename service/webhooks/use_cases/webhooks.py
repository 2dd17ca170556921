"""What can be done with webhooks?"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.apis.repository import ApiRepository
from service.authorization import Actor, require
from service.database import require_etag
from service.groups.quotas import require_room
from service.groups.repository import GroupRepository
from service.outgoing_http import AddressGuard
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork
from service.webhooks.errors import TooManySecrets
from service.webhooks.events import (
    WebhookChanged,
    WebhookCreated,
    WebhookDeleted,
    WebhookSecretRotated,
    about_webhook,
)
from service.webhooks.models import DisabledReason, Webhook
from service.webhooks.permissions import can_manage_webhooks
from service.webhooks.receivers import read_receiver
from service.webhooks.repository import DeliveryRepository, WebhookRepository
from service.webhooks.signing import OVERLAP, former_keys_in_force, new_key

MOST_FORMER_SECRETS = 4
_TOLD = ("description", "event_types", "is_enabled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What the settings say about webhooks."""

    secret_key: str
    guard: AddressGuard
    quota: int


@dataclass(frozen=True, slots=True)
class WebhookPlace:
    """Where a webhook is: its group's name, and its id."""

    group: str
    webhook_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookWithSecret:
    """A webhook and its secret, which nobody can read again."""

    webhook: Webhook
    secret: str


def create_webhook(
    work: UnitOfWork, actor: Actor, *, group_name: str, values: Mapping[str, Any], grounds: Grounds
) -> WebhookWithSecret:
    """Subscribe a receiver; raises `NotFound`, `NotPermitted`, `InvalidInput`, `QuotaExceeded`."""
    groups = GroupRepository(work.session)
    group = groups.get_visible(group_name, actor)
    given = dict(values)
    api_name = given.pop("api")
    api = None
    if api_name is not None:
        api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    require(actor, can_manage_webhooks(actor, group.id, api.id if api else None))
    given["url"] = str(read_receiver(given["url"], grounds.guard))
    groups.lock(group)
    webhooks = WebhookRepository(work.session)
    require_room("quota_webhooks", used=webhooks.count(group.id), limit=grounds.quota)
    webhook_id = str(uuid.uuid4())
    key = new_key(grounds.secret_key, webhook_id)
    webhook = webhooks.add(
        Webhook(
            **given,
            id=webhook_id,
            group_id=group.id,
            api=api,
            is_enabled=True,
            key_salt=key.salt,
            key_check=key.check,
            former_keys=[],
            created_by=actor.name,
            created_at=work.now,
            revision=1,
        )
    )
    work.record(about_webhook(WebhookCreated, actor, webhook, event_types=webhook.event_types))
    return WebhookWithSecret(webhook=webhook, secret=key.secret)


def list_webhooks(
    work: UnitOfWork, actor: Actor, *, group_name: str, page: PageRequest
) -> Page[Webhook]:
    """Return a page of a group's webhooks; raises `NotFound`, `NotPermitted`."""
    group = GroupRepository(work.session).get_visible(group_name, actor)
    require(actor, can_manage_webhooks(actor, group.id, None))
    return WebhookRepository(work.session).list_of_group(group.id, page=page)


def get_webhook(work: UnitOfWork, actor: Actor, *, place: WebhookPlace) -> Webhook:
    """Return a webhook; raises `NotFound`, `NotPermitted`."""
    group = GroupRepository(work.session).get_visible(place.group, actor)
    require(actor, can_manage_webhooks(actor, group.id, actor.bound_api_id))
    webhook = WebhookRepository(work.session).get(group.id, place.webhook_id)
    require(actor, can_manage_webhooks(actor, group.id, webhook.api_id))
    return webhook


def change_webhook(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: WebhookPlace,
    expected: frozenset[str],
    values: Mapping[str, Any],
    guard: AddressGuard,
) -> Webhook:
    """Change what `values` names; one that is enabled begins anew.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`, `InvalidInput`.
    """
    webhook = get_webhook(work, actor, place=place)
    require_etag(webhook, expected)
    given = dict(values)
    if "url" in given:
        given["url"] = str(read_receiver(given["url"], guard))
    changes = {key: value for key, value in given.items() if getattr(webhook, key) != value}
    if not changes:
        return webhook
    webhooks = WebhookRepository(work.session)
    for key in changes.keys() - {"is_enabled"}:
        setattr(webhook, key, changes[key])
    if "is_enabled" in changes:
        _switch(work, webhook, is_on=changes["is_enabled"])
    webhooks.save()
    told = {key: value for key, value in changes.items() if key in _TOLD}
    work.record(about_webhook(WebhookChanged, actor, webhook, changed=sorted(changes), **told))
    return webhook


def delete_webhook(
    work: UnitOfWork, actor: Actor, *, place: WebhookPlace, expected: frozenset[str]
) -> None:
    """Delete a webhook with its deliveries; raises `NotFound`, `NotPermitted`, ..."""
    webhook = get_webhook(work, actor, place=place)
    require_etag(webhook, expected)
    work.record(about_webhook(WebhookDeleted, actor, webhook))
    WebhookRepository(work.session).remove(webhook)


def rotate_secret(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: WebhookPlace,
    expected: frozenset[str],
    ends_former: bool,
    secret_key: str,
) -> WebhookWithSecret:
    """Give a webhook a new secret; the former one signs along for a day, unless it is ended.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`, `TooManySecrets`.
    """
    webhook = get_webhook(work, actor, place=place)
    require_etag(webhook, expected)
    until = (work.now + OVERLAP).isoformat()
    former = [
        {"salt": webhook.key_salt, "until": until},
        *former_keys_in_force(webhook, work.now),
    ]
    if len(former) > MOST_FORMER_SECRETS and not ends_former:
        raise TooManySecrets(
            f"{MOST_FORMER_SECRETS} former secrets still sign; wait, or end them with"
            " `ends_former`."
        )
    key = new_key(secret_key, webhook.id)
    webhook.key_salt, webhook.key_check = key.salt, key.check
    webhook.former_keys = [] if ends_former else former
    WebhookRepository(work.session).save()
    work.record(about_webhook(WebhookSecretRotated, actor, webhook, ends_former=ends_former))
    return WebhookWithSecret(webhook=webhook, secret=key.secret)


def _switch(work: UnitOfWork, webhook: Webhook, *, is_on: bool) -> None:
    if is_on:
        webhook.turn_on()
        return
    webhook.turn_off(DisabledReason.BY_HAND, work.now)
    WebhookRepository(work.session).save()  # which locks its row, as its deliveries demand
    DeliveryRepository(work.session).cancel_open(webhook.id, work.now)
