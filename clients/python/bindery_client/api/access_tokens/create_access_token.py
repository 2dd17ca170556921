from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.access_token_create import AccessTokenCreate
from ...models.issued_token import IssuedToken
from ...types import Response


def _get_kwargs(
    *,
    body: AccessTokenCreate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/access-tokens",
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
    body: AccessTokenCreate,
) -> Response[IssuedToken]:
    """Create an access token

     Makes the calling user another access token, and shows its secret this once. It never holds
    more than the token in use: no wider scope, no wider binding, no later end; `days` beyond that
    end are cut. Exchanging the password gives all the time there is. Takes no Idempotency-Key,
    since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (AccessTokenCreate):

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
    body: AccessTokenCreate,
) -> IssuedToken:
    """Create an access token

     Makes the calling user another access token, and shows its secret this once. It never holds
    more than the token in use: no wider scope, no wider binding, no later end; `days` beyond that
    end are cut. Exchanging the password gives all the time there is. Takes no Idempotency-Key,
    since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (AccessTokenCreate):

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
    body: AccessTokenCreate,
) -> Response[IssuedToken]:
    """Create an access token

     Makes the calling user another access token, and shows its secret this once. It never holds
    more than the token in use: no wider scope, no wider binding, no later end; `days` beyond that
    end are cut. Exchanging the password gives all the time there is. Takes no Idempotency-Key,
    since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (AccessTokenCreate):

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
    body: AccessTokenCreate,
) -> IssuedToken:
    """Create an access token

     Makes the calling user another access token, and shows its secret this once. It never holds
    more than the token in use: no wider scope, no wider binding, no later end; `days` beyond that
    end are cut. Exchanging the password gives all the time there is. Takes no Idempotency-Key,
    since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (AccessTokenCreate):

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
