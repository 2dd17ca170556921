"""How is a version reviewed, retired, and its document taken back?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from service.apis.models import Api
from service.apis.repository import ApiRepository
from service.authorization import Actor, require
from service.comparisons.use_cases import redact_comparisons
from service.database import require_etag
from service.documents.use_cases import drop_bytes, lock_content
from service.errors import InvalidInput
from service.unit_of_work import Event, UnitOfWork
from service.versions.errors import StateNotAllowed
from service.versions.events import DocumentWithheld, VersionStateChanged, about_version
from service.versions.models import ApiVersion, VersionState
from service.versions.permissions import can_manage_versions, sees_unaccepted
from service.versions.repository import StockRepository, VersionRepository
from service.versions.state_rules import ALLOWED_STATES, may_become
from service.versions.use_cases.reading import Place


def load_to_manage(work: UnitOfWork, actor: Actor, *, place: Place) -> tuple[Api, ApiVersion]:
    """Return a version that the actor may retire; its API is locked.

    Raises `NotFound`, `NotAuthenticated`, `NotPermitted`.
    """
    apis = ApiRepository(work.session)
    api = apis.get_visible(place.group, place.api, actor)
    versions = VersionRepository(work.session, api)
    seen = sees_unaccepted(actor, api)
    version = versions.get_visible(place.version, with_unaccepted=seen)
    require(actor, can_manage_versions(actor, api))
    apis.lock(api)
    versions.reload(version)
    return api, version


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """What a maintainer sets; `sunset_at` says when a version that is retired stops working."""

    state: VersionState
    reason: str | None = None
    sunset_at: datetime | None = None


def set_version_state(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: Place,
    expected: frozenset[str],
    change: StateChange,
) -> ApiVersion:
    """Deprecate, sunset, disable or bring back an accepted version.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`, `StateNotAllowed`, `InvalidInput`.
    """
    api, version = load_to_manage(work, actor, place=place)
    require_etag(version, expected)
    before, state = version.state, change.state
    if not may_become(before, state):
        raise StateNotAllowed(
            f"A version that is {before} cannot become {state}.",
            details={"state": before, "allowed": sorted(ALLOWED_STATES[before])},
        )
    _set_dates(version, state, now=work.now, sunset_at=change.sunset_at)
    move_to(work, version, state=state, reason=change.reason)
    VersionRepository(work.session, api).save()
    details = {"before": before.value, "after": state.value, "reason": change.reason}
    record_about(work, actor, version=version, kind=VersionStateChanged, details=details)
    return version


def withhold_document(
    work: UnitOfWork, actor: Actor, *, place: Place, expected: frozenset[str], reason: str
) -> ApiVersion:
    """Take a version's document back, such as one that leaked a secret.

    The version tells nothing of it any more. Its bytes go, and what comparisons quote of them,
    unless another version holds the same; digest, checksum and audit stay. Raises `NotFound`,
    `NotPermitted`, `PreconditionFailed`.
    """
    api, version = load_to_manage(work, actor, place=place)
    require_etag(version, expected)
    if version.withheld_at is not None:
        return version
    stock = StockRepository(work.session)
    lock_content(work, [version.digest])
    version.withhold(work.now, reason=reason)
    stock.forget_operations(version)
    VersionRepository(work.session, api).save()
    if not stock.is_checksum_held(version.document_checksum):
        drop_bytes(work, version.document_checksum)
    if not stock.is_digest_held(version.digest):
        redact_comparisons(work, version.digest)
    details = {"digest": version.digest, "checksum": version.document_checksum, "reason": reason}
    record_about(work, actor, version=version, kind=DocumentWithheld, details=details)
    return version


def move_to(
    work: UnitOfWork, version: ApiVersion, *, state: VersionState, reason: str | None
) -> None:
    """Put a version into another state, with the reason and the time."""
    version.state = state
    version.state_reason = reason
    version.state_changed_at = work.now


def record_about(
    work: UnitOfWork,
    actor: Actor,
    *,
    version: ApiVersion,
    kind: type[Event],
    details: Mapping[str, object],
) -> None:
    """Record an event of that kind about a version whose API is loaded."""
    work.record(
        about_version(
            kind,
            actor,
            api=version.api,
            version_id=version.id,
            version_name=version.name,
            details=details,
        )
    )


def _set_dates(
    version: ApiVersion, state: VersionState, *, now: datetime, sunset_at: datetime | None
) -> None:
    """Set since when a version is deprecated and when it stops working."""
    retiring = state in {VersionState.DEPRECATED, VersionState.SUNSET}
    if sunset_at is not None and not retiring:
        raise _bad_sunset(f"A version that is {state} does not stop working.")
    if not retiring:
        if state is VersionState.PUBLISHED:
            version.deprecated_at = version.sunset_at = None
        return
    version.deprecated_at = version.deprecated_at or now
    if sunset_at is None and state is VersionState.SUNSET:
        sunset_at = now
    if sunset_at is not None and sunset_at < version.deprecated_at:
        raise _bad_sunset("It cannot stop working before it was deprecated.")
    version.sunset_at = sunset_at


def _bad_sunset(reason: str) -> InvalidInput:
    return InvalidInput(reason, details={"json": {"sunset_at": [reason]}})
