"""Where are approvals reached?"""

from typing import Any

from service.apis import use_cases
from service.apis.schemas import (
    ApprovalCreateSchema,
    ApprovalPage,
    ApprovalQuery,
    ApprovalSchema,
)
from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import page_answer
from service.http_api.state import current_actor, current_units

blueprint = Blueprint("approvals", __name__, description="Changes accepted by maintainers")

APPROVAL_EXAMPLE = {
    "id": "7e6d2f10-5a4b-4c3d-9e8f-1a2b3c4d5e6f",
    "fingerprint": "9f86d081884c7d659a2feaa0c55ad015",
    "reason": "All callers were moved in May.",
    "approved_by": "alice",
    "created_at": "2026-11-20T10:00:00Z",
    "expires_at": "2027-05-20T10:00:00Z",
    "revoked_at": None,
}
_APPROVAL_LINKS = {
    "revoke": Link(
        operation_id="revokeApproval",
        description="Take it back.",
        parameters={
            "group": "$request.path.group",
            "api": "$request.path.api",
            "approval_id": "$response.body#/id",
        },
    )
}


@blueprint.route("/groups/<name:group>/apis/<name:api>/approvals", methods=["GET"])
@blueprint.operation("listApprovals", errors=[404])
@blueprint.arguments(ApprovalQuery, location="query")
@blueprint.response(200, ApprovalPage, example={"items": [APPROVAL_EXAMPLE], "next_cursor": None})
def list_approvals(query: dict[str, Any], group: str, api: str) -> Any:
    """List the approvals of an API

    Returns what was approved, by whom and why, the newest first; also what expired or was revoked.
    For members of the group.
    """
    with current_units().reading() as work:
        page = use_cases.list_approvals(
            work, current_actor(), group_name=group, api_name=api, **query
        )
    return page_answer(page)


@blueprint.route("/groups/<name:group>/apis/<name:api>/approvals", methods=["POST"])
@blueprint.operation(
    "approveChange",
    scope=Scope.MANAGE,
    idempotent=True,
    errors=[404, 409],
    links=_APPROVAL_LINKS,
)
@blueprint.arguments(
    ApprovalCreateSchema,
    example={
        "fingerprint": "9f86d081884c7d659a2feaa0c55ad015",
        "reason": "All callers were moved in May.",
        "expires_at": "2027-05-20T10:00:00Z",
    },
)
@blueprint.response(201, ApprovalSchema, description="Approved.", example=APPROVAL_EXAMPLE)
@blueprint.alt_response(
    200,
    schema=ApprovalSchema,
    description="It was approved already, until the same time.",
    example=APPROVAL_EXAMPLE,
    success=True,
)
def approve_change(values: dict[str, Any], group: str, api: str) -> Any:
    """Approve a change

    Accepts a change by its fingerprint: while the approval holds, no publication of the API is
    refused or held for it, whatever version it is compared with. For maintainers. A change that is
    approved already stays so; with another expiry, the new approval takes the place of the old
    one. An expiry in the past is refused with 409.
    """
    with current_units().writing() as work:
        approval, is_new = use_cases.approve_change(
            work, current_actor(), group_name=group, api_name=api, values=values
        )
    return approval, 201 if is_new else 200


@blueprint.route(
    "/groups/<name:group>/apis/<name:api>/approvals/<id:approval_id>", methods=["DELETE"]
)
@blueprint.operation("revokeApproval", scope=Scope.MANAGE, errors=[404])
@blueprint.response(204)
def revoke_approval(group: str, api: str, approval_id: str) -> Any:
    """Revoke an approval

    Takes an approval back; it stays in the list, and versions that it let pass stay published. For
    maintainers.
    """
    with current_units().writing() as work:
        use_cases.revoke_approval(
            work, current_actor(), group_name=group, api_name=api, approval_id=approval_id
        )
