"""Where are APIs reached?"""

from typing import Any

from service.apis import use_cases
from service.apis.schemas import ApiCreateSchema, ApiPage, ApiSchema, ApiUpdateSchema
from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.state import current_actor, current_settings, current_units

blueprint = Blueprint("apis", __name__, description="Named APIs of groups")

API_EXAMPLE = {
    "id": "3b1f8a52-2d0c-4a6e-8f57-0c9d1c0e8d6b",
    "group": "acme",
    "name": "orders",
    "display_name": "Orders",
    "description": "Takes orders and tells where they are.",
    "created_at": "2026-11-20T10:00:00Z",
}
_OF_THIS_API = {"group": "$response.body#/group", "api": "$response.body#/name"}
_API_LINKS = {
    "get": Link(operation_id="getApi", description="Read this API.", parameters=_OF_THIS_API),
    "policy": Link(
        operation_id="getApiPolicy",
        description="Its compatibility policy.",
        parameters=_OF_THIS_API,
    ),
}


@blueprint.route("/groups/<name:group>/apis", methods=["GET"])
@blueprint.operation("listApis", anonymous=True, errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, ApiPage, example={"items": [API_EXAMPLE], "next_cursor": None})
def list_apis(query: dict[str, Any], group: str) -> Any:
    """List the APIs of a group

    Returns the group's APIs, by name.
    """
    with current_units().reading() as work:
        page = use_cases.list_apis(work, current_actor(), group_name=group, **query)
    return page_answer(page)


@blueprint.route("/groups/<name:group>/apis", methods=["POST"])
@blueprint.operation(
    "createApi",
    headers=["ETag"],
    scope=Scope.MANAGE,
    idempotent=True,
    errors=[404, 409],
    links=_API_LINKS,
)
@blueprint.arguments(ApiCreateSchema, example={"name": "orders", "display_name": "Orders"})
@blueprint.response(201, ApiSchema, example=API_EXAMPLE)
def create_api(values: dict[str, Any], group: str) -> Any:
    """Create an API

    Adds an API to the group, for maintainers. Names that differ only in `.`, `-` and `_` count as
    the same. A group holds as many APIs as its quota allows.
    """
    with current_units().writing() as work:
        api = use_cases.create_api(
            work,
            current_actor(),
            group_name=group,
            values=values,
            default_quota=current_settings().quota_apis,
        )
    return api, 201, etag_header(api)


@blueprint.route("/groups/<name:group>/apis/<name:api>", methods=["GET"])
@blueprint.operation("getApi", anonymous=True, cacheable=True, errors=[404], links=_API_LINKS)
@blueprint.response(200, ApiSchema, example=API_EXAMPLE)
def get_api(group: str, api: str) -> Any:
    """Get an API

    Returns the API, if the caller may see it.
    """
    with current_units().reading() as work:
        found = use_cases.get_api(work, current_actor(), group_name=group, api_name=api)
    return found, 200, etag_header(found)


@blueprint.route("/groups/<name:group>/apis/<name:api>", methods=["PATCH"])
@blueprint.operation("updateApi", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(ApiUpdateSchema, example={"description": "Takes orders."})
@blueprint.response(200, ApiSchema, example=API_EXAMPLE)
def update_api(values: dict[str, Any], group: str, api: str) -> Any:
    """Change an API

    Changes the fields that are given; for maintainers. The name stays, since others refer to it.
    """
    with current_units().writing() as work:
        changed = use_cases.change_api(
            work,
            current_actor(),
            group_name=group,
            api_name=api,
            expected=expected_etags(),
            values=values,
        )
    return changed, 200, etag_header(changed)


@blueprint.route("/groups/<name:group>/apis/<name:api>", methods=["DELETE"])
@blueprint.operation("deleteApi", scope=Scope.MANAGE, conditional=True, errors=[404, 409])
@blueprint.response(204)
def delete_api(group: str, api: str) -> Any:
    """Delete an API

    Only an API without versions can be deleted, since others may rely on them; for maintainers.
    Its policy and approvals go with it, its audit events stay.
    """
    with current_units().writing() as work:
        use_cases.delete_api(
            work, current_actor(), group_name=group, api_name=api, expected=expected_etags()
        )
