"""Where are the access tokens of a group's machines reached?"""

from typing import Any

from service.authorization import Scope
from service.http_api.blueprint import Blueprint, Link
from service.http_api.pagination import page_answer
from service.http_api.state import current_actor, current_settings, current_units
from service.tokens import use_cases
from service.tokens.routes.access_tokens import ISSUED_EXAMPLE, TOKEN_PAGE_EXAMPLE
from service.tokens.schemas import (
    AccessTokenPage,
    AccessTokenQuery,
    AccountTokenCreateSchema,
    IssuedTokenSchema,
)

blueprint = Blueprint(
    "service-account-tokens", __name__, description="The access tokens of a group's machines"
)

_TOKENS = "/groups/<name:group>/service-accounts/<name:account>/access-tokens"
_LINKS = {
    "revoke": Link(
        operation_id="revokeServiceAccountToken",
        description="End this token.",
        parameters={
            "group": "$request.path.group",
            "account": "$request.path.account",
            "token_id": "$response.body#/access_token/id",
        },
    )
}


@blueprint.route(_TOKENS, methods=["GET"])
@blueprint.operation("listServiceAccountTokens", scope=Scope.MANAGE, errors=[404])
@blueprint.arguments(AccessTokenQuery, location="query")
@blueprint.response(200, AccessTokenPage, example=TOKEN_PAGE_EXAMPLE)
def list_account_tokens(query: dict[str, Any], group: str, account: str) -> Any:
    """List the access tokens of a service account

    Returns them without their secrets, the newest first; for owners of the group.
    """
    with current_units().reading() as work:
        page = use_cases.list_account_tokens(
            work, current_actor(), group_name=group, account_name=account, **query
        )
    return page_answer(page)


@blueprint.route(_TOKENS, methods=["POST"])
@blueprint.operation("createServiceAccountToken", scope=Scope.MANAGE, errors=[404], links=_LINKS)
@blueprint.arguments(
    AccountTokenCreateSchema, example={"name": "main branch", "scopes": ["publish"], "days": 90}
)
@blueprint.response(201, IssuedTokenSchema, example=ISSUED_EXAMPLE)
def create_account_token(values: dict[str, Any], group: str, account: str) -> Any:
    """Create an access token for a service account

    Shows the secret this once; for owners of the group. `api` binds it to one API of the group.
    It ends with the token in use at the latest; `days` beyond that are cut. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.
    """
    with current_units().writing() as work:
        issued = use_cases.create_account_token(
            work,
            current_actor(),
            group_name=group,
            account_name=account,
            wish=use_cases.TokenWish(**values),
            lifetimes=use_cases.Lifetimes.from_settings(current_settings()),
        )
    return issued, 201


@blueprint.route(f"{_TOKENS}/<id:token_id>", methods=["DELETE"])
@blueprint.operation("revokeServiceAccountToken", scope=Scope.MANAGE, errors=[404])
@blueprint.response(204)
def revoke_account_token(group: str, account: str, token_id: str) -> Any:
    """Revoke an access token of a service account

    Ends it at once and for good; for owners of the group.
    """
    with current_units().writing() as work:
        use_cases.revoke_account_token(
            work, current_actor(), group_name=group, account_name=account, token_id=token_id
        )
