from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.rule_page import RulePage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/rules",
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> RulePage:
    if response.status_code == 200:
        response_200 = RulePage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[RulePage]:
    """List the rules of comparison

     What a change can be reported by, what it means in requests and in responses, and an example
    of each. The same for everybody; no access token is needed.

    Errors: 400, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[RulePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> RulePage:
    """List the rules of comparison

     What a change can be reported by, what it means in requests and in responses, and an example
    of each. The same for everybody; no access token is needed.

    Errors: 400, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        RulePage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[RulePage]:
    """List the rules of comparison

     What a change can be reported by, what it means in requests and in responses, and an example
    of each. The same for everybody; no access token is needed.

    Errors: 400, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[RulePage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> RulePage:
    """List the rules of comparison

     What a change can be reported by, what it means in requests and in responses, and an example
    of each. The same for everybody; no access token is needed.

    Errors: 400, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        RulePage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
