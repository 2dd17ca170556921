from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.user import User
from ...models.user_update import UserUpdate
from ...types import Response


def _get_kwargs(
    username: str,
    *,
    body: UserUpdate,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/users/{username}".format(
            username=path_segment(username),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: UserUpdate,
    if_match: str,
) -> Response[User]:
    """Change a user

     Changes the fields that are given; for administrators. The access tokens of a deactivated user
    stop at once, and work again when the user is active again. The last active administrator
    stays one.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        username (str):
        if_match (str):
        body (UserUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[User]
    """

    kwargs = _get_kwargs(
        username=username,
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    username: str,
    *,
    client: Client,
    body: UserUpdate,
    if_match: str,
) -> User:
    """Change a user

     Changes the fields that are given; for administrators. The access tokens of a deactivated user
    stop at once, and work again when the user is active again. The last active administrator
    stays one.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        username (str):
        if_match (str):
        body (UserUpdate):

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
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    username: str,
    *,
    client: Client,
    body: UserUpdate,
    if_match: str,
) -> Response[User]:
    """Change a user

     Changes the fields that are given; for administrators. The access tokens of a deactivated user
    stop at once, and work again when the user is active again. The last active administrator
    stays one.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        username (str):
        if_match (str):
        body (UserUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[User]
    """

    kwargs = _get_kwargs(
        username=username,
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    username: str,
    *,
    client: Client,
    body: UserUpdate,
    if_match: str,
) -> User:
    """Change a user

     Changes the fields that are given; for administrators. The access tokens of a deactivated user
    stop at once, and work again when the user is active again. The last active administrator
    stays one.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        username (str):
        if_match (str):
        body (UserUpdate):

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
            body=body,
            if_match=if_match,
        )
    ).parsed
