from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.leak_report import LeakReport
from ...types import Response


def _get_kwargs(
    *,
    body: LeakReport,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/access-tokens/leak-reports",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: LeakReport,
) -> Response[None]:
    """Report a leaked access token

     Whoever holds an access token may end it, without signing in. The answer is the same whether or
    not there is such a token. Reports are limited per client address, together with attempts to
    sign in.

    Errors: 400, 406, 413, 415, 429, 500, 503.

    Args:
        body (LeakReport):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: LeakReport,
) -> None:
    """Report a leaked access token

     Whoever holds an access token may end it, without signing in. The answer is the same whether or
    not there is such a token. Reports are limited per client address, together with attempts to
    sign in.

    Errors: 400, 406, 413, 415, 429, 500, 503.

    Args:
        body (LeakReport):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        client=client,
        body=body,
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: LeakReport,
) -> Response[None]:
    """Report a leaked access token

     Whoever holds an access token may end it, without signing in. The answer is the same whether or
    not there is such a token. Reports are limited per client address, together with attempts to
    sign in.

    Errors: 400, 406, 413, 415, 429, 500, 503.

    Args:
        body (LeakReport):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: LeakReport,
) -> None:
    """Report a leaked access token

     Whoever holds an access token may end it, without signing in. The answer is the same whether or
    not there is such a token. Reports are limited per client address, together with attempts to
    sign in.

    Errors: 400, 406, 413, 415, 429, 500, 503.

    Args:
        body (LeakReport):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        client=client,
        body=body,
    )
