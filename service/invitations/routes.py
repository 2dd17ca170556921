"""Where are people invited, and where do they come in?"""

from datetime import timedelta
from typing import Any

from flask import request

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import page_answer
from service.http_api.rate_limits import limit_attempts
from service.http_api.state import current_actor, current_settings, current_units
from service.identities.passwords import Passwords
from service.identities.routes import USER_EXAMPLE
from service.identities.schemas import UserSchema
from service.invitations import use_cases
from service.invitations.schemas import (
    InvitationAcceptSchema,
    InvitationCreateSchema,
    InvitationPage,
    InvitationQuery,
    SentInvitationSchema,
)

blueprint = Blueprint("invitations", __name__, description="Links with which people join")

INVITATION_EXAMPLE = {
    "id": "f2f4f7c8-0f4c-4a67-9a3b-6f1f5d2b7e42",
    "email": "bob@example.com",
    "group": "acme",
    "role": "publisher",
    "invited_by": "alice",
    "created_at": "2026-11-20T10:00:00Z",
    "expires_at": "2026-11-27T10:00:00Z",
    "accepted_at": None,
    "revoked_at": None,
}
_SECRET = "mH3nq2J7v0Y5b8Tz1x4C6w9E2r5U8i1O4p7A0s3D6fG"  # noqa: S105 - an example
_LINKS = {
    "accept": Link(
        operation_id="acceptInvitation",
        description="Come in.",
        request_body={"secret": "$response.body#/secret"},
    ),
    "revoke": Link(
        operation_id="revokeInvitation",
        description="Take it back.",
        parameters={"invitation_id": "$response.body#/invitation/id"},
    ),
}


@blueprint.route("/invitations", methods=["GET"])
@blueprint.operation("listInvitations", scope=Scope.MANAGE)
@blueprint.arguments(InvitationQuery, location="query")
@blueprint.response(
    200, InvitationPage, example={"items": [INVITATION_EXAMPLE], "next_cursor": None}
)
def list_invitations(query: dict[str, Any]) -> Any:
    """List invitations

    Returns invitations to the groups that the caller owns, the newest first; to administrators,
    all.
    """
    with current_units().reading() as work:
        page = use_cases.list_invitations(work, current_actor(), **query)
    return page_answer(page)


@blueprint.route("/invitations", methods=["POST"])
@blueprint.operation("createInvitation", scope=Scope.MANAGE, errors=[404], links=_LINKS)
@blueprint.arguments(
    InvitationCreateSchema,
    example={"email": "bob@example.com", "group": "acme", "role": "publisher"},
)
@blueprint.response(
    201,
    SentInvitationSchema,
    example={
        "secret": _SECRET,
        "link": f"https://bindery.example.com/invitations/{_SECRET}",
        "invitation": INVITATION_EXAMPLE,
    },
)
def create_invitation(values: dict[str, Any]) -> Any:
    """Invite somebody

    Returns a link with which one person may create a user, once, until it expires; whoever has the
    link can use it. Owners invite to their group; administrators also to no group. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.
    """
    settings = current_settings()
    with current_units().writing() as work:
        sent = use_cases.invite(
            work,
            current_actor(),
            guest=use_cases.Guest(**values),
            lifetime=timedelta(days=settings.invitation_days),
        )
    root = (settings.public_url or request.url_root).rstrip("/")
    answer = {
        "secret": sent.secret,
        "link": f"{root}/invitations/{sent.secret}",
        "invitation": sent.invitation,
    }
    return answer, 201


@blueprint.route("/invitations/<id:invitation_id>", methods=["DELETE"])
@blueprint.operation("revokeInvitation", scope=Scope.MANAGE, errors=[404])
@blueprint.response(204)
def revoke_invitation(invitation_id: str) -> Any:
    """Take an invitation back

    The link stops working; a user who came in by it stays.
    """
    with current_units().writing() as work:
        use_cases.revoke_invitation(work, current_actor(), invitation_id=invitation_id)


@blueprint.route("/invitations/accept", methods=["POST"])
@blueprint.operation("acceptInvitation", scope=None, errors=[409, 429])
@blueprint.arguments(
    InvitationAcceptSchema,
    example={"secret": _SECRET, "username": "bob", "password": "tall ships sail west"},
)
@blueprint.response(201, UserSchema, example={**USER_EXAMPLE, "username": "bob"})
@limit_attempts()
def accept_invitation(values: dict[str, Any]) -> Any:
    """Accept an invitation

    Creates the user that the invitation is for, as a member of its group if it names one. An
    unknown secret and an invitation that was used, taken back, has expired, or comes from somebody
    who could not send it any more are answered alike.
    Needs no access token, and no Idempotency-Key: an invitation is accepted once.
    """
    secret = values.pop("secret")
    user = use_cases.accept_invitation(
        current_units(),
        secret=secret,
        new_user=use_cases.NewUser(**values),
        passwords=Passwords.from_settings(current_settings()),
    )
    return user, 201
