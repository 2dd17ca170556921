"""What can be done with groups and their members? One function per verb."""

from collections.abc import Mapping
from typing import Any

from service.audit.models import AuditEvent
from service.audit.repository import AuditRepository
from service.authorization import Actor, Role, require
from service.database import require_etag
from service.errors import NotFound
from service.groups.errors import LastOwner
from service.groups.events import (
    GroupChanged,
    GroupCreated,
    GroupDeleted,
    MemberRemoved,
    MemberSet,
    about_group,
)
from service.groups.models import Group, Membership, Visibility
from service.groups.permissions import (
    can_change_group,
    can_create_group,
    can_list_members,
    can_read_group_audit,
    can_set_quotas,
)
from service.groups.repository import GroupRepository, MembershipRepository
from service.identities.repository import UserRepository
from service.names import folded_name
from service.pagination import Page, PageRequest
from service.unit_of_work import UnitOfWork

QUOTA_FIELDS = frozenset({"quota_apis", "quota_versions", "quota_bytes"})


def create_group(work: UnitOfWork, actor: Actor, *, values: Mapping[str, Any]) -> Group:
    """Create a group; the user who creates it becomes its owner.

    Raises `NotPermitted`, `NameTaken`.
    """
    require(actor, can_create_group(actor))
    group = Group(
        **values, folded_name=folded_name(values["name"]), created_at=work.now, revision=1
    )
    GroupRepository(work.session).add(group)
    _make_owner(work, actor, group)
    work.record(about_group(GroupCreated, actor, group, visibility=group.visibility))
    return group


def get_group(work: UnitOfWork, actor: Actor, *, name: str) -> Group:
    """Return a group; raises `NotFound`, also where the actor may not see it."""
    return GroupRepository(work.session).get_visible(name, actor)


def list_groups(
    work: UnitOfWork, actor: Actor, *, page: PageRequest, visibility: Visibility | None
) -> Page[Group]:
    """Return a page of the groups the actor may see."""
    return GroupRepository(work.session).list_visible(actor, page=page, visibility=visibility)


def change_group(
    work: UnitOfWork,
    actor: Actor,
    *,
    name: str,
    expected: frozenset[str],
    values: Mapping[str, Any],
) -> Group:
    """Change what `values` names; quotas ask for an administrator.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`.
    """
    group = GroupRepository(work.session).get_visible(name, actor)
    require(actor, can_change_group(actor, group))
    if QUOTA_FIELDS & values.keys():
        require(actor, can_set_quotas(actor))
    require_etag(group, expected)
    changes = {key: value for key, value in values.items() if getattr(group, key) != value}
    for key, value in changes.items():
        setattr(group, key, value)
    if changes:
        work.session.flush()
        work.record(about_group(GroupChanged, actor, group, **changes))
    return group


def delete_group(work: UnitOfWork, actor: Actor, *, name: str, expected: frozenset[str]) -> None:
    """Delete a group that has no APIs.

    Raises `NotFound`, `NotPermitted`, `PreconditionFailed`, `GroupNotEmpty`.
    """
    groups = GroupRepository(work.session)
    group = groups.get_visible(name, actor)
    require(actor, can_change_group(actor, group))
    require_etag(group, expected)
    groups.remove(group)
    work.record(about_group(GroupDeleted, actor, group))


def list_members(
    work: UnitOfWork, actor: Actor, *, group_name: str, page: PageRequest
) -> Page[Membership]:
    """Return a page of the members; raises `NotFound`, `NotPermitted`."""
    group = GroupRepository(work.session).get_visible(group_name, actor)
    require(actor, can_list_members(actor, group))
    return MembershipRepository(work.session).list_members(group.id, page=page)


def list_group_audit(
    work: UnitOfWork,
    actor: Actor,
    *,
    group_name: str,
    page: PageRequest,
    action: str | None,
    actor_name: str | None,
) -> Page[AuditEvent]:
    """Return a page of what was done in the group; raises `NotFound`, `NotPermitted`."""
    group = GroupRepository(work.session).get_visible(group_name, actor)
    require(actor, can_read_group_audit(actor, group))
    return AuditRepository(work.session).list_events(
        page=page, group_id=group.id, action=action, actor_name=actor_name
    )


def set_member(
    work: UnitOfWork, actor: Actor, *, group_name: str, username: str, role: Role
) -> Membership:
    """Give a user a role in the group, as a new member or instead of the old role.

    Raises `NotFound`, `NotPermitted`, `LastOwner`.
    """
    group = _lock_members(work, actor, group_name)
    user = UserRepository(work.session).get_by_username(username)
    memberships = MembershipRepository(work.session)
    membership = memberships.find(group.id, user.id)
    if membership is None:
        membership = memberships.add(
            Membership(group_id=group.id, user=user, role=role, created_at=work.now)
        )
    else:
        _keep_an_owner(memberships, membership, new_role=role)
        membership.user = user
        membership.role = role
    work.session.flush()
    work.record(about_group(MemberSet, actor, group, username=username, role=role))
    return membership


def remove_member(work: UnitOfWork, actor: Actor, *, group_name: str, username: str) -> None:
    """End a user's membership; raises `NotFound`, `NotPermitted`, `LastOwner`."""
    group = _lock_members(work, actor, group_name)
    memberships = MembershipRepository(work.session)
    user = UserRepository(work.session).find_by_username(username)
    membership = memberships.find(group.id, user.id) if user else None
    if membership is None:
        raise NotFound(f"'{username}' is not a member of '{group_name}'.")
    _keep_an_owner(memberships, membership, new_role=None)
    memberships.remove(membership)
    work.record(about_group(MemberRemoved, actor, group, username=username))


def _lock_members(work: UnitOfWork, actor: Actor, group_name: str) -> Group:
    """Return the group, its row locked: of two owners who remove each other, one is refused."""
    groups = GroupRepository(work.session)
    group = groups.get_visible(group_name, actor)
    require(actor, can_change_group(actor, group))
    groups.lock(group)
    return group


def _make_owner(work: UnitOfWork, actor: Actor, group: Group) -> None:
    user = UserRepository(work.session).find(actor.id) if actor.id else None
    if user is not None:
        MembershipRepository(work.session).add(
            Membership(group_id=group.id, user=user, role=Role.OWNER, created_at=work.now)
        )


def _keep_an_owner(
    memberships: MembershipRepository, membership: Membership, *, new_role: Role | None
) -> None:
    stops_owning = membership.role is Role.OWNER and new_role is not Role.OWNER
    if stops_owning and memberships.count_owners(membership.group_id) == 1:
        raise LastOwner("A group keeps at least one owner; make somebody else one first.")
