"""What do audit events look like over HTTP?"""

from marshmallow import fields, validate

from service.authorization import ActorKind
from service.http_api.fields import (
    Integer,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    WholeMatch,
    enum_field,
    name_field,
)
from service.http_api.pagination import PageQuery, page_schema

ACTION_PATTERN = r"^[a-z_]+\.[a-z_]+$"


class AuditEventSchema(ResponseSchema):
    """Who did what to what, when, in which request."""

    id = Integer()
    at = Timestamp()
    action = String(metadata={"example": "group.member_set"})
    actor_kind = enum_field(ActorKind)
    actor_id = Uuid(allow_none=True)
    actor_name = String(metadata={"description": "The name at that time."})
    token_id = Uuid(allow_none=True, metadata={"description": "The access token that was used."})
    subject_type = String(metadata={"example": "group"})
    subject_id = String()
    subject = String(metadata={"description": "The name at that time."})
    group_id = Uuid(allow_none=True)
    api_id = Uuid(allow_none=True)
    details = fields.Dict(
        keys=fields.String(), metadata={"description": "What else is known, by action."}
    )
    request_id = String(allow_none=True)
    client_address = String(allow_none=True)


class AuditQuery(PageQuery):
    """Which audit events to list."""

    action = String(
        load_default=None,
        validate=[validate.Length(max=64), WholeMatch(ACTION_PATTERN)],
        metadata={"description": "What was done.", "example": "group.member_set"},
    )
    actor_name = name_field(
        data_key="actor",
        load_default=None,
        metadata={"description": "Who did it, by name at that time.", "example": "alice"},
    )


AuditEventPage = page_schema(AuditEventSchema, name="AuditEventPageSchema")
