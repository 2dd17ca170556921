"""Where are versions reviewed, retired and withheld?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint
from service.http_api.document_body import document_slot
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.state import current_actor, current_units
from service.versions import examples, use_cases
from service.versions.models import VersionState
from service.versions.routes.version_paths import VERSION_PATH, place_of
from service.versions.schemas import (
    VersionReviewSchema,
    VersionSchema,
    VersionStateUpdateSchema,
    VersionWithholdSchema,
)

blueprint = Blueprint("version-states", __name__, description="The life of a version")


@blueprint.route(f"{VERSION_PATH}/state", methods=["PUT"])
@blueprint.operation("setVersionState", scope=Scope.MANAGE, conditional=True, errors=[404, 409])
@blueprint.arguments(
    VersionStateUpdateSchema,
    example={
        "state": "deprecated",
        "reason": "Use 2.0.0.",
        "sunset_at": "2027-06-30T00:00:00Z",
    },
)
@blueprint.response(
    200,
    VersionSchema,
    example={
        **examples.VERSION,
        "state": "deprecated",
        "deprecated_at": "2026-11-20T10:00:00Z",
        "sunset_at": "2027-06-30T00:00:00Z",
    },
)
def set_version_state(values: dict[str, Any], group: str, api: str, version: str) -> Any:
    """Set the state of a version

    Deprecates, sunsets or disables a version, or brings it back; for maintainers. A disabled
    version stays readable, but later versions are no longer compared with it.
    """
    change = use_cases.StateChange(
        state=VersionState(values["state"]),
        reason=values["reason"],
        sunset_at=values["sunset_at"],
    )
    with current_units().writing() as work:
        changed = use_cases.set_version_state(
            work,
            current_actor(),
            place=place_of(group, api, version),
            expected=expected_etags(),
            change=change,
        )
    return changed, 200, etag_header(changed)


@blueprint.route(f"{VERSION_PATH}/review", methods=["POST"])
@blueprint.operation("reviewVersion", scope=Scope.MANAGE, conditional=True, errors=[404, 409])
@blueprint.arguments(
    VersionReviewSchema, example={"decision": "release", "reason": "Agreed with all consumers."}
)
@blueprint.response(200, VersionSchema, example=dict(examples.VERSION))
def review_version(values: dict[str, Any], group: str, api: str, version: str) -> Any:
    """Release or reject a held version

    For maintainers, also the one who published it. A version is released into what is true now:
    if others were published meanwhile, it is compared with them first, and a break that the
    policy forbids is a 409 `publication_refused`.
    """
    changed = use_cases.review_version(
        current_units(),
        current_actor(),
        place=place_of(group, api, version),
        expected=expected_etags(),
        review=use_cases.Review(**values),
        slot=document_slot,
    )
    return changed, 200, etag_header(changed)


@blueprint.route(f"{VERSION_PATH}/withhold", methods=["POST"])
@blueprint.operation("withholdDocument", scope=Scope.MANAGE, conditional=True, errors=[404])
@blueprint.arguments(VersionWithholdSchema, example={"reason": "An example holds a password."})
@blueprint.response(
    200,
    VersionSchema,
    example={
        **examples.VERSION,
        "withheld_at": "2026-11-20T10:00:00Z",
        "withheld_reason": "An example holds a password.",
    },
)
def withhold_document(values: dict[str, Any], group: str, api: str, version: str) -> Any:
    """Withhold the document of a version

    For a document that leaked a secret: its bytes are erased, and everything that may quote them:
    title, operations, texts in comparisons. Version, digest, checksum and audit stay. There is no
    way back; whoever downloaded it still has it, so change the secret. For maintainers.
    """
    with current_units().writing() as work:
        changed = use_cases.withhold_document(
            work,
            current_actor(),
            place=place_of(group, api, version),
            expected=expected_etags(),
            **values,
        )
    return changed, 200, etag_header(changed)
