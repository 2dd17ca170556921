"""What can happen to versions?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from service.apis.models import Api
from service.authorization import Actor
from service.unit_of_work import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPublished(Event):
    """A version was published."""

    name = "version.published"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionHeld(Event):
    """A version waits for a maintainer."""

    name = "version.held"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRefused(Event):
    """Policy refused a publication."""

    name = "version.refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionReleased(Event):
    """A maintainer let a held version through."""

    name = "version.released"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRejected(Event):
    """A maintainer turned a held version down."""

    name = "version.rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionStateChanged(Event):
    """A version was deprecated, sunset, disabled or brought back."""

    name = "version.state_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWithheld(Event):
    """A version's document was taken back."""

    name = "version.document_withheld"


VersionEvent = TypeVar("VersionEvent", bound=Event)


def about_version(
    kind: type[VersionEvent],
    actor: Actor,
    *,
    api: Api,
    version_id: str,
    version_name: str,
    details: Mapping[str, object],
) -> VersionEvent:
    """Return an event of that kind about a version (or refused attempt) of the API."""
    return kind(
        actor=actor,
        subject_type="version",
        subject_id=version_id,
        subject=f"{api.full_name}@{version_name}",
        group_id=api.group_id,
        api_id=api.id,
        details=details,
    )
