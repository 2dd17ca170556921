"""Where are versions read and compared?"""

from typing import Any

from flask import Response

from service.http_api.blueprint import Blueprint
from service.http_api.document_body import document_slot
from service.http_api.header_components import LIFECYCLE
from service.http_api.pagination import page_answer
from service.http_api.preconditions import etag_header
from service.http_api.rate_limits import limit_comparing
from service.http_api.state import current_actor, current_units
from service.versions import examples, use_cases
from service.versions.change_filter import ChangeFilter
from service.versions.choices import VersionSort
from service.versions.routes.document_answers import answer_document
from service.versions.routes.lifecycle_headers import lifecycle_headers
from service.versions.routes.version_paths import API_PATH, VERSION_LINKS, VERSION_PATH, place_of
from service.versions.schemas import (
    ChangePage,
    ChangeQuery,
    ComparisonQuery,
    ComparisonSchema,
    DocumentQuery,
    OperationPage,
    OperationQuery,
    VersionPage,
    VersionQuery,
    VersionSchema,
)

blueprint = Blueprint("versions", __name__, description="Published contracts and comparisons")


@blueprint.route(f"{API_PATH}/versions", methods=["GET"])
@blueprint.operation("listVersions", anonymous=True, errors=[404])
@blueprint.arguments(VersionQuery, location="query")
@blueprint.response(200, VersionPage, example=examples.page_of(examples.VERSION_SUMMARY))
def list_versions(query: dict[str, Any], group: str, api: str) -> Any:
    """List the versions of an API

    The newest publication first, unless `sort` says otherwise. Pending and rejected versions are
    told of to members only.
    """
    oldest_first = query.pop("sort") is VersionSort.OLDEST
    with current_units().reading() as work:
        page = use_cases.list_versions(
            work,
            current_actor(),
            group_name=group,
            api_name=api,
            oldest_first=oldest_first,
            **query,
        )
    return page_answer(page)


@blueprint.route(VERSION_PATH, methods=["GET"])
@blueprint.operation(
    "getVersion",
    headers=LIFECYCLE,
    anonymous=True,
    cacheable=True,
    errors=[404],
    links=VERSION_LINKS,
)
@blueprint.response(200, VersionSchema, example=dict(examples.VERSION))
def get_version(group: str, api: str, version: str) -> Any:
    """Get a version

    Tells its state, its verdict against its base, and why it was accepted. A version that is
    being retired says so in the headers Deprecation, Sunset and Link.
    """
    with current_units().reading() as work:
        found = use_cases.find_version(work, current_actor(), place=place_of(group, api, version))
    return found.version, 200, {**etag_header(found.version), **lifecycle_headers(found)}


@blueprint.route(f"{VERSION_PATH}/document", methods=["GET"])
@blueprint.operation(
    "getVersionDocument",
    headers=["Content-Digest", "Content-Disposition", *LIFECYCLE],
    anonymous=True,
    cacheable=True,
    errors=[404],
    produces=["application/json", "application/yaml"],
)
@blueprint.arguments(DocumentQuery, location="query")
@blueprint.response(
    200,
    {"type": "object", "additionalProperties": {}},
    description="The document.",
    example={"openapi": "3.1.0", "info": {"title": "Orders", "version": "1.2.0"}, "paths": {}},
)
@blueprint.alt_response(
    200,
    schema={"type": "object", "additionalProperties": {}},
    content_type="application/yaml",
    success=True,
)
def get_version_document(query: dict[str, Any], group: str, api: str, version: str) -> Response:
    """Get the document of a version

    As it was published, byte for byte, or written anew as JSON or YAML. A document that was
    withheld is a 404 `document_withheld` with its digest and checksum in `details`.
    """
    with current_units().reading() as work:
        found, raw = use_cases.load_document(
            work, current_actor(), place=place_of(group, api, version)
        )
    return answer_document(found, raw, rendering=query["format"])


@blueprint.route(f"{VERSION_PATH}/changes", methods=["GET"])
@blueprint.operation("listVersionChanges", anonymous=True, errors=[404])
@blueprint.arguments(ChangeQuery, location="query")
@blueprint.response(200, ChangePage, example=examples.page_of(examples.PROVED_CHANGE))
def list_version_changes(query: dict[str, Any], group: str, api: str, version: str) -> Any:
    """List what changed since the base of a version

    The base is the previous version, or the one that was named when it was published. The first
    version has no changes. Of several filters all must fit; of a filter's values, any.
    """
    page = query.pop("page")
    with current_units().reading() as work:
        found = use_cases.list_changes(
            work,
            current_actor(),
            place=place_of(group, api, version),
            page=page,
            chosen=ChangeFilter(**query),
        )
    return page_answer(found)


@blueprint.route(f"{VERSION_PATH}/operations", methods=["GET"])
@blueprint.operation("listVersionOperations", anonymous=True, errors=[404])
@blueprint.arguments(OperationQuery, location="query")
@blueprint.response(200, OperationPage, example=examples.page_of(examples.OPERATION))
def list_version_operations(query: dict[str, Any], group: str, api: str, version: str) -> Any:
    """List the operations of a version

    Path by path, as in the document. A version whose document was withheld tells none: a 404
    `document_withheld`.
    """
    with current_units().reading() as work:
        page = use_cases.list_operations(
            work, current_actor(), place=place_of(group, api, version), **query
        )
    return page_answer(page)


@blueprint.route(f"{API_PATH}/comparisons", methods=["GET"])
@blueprint.operation("compareVersions", anonymous=True, errors=[404, 409, 429])
@blueprint.arguments(ComparisonQuery, location="query")
@blueprint.response(200, ComparisonSchema, example=dict(examples.COMPARISON))
@limit_comparing
def compare_versions(query: dict[str, Any], group: str, api: str) -> Any:
    """Compare two versions

    Any two versions of the API, in either order. The changes come in pages and may be filtered;
    everything else is the same whatever the page and the filters.
    """
    page, base, revision = query.pop("page"), query.pop("base"), query.pop("revision")
    return use_cases.compare_versions(
        current_units(),
        current_actor(),
        pair=use_cases.Pair(group=group, api=api, base=base, revision=revision),
        page=page,
        chosen=ChangeFilter(**query),
        slot=document_slot,
    )
