from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.delivery_attempt_page import DeliveryAttemptPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}/deliveries/{delivery_id}/attempts".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
            delivery_id=path_segment(delivery_id),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> DeliveryAttemptPage:
    if response.status_code == 200:
        response_200 = DeliveryAttemptPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[DeliveryAttemptPage]:
    """List the attempts at a delivery

     Returns what was answered, and how long it took, the newest attempt first. For owners, since
    answers may tell of the receiver's insides; what looks like a secret is left out.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[DeliveryAttemptPage]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        delivery_id=delivery_id,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> DeliveryAttemptPage:
    """List the attempts at a delivery

     Returns what was answered, and how long it took, the newest attempt first. For owners, since
    answers may tell of the receiver's insides; what looks like a secret is left out.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        DeliveryAttemptPage
    """

    return sync_detailed(
        group=group,
        webhook_id=webhook_id,
        delivery_id=delivery_id,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[DeliveryAttemptPage]:
    """List the attempts at a delivery

     Returns what was answered, and how long it took, the newest attempt first. For owners, since
    answers may tell of the receiver's insides; what looks like a secret is left out.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[DeliveryAttemptPage]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        delivery_id=delivery_id,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> DeliveryAttemptPage:
    """List the attempts at a delivery

     Returns what was answered, and how long it took, the newest attempt first. For owners, since
    answers may tell of the receiver's insides; what looks like a secret is left out.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        DeliveryAttemptPage
    """

    return (
        await asyncio_detailed(
            group=group,
            webhook_id=webhook_id,
            delivery_id=delivery_id,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
