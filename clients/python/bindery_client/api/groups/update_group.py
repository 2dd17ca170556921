from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.group import Group
from ...models.group_update import GroupUpdate
from ...types import Response


def _get_kwargs(
    group: str,
    *,
    body: GroupUpdate,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/groups/{group}".format(
            group=path_segment(group),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: GroupUpdate,
    if_match: str,
) -> Response[Group]:
    """Change a group

     Changes the fields that are given. Owners change names and visibility, administrators quotas.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        if_match (str):
        body (GroupUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Group]
    """

    kwargs = _get_kwargs(
        group=group,
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
    body: GroupUpdate,
    if_match: str,
) -> Group:
    """Change a group

     Changes the fields that are given. Owners change names and visibility, administrators quotas.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        if_match (str):
        body (GroupUpdate):

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
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
    body: GroupUpdate,
    if_match: str,
) -> Response[Group]:
    """Change a group

     Changes the fields that are given. Owners change names and visibility, administrators quotas.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        if_match (str):
        body (GroupUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Group]
    """

    kwargs = _get_kwargs(
        group=group,
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
    body: GroupUpdate,
    if_match: str,
) -> Group:
    """Change a group

     Changes the fields that are given. Owners change names and visibility, administrators quotas.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        if_match (str):
        body (GroupUpdate):

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
            body=body,
            if_match=if_match,
        )
    ).parsed
