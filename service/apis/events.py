"""What can happen to APIs, policies and approvals?"""

from dataclasses import dataclass
from typing import TypeVar

from service.apis.models import Api
from service.authorization import Actor
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiCreated(Event):
    """An API was created."""

    name = "api.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiChanged(Event):
    """An API's display name or description was changed."""

    name = "api.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDeleted(Event):
    """An API was deleted."""

    name = "api.deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySet(Event):
    """The compatibility policy of the instance, a group or an API was set."""

    name = "policy.set"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeApproved(Event):
    """A change of an API was approved."""

    name = "approval.created"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRevoked(Event):
    """An approval was taken back."""

    name = "approval.revoked"


ApiEvent = TypeVar("ApiEvent", bound=Event)


def about_api(kind: type[ApiEvent], actor: Actor, api: Api, **details: object) -> ApiEvent:
    """Return an event of that kind about the API, whose group must have been loaded."""
    return kind(
        actor=actor,
        subject_type="api",
        subject_id=api.id,
        subject=api.full_name,
        group_id=api.group_id,
        api_id=api.id,
        details=details,
    )
