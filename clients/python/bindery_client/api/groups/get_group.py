from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.group import Group
from ...types import Response


def _get_kwargs(
    group: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}".format(
            group=path_segment(group),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> Group:
    if response.status_code == 200:
        response_200 = Group.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
) -> Response[Group]:
    """Get a group

     Returns the group, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Group]
    """

    kwargs = _get_kwargs(
        group=group,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
) -> Group:
    """Get a group

     Returns the group, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Group
    """

    return sync_detailed(
        group=group,
        client=client,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
) -> Response[Group]:
    """Get a group

     Returns the group, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Group]
    """

    kwargs = _get_kwargs(
        group=group,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
) -> Group:
    """Get a group

     Returns the group, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Group
    """

    return (
        await asyncio_detailed(
            group=group,
            client=client,
        )
    ).parsed
