"""Where are the machines of a group reached?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.state import current_actor, current_units
from service.service_accounts import use_cases
from service.service_accounts.schemas import (
    ServiceAccountCreateSchema,
    ServiceAccountPage,
    ServiceAccountSchema,
    ServiceAccountUpdateSchema,
)

blueprint = Blueprint("service-accounts", __name__, description="The machines of a group")

ACCOUNT_EXAMPLE = {
    "id": "9f0f5f38-9d0c-4f3e-a3f7-0a8f4a1f6b21",
    "name": "ci",
    "description": "Publishes from the main branch.",
    "role": "publisher",
    "is_active": True,
    "created_at": "2026-11-20T10:00:00Z",
}
_THIS_ACCOUNT = {"group": "$request.path.group", "account": "$response.body#/name"}
_ACCOUNT_LINKS = {
    "get": Link(
        operation_id="getServiceAccount",
        description="Read this service account.",
        parameters=_THIS_ACCOUNT,
    ),
    "tokens": Link(
        operation_id="listServiceAccountTokens",
        description="Its access tokens.",
        parameters=_THIS_ACCOUNT,
    ),
}
_ACCOUNT = "/groups/<name:group>/service-accounts/<name:account>"


@blueprint.route("/groups/<name:group>/service-accounts", methods=["GET"])
@blueprint.operation("listServiceAccounts", scope=Scope.MANAGE, errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(
    200, ServiceAccountPage, example={"items": [ACCOUNT_EXAMPLE], "next_cursor": None}
)
def list_service_accounts(query: dict[str, Any], group: str) -> Any:
    """List the service accounts of a group

    Returns the group's machines by name; for owners.
    """
    with current_units().reading() as work:
        page = use_cases.list_accounts(work, current_actor(), group_name=group, **query)
    return page_answer(page)


@blueprint.route("/groups/<name:group>/service-accounts", methods=["POST"])
@blueprint.operation(
    "createServiceAccount",
    headers=["ETag"],
    scope=Scope.MANAGE,
    idempotent=True,
    errors=[404, 409],
    links=_ACCOUNT_LINKS,
)
@blueprint.arguments(ServiceAccountCreateSchema, example={"name": "ci", "role": "publisher"})
@blueprint.response(201, ServiceAccountSchema, example=ACCOUNT_EXAMPLE)
def create_service_account(values: dict[str, Any], group: str) -> Any:
    """Create a service account

    Gives the group a machine with a role in it, short of owner; for owners. It signs in with
    access tokens that owners make for it.
    """
    with current_units().writing() as work:
        account = use_cases.create_account(work, current_actor(), group_name=group, values=values)
    return account, 201, etag_header(account)


@blueprint.route(_ACCOUNT, methods=["GET"])
@blueprint.operation(
    "getServiceAccount", scope=Scope.MANAGE, cacheable=True, errors=[404], links=_ACCOUNT_LINKS
)
@blueprint.response(200, ServiceAccountSchema, example=ACCOUNT_EXAMPLE)
def get_service_account(group: str, account: str) -> Any:
    """Get a service account

    Returns the machine; for owners.
    """
    with current_units().reading() as work:
        found = use_cases.get_account(work, current_actor(), group_name=group, name=account)
    return found, 200, etag_header(found)


@blueprint.route(_ACCOUNT, methods=["PATCH"])
@blueprint.operation("updateServiceAccount", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(ServiceAccountUpdateSchema, example={"is_active": False})
@blueprint.response(200, ServiceAccountSchema, example={**ACCOUNT_EXAMPLE, "is_active": False})
def update_service_account(values: dict[str, Any], group: str, account: str) -> Any:
    """Change a service account

    Changes the fields that are given; for owners. The access tokens of a deactivated account stop
    at once.
    """
    with current_units().writing() as work:
        changed = use_cases.change_account(
            work,
            current_actor(),
            group_name=group,
            name=account,
            expected=expected_etags(),
            values=values,
        )
    return changed, 200, etag_header(changed)


@blueprint.route(_ACCOUNT, methods=["DELETE"])
@blueprint.operation("deleteServiceAccount", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.response(204)
def delete_service_account(group: str, account: str) -> Any:
    """Delete a service account

    Its access tokens end with it; for owners.
    """
    with current_units().writing() as work:
        use_cases.delete_account(
            work, current_actor(), group_name=group, name=account, expected=expected_etags()
        )
