from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.member import Member
from ...models.member_set import MemberSet
from ...types import Response


def _get_kwargs(
    group: str,
    username: str,
    *,
    body: MemberSet,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/groups/{group}/members/{username}".format(
            group=path_segment(group),
            username=path_segment(username),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Member:
    if response.status_code == 200:
        response_200 = Member.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    username: str,
    *,
    client: Client,
    body: MemberSet,
) -> Response[Member]:
    """Set a member's role

     Makes the user a member with this role, or gives a member another one. The last owner cannot
    be given a lesser role. A membership carries no entity tag: the last who sets it is right.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        username (str):
        body (MemberSet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Member]
    """

    kwargs = _get_kwargs(
        group=group,
        username=username,
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    username: str,
    *,
    client: Client,
    body: MemberSet,
) -> Member:
    """Set a member's role

     Makes the user a member with this role, or gives a member another one. The last owner cannot
    be given a lesser role. A membership carries no entity tag: the last who sets it is right.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        username (str):
        body (MemberSet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Member
    """

    return sync_detailed(
        group=group,
        username=username,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    group: str,
    username: str,
    *,
    client: Client,
    body: MemberSet,
) -> Response[Member]:
    """Set a member's role

     Makes the user a member with this role, or gives a member another one. The last owner cannot
    be given a lesser role. A membership carries no entity tag: the last who sets it is right.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        username (str):
        body (MemberSet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Member]
    """

    kwargs = _get_kwargs(
        group=group,
        username=username,
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    username: str,
    *,
    client: Client,
    body: MemberSet,
) -> Member:
    """Set a member's role

     Makes the user a member with this role, or gives a member another one. The last owner cannot
    be given a lesser role. A membership carries no entity tag: the last who sets it is right.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        username (str):
        body (MemberSet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Member
    """

    return (
        await asyncio_detailed(
            group=group,
            username=username,
            client=client,
            body=body,
        )
    ).parsed
