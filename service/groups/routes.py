"""Where are groups and their members reached?"""

from typing import Any

from service.audit.routes import EVENT_PAGE_EXAMPLE
from service.audit.schemas import AuditEventPage, AuditQuery
from service.authorization import Scope
from service.groups import use_cases
from service.groups.schemas import (
    GroupCreateSchema,
    GroupPage,
    GroupQuery,
    GroupSchema,
    GroupUpdateSchema,
    MemberPage,
    MemberSchema,
    MemberSetSchema,
)
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.state import current_actor, current_units

blueprint = Blueprint("groups", __name__, description="Groups and their members")

GROUP_EXAMPLE = {
    "id": "0d9c1c0e-8d6b-4a52-9a3f-3f4f3b0f8a55",
    "name": "acme",
    "display_name": "Acme",
    "description": "Everything that Acme's shop offers.",
    "visibility": "internal",
    "quota_apis": None,
    "quota_versions": None,
    "quota_bytes": None,
    "created_at": "2026-11-20T10:00:00Z",
}
MEMBER_EXAMPLE = {
    "username": "alice",
    "role": "maintainer",
    "created_at": "2026-11-20T10:00:00Z",
}
_OF_THIS_GROUP = {"group": "$response.body#/name"}
_GROUP_LINKS = {
    "get": Link(operation_id="getGroup", description="Read this group.", parameters=_OF_THIS_GROUP),
    "members": Link(
        operation_id="listMembers", description="Who belongs to it.", parameters=_OF_THIS_GROUP
    ),
    "delete": Link(
        operation_id="deleteGroup",
        description="Delete it, while it has no APIs.",
        parameters=_OF_THIS_GROUP,
    ),
}


@blueprint.route("/groups", methods=["GET"])
@blueprint.operation("listGroups", anonymous=True)
@blueprint.arguments(GroupQuery, location="query")
@blueprint.response(200, GroupPage, example={"items": [GROUP_EXAMPLE], "next_cursor": None})
def list_groups(query: dict[str, Any]) -> Any:
    """List groups

    Returns the groups that the caller may see, by name.
    """
    with current_units().reading() as work:
        page = use_cases.list_groups(work, current_actor(), **query)
    return page_answer(page)


@blueprint.route("/groups", methods=["POST"])
@blueprint.operation(
    "createGroup",
    headers=["ETag"],
    scope=Scope.MANAGE,
    idempotent=True,
    errors=[409],
    links=_GROUP_LINKS,
)
@blueprint.arguments(
    GroupCreateSchema,
    example={"name": "acme", "display_name": "Acme", "visibility": "internal"},
)
@blueprint.response(201, GroupSchema, example=GROUP_EXAMPLE)
def create_group(values: dict[str, Any]) -> Any:
    """Create a group

    The user who creates a group becomes its owner. Names that differ only in `.`, `-` and `_`
    count as the same.
    """
    with current_units().writing() as work:
        group = use_cases.create_group(work, current_actor(), values=values)
    return group, 201, etag_header(group)


@blueprint.route("/groups/<name:group>", methods=["GET"])
@blueprint.operation("getGroup", anonymous=True, cacheable=True, errors=[404], links=_GROUP_LINKS)
@blueprint.response(200, GroupSchema, example=GROUP_EXAMPLE)
def get_group(group: str) -> Any:
    """Get a group

    Returns the group, if the caller may see it.
    """
    with current_units().reading() as work:
        found = use_cases.get_group(work, current_actor(), name=group)
    return found, 200, etag_header(found)


@blueprint.route("/groups/<name:group>", methods=["PATCH"])
@blueprint.operation("updateGroup", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(GroupUpdateSchema, example={"visibility": "public"})
@blueprint.response(200, GroupSchema, example=GROUP_EXAMPLE)
def update_group(values: dict[str, Any], group: str) -> Any:
    """Change a group

    Changes the fields that are given. Owners change names and visibility, administrators quotas.
    """
    with current_units().writing() as work:
        changed = use_cases.change_group(
            work, current_actor(), name=group, expected=expected_etags(), values=values
        )
    return changed, 200, etag_header(changed)


@blueprint.route("/groups/<name:group>", methods=["DELETE"])
@blueprint.operation("deleteGroup", scope=Scope.MANAGE, conditional=True, errors=[404, 409])
@blueprint.response(204)
def delete_group(group: str) -> Any:
    """Delete a group

    Only a group without APIs can be deleted; its audit events stay.
    """
    with current_units().writing() as work:
        use_cases.delete_group(work, current_actor(), name=group, expected=expected_etags())


@blueprint.route("/groups/<name:group>/members", methods=["GET"])
@blueprint.operation("listMembers", errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, MemberPage, example={"items": [MEMBER_EXAMPLE], "next_cursor": None})
def list_members(query: dict[str, Any], group: str) -> Any:
    """List the members of a group

    Returns the members with their roles, the oldest membership first; for members only.
    """
    with current_units().reading() as work:
        page = use_cases.list_members(work, current_actor(), group_name=group, **query)
    return page_answer(page)


@blueprint.route("/groups/<name:group>/members/<name:username>", methods=["PUT"])
@blueprint.operation("setMember", scope=Scope.MANAGE, errors=[404, 409])
@blueprint.arguments(MemberSetSchema, example={"role": "maintainer"})
@blueprint.response(200, MemberSchema, example=MEMBER_EXAMPLE)
def set_member(values: dict[str, Any], group: str, username: str) -> Any:
    """Set a member's role

    Makes the user a member with this role, or gives a member another one. The last owner cannot
    be given a lesser role. A membership carries no entity tag: the last who sets it is right.
    """
    with current_units().writing() as work:
        return use_cases.set_member(
            work, current_actor(), group_name=group, username=username, **values
        )


@blueprint.route("/groups/<name:group>/members/<name:username>", methods=["DELETE"])
@blueprint.operation("removeMember", scope=Scope.MANAGE, errors=[404, 409])
@blueprint.response(204)
def remove_member(group: str, username: str) -> Any:
    """Remove a member

    Ends the membership, and with it at once every right that came from it. The last owner cannot
    be removed.
    """
    with current_units().writing() as work:
        use_cases.remove_member(work, current_actor(), group_name=group, username=username)


@blueprint.route("/groups/<name:group>/audit-events", methods=["GET"])
@blueprint.operation("listGroupAuditEvents", errors=[404])
@blueprint.arguments(AuditQuery, location="query")
@blueprint.response(200, AuditEventPage, example=EVENT_PAGE_EXAMPLE)
def list_group_audit_events(query: dict[str, Any], group: str) -> Any:
    """List the audit events of a group

    Returns who did what in the group, its APIs, its machines and their access tokens, the newest
    first; for owners.
    """
    with current_units().reading() as work:
        page = use_cases.list_group_audit(work, current_actor(), group_name=group, **query)
    return page_answer(page)
