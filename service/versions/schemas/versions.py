"""What do versions and decisions look like over HTTP?"""

from marshmallow import fields, validate

from service.http_api.fields import (
    Boolean,
    Integer,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    name_field,
    version_name_field,
)
from service.http_api.pagination import page_schema
from service.openapi_diff import Verdict
from service.versions.choices import (
    METHODS,
)
from service.versions.models import VersionState
from service.versions.schemas.changes import (
    PROVED,
    AssumptionSchema,
    ChangeSchema,
    JudgedBySchema,
    LevelCountsSchema,
    plain_enum,
)
from service.versions.use_cases import PublicationResult


class DocumentWarningSchema(ResponseSchema):
    """A fault that many published documents have; it refuses nothing."""

    code = String()
    message = String()
    pointer = String(allow_none=True)
    line = Integer(allow_none=True)
    column = Integer(allow_none=True)


class PublicationReasonSchema(ResponseSchema):
    """Why a publication was accepted, held or refused."""

    id = String(metadata={"description": "Stable, for programs; more may be added."})
    message = String(metadata={"description": "For people."})
    facts = fields.Dict(
        keys=fields.String(), metadata={"description": "What the message is made of, by name."}
    )


class VersionSummarySchema(ResponseSchema):
    """A version, as lists tell of it."""

    id = Uuid()
    group = name_field(attribute="api.group.name")
    api = name_field(attribute="api.name", metadata={"example": "orders"})
    name = version_name_field()
    state = plain_enum(VersionState)
    digest = String(metadata={"description": "Of the content, whatever its spelling."})
    checksum = String(
        attribute="document_checksum", metadata={"description": "Of the bytes as received."}
    )
    size = Integer()
    format = String(validate=validate.OneOf(["json", "yaml"]))
    specification = String(validate=validate.OneOf(["2.0", "3.0", "3.1"]))
    title = String()
    info_version = String()
    base = version_name_field(
        attribute="base_name",
        allow_none=True,
        metadata={"description": "What it was compared with; null for the first version."},
    )
    verdict = plain_enum(Verdict, allow_none=True)
    verdict_reason = String(
        allow_none=True, metadata={"description": "Why there is no verdict, or no better one."}
    )
    counts = fields.Nested(LevelCountsSchema, allow_none=True)
    proved_count = Integer(allow_none=True, metadata={"description": PROVED})
    judged_by = fields.Nested(JudgedBySchema, allow_none=True)
    published_by = String()
    published_at = Timestamp()
    state_changed_at = Timestamp()
    deprecated_at = Timestamp(allow_none=True)
    sunset_at = Timestamp(allow_none=True)
    withheld_at = Timestamp(allow_none=True)


class VersionSchema(VersionSummarySchema):
    """An immutable published contract."""

    state_reason = String(allow_none=True)
    withheld_reason = String(allow_none=True)
    reasons = fields.List(fields.Nested(PublicationReasonSchema), attribute="decision_reasons")
    assumptions = fields.List(
        fields.Nested(AssumptionSchema),
        metadata={"description": "What the comparison with `base` rests on."},
    )
    warnings = fields.List(fields.Nested(DocumentWarningSchema))


class CheckSchema(ResponseSchema):
    """What publishing a document would come to."""

    version = version_name_field()
    decision = plain_enum(PublicationResult)
    reasons = fields.List(fields.Nested(PublicationReasonSchema))
    base = version_name_field(allow_none=True)
    verdict = plain_enum(Verdict, allow_none=True)
    verdict_reason = String(allow_none=True)
    counts = fields.Nested(LevelCountsSchema, allow_none=True)
    proved_count = Integer(allow_none=True, metadata={"description": PROVED})
    judged_by = fields.Nested(JudgedBySchema, allow_none=True)
    assumptions = fields.List(
        fields.Nested(AssumptionSchema),
        metadata={"description": "What the comparison with `base` rests on."},
    )
    change_count = Integer()
    changes = fields.List(
        fields.Nested(ChangeSchema), metadata={"description": "At most the first 100."}
    )
    digest = String()
    warnings = fields.List(fields.Nested(DocumentWarningSchema))


class OperationSchema(ResponseSchema):
    """One method of one path."""

    method = String(validate=validate.OneOf(METHODS))
    path = String()
    operation_id = String(allow_none=True)
    summary = String(allow_none=True)
    tags = fields.List(String())
    deprecated = Boolean()


class RefusedPublicationSchema(ResponseSchema):
    """An attempt that the policy refused; it did not use up the version's name."""

    id = Uuid()
    version = version_name_field(attribute="version_name")
    digest = String()
    verdict = plain_enum(Verdict, allow_none=True)
    reasons = fields.List(fields.Nested(PublicationReasonSchema))
    refused_by = String()
    refused_at = Timestamp()


VersionPage = page_schema(VersionSummarySchema, name="VersionPageSchema")
OperationPage = page_schema(OperationSchema, name="OperationPageSchema")
RefusedPublicationPage = page_schema(RefusedPublicationSchema, name="RefusedPublicationPageSchema")
