from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.delivery import Delivery
from ...types import Response


def _get_kwargs(
    group: str,
    webhook_id: str,
    delivery_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
            delivery_id=path_segment(delivery_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> Delivery:
    if response.status_code == 202:
        response_202 = Delivery.from_dict(response.json())

        return response_202

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
) -> Response[Delivery]:
    """Send an event again

     Puts the event on its way once more, with the same id, in its place: later events of the same
    API wait for it. One that is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Delivery]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        delivery_id=delivery_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
) -> Delivery:
    """Send an event again

     Puts the event on its way once more, with the same id, in its place: later events of the same
    API wait for it. One that is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Delivery
    """

    return sync_detailed(
        group=group,
        webhook_id=webhook_id,
        delivery_id=delivery_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
) -> Response[Delivery]:
    """Send an event again

     Puts the event on its way once more, with the same id, in its place: later events of the same
    API wait for it. One that is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Delivery]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        delivery_id=delivery_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    delivery_id: str,
    *,
    client: Client,
) -> Delivery:
    """Send an event again

     Puts the event on its way once more, with the same id, in its place: later events of the same
    API wait for it. One that is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        delivery_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Delivery
    """

    return (
        await asyncio_detailed(
            group=group,
            webhook_id=webhook_id,
            delivery_id=delivery_id,
            client=client,
        )
    ).parsed
