from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.group_page import GroupPage
from ...models.visibility import Visibility
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_visibility: str | Unset = UNSET
    if not isinstance(visibility, Unset):
        json_visibility = visibility

    params["visibility"] = json_visibility

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups",
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> GroupPage:
    if response.status_code == 200:
        response_200 = GroupPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
) -> Response[GroupPage]:
    """List groups

     Returns the groups that the caller may see, by name.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        visibility (Visibility | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[GroupPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        visibility=visibility,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
) -> GroupPage:
    """List groups

     Returns the groups that the caller may see, by name.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        visibility (Visibility | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        GroupPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        visibility=visibility,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
) -> Response[GroupPage]:
    """List groups

     Returns the groups that the caller may see, by name.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        visibility (Visibility | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[GroupPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        visibility=visibility,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    visibility: Visibility | Unset = UNSET,
) -> GroupPage:
    """List groups

     Returns the groups that the caller may see, by name.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        visibility (Visibility | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        GroupPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            visibility=visibility,
        )
    ).parsed
