"""Where are the caller's own access tokens reached?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import page_answer
from service.http_api.rate_limits import limit_attempts
from service.http_api.state import current_actor, current_settings, current_units
from service.tokens import use_cases
from service.tokens.schemas import (
    AccessTokenCreateSchema,
    AccessTokenPage,
    AccessTokenQuery,
    AccessTokenSchema,
    IssuedTokenSchema,
    LeakReportSchema,
)

blueprint = Blueprint("access-tokens", __name__, description="The caller's own access tokens")

TOKEN_EXAMPLE = {
    "id": "c1b5f6f4-6d8b-4d0b-9a55-3c8c8c5b0d11",
    "name": "laptop",
    "lookup": "4fZ0aB9cD2eF",
    "scopes": ["publish"],
    "group": "acme",
    "api": None,
    "created_at": "2026-11-20T10:00:00Z",
    "expires_at": "2026-12-20T10:00:00Z",
    "last_used_at": None,
    "revoked_at": None,
}
ISSUED_EXAMPLE = {
    "token": "bnd_4fZ0aB9cD2eF...",
    "access_token": TOKEN_EXAMPLE,
}
TOKEN_PAGE_EXAMPLE = {"items": [TOKEN_EXAMPLE], "next_cursor": None}
_THIS_TOKEN = {"token_id": "$response.body#/access_token/id"}
TOKEN_LINKS = {
    "get": Link(
        operation_id="getAccessToken", description="Read this token.", parameters=_THIS_TOKEN
    ),
    "revoke": Link(
        operation_id="revokeAccessToken", description="End this token.", parameters=_THIS_TOKEN
    ),
}


@blueprint.route("/access-tokens", methods=["GET"])
@blueprint.operation("listAccessTokens")
@blueprint.arguments(AccessTokenQuery, location="query")
@blueprint.response(200, AccessTokenPage, example=TOKEN_PAGE_EXAMPLE)
def list_access_tokens(query: dict[str, Any]) -> Any:
    """List the own access tokens

    Returns the caller's access tokens without their secrets, the newest first. A bound token lists
    those that are bound as it is.
    """
    with current_units().reading() as work:
        page = use_cases.list_tokens(work, current_actor(), **query)
    return page_answer(page)


@blueprint.route("/access-tokens", methods=["POST"])
@blueprint.operation("createAccessToken", scope=Scope.MANAGE, errors=[404], links=TOKEN_LINKS)
@blueprint.arguments(
    AccessTokenCreateSchema,
    example={"name": "laptop", "scopes": ["publish"], "days": 30, "group": "acme"},
)
@blueprint.response(201, IssuedTokenSchema, example=ISSUED_EXAMPLE)
def create_access_token(values: dict[str, Any]) -> Any:
    """Create an access token

    Makes the calling user another access token, and shows its secret this once. It never holds
    more than the token in use: no wider scope, no wider binding, no later end; `days` beyond that
    end are cut. Exchanging the password gives all the time there is. Takes no Idempotency-Key,
    since keeping the answer would keep the secret.
    """
    with current_units().writing() as work:
        issued = use_cases.create_token(
            work,
            current_actor(),
            wish=use_cases.TokenWish(**values),
            lifetimes=use_cases.Lifetimes.from_settings(current_settings()),
        )
    return issued, 201


@blueprint.route("/access-tokens/<id:token_id>", methods=["GET"])
@blueprint.operation("getAccessToken", errors=[404])
@blueprint.response(200, AccessTokenSchema, example=TOKEN_EXAMPLE)
def get_access_token(token_id: str) -> Any:
    """Get an access token

    Returns one of the caller's own access tokens without its secret; to administrators, any.
    """
    with current_units().reading() as work:
        return use_cases.get_token(work, current_actor(), token_id=token_id)


@blueprint.route("/access-tokens/<id:token_id>", methods=["DELETE"])
@blueprint.operation("revokeAccessToken", scope=Scope.MANAGE, errors=[404])
@blueprint.response(204)
def revoke_access_token(token_id: str) -> Any:
    """Revoke an access token

    Ends one of the caller's own access tokens at once and for good; administrators may end any.
    """
    with current_units().writing() as work:
        use_cases.revoke_token(work, current_actor(), token_id=token_id)


@blueprint.route("/access-tokens/leak-reports", methods=["POST"])
@blueprint.operation("reportLeakedToken", scope=None, errors=[429])
@blueprint.arguments(LeakReportSchema, example={"token": "bnd_4fZ0aB9cD2eF..."})
@blueprint.response(204)
@limit_attempts()
def report_leaked_token(values: dict[str, Any]) -> Any:
    """Report a leaked access token

    Whoever holds an access token may end it, without signing in. The answer is the same whether or
    not there is such a token. Reports are limited per client address, together with attempts to
    sign in.
    """
    use_cases.report_leak(current_units(), current_actor(), text=values["token"])
