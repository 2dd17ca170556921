"""Where does a person become a caller of the API, and ask who they are?"""

from typing import Any

from service.http_api.blueprint import Blueprint
from service.http_api.rate_limits import limit_attempts
from service.http_api.state import current_actor, current_settings, current_units
from service.identities.passwords import Passwords
from service.tokens import use_cases
from service.tokens.routes.access_tokens import ISSUED_EXAMPLE, TOKEN_LINKS
from service.tokens.schemas import IdentitySchema, IssuedTokenSchema, TokenExchangeSchema

blueprint = Blueprint("sign-in", __name__, description="Passwords for tokens")

IDENTITY_EXAMPLE = {
    "kind": "user",
    "id": "4b1f6f0e-3a53-4d92-8f6e-2f8d2f4f9f10",
    "name": "alice",
    "is_admin": False,
    "scopes": ["manage"],
    "token_id": "c1b5f6f4-6d8b-4d0b-9a55-3c8c8c5b0d11",
    "group": None,
    "api": None,
    "memberships": [{"group": "acme", "role": "owner"}],
}


@blueprint.route("/me", methods=["GET"])
@blueprint.operation("getMe")
@blueprint.response(200, IdentitySchema, example=IDENTITY_EXAMPLE)
def get_me() -> Any:
    """Get the own identity

    Returns who the access token in use stands for, what it may be used for, what it is bound to,
    and the roles that count with it at this moment.
    """
    with current_units().reading() as work:
        return use_cases.describe_actor(work, current_actor())


@blueprint.route("/token-exchange", methods=["POST"])
@blueprint.operation("exchangePassword", scope=None, errors=[401, 403, 429], links=TOKEN_LINKS)
@blueprint.arguments(
    TokenExchangeSchema, example={"username": "alice", "password": "tall ships sail west"}
)
@blueprint.response(201, IssuedTokenSchema, example=ISSUED_EXAMPLE)
@limit_attempts(by_username=True)
def exchange_password(values: dict[str, Any]) -> Any:
    """Exchange a password for an access token

    Returns a new access token for the user. An unknown name, a wrong password and a deactivated
    user are answered alike: 401 with the code `invalid_credentials`. Attempts are limited per
    client address and per user name. Takes no Idempotency-Key, since keeping the answer would
    keep the secret.
    """
    settings = current_settings()
    credentials = (values.pop("username"), values.pop("password"))
    issued = use_cases.exchange_password(
        current_units(),
        credentials=credentials,
        wish=use_cases.TokenWish(**values),
        lifetimes=use_cases.Lifetimes.from_settings(settings),
        passwords=Passwords.from_settings(settings),
    )
    return issued, 201
