"""Where are the clients of versions reached?"""

from typing import Any

from flask import request

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.state import current_actor, current_settings, current_units
from service.pagination import Page
from service.sdks import use_cases
from service.sdks.schemas import SdkPage, SdkSchema, told_sdk
from service.sdks.use_cases import ToldSdk
from service.versions.use_cases import Place

blueprint = Blueprint("sdks", __name__, description="Typed Python clients of versions")

SDK_PATH = "/groups/<name:group>/apis/<name:api>/versions/<version:version>/sdk"
SDK_EXAMPLE = {
    "group": "acme",
    "api": "orders",
    "version": "1.2.0",
    "state": "ready",
    "package": "acme-orders-client",
    "package_version": "1.2.0",
    "import_name": "acme_orders_client",
    "requires_python": ">=3.11",
    "generator": "bindery 1.1.0, openapi-python-client 0.29.1",
    "install": "pip install --index-url https://bindery.example.com/simple/"
    " acme-orders-client==1.2.0",
    "files": [
        {
            "name": "acme_orders_client-1.2.0-py3-none-any.whl",
            "digest": "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            "size": 18423,
        }
    ],
    "reasons": [],
    "remarks": [],
    "base": "1.1.0",
    "verdict": "breaking",
    "breaking_count": 1,
    "change_count": 1,
    "changes": [
        {
            "rule": "operation-renamed",
            "subject": "api.orders.list_orders",
            "breaking": True,
            "sentence": "api.orders.list_orders is now api.orders.find_orders, since the"
            " operationId or the first tag of GET /orders has changed: the import fails.",
        }
    ],
    "job_id": "5b0f7a0a-9c53-4a0e-8a5c-6d2f7f3b1e21",
    "created_at": "2026-11-20T10:00:00Z",
    "finished_at": "2026-11-20T10:00:09Z",
}
QUEUED_EXAMPLE = {
    **SDK_EXAMPLE,
    "state": "queued",
    "import_name": None,
    "requires_python": None,
    "install": None,
    "files": [],
    "base": None,
    "verdict": None,
    "breaking_count": 0,
    "change_count": 0,
    "changes": [],
    "finished_at": None,
}
JOB_LINK = {
    "job": Link(
        operation_id="getJob",
        description="How far it is.",
        parameters={"job_id": "$response.body#/job_id"},
    )
}


@blueprint.route(SDK_PATH, methods=["GET"])
@blueprint.operation("getSdk", anonymous=True, errors=[404], links=JOB_LINK)
@blueprint.response(200, SdkSchema, example=SDK_EXAMPLE)
def get_sdk(group: str, api: str, version: str) -> Any:
    """Get the client of a version

    Every version that is published or released gets a typed Python client: a package that `pip`
    installs from `/simple/`. Tells how to install it, or which places in the document stand in the
    way; and what an upgrade from the client of the version's base breaks.
    """
    with current_units().reading() as work:
        told = use_cases.describe_sdk(work, current_actor(), place=_place(group, api, version))
    return _answer(told)


@blueprint.route(f"{SDK_PATH}/builds", methods=["GET"])
@blueprint.operation("listSdkBuilds", anonymous=True, errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, SdkPage, example={"items": [SDK_EXAMPLE], "next_cursor": None})
def list_sdk_builds(query: dict[str, Any], group: str, api: str, version: str) -> Any:
    """List the builds of a version's client

    The newest first. A client is built again, as a post release, when a newer generator is asked
    to; what could be installed before stays for those who name it exactly.
    """
    with current_units().reading() as work:
        page = use_cases.list_builds(
            work, current_actor(), place=_place(group, api, version), **query
        )
    return page_answer(Page([_answer(told) for told in page.items], page.next_cursor))


@blueprint.route(f"{SDK_PATH}/rebuild", methods=["POST"])
@blueprint.operation(
    "rebuildSdk",
    scope=Scope.PUBLISH,
    idempotent=True,
    errors=[404, 409],
    headers=["Location"],
    links=JOB_LINK,
)
@blueprint.response(202, SdkSchema, example=QUEUED_EXAMPLE)
def rebuild_sdk(group: str, api: str, version: str) -> Any:
    """Build the client of a version again

    For a version that has none yet, whose last build failed, or whose client an older generator
    made; otherwise a 409 `sdk_not_rebuildable`. The job in `Location` tells how far it is.
    """
    with current_units().writing() as work:
        told = use_cases.rebuild_sdk(work, current_actor(), place=_place(group, api, version))
    job_id = told.build.job_id if told.build else None
    return _answer(told), 202, {"Location": f"{request.script_root}/api/v1/jobs/{job_id}"}


def _place(group: str, api: str, version: str) -> Place:
    return Place(group=group, api=api, version=version)


def _answer(told: ToldSdk) -> dict[str, Any]:
    root = (current_settings().public_url or request.url_root).rstrip("/")
    return told_sdk(told, index_url=f"{root}/simple/")
