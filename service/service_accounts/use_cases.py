"""What can be done with the machines of a group? One function per verb."""

from collections.abc import Mapping
from typing import Any

from service.authorization import Actor, Role, require
from service.database import require_etag
from service.groups.models import Group
from service.groups.repository import GroupRepository
from service.pagination import Page, PageRequest
from service.service_accounts.events import (
    ServiceAccountChanged,
    ServiceAccountCreated,
    ServiceAccountDeleted,
    about_account,
)
from service.service_accounts.models import ServiceAccount
from service.service_accounts.permissions import can_manage_service_accounts
from service.service_accounts.repository import ServiceAccountRepository
from service.unit_of_work import UnitOfWork


def list_accounts(
    work: UnitOfWork, actor: Actor, *, group_name: str, page: PageRequest
) -> Page[ServiceAccount]:
    """Return a page of the group's service accounts; raises `NotFound`, `NotPermitted`."""
    group = _managed_group(work, actor, group_name)
    return ServiceAccountRepository(work.session).list_of_group(group.id, page=page)


def get_account(work: UnitOfWork, actor: Actor, *, group_name: str, name: str) -> ServiceAccount:
    """Return a service account; raises `NotFound`, `NotPermitted`."""
    group = _managed_group(work, actor, group_name)
    return ServiceAccountRepository(work.session).get_by_name(group.id, name)


def create_account(
    work: UnitOfWork, actor: Actor, *, group_name: str, values: Mapping[str, Any]
) -> ServiceAccount:
    """Give the group a machine; raises `NotFound`, `NotPermitted`, `NameTaken`."""
    group = _managed_group(work, actor, group_name)
    account = ServiceAccountRepository(work.session).add(
        ServiceAccount(
            **_with_role(values),
            group_id=group.id,
            is_active=True,
            created_at=work.now,
            revision=1,
        )
    )
    work.record(about_account(ServiceAccountCreated, actor, account, role=account.role))
    return account


def change_account(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    name: str,
    expected: frozenset[str],
    values: Mapping[str, Any],
) -> ServiceAccount:
    """Change what `values` names; the tokens of a deactivated account stop at once.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`.
    """
    account = get_account(work, actor, group_name=group_name, name=name)
    require_etag(account, expected)
    changes = {
        key: value for key, value in _with_role(values).items() if getattr(account, key) != value
    }
    for key, value in changes.items():
        setattr(account, key, value)
    if changes:
        ServiceAccountRepository(work.session).save(account)
        work.record(about_account(ServiceAccountChanged, actor, account, **changes))
    return account


def delete_account(
    work: UnitOfWork, actor: Actor, *, group_name: str, name: str, expected: frozenset[str]
) -> None:
    """Delete a service account with its tokens.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`.
    """
    account = get_account(work, actor, group_name=group_name, name=name)
    require_etag(account, expected)
    ServiceAccountRepository(work.session).remove(account)
    work.record(about_account(ServiceAccountDeleted, actor, account))


def _with_role(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with the role, if one is named, as what it is in the group."""
    return {key: Role(value) if key == "role" else value for key, value in values.items()}


def _managed_group(work: UnitOfWork, actor: Actor, group_name: str) -> Group:
    group = GroupRepository(work.session).get_visible(group_name, actor)
    require(actor, can_manage_service_accounts(actor, group.id))
    return group
