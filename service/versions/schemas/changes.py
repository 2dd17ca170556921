"""What do changes and comparisons look like over HTTP?"""

from enum import StrEnum
from typing import Any

from marshmallow import fields

from service.http_api.fields import (
    Boolean,
    Integer,
    ResponseSchema,
    String,
    version_name_field,
)
from service.http_api.pagination import page_schema
from service.openapi_diff import Direction, Judgement, Level, Side, Verdict

PROVED = "How many of the breaking changes carry a witness."


class PlainEnum(fields.Enum[Any]):
    """A closed set whose values come as plain text, from stored JSON or text columns."""

    def _serialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        member = None if value is None else self.enum(value)
        return super()._serialize(member, *args, **kwargs)


def plain_enum(values: type[StrEnum], **kwargs: Any) -> PlainEnum:
    """Return a field for a closed set whose values come as plain text."""
    return PlainEnum(values, by_value=True, **kwargs)


class LevelCountsSchema(ResponseSchema):
    """How many changes there are of each level."""

    error = Integer()
    warning = Integer()
    info = Integer()


class AssumptionSchema(ResponseSchema):
    """What a verdict rests on beyond the two documents."""

    id = String()
    statement = String()


class JudgedBySchema(ResponseSchema):
    """What a verdict depends on beside the two documents: the same again gives the same."""

    engine = String(metadata={"description": "The version of the comparison engine."})
    ruleset_digest = String(metadata={"description": "Of its table of rules."})
    options = String(metadata={"description": "What the way of judging is called."})
    options_digest = String(metadata={"description": "The same for options that judge the same."})


class WitnessSchema(ResponseSchema):
    """An instance that one side's schema accepts and the other's refuses: a change's proof."""

    kind = String(metadata={"description": "In which sense it is refused; more may be added."})
    instance = fields.Raw(
        allow_none=True,
        metadata={
            "description": "The whole body, parameter or header value, as JSON. Left out, and null,"
            " where it has more than 10000 characters."
        },
    )
    instance_length = Integer(metadata={"description": "Characters of the instance, as JSON."})
    operation = String(metadata={"description": "The operation that it travels on."})
    direction = plain_enum(Direction)
    place = String(metadata={"description": "Such as `body` or `parameter`; more may be added."})
    name = String(allow_none=True, metadata={"description": "Of the parameter or header."})
    status = String(allow_none=True)
    media_type = String(allow_none=True)
    accepted_by = plain_enum(Side)
    refused_by = plain_enum(Side)
    pointer = String(metadata={"description": "To the value in the instance that is refused."})
    reason = String(metadata={"description": "Why it is refused, in the validator's words."})


class ChangeSchema(ResponseSchema):
    """One change of one definition, with the operations that it reaches."""

    rule = String()
    level = plain_enum(Level)
    judgement = plain_enum(Judgement)
    direction = plain_enum(Direction, allow_none=True)
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
    witness = fields.Nested(WitnessSchema, allow_none=True)
    unproved = String(
        allow_none=True,
        metadata={"description": "Why there is no witness, where one was looked for."},
    )
    is_approved = Boolean()


class ComparisonSchema(ResponseSchema):
    """What changed from one version to another, with one page of the changes."""

    base = version_name_field()
    revision = version_name_field(metadata={"example": "2.0.0"})
    verdict = plain_enum(Verdict)
    counts = fields.Nested(LevelCountsSchema)
    proved_count = Integer(metadata={"description": PROVED})
    judged_by = fields.Nested(JudgedBySchema)
    assumptions = fields.List(fields.Nested(AssumptionSchema))
    causes = fields.List(
        String(), metadata={"description": "Why the verdict is undetermined; else empty."}
    )
    engine_version = String(
        metadata={"description": "As `judged_by`: the engine and the digest of its rules."}
    )
    items = fields.List(fields.Nested(ChangeSchema))
    next_cursor = String(allow_none=True, metadata={"format": "cursor"})


ChangePage = page_schema(ChangeSchema, name="ChangePageSchema")
