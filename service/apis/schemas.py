"""What do APIs, compatibility policies and approvals look like over HTTP?"""

from typing import Any

from marshmallow import fields, post_load

from service.apis.models import CompatibilityLevel, PolicyMode, UndeterminedAction
from service.apis.policies import PolicyOrigin, PolicyValues
from service.http_api.fields import (
    Boolean,
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
)
from service.http_api.pagination import PageQuery, page_schema

FINGERPRINT_PATTERN = r"^[0-9a-f]{16,64}$"
_FINGERPRINT_EXAMPLE = {"example": "9f86d081884c7d659a2feaa0c55ad015"}


class ApiCreateSchema(RequestSchema):
    """An API to create."""

    name = name_field(required=True, metadata={"example": "orders"})
    display_name = text_field(200, min_length=1, required=True, metadata={"example": "Orders"})
    description = text_field(2000, load_default="")


class ApiUpdateSchema(RequestSchema):
    """What to change of an API; its name stays."""

    display_name = text_field(200, min_length=1, metadata={"example": "Orders"})
    description = text_field(2000)


class ApiSchema(ResponseSchema):
    """A named API of a group."""

    id = Uuid()
    group = name_field(attribute="group.name")
    name = name_field(metadata={"example": "orders"})
    display_name = String()
    description = String()
    created_at = Timestamp()


ApiPage = page_schema(ApiSchema, name="ApiPageSchema")

_LEVEL = "With which earlier versions a new one must be compatible."
_MAJOR = (
    "True: a breaking change is acceptable with a new major version, and only so."
    " False: in no version."
)
_UNDETERMINED = "What follows in the mode `enforce` where the verdict is `undetermined`."
_MODE = "What a violation leads to: nothing, a warning, a refusal."
_INHERITED = " Null: inherited."


class PolicySetSchema(RequestSchema):
    """What a level sets, all of it: what is left out, or null, is inherited from above."""

    level = enum_field(
        CompatibilityLevel,
        allow_none=True,
        load_default=None,
        metadata={"description": _LEVEL + _INHERITED},
    )
    breaking_needs_major = Boolean(
        allow_none=True, load_default=None, metadata={"description": _MAJOR + _INHERITED}
    )
    undetermined = enum_field(
        UndeterminedAction,
        allow_none=True,
        load_default=None,
        metadata={"description": _UNDETERMINED + _INHERITED},
    )
    mode = enum_field(
        PolicyMode,
        allow_none=True,
        load_default=None,
        metadata={"description": _MODE + _INHERITED},
    )

    @post_load
    def to_values(self, data: dict[str, Any], **_: Any) -> dict[str, PolicyValues]:
        """Gather what was sent as the values of one level."""
        return {"values": PolicyValues(**data)}


class OwnPolicySchema(ResponseSchema):
    """What this level sets itself; null is inherited."""

    level = enum_field(CompatibilityLevel, allow_none=True)
    breaking_needs_major = Boolean(allow_none=True)
    undetermined = enum_field(UndeterminedAction, allow_none=True)
    mode = enum_field(PolicyMode, allow_none=True)


class EffectivePolicySchema(ResponseSchema):
    """What holds here."""

    level = enum_field(CompatibilityLevel, metadata={"description": _LEVEL})
    breaking_needs_major = Boolean(metadata={"description": _MAJOR})
    undetermined = enum_field(UndeterminedAction, metadata={"description": _UNDETERMINED})
    mode = enum_field(PolicyMode, metadata={"description": _MODE})


class PolicyOriginsSchema(ResponseSchema):
    """At which level each of the values that hold was set."""

    level = enum_field(PolicyOrigin)
    breaking_needs_major = enum_field(PolicyOrigin)
    undetermined = enum_field(PolicyOrigin)
    mode = enum_field(PolicyOrigin)


class PolicySchema(ResponseSchema):
    """A level's compatibility policy: what it sets, what holds, and where that comes from."""

    own = fields.Nested(OwnPolicySchema)
    effective = fields.Nested(EffectivePolicySchema)
    origins = fields.Nested(PolicyOriginsSchema, attribute="effective.origins")


class ApprovalCreateSchema(RequestSchema):
    """A change to approve."""

    fingerprint = String(
        required=True,
        validate=WholeMatch(FINGERPRINT_PATTERN, error="16 to 64 hexadecimal digits."),
        metadata=_FINGERPRINT_EXAMPLE,
    )
    reason = text_field(
        2000, min_length=1, required=True, metadata={"example": "All callers were moved in May."}
    )
    expires_at = Timestamp(
        load_default=None,
        allow_none=True,
        metadata={"description": "From when on it no longer holds. Null: never."},
    )


class ApprovalSchema(ResponseSchema):
    """An accepted change: publications that contain it are not refused for it."""

    id = Uuid()
    fingerprint = String(metadata=_FINGERPRINT_EXAMPLE)
    reason = String()
    approved_by = String(metadata={"description": "The approver's name at that time."})
    created_at = Timestamp()
    expires_at = Timestamp(allow_none=True)
    revoked_at = Timestamp(allow_none=True)


class ApprovalQuery(PageQuery):
    """Which approvals to list."""

    in_force = QueryBoolean(
        load_default=None,
        metadata={"description": "Only those that hold now, or only those that do not."},
    )


ApprovalPage = page_schema(ApprovalSchema, name="ApprovalPageSchema")
