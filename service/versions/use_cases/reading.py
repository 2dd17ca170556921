"""What can be read about versions, without computing anything?"""

from dataclasses import dataclass
from typing import Any

from service.apis.models import Api
from service.apis.repository import ApiRepository
from service.apis.use_cases import approvals_in_force
from service.authorization import Actor, require
from service.comparisons.use_cases import load_changes
from service.documents.errors import DocumentWithheld
from service.documents.use_cases import load_bytes
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork
from service.versions.change_filter import ChangeFilter
from service.versions.models import (
    ApiOperation,
    ApiVersion,
    RefusedPublication,
    VersionState,
)
from service.versions.permissions import can_list_refused, sees_unaccepted
from service.versions.repository import VersionRepository
from service.versions.told_changes import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a version is: its group, its API, its name."""

    group: str
    api: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A version, and the name of the one to move to where it is being retired."""

    version: ApiVersion
    successor: str | None


def list_versions(
    work: UnitOfWork, actor: Actor, *, group_name: str, api_name: str, **choice: Any
) -> Page[ApiVersion]:
    """Return a page of the API's versions; `choice` is that of `VersionRepository.list_versions`.

    Pending and rejected ones exist for members only. Raises `NotFound`.
    """
    api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    return VersionRepository(work.session, api).list_versions(
        with_unaccepted=sees_unaccepted(actor, api), **choice
    )


def find_version(work: UnitOfWork, actor: Actor, *, place: Place) -> Found:
    """Return a version; raises `NotFound`, also where the actor may not see it."""
    api, version = _load(work, actor, place=place)
    return Found(version=version, successor=_successor(work, api, version))


def load_document(work: UnitOfWork, actor: Actor, *, place: Place) -> tuple[Found, bytes]:
    """Return a version with its document's bytes; raises `NotFound`, `DocumentWithheld`."""
    found = find_version(work, actor, place=place)
    _require_document(found.version)
    return found, load_bytes(work, found.version.document_checksum)


def list_changes(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: Place,
    page: PageRequest,
    chosen: ChangeFilter,
) -> Page[dict[str, Any]]:
    """Return a page of the changes since the version's base; none where there is no base."""
    api, version = _load(work, actor, place=place)
    if version.comparison_id is None:
        return Page([], None)
    is_withheld = any(
        side is not None and side.withheld_at is not None for side in (version, version.base)
    )
    telling = Telling(approvals=approvals_in_force(work, api), is_withheld=is_withheld)
    comparison = load_changes(work, version.comparison_id)
    return telling.tell_page(comparison, chosen=chosen, page=page)


def list_operations(
    work: UnitOfWork,
    actor: Actor,
    *,
    place: Place,
    page: PageRequest,
    method: str | None,
    deprecated: bool | None,
) -> Page[ApiOperation]:
    """Return a page of the version's operations, path by path."""
    api, version = _load(work, actor, place=place)
    _require_document(version)
    return VersionRepository(work.session, api).list_operations(
        version, page=page, method=method, deprecated=deprecated
    )


def list_refused(
    work: UnitOfWork, actor: Actor, *, group_name: str, api_name: str, page: PageRequest
) -> Page[RefusedPublication]:
    """Return a page of refused attempts, the newest first; raises `NotFound`, `NotPermitted`."""
    api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    require(actor, can_list_refused(actor, api))
    return VersionRepository(work.session, api).list_refused(page=page)


def _load(work: UnitOfWork, actor: Actor, *, place: Place) -> tuple[Api, ApiVersion]:
    api = ApiRepository(work.session).get_visible(place.group, place.api, actor)
    version = VersionRepository(work.session, api).get_visible(
        place.version, with_unaccepted=sees_unaccepted(actor, api)
    )
    return api, version


def _require_document(version: ApiVersion) -> None:
    if version.withheld_at is not None:
        raise DocumentWithheld(
            "The document of this version was withheld.",
            details={"digest": version.digest, "checksum": version.document_checksum},
        )


def _successor(work: UnitOfWork, api: Api, version: ApiVersion) -> str | None:
    if version.state not in {VersionState.DEPRECATED, VersionState.SUNSET}:
        return None
    return VersionRepository(work.session, api).find_successor(version)
