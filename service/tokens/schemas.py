"""What do access tokens look like over HTTP?"""

from marshmallow import fields, validate

from service.authorization import ActorKind, Role, Scope
from service.http_api.fields import (
    Boolean,
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
from service.identities.schemas import password_field
from service.tokens.models import TokenState

USERNAME = {"example": "alice"}
GROUP = {"example": "acme", "description": "Works in this group only."}
API = {"example": "orders", "description": "Works for this API of the group only."}
_DAYS = {
    "example": 30,
    "description": "Days until it expires; null takes the instance's default.",
}
_TOKEN = {"example": "bnd_4fZ0...", "description": "Shown this once; send it as a bearer token."}


def _scopes() -> fields.List[Scope]:
    return fields.List(
        enum_field(Scope),
        required=True,
        validate=validate.Length(min=1, max=len(Scope)),
        metadata={"description": "What it may be used for; each includes the ones before it."},
    )


def _days() -> Integer:
    return Integer(
        load_default=None, allow_none=True, validate=validate.Range(min=1, max=3650), metadata=_DAYS
    )


class AccessTokenCreateSchema(RequestSchema):
    """An access token to make, with no more rights than the one in use."""

    name = text_field(200, min_length=1, required=True, metadata={"example": "laptop"})
    scopes = _scopes()
    days = _days()
    group = name_field(load_default=None, allow_none=True, metadata=GROUP)
    api = name_field(load_default=None, allow_none=True, metadata=API)


class AccountTokenCreateSchema(RequestSchema):
    """An access token to make for a service account."""

    name = text_field(200, min_length=1, required=True, metadata={"example": "main branch"})
    scopes = _scopes()
    days = _days()
    api = name_field(load_default=None, allow_none=True, metadata=API)


class AccessTokenSchema(ResponseSchema):
    """An access token, without what proves it."""

    id = Uuid()
    name = String()
    lookup = String(metadata={"description": "The public part, to recognise a leaked token by."})
    scopes = fields.List(enum_field(Scope), attribute="sorted_scopes")
    group = name_field(allow_none=True, attribute="group_name")
    api = name_field(allow_none=True, attribute="api_name")
    created_at = Timestamp()
    expires_at = Timestamp()
    last_used_at = Timestamp(
        allow_none=True, metadata={"description": "True to about ten minutes."}
    )
    revoked_at = Timestamp(allow_none=True)


class IssuedTokenSchema(ResponseSchema):
    """A new access token with its secret."""

    token = String(metadata=_TOKEN)
    access_token = fields.Nested(AccessTokenSchema)


class AccessTokenQuery(PageQuery):
    """Which access tokens to list."""

    state = enum_field(
        TokenState,
        load_default=None,
        metadata={"description": "Only tokens that work, or only others."},
    )


class TokenExchangeSchema(RequestSchema):
    """A user name and password to exchange for an access token."""

    username = name_field(required=True, metadata=USERNAME)
    password = password_field()
    name = text_field(200, min_length=1, load_default="signed in", metadata={"example": "laptop"})
    scopes = fields.List(
        enum_field(Scope),
        load_default=[Scope.MANAGE],
        validate=validate.Length(min=1, max=len(Scope)),
        metadata={"description": "`admin` must be asked for by name."},
    )
    days = _days()


class LeakReportSchema(RequestSchema):
    """A token that somebody found where it should not be."""

    token = text_field(200, min_length=1, required=True, load_only=True, metadata=_TOKEN)


class GroupRoleSchema(ResponseSchema):
    """A role in a group."""

    group = name_field()
    role = enum_field(Role)


class IdentitySchema(ResponseSchema):
    """Who the access token in use stands for, and what it can do now."""

    kind = enum_field(ActorKind)
    id = Uuid()
    name = name_field(metadata=USERNAME)
    is_admin = Boolean()
    scopes = fields.List(enum_field(Scope))
    token_id = Uuid()
    group = name_field(allow_none=True, metadata=GROUP)
    api = name_field(allow_none=True, metadata=API)
    memberships = fields.List(fields.Nested(GroupRoleSchema))


AccessTokenPage = page_schema(AccessTokenSchema, name="AccessTokenPageSchema")
