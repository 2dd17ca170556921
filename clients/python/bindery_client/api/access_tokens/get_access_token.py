from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.access_token import AccessToken
from ...types import Response


def _get_kwargs(
    token_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/access-tokens/{token_id}".format(
            token_id=path_segment(token_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> AccessToken:
    if response.status_code == 200:
        response_200 = AccessToken.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    token_id: str,
    *,
    client: Client,
) -> Response[AccessToken]:
    """Get an access token

     Returns one of the caller's own access tokens without its secret; to administrators, any.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[AccessToken]
    """

    kwargs = _get_kwargs(
        token_id=token_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    token_id: str,
    *,
    client: Client,
) -> AccessToken:
    """Get an access token

     Returns one of the caller's own access tokens without its secret; to administrators, any.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        AccessToken
    """

    return sync_detailed(
        token_id=token_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    token_id: str,
    *,
    client: Client,
) -> Response[AccessToken]:
    """Get an access token

     Returns one of the caller's own access tokens without its secret; to administrators, any.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[AccessToken]
    """

    kwargs = _get_kwargs(
        token_id=token_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    token_id: str,
    *,
    client: Client,
) -> AccessToken:
    """Get an access token

     Returns one of the caller's own access tokens without its secret; to administrators, any.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        AccessToken
    """

    return (
        await asyncio_detailed(
            token_id=token_id,
            client=client,
        )
    ).parsed
