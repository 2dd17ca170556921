"""What do the rules of comparison look like over HTTP?"""

from marshmallow import fields

from service.http_api.fields import Boolean, ResponseSchema, String
from service.http_api.pagination import page_schema
from service.openapi_diff import Direction, Judgement


class RuleMeaningSchema(ResponseSchema):
    """What an edit means in one direction."""

    judgement = fields.Enum(Judgement, by_value=True)
    why = String(allow_none=True, metadata={"description": "Why it breaks; null if it does not."})
    instead = String(
        allow_none=True, metadata={"description": "How to do it without breaking anybody."}
    )


class RulePolicySchema(ResponseSchema):
    """What a policy other than the strict one makes of a rule."""

    policy = String()
    direction = fields.Enum(
        Direction, by_value=True, allow_none=True, metadata={"description": "Null: both."}
    )
    judgement = fields.Enum(Judgement, by_value=True)
    only_new = Boolean(metadata={"description": "Whether only where nothing stood before."})


class RuleExampleChangeSchema(ResponseSchema):
    """What the engine says to the example."""

    direction = fields.Enum(Direction, by_value=True, allow_none=True)
    judgement = fields.Enum(Judgement, by_value=True)
    message = String()


class RuleExampleSchema(ResponseSchema):
    """The smallest edit that shows a rule: the fragment that differs, before and after."""

    place = String(metadata={"description": "Where the fragment stands; more may be added."})
    before = fields.Raw(allow_none=True)
    after = fields.Raw(allow_none=True)


class RuleSchema(ResponseSchema):
    """One kind of edit, and what it means to those who send and to those who receive."""

    id = String(metadata={"description": "For ever: it stands in stored results."})
    area = String(metadata={"description": "What it is about: the id up to the dot."})
    summary = String()
    directed = Boolean(
        metadata={"description": "Whether the two directions are judged, and reported, apart."}
    )
    request = fields.Nested(RuleMeaningSchema)
    response = fields.Nested(RuleMeaningSchema)
    policies = fields.List(fields.Nested(RulePolicySchema))
    example = fields.Nested(RuleExampleSchema)
    changes = fields.List(
        fields.Nested(RuleExampleChangeSchema),
        metadata={"description": "What the engine says to the example, strictly judged."},
    )


RulePage = page_schema(RuleSchema, name="RulePage")
