"""What can happen to the clients of versions?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from service.authorization import Actor
from service.unit_of_work import Event
from service.versions.models import ApiVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class SdkRequested(Event):
    """Somebody asked for another build."""

    name = "sdk.requested"


@dataclass(frozen=True, slots=True, kw_only=True)
class SdkReady(Event):
    """A client can be installed."""

    name = "sdk.ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class SdkFailed(Event):
    """No client can be made of a version."""

    name = "sdk.failed"


SdkEvent = TypeVar("SdkEvent", bound=Event)


def about_sdk(
    kind: type[SdkEvent], actor: Actor, *, version: ApiVersion, details: Mapping[str, object]
) -> SdkEvent:
    """Return an event of that kind about the client of a version whose API is loaded."""
    return kind(
        actor=actor,
        subject_type="version",
        subject_id=version.id,
        subject=f"{version.api.full_name}@{version.name}",
        group_id=version.api.group_id,
        api_id=version.api_id,
        details=details,
    )
