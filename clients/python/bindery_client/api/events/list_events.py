from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.event_type import EventType
from ...models.outgoing_event_page import OutgoingEventPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    api: str | Unset = UNSET,
    type_: list[EventType] | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["api"] = api

    json_type_: list[str] | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = []
        for type_item_data in type_:
            type_item: str = type_item_data
            json_type_.append(type_item)

    params["type"] = json_type_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/events".format(
            group=path_segment(group),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> OutgoingEventPage:
    if response.status_code == 200:
        response_200 = OutgoingEventPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    api: str | Unset = UNSET,
    type_: list[EventType] | Unset = UNSET,
) -> Response[OutgoingEventPage]:
    """List the events of a group

     Returns what was told to the group's webhooks, or would have been if there were any, the newest
    first; of the last 30 days. For members of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        api (str | Unset):
        type_ (list[EventType] | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[OutgoingEventPage]
    """

    kwargs = _get_kwargs(
        group=group,
        limit=limit,
        cursor=cursor,
        api=api,
        type_=type_,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    api: str | Unset = UNSET,
    type_: list[EventType] | Unset = UNSET,
) -> OutgoingEventPage:
    """List the events of a group

     Returns what was told to the group's webhooks, or would have been if there were any, the newest
    first; of the last 30 days. For members of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        api (str | Unset):
        type_ (list[EventType] | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        OutgoingEventPage
    """

    return sync_detailed(
        group=group,
        client=client,
        limit=limit,
        cursor=cursor,
        api=api,
        type_=type_,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    api: str | Unset = UNSET,
    type_: list[EventType] | Unset = UNSET,
) -> Response[OutgoingEventPage]:
    """List the events of a group

     Returns what was told to the group's webhooks, or would have been if there were any, the newest
    first; of the last 30 days. For members of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        api (str | Unset):
        type_ (list[EventType] | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[OutgoingEventPage]
    """

    kwargs = _get_kwargs(
        group=group,
        limit=limit,
        cursor=cursor,
        api=api,
        type_=type_,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    api: str | Unset = UNSET,
    type_: list[EventType] | Unset = UNSET,
) -> OutgoingEventPage:
    """List the events of a group

     Returns what was told to the group's webhooks, or would have been if there were any, the newest
    first; of the last 30 days. For members of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        api (str | Unset):
        type_ (list[EventType] | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        OutgoingEventPage
    """

    return (
        await asyncio_detailed(
            group=group,
            client=client,
            limit=limit,
            cursor=cursor,
            api=api,
            type_=type_,
        )
    ).parsed
