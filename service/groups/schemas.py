"""What do groups and memberships look like over HTTP?"""

from marshmallow import validate

from service.authorization import Role
from service.groups.models import Visibility
from service.http_api.fields import (
    Integer,
    RequestSchema,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    enum_field,
    name_field,
    text_field,
)
from service.http_api.pagination import PageQuery, page_schema

_QUOTA = validate.Range(min=1, max=10**15)


class GroupCreateSchema(RequestSchema):
    """A group to create."""

    name = name_field(required=True)
    display_name = text_field(200, min_length=1, required=True, metadata={"example": "Acme"})
    description = text_field(2000, load_default="")
    visibility = enum_field(Visibility, load_default=Visibility.PRIVATE)


class GroupUpdateSchema(RequestSchema):
    """What to change of a group; quotas are for administrators, null takes the default."""

    display_name = text_field(200, min_length=1, metadata={"example": "Acme"})
    description = text_field(2000)
    visibility = enum_field(Visibility)
    quota_apis = Integer(allow_none=True, validate=_QUOTA)
    quota_versions = Integer(allow_none=True, validate=_QUOTA)
    quota_bytes = Integer(allow_none=True, validate=_QUOTA)


class GroupSchema(ResponseSchema):
    """A namespace of ownership, permission and policy."""

    id = Uuid()
    name = name_field()
    display_name = String()
    description = String()
    visibility = enum_field(Visibility)
    quota_apis = Integer(allow_none=True)
    quota_versions = Integer(allow_none=True)
    quota_bytes = Integer(allow_none=True)
    created_at = Timestamp()


class GroupQuery(PageQuery):
    """Which groups to list."""

    visibility = enum_field(
        Visibility,
        load_default=None,
        metadata={"description": "Only groups that are this visible."},
    )


class MemberSetSchema(RequestSchema):
    """The role to give."""

    role = enum_field(Role, required=True)


class MemberSchema(ResponseSchema):
    """A user's role in a group."""

    username = name_field(metadata={"example": "alice"})
    role = enum_field(Role)
    created_at = Timestamp()


GroupPage = page_schema(GroupSchema, name="GroupPageSchema")
MemberPage = page_schema(MemberSchema, name="MemberPageSchema")
