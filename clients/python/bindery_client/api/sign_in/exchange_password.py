from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.issued_token import IssuedToken
from ...models.token_exchange import TokenExchange
from ...types import Response


def _get_kwargs(
    *,
    body: TokenExchange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/token-exchange",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> IssuedToken:
    if response.status_code == 201:
        response_201 = IssuedToken.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: TokenExchange,
) -> Response[IssuedToken]:
    """Exchange a password for an access token

     Returns a new access token for the user. An unknown name, a wrong password and a deactivated
    user are answered alike: 401 with the code `invalid_credentials`. Attempts are limited per
    client address and per user name. Takes no Idempotency-Key, since keeping the answer would
    keep the secret.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (TokenExchange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[IssuedToken]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: TokenExchange,
) -> IssuedToken:
    """Exchange a password for an access token

     Returns a new access token for the user. An unknown name, a wrong password and a deactivated
    user are answered alike: 401 with the code `invalid_credentials`. Attempts are limited per
    client address and per user name. Takes no Idempotency-Key, since keeping the answer would
    keep the secret.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (TokenExchange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        IssuedToken
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: TokenExchange,
) -> Response[IssuedToken]:
    """Exchange a password for an access token

     Returns a new access token for the user. An unknown name, a wrong password and a deactivated
    user are answered alike: 401 with the code `invalid_credentials`. Attempts are limited per
    client address and per user name. Takes no Idempotency-Key, since keeping the answer would
    keep the secret.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (TokenExchange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[IssuedToken]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: TokenExchange,
) -> IssuedToken:
    """Exchange a password for an access token

     Returns a new access token for the user. An unknown name, a wrong password and a deactivated
    user are answered alike: 401 with the code `invalid_credentials`. Attempts are limited per
    client address and per user name. Takes no Idempotency-Key, since keeping the answer would
    keep the secret.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (TokenExchange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        IssuedToken
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
