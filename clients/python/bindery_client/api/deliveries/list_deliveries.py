from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.delivery_page import DeliveryPage
from ...models.delivery_state import DeliveryState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    webhook_id: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: DeliveryState | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}/deliveries".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> DeliveryPage:
    if response.status_code == 200:
        response_200 = DeliveryPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: DeliveryState | Unset = UNSET,
) -> Response[DeliveryPage]:
    """List the deliveries to a webhook

     Returns what was sent and what is on its way, the newest event first; of the last 30 days. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (DeliveryState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[DeliveryPage]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        limit=limit,
        cursor=cursor,
        state=state,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: DeliveryState | Unset = UNSET,
) -> DeliveryPage:
    """List the deliveries to a webhook

     Returns what was sent and what is on its way, the newest event first; of the last 30 days. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (DeliveryState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        DeliveryPage
    """

    return sync_detailed(
        group=group,
        webhook_id=webhook_id,
        client=client,
        limit=limit,
        cursor=cursor,
        state=state,
    ).parsed


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: DeliveryState | Unset = UNSET,
) -> Response[DeliveryPage]:
    """List the deliveries to a webhook

     Returns what was sent and what is on its way, the newest event first; of the last 30 days. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (DeliveryState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[DeliveryPage]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        limit=limit,
        cursor=cursor,
        state=state,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: DeliveryState | Unset = UNSET,
) -> DeliveryPage:
    """List the deliveries to a webhook

     Returns what was sent and what is on its way, the newest event first; of the last 30 days. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (DeliveryState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        DeliveryPage
    """

    return (
        await asyncio_detailed(
            group=group,
            webhook_id=webhook_id,
            client=client,
            limit=limit,
            cursor=cursor,
            state=state,
        )
    ).parsed
