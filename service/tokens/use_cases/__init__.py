"""What can be done with access tokens? One function per verb."""

from service.tokens.use_cases.held_tokens import (
    get_token,
    list_account_tokens,
    list_tokens,
    report_leak,
    revoke_account_token,
    revoke_token,
)
from service.tokens.use_cases.identity import describe_actor
from service.tokens.use_cases.issuing import (
    Lifetimes,
    TokenWish,
    create_account_token,
    create_token,
    create_token_for,
    exchange_password,
)

__all__ = [
    "Lifetimes",
    "TokenWish",
    "create_account_token",
    "create_token",
    "create_token_for",
    "describe_actor",
    "exchange_password",
    "get_token",
    "list_account_tokens",
    "list_tokens",
    "report_leak",
    "revoke_account_token",
    "revoke_token",
]
