from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.user import User
from ...types import Response


def _get_kwargs(
    username: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/users/{username}".format(
            username=path_segment(username),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> User:
    if response.status_code == 200:
        response_200 = User.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    username: str,
    *,
    client: Client,
) -> Response[User]:
    """Get a user

     Returns the user; for administrators.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[User]
    """

    kwargs = _get_kwargs(
        username=username,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    username: str,
    *,
    client: Client,
) -> User:
    """Get a user

     Returns the user; for administrators.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        User
    """

    return sync_detailed(
        username=username,
        client=client,
    ).parsed


async def asyncio_detailed(
    username: str,
    *,
    client: Client,
) -> Response[User]:
    """Get a user

     Returns the user; for administrators.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[User]
    """

    kwargs = _get_kwargs(
        username=username,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    username: str,
    *,
    client: Client,
) -> User:
    """Get a user

     Returns the user; for administrators.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        User
    """

    return (
        await asyncio_detailed(
            username=username,
            client=client,
        )
    ).parsed
