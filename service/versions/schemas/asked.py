"""What may be asked about versions over HTTP?"""

from typing import Any

from marshmallow import fields, validate

from service.http_api.fields import (
    QueryBoolean,
    QueryList,
    RequestSchema,
    String,
    Timestamp,
    WholeMatch,
    enum_field,
    text_field,
    version_name_field,
)
from service.http_api.pagination import PageQuery
from service.openapi_diff import Direction, Judgement, Level, Verdict
from service.versions.choices import (
    AREA_PATTERN,
    METHODS,
    RULE_PATTERN,
    DocumentRendering,
    SettableState,
    VersionSort,
)
from service.versions.models import VersionState
from service.versions.use_cases import ReviewDecision


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


def _any_of(
    inner: fields.Field[Any], *, about: str, was_single: bool = False, example: str | None = None
) -> QueryList:
    """Return a filter by any of several values."""
    metadata = {"description": f"{about} Repeat it to name several."}
    return QueryList(
        inner,
        was_single=was_single,
        load_default=tuple,
        metadata=metadata if example is None else {**metadata, "example": [example]},
    )


class ChangeQuery(PageQuery):
    """Which changes to list: those that fit all of the filters given."""

    level = _any_of(enum_field(Level), was_single=True, about="Only changes of these levels.")
    judgement = _any_of(enum_field(Judgement), about="Only changes that were judged so.")
    direction = _any_of(
        enum_field(Direction),
        was_single=True,
        about="Only changes of what travels in this direction.",
    )
    rule = _any_of(
        String(validate=[validate.Length(max=100), WholeMatch(RULE_PATTERN)]),
        was_single=True,
        about="Only changes by these rules, by id. An unknown id is refused.",
        example="path.removed",
    )
    area = _any_of(
        String(validate=[validate.Length(max=50), WholeMatch(AREA_PATTERN)]),
        about="Only changes by rules whose id begins so, up to the dot.",
        example="path",
    )
    operation = _any_of(
        text_field(250, min_length=1),
        about="Only changes that reach one of these operations, named by method and path.",
        example="GET /orders/{id}",
    )
    location = text_field(
        200,
        min_length=1,
        load_default=None,
        metadata={
            "description": "Only changes whose `location` contains this text, in either case.",
            "example": "orders",
        },
    )
    approved = QueryBoolean(
        load_default=None,
        metadata={"description": "Only changes that are, or are not, approved now."},
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
