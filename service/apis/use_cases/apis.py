"""What can be done with APIs?"""

from collections.abc import Mapping
from typing import Any

from service.apis.events import ApiChanged, ApiCreated, ApiDeleted, about_api
from service.apis.models import Api
from service.apis.permissions import can_change_api, can_create_api
from service.apis.repository import ApiRepository
from service.authorization import Actor, require
from service.database import require_etag
from service.groups.quotas import quota_of, require_room
from service.groups.repository import GroupRepository
from service.names import folded_name
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork


def create_api(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    values: Mapping[str, Any],
    default_quota: int,
) -> Api:
    """Add an API to a group; `default_quota` holds where the group has none of its own.

    Raises `NotFound`, `NotPermitted`, `QuotaExceeded`, `NameTaken`.
    """
    groups = GroupRepository(work.session)
    group = groups.get_visible(group_name, actor)
    require(actor, can_create_api(actor, group))
    groups.lock(group)
    apis = ApiRepository(work.session)
    limit = quota_of(group.quota_apis, default=default_quota)
    require_room("quota_apis", used=apis.count(group.id), limit=limit)
    api = apis.add(
        Api(
            **values,
            group=group,
            folded_name=folded_name(values["name"]),
            created_at=work.now,
            revision=1,
        )
    )
    work.record(about_api(ApiCreated, actor, api))
    return api


def get_api(work: UnitOfWork, actor: Actor, *, group_name: str, api_name: str) -> Api:
    """Return an API with its group; raises `NotFound`, also where the actor may not see it."""
    return ApiRepository(work.session).get_visible(group_name, api_name, actor)


def list_apis(work: UnitOfWork, actor: Actor, *, group_name: str, page: PageRequest) -> Page[Api]:
    """Return a page of the APIs of a group; raises `NotFound`."""
    group = GroupRepository(work.session).get_visible(group_name, actor)
    return ApiRepository(work.session).list_visible(actor, group_id=group.id, page=page)


def change_api(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    api_name: str,
    expected: frozenset[str],
    values: Mapping[str, Any],
) -> Api:
    """Change what `values` names; raises `NotFound`, `NotPermitted`, `PreconditionFailed`."""
    api = ApiRepository(work.session).get_visible(group_name, api_name, actor)
    require(actor, can_change_api(actor, api))
    require_etag(api, expected)
    changes = {key: value for key, value in values.items() if getattr(api, key) != value}
    for key, value in changes.items():
        setattr(api, key, value)
    if changes:
        work.session.flush()
        work.record(about_api(ApiChanged, actor, api, **changes))
    return api


def delete_api(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    api_name: str,
    expected: frozenset[str],
) -> None:
    """Delete an API that has no versions.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`, `ApiNotEmpty`.
    """
    apis = ApiRepository(work.session)
    api = apis.get_visible(group_name, api_name, actor)
    require(actor, can_change_api(actor, api))
    require_etag(api, expected)
    apis.remove(api)
    work.record(about_api(ApiDeleted, actor, api))
