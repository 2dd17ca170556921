from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...types import Response


def _get_kwargs(
    group: str,
    username: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/groups/{group}/members/{username}".format(
            group=path_segment(group),
            username=path_segment(username),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    group: str,
    username: str,
    *,
    client: Client,
) -> Response[None]:
    """Remove a member

     Ends the membership, and with it at once every right that came from it. The last owner cannot
    be removed.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        username=username,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    username: str,
    *,
    client: Client,
) -> None:
    """Remove a member

     Ends the membership, and with it at once every right that came from it. The last owner cannot
    be removed.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        group=group,
        username=username,
        client=client,
    )


async def asyncio_detailed(
    group: str,
    username: str,
    *,
    client: Client,
) -> Response[None]:
    """Remove a member

     Ends the membership, and with it at once every right that came from it. The last owner cannot
    be removed.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        username=username,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    username: str,
    *,
    client: Client,
) -> None:
    """Remove a member

     Ends the membership, and with it at once every right that came from it. The last owner cannot
    be removed.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        username (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        group=group,
        username=username,
        client=client,
    )
