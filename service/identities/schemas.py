"""What do users look like over HTTP?"""

from typing import Any

from marshmallow import ValidationError, validate

from service.http_api.fields import (
    Boolean,
    QueryBoolean,
    RequestSchema,
    ResponseSchema,
    String,
    Timestamp,
    Uuid,
    name_field,
    text_field,
)
from service.http_api.pagination import PageQuery, page_schema
from service.identities.passwords import MAX_BYTES

USERNAME = {"example": "alice"}


def password_field(**kwargs: Any) -> String:
    """Return a field for a password, which is only ever read."""
    return String(
        required=True,
        load_only=True,
        validate=[validate.Length(min=1, max=MAX_BYTES), _fits],
        metadata={"format": "password", "description": f"At most {MAX_BYTES} bytes.", **kwargs},
    )


def _fits(password: str) -> None:
    if len(password.encode()) > MAX_BYTES:
        raise ValidationError(f"Longer than {MAX_BYTES} bytes.")


class UserSchema(ResponseSchema):
    """A person who signs in with a name and a password."""

    id = Uuid()
    username = name_field(metadata=USERNAME)
    email = String(allow_none=True)
    display_name = String()
    is_admin = Boolean()
    is_active = Boolean()
    created_at = Timestamp()


class UserUpdateSchema(RequestSchema):
    """What to change of a user."""

    display_name = text_field(200, min_length=1, metadata={"example": "Alice"})
    is_admin = Boolean()
    is_active = Boolean(metadata={"description": "False: the user and their tokens are out."})


class UserQuery(PageQuery):
    """Which users to list."""

    is_active = QueryBoolean(
        load_default=None, metadata={"description": "Only users who may, or may not, sign in."}
    )
    is_admin = QueryBoolean(
        load_default=None, metadata={"description": "Only administrators, or only others."}
    )


class PasswordChangeSchema(RequestSchema):
    """The old password and the new one."""

    old_password = password_field()
    new_password = password_field()
    keep_access_tokens = Boolean(
        load_default=False,
        metadata={
            "description": (
                "Whether the caller's other access tokens go on working. If not, all but the one"
                " used for this request end: right after a leak."
            )
        },
    )


UserPage = page_schema(UserSchema, name="UserPageSchema")
