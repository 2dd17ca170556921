"""Where are versions published and checked, and what was refused?"""

from types import MappingProxyType
from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint
from service.http_api.document_body import document_limits, document_slot, receive_document
from service.http_api.pagination import PageQuery, page_answer
from service.http_api.preconditions import etag_header
from service.http_api.rate_limits import limit_publishing
from service.http_api.state import current_actor, current_settings, current_units
from service.versions import examples, use_cases
from service.versions.routes.lifecycle_headers import version_url
from service.versions.routes.version_paths import API_PATH, VERSION_LINKS
from service.versions.schemas import (
    CheckSchema,
    PublishQuery,
    RefusedPublicationPage,
    VersionSchema,
)
from service.versions.use_cases import PublicationResult

blueprint = Blueprint("publications", __name__, description="Publishing, checking, refusals")

_STATUS_BY_RESULT = MappingProxyType(
    {
        PublicationResult.ACCEPTED: 201,
        PublicationResult.UNCHANGED: 200,
        PublicationResult.HELD: 202,
    }
)
"""A refused publication is an error, raised as one."""


@blueprint.route(f"{API_PATH}/versions", methods=["POST"])
@blueprint.operation(
    "publishVersion",
    headers=["Location", "ETag"],
    scope=Scope.PUBLISH,
    idempotent=True,
    takes_document=True,
    errors=[404, 409, 413, 415, 429],
    links=VERSION_LINKS,
)
@blueprint.arguments(PublishQuery, location="query")
@blueprint.response(201, VersionSchema, description="Published.", example=dict(examples.VERSION))
@blueprint.alt_response(
    200,
    schema=VersionSchema,
    description="It was there already, with this content.",
    example=dict(examples.VERSION),
    success=True,
)
@blueprint.alt_response(
    202,
    schema=VersionSchema,
    description="Held until a maintainer reviews it.",
    example={**examples.VERSION, "state": "pending", "verdict": "undetermined"},
    success=True,
)
@limit_publishing
def publish_version(query: dict[str, Any], group: str, api: str) -> Any:
    """Publish a version

    The body is the document itself. It is compared with the previous version, also with `base` if
    one is named, and the compatibility policy decides. What the policy refuses is a 409
    `publication_refused` with reasons and changes in `details`, and does not use up the name. A
    name stands for one content for ever: other content is a 409 `version_exists`. The same content
    again is a 200 if the version was accepted, a 202 while it is held, and a 409 if it was rejected
    or disabled. A document that is not acceptable is a 400 `document_invalid` with the problems in
    `details`.
    """
    publication = use_cases.publish_version(
        current_units(),
        current_actor(),
        submission=_submission(query, group, api),
        allowances=_allowances(),
    )
    version = publication.version
    headers = {"Location": version_url(version), **etag_header(version)}
    return version, _STATUS_BY_RESULT[publication.result], headers


@blueprint.route(f"{API_PATH}/checks", methods=["POST"])
@blueprint.operation(
    "checkVersion",
    scope=Scope.PUBLISH,
    takes_document=True,
    errors=[404, 409, 413, 415, 429],
)
@blueprint.arguments(PublishQuery, location="query")
@blueprint.response(200, CheckSchema, example=dict(examples.CHECK))
@limit_publishing
def check_version(query: dict[str, Any], group: str, api: str) -> Any:
    """Check whether a version could be published

    Says what publishing the document would come to, with the same comparison and the same
    decision, and publishes nothing.
    """
    examination = use_cases.check_version(
        current_units(),
        current_actor(),
        submission=_submission(query, group, api),
        allowances=_allowances(),
    )
    return use_cases.tell_examination(examination)


@blueprint.route(f"{API_PATH}/refused-publications", methods=["GET"])
@blueprint.operation("listRefusedPublications", errors=[404])
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(
    200, RefusedPublicationPage, example=examples.page_of(examples.REFUSED_PUBLICATION)
)
def list_refused_publications(query: dict[str, Any], group: str, api: str) -> Any:
    """List refused publications

    Attempts that the compatibility policy refused, the newest first; for members.
    """
    with current_units().reading() as work:
        page = use_cases.list_refused(
            work, current_actor(), group_name=group, api_name=api, **query
        )
    return page_answer(page)


def _submission(query: dict[str, Any], group: str, api: str) -> use_cases.Submission:
    return use_cases.Submission(
        group_name=group,
        api_name=api,
        raw=receive_document(),
        version_name=query["version"],
        base_name=query["base"],
    )


def _allowances() -> use_cases.Allowances:
    settings = current_settings()
    return use_cases.Allowances(
        limits=document_limits(),
        slot=document_slot,
        quota_versions=settings.quota_versions,
        quota_bytes=settings.quota_bytes,
    )
