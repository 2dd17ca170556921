"""What can happen to service accounts?"""

from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.service_accounts.models import ServiceAccount
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAccountCreated(Event):
    """A group got a machine."""

    name = "service_account.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAccountChanged(Event):
    """A machine's description, role or activity was changed."""

    name = "service_account.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAccountDeleted(Event):
    """A machine was deleted, with its access tokens."""

    name = "service_account.deleted"


AccountEvent = TypeVar("AccountEvent", bound=Event)


def about_account(
    kind: type[AccountEvent], actor: Actor, account: ServiceAccount, **details: object
) -> AccountEvent:
    """Return an event of that kind about the service account."""
    return kind(
        actor=actor,
        subject_type="service_account",
        subject_id=account.id,
        subject=account.name,
        group_id=account.group_id,
        details=details,
    )
