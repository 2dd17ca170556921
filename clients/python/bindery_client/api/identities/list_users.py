from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.user_page import UserPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    is_admin: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["is_active"] = is_active

    params["is_admin"] = is_admin

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/users",
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> UserPage:
    if response.status_code == 200:
        response_200 = UserPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    is_admin: bool | Unset = UNSET,
) -> Response[UserPage]:
    """List users

     Returns all users by name; for administrators.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        is_active (bool | Unset):
        is_admin (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[UserPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        is_active=is_active,
        is_admin=is_admin,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    is_admin: bool | Unset = UNSET,
) -> UserPage:
    """List users

     Returns all users by name; for administrators.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        is_active (bool | Unset):
        is_admin (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        UserPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        is_active=is_active,
        is_admin=is_admin,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    is_admin: bool | Unset = UNSET,
) -> Response[UserPage]:
    """List users

     Returns all users by name; for administrators.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        is_active (bool | Unset):
        is_admin (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[UserPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        is_active=is_active,
        is_admin=is_admin,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    is_active: bool | Unset = UNSET,
    is_admin: bool | Unset = UNSET,
) -> UserPage:
    """List users

     Returns all users by name; for administrators.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        is_active (bool | Unset):
        is_admin (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        UserPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            is_active=is_active,
            is_admin=is_admin,
        )
    ).parsed
