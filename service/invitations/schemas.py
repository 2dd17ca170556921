"""What do invitations look like over HTTP?"""

from marshmallow import fields, validate

from service.authorization import Role
from service.http_api.fields import (
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
from service.identities.schemas import password_field
from service.invitations.models import InvitationState
from service.invitations.secret_text import SECRET_PATTERN

EMAIL_PATTERN = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$"
"""As browsers check it, with at least one dot in the domain."""
_USERNAME = {"example": "bob"}


class InvitationCreateSchema(RequestSchema):
    """Whom to invite; `group` and `role` belong together."""

    email = String(
        required=True,
        validate=[validate.Length(max=254), WholeMatch(EMAIL_PATTERN, error="No e-mail address.")],
        metadata={"example": "bob@example.com"},
    )
    group = name_field(load_default=None, allow_none=True)
    role = enum_field(Role, load_default=None, allow_none=True)


class InvitationSchema(ResponseSchema):
    """An invitation, without its secret."""

    id = Uuid()
    email = String()
    group = name_field(allow_none=True, attribute="group_name")
    role = enum_field(Role, allow_none=True)
    invited_by = name_field(
        allow_none=True, attribute="inviter_name", metadata={"example": "alice"}
    )
    created_at = Timestamp()
    expires_at = Timestamp()
    accepted_at = Timestamp(allow_none=True)
    revoked_at = Timestamp(allow_none=True)


class SentInvitationSchema(ResponseSchema):
    """A new invitation with its secret, which is shown this once."""

    secret = String()
    link = String(metadata={"description": "Send this to the guest, and to nobody else."})
    invitation = fields.Nested(InvitationSchema)


class InvitationQuery(PageQuery):
    """Which invitations to list."""

    state = enum_field(
        InvitationState,
        load_default=None,
        metadata={"description": "Only invitations in this state."},
    )


class InvitationAcceptSchema(RequestSchema):
    """The secret of the link, and who the new user is."""

    secret = String(required=True, load_only=True, validate=WholeMatch(SECRET_PATTERN))
    username = name_field(required=True, metadata=_USERNAME)
    password = password_field()
    display_name = text_field(
        200, min_length=1, load_default=None, allow_none=True, metadata={"example": "Bob"}
    )


InvitationPage = page_schema(InvitationSchema, name="InvitationPageSchema")
