from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.account_token_create import AccountTokenCreate
from ...models.issued_token import IssuedToken
from ...types import Response


def _get_kwargs(
    group: str,
    account: str,
    *,
    body: AccountTokenCreate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/service-accounts/{account}/access-tokens".format(
            group=path_segment(group),
            account=path_segment(account),
        ),
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
    group: str,
    account: str,
    *,
    client: Client,
    body: AccountTokenCreate,
) -> Response[IssuedToken]:
    """Create an access token for a service account

     Shows the secret this once; for owners of the group. `api` binds it to one API of the group.
    It ends with the token in use at the latest; `days` beyond that are cut. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        group (str):
        account (str):
        body (AccountTokenCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[IssuedToken]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    account: str,
    *,
    client: Client,
    body: AccountTokenCreate,
) -> IssuedToken:
    """Create an access token for a service account

     Shows the secret this once; for owners of the group. `api` binds it to one API of the group.
    It ends with the token in use at the latest; `days` beyond that are cut. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        group (str):
        account (str):
        body (AccountTokenCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        IssuedToken
    """

    return sync_detailed(
        group=group,
        account=account,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    group: str,
    account: str,
    *,
    client: Client,
    body: AccountTokenCreate,
) -> Response[IssuedToken]:
    """Create an access token for a service account

     Shows the secret this once; for owners of the group. `api` binds it to one API of the group.
    It ends with the token in use at the latest; `days` beyond that are cut. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        group (str):
        account (str):
        body (AccountTokenCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[IssuedToken]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    account: str,
    *,
    client: Client,
    body: AccountTokenCreate,
) -> IssuedToken:
    """Create an access token for a service account

     Shows the secret this once; for owners of the group. `api` binds it to one API of the group.
    It ends with the token in use at the latest; `days` beyond that are cut. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        group (str):
        account (str):
        body (AccountTokenCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        IssuedToken
    """

    return (
        await asyncio_detailed(
            group=group,
            account=account,
            client=client,
            body=body,
        )
    ).parsed
