from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.access_token_page import AccessTokenPage
from ...models.token_state import TokenState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    account: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: TokenState | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/service-accounts/{account}/access-tokens".format(
            group=path_segment(group),
            account=path_segment(account),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> AccessTokenPage:
    if response.status_code == 200:
        response_200 = AccessTokenPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    account: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: TokenState | Unset = UNSET,
) -> Response[AccessTokenPage]:
    """List the access tokens of a service account

     Returns them without their secrets, the newest first; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (TokenState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[AccessTokenPage]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        limit=limit,
        cursor=cursor,
        state=state,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    account: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: TokenState | Unset = UNSET,
) -> AccessTokenPage:
    """List the access tokens of a service account

     Returns them without their secrets, the newest first; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (TokenState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        AccessTokenPage
    """

    return sync_detailed(
        group=group,
        account=account,
        client=client,
        limit=limit,
        cursor=cursor,
        state=state,
    ).parsed


async def asyncio_detailed(
    group: str,
    account: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: TokenState | Unset = UNSET,
) -> Response[AccessTokenPage]:
    """List the access tokens of a service account

     Returns them without their secrets, the newest first; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (TokenState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[AccessTokenPage]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        limit=limit,
        cursor=cursor,
        state=state,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    account: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: TokenState | Unset = UNSET,
) -> AccessTokenPage:
    """List the access tokens of a service account

     Returns them without their secrets, the newest first; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (TokenState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        AccessTokenPage
    """

    return (
        await asyncio_detailed(
            group=group,
            account=account,
            client=client,
            limit=limit,
            cursor=cursor,
            state=state,
        )
    ).parsed
