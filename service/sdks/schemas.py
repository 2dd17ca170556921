"""What do clients of versions look like over HTTP?"""

from typing import Any

from marshmallow import fields

from service.http_api.fields import (
    Boolean,
    Integer,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    enum_field,
    name_field,
    version_name_field,
)
from service.http_api.pagination import page_schema
from service.sdk_packages import SdkVerdict
from service.sdks.models import INSTALLABLE, SdkBuild, SdkState
from service.sdks.use_cases import ToldSdk
from service.versions.models import ACCEPTED_STATES


class SdkReasonSchema(ResponseSchema):
    """A place in the document that stands in the way of a client, or that it does without."""

    pointer = String(metadata={"description": "JSON pointer; empty: the document as a whole."})
    sentence = String(metadata={"description": "What is in the way there.", "example": "..."})
    remedy = String(metadata={"description": "What to change.", "example": "..."})


class SdkFileSchema(ResponseSchema):
    """A file of the package."""

    name = String(metadata={"example": "acme_orders_client-1.2.0-py3-none-any.whl"})
    digest = String(metadata={"description": "SHA-256 of its bytes."})
    size = Integer(metadata={"description": "In bytes.", "example": 18423})


class SdkChangeSchema(ResponseSchema):
    """What an upgrade of the package changes for code that uses it."""

    rule = String(metadata={"example": "operation-renamed"})
    subject = String(metadata={"description": "What it is about.", "example": "Order.amount"})
    breaking = Boolean()
    sentence = String(metadata={"description": "For people."})


class SdkSchema(ResponseSchema):
    """The typed Python client of a version, as it stands."""

    group = name_field()
    api = name_field(metadata={"example": "orders"})
    version = version_name_field()
    state = enum_field(
        SdkState,
        metadata={
            "description": "`ready` and `replaced` can be installed while the version can be used."
        },
    )
    package = String(metadata={"description": "Its name.", "example": "acme-orders-client"})
    package_version = String(allow_none=True, metadata={"example": "1.2.0"})
    import_name = String(allow_none=True, metadata={"example": "acme_orders_client"})
    requires_python = String(allow_none=True, metadata={"example": ">=3.11"})
    generator = String(allow_none=True, metadata={"description": "Who made it."})
    install = String(
        allow_none=True,
        metadata={"description": "The command that installs it; null where it cannot be."},
    )
    files = fields.List(fields.Nested(SdkFileSchema))
    reasons = fields.List(
        fields.Nested(SdkReasonSchema), metadata={"description": "Why there is none."}
    )
    remarks = fields.List(
        fields.Nested(SdkReasonSchema), metadata={"description": "What the client does without."}
    )
    base = version_name_field(
        allow_none=True,
        metadata={"description": "The version whose client this one was compared with."},
    )
    verdict = enum_field(
        SdkVerdict,
        allow_none=True,
        metadata={
            "description": "Whether code written for the client of `base` goes on working; null"
            " until both are ready."
        },
    )
    breaking_count = Integer(metadata={"description": "How many of the changes break."})
    change_count = Integer(metadata={"description": "How many changes there are."})
    changes = fields.List(
        fields.Nested(SdkChangeSchema),
        metadata={"description": "At most the first 100, those that break first."},
    )
    job_id = Uuid(allow_none=True, metadata={"description": "The job that builds or built it."})
    created_at = Timestamp(allow_none=True)
    finished_at = Timestamp(allow_none=True)


SdkPage = page_schema(SdkSchema, name="SdkPageSchema")


_KEPT = (
    *("package_version", "import_name", "requires_python", "generator"),
    *("job_id", "created_at", "finished_at"),
)


def told_sdk(told: ToldSdk, *, index_url: str) -> dict[str, Any]:
    """Return a client as `SdkSchema` takes it."""
    build, version = told.build, told.version
    return {
        "group": version.api.group.name,
        "api": version.api.name,
        "version": version.name,
        "state": told.state,
        "package": told.package,
        **{name: getattr(build, name) if build else None for name in _KEPT},
        "verdict": SdkVerdict(build.verdict) if build and build.verdict else None,
        "install": _command(told, index_url),
        "files": _files(build) if build else [],
        "reasons": told.reasons,
        "remarks": build.remarks if build else [],
        "base": told.base_name,
        "breaking_count": build.breaking_count if build else 0,
        "change_count": build.change_count if build else 0,
        "changes": told.changes,
    }


def _command(told: ToldSdk, index_url: str) -> str | None:
    version = told.version
    is_usable = version.state in ACCEPTED_STATES and version.withheld_at is None
    if told.build is None or told.state not in INSTALLABLE or not is_usable:
        return None
    return f"pip install --index-url {index_url} {told.package}=={told.build.package_version}"


def _files(build: SdkBuild) -> list[dict[str, Any]]:
    kinds = ("wheel", "sdist")
    return [
        {
            "name": getattr(build, f"{kind}_name"),
            "digest": getattr(build, f"{kind}_digest"),
            "size": getattr(build, f"{kind}_size"),
        }
        for kind in kinds
        if getattr(build, f"{kind}_digest") is not None
    ]
