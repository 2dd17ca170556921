"""Where are users and the caller's own password reached?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import page_answer
from service.http_api.preconditions import etag_header, expected_etags
from service.http_api.rate_limits import limit_attempts
from service.http_api.state import current_actor, current_settings, current_units
from service.identities import use_cases
from service.identities.passwords import Passwords
from service.identities.schemas import (
    PasswordChangeSchema,
    UserPage,
    UserQuery,
    UserSchema,
    UserUpdateSchema,
)

blueprint = Blueprint("identities", __name__, description="Users and their passwords")

USER_EXAMPLE = {
    "id": "4b1f6f0e-3a53-4d92-8f6e-2f8d2f4f9f10",
    "username": "alice",
    "email": "alice@example.com",
    "display_name": "Alice",
    "is_admin": False,
    "is_active": True,
    "created_at": "2026-11-20T10:00:00Z",
}


@blueprint.route("/me/password", methods=["PUT"])
@blueprint.operation("changePassword", scope=Scope.MANAGE, errors=[429])
@blueprint.arguments(
    PasswordChangeSchema,
    example={"old_password": "tall ships sail west", "new_password": "slow rivers run deep"},
)
@blueprint.response(204)
@limit_attempts(by_actor=True)
def change_password(values: dict[str, Any]) -> Any:
    """Change the own password

    A wrong old password is answered with 401 and the code `invalid_credentials`. The caller's
    other access tokens end, unless `keep_access_tokens` is true.
    """
    passwords = Passwords.from_settings(current_settings())
    use_cases.change_password(current_units(), current_actor(), passwords=passwords, **values)


@blueprint.route("/users", methods=["GET"])
@blueprint.operation("listUsers", scope=Scope.ADMIN)
@blueprint.arguments(UserQuery, location="query")
@blueprint.response(200, UserPage, example={"items": [USER_EXAMPLE], "next_cursor": None})
def list_users(query: dict[str, Any]) -> Any:
    """List users

    Returns all users by name; for administrators.
    """
    with current_units().reading() as work:
        page = use_cases.list_users(work, current_actor(), **query)
    return page_answer(page)


@blueprint.route("/users/<name:username>", methods=["GET"])
@blueprint.operation(
    "getUser",
    scope=Scope.ADMIN,
    cacheable=True,
    errors=[404],
    links={
        "change": Link(
            operation_id="updateUser",
            description="Change this user.",
            parameters={"username": "$response.body#/username"},
        )
    },
)
@blueprint.response(200, UserSchema, example=USER_EXAMPLE)
def get_user(username: str) -> Any:
    """Get a user

    Returns the user; for administrators.
    """
    with current_units().reading() as work:
        user = use_cases.get_user(work, current_actor(), username=username)
    return user, 200, etag_header(user)


@blueprint.route("/users/<name:username>", methods=["PATCH"])
@blueprint.operation("updateUser", scope=Scope.ADMIN, conditional=True, errors=[404, 409])
@blueprint.arguments(UserUpdateSchema, example={"is_active": False})
@blueprint.response(200, UserSchema, example={**USER_EXAMPLE, "is_active": False})
def update_user(values: dict[str, Any], username: str) -> Any:
    """Change a user

    Changes the fields that are given; for administrators. The access tokens of a deactivated user
    stop at once, and work again when the user is active again. The last active administrator
    stays one.
    """
    with current_units().writing() as work:
        user = use_cases.change_user(
            work, current_actor(), username=username, expected=expected_etags(), values=values
        )
    return user, 200, etag_header(user)
