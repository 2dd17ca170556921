"""What do versions, changes and decisions look like over HTTP?"""

from enum import StrEnum
from typing import Any

from marshmallow import fields, validate

from service.http_api.fields import (
    Boolean,
    Integer,
    QueryBoolean,
    RequestSchema,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    WholeMatch,
    enum_field,
    name_field,
    text_field,
    version_name_field,
)
from service.http_api.pagination import PageQuery, page_schema
from service.openapi_diff import Direction, Judgement, Level, Verdict
from service.versions.choices import (
    METHODS,
    RULE_PATTERN,
    DocumentRendering,
    SettableState,
    VersionSort,
)
from service.versions.models import VersionState
from service.versions.use_cases import PublicationResult, ReviewDecision

# --- what is asked


class PublishQuery(RequestSchema):
    """Under which name, and compared with what."""

    version = version_name_field(
        load_default=None,
        metadata={"description": "The version's name; the document's `info.version` if absent."},
    )
    base = version_name_field(
        load_default=None,
        metadata={
            "description": "The version to tell the changes against; the previous one if absent."
            " What the policy demands is compared with in any case.",
            "example": "1.1.0",
        },
    )


class VersionQuery(PageQuery):
    """Which versions to list."""

    state = enum_field(
        VersionState, load_default=None, metadata={"description": "Only versions in this state."}
    )
    verdict = enum_field(
        Verdict, load_default=None, metadata={"description": "Only versions with this verdict."}
    )
    sort = enum_field(
        VersionSort, load_default=VersionSort.NEWEST, metadata={"description": "Which come first."}
    )


class ChangeQuery(PageQuery):
    """Which changes to list."""

    level = enum_field(
        Level, load_default=None, metadata={"description": "Only changes of this level."}
    )
    direction = enum_field(
        Direction,
        load_default=None,
        metadata={"description": "Only changes of what travels in this direction."},
    )
    rule = String(
        load_default=None,
        validate=[validate.Length(max=100), WholeMatch(RULE_PATTERN)],
        metadata={"description": "A rule's id.", "example": "path.removed"},
    )


class OperationQuery(PageQuery):
    """Which operations to list."""

    method = String(
        load_default=None,
        validate=validate.OneOf(METHODS),
        metadata={"description": "Only operations with this method."},
    )
    deprecated = QueryBoolean(
        load_default=None,
        metadata={"description": "Only operations that are, or are not, deprecated."},
    )


class DocumentQuery(RequestSchema):
    """How to send the document."""

    format = enum_field(
        DocumentRendering,
        load_default=DocumentRendering.ORIGINAL,
        metadata={"description": "`original`: the very bytes that were published."},
    )


class ComparisonQuery(ChangeQuery):
    """Which two versions to compare."""

    base = version_name_field(
        required=True, metadata={"description": "The version to compare from.", "example": "1.2.0"}
    )
    revision = version_name_field(
        required=True, metadata={"description": "The version to compare to.", "example": "2.0.0"}
    )


class VersionStateUpdateSchema(RequestSchema):
    """The state to set."""

    state = enum_field(SettableState, required=True)
    reason = text_field(2000, load_default=None, allow_none=True)
    sunset_at = Timestamp(
        load_default=None,
        allow_none=True,
        metadata={"description": "When it stops working; with `deprecated` and `sunset` only."},
    )


class VersionReviewSchema(RequestSchema):
    """What a maintainer says about a held version."""

    decision = enum_field(ReviewDecision, required=True)
    reason = text_field(2000, min_length=1, required=True)


class VersionWithholdSchema(RequestSchema):
    """Why the document is taken back."""

    reason = text_field(2000, min_length=1, required=True)


# --- what is answered


class _PlainEnum(fields.Enum[Any]):
    """A closed set whose values come as plain text, from stored JSON or text columns."""

    def _serialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        member = None if value is None else self.enum(value)
        return super()._serialize(member, *args, **kwargs)


def _plain_enum(values: type[StrEnum], **kwargs: Any) -> _PlainEnum:
    return _PlainEnum(values, by_value=True, **kwargs)


class LevelCountsSchema(ResponseSchema):
    """How many changes there are of each level."""

    error = Integer()
    warning = Integer()
    info = Integer()


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


class AssumptionSchema(ResponseSchema):
    """What a verdict rests on beyond the two documents."""

    id = String()
    statement = String()


class ChangeSchema(ResponseSchema):
    """One change of one definition, with the operations that it reaches."""

    rule = String()
    level = _plain_enum(Level)
    judgement = _plain_enum(Judgement)
    direction = _plain_enum(Direction, allow_none=True)
    location = String()
    operations = fields.List(String(), metadata={"description": "At most the first 50."})
    operation_count = Integer()
    base_pointer = String(allow_none=True)
    revision_pointer = String(allow_none=True)
    before = fields.Raw(allow_none=True)
    after = fields.Raw(allow_none=True)
    fingerprint = String(metadata={"description": "The same in later versions; approve by it."})
    message = String()
    cause = String(allow_none=True, metadata={"description": "Why it could not be judged."})
    assumption = String(
        allow_none=True, metadata={"description": "What it is harmless under, by id."}
    )
    is_approved = Boolean()


class VersionSummarySchema(ResponseSchema):
    """A version, as lists tell of it."""

    id = Uuid()
    group = name_field(attribute="api.group.name")
    api = name_field(attribute="api.name", metadata={"example": "orders"})
    name = version_name_field()
    state = _plain_enum(VersionState)
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
    verdict = _plain_enum(Verdict, allow_none=True)
    verdict_reason = String(
        allow_none=True, metadata={"description": "Why there is no verdict, or no better one."}
    )
    counts = fields.Nested(LevelCountsSchema, allow_none=True)
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
    decision = _plain_enum(PublicationResult)
    reasons = fields.List(fields.Nested(PublicationReasonSchema))
    base = version_name_field(allow_none=True)
    verdict = _plain_enum(Verdict, allow_none=True)
    verdict_reason = String(allow_none=True)
    counts = fields.Nested(LevelCountsSchema, allow_none=True)
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
    verdict = _plain_enum(Verdict, allow_none=True)
    reasons = fields.List(fields.Nested(PublicationReasonSchema))
    refused_by = String()
    refused_at = Timestamp()


class ComparisonSchema(ResponseSchema):
    """What changed from one version to another, with one page of the changes."""

    base = version_name_field()
    revision = version_name_field(metadata={"example": "2.0.0"})
    verdict = _plain_enum(Verdict)
    counts = fields.Nested(LevelCountsSchema)
    assumptions = fields.List(fields.Nested(AssumptionSchema))
    causes = fields.List(
        String(), metadata={"description": "Why the verdict is undetermined; else empty."}
    )
    engine_version = String()
    items = fields.List(fields.Nested(ChangeSchema))
    next_cursor = String(allow_none=True, metadata={"format": "cursor"})


VersionPage = page_schema(VersionSummarySchema, name="VersionPageSchema")
ChangePage = page_schema(ChangeSchema, name="ChangePageSchema")
OperationPage = page_schema(OperationSchema, name="OperationPageSchema")
RefusedPublicationPage = page_schema(RefusedPublicationSchema, name="RefusedPublicationPageSchema")
