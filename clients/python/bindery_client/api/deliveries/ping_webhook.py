from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.delivery import Delivery
from ...retries import new_idempotency_key
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    webhook_id: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}/pings".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Delivery:
    if response.status_code == 202:
        response_202 = Delivery.from_dict(response.json())

        return response_202

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Response[Delivery]:
    """Try a webhook

     Sends the receiver a `webhook.ping`, signed as everything else, once; the delivery says how that
    went. For maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        idempotency_key (str | Unset):

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
        idempotency_key=idempotency_key,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Delivery:
    """Try a webhook

     Sends the receiver a `webhook.ping`, signed as everything else, once; the delivery says how that
    went. For maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        idempotency_key (str | Unset):

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
        client=client,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Response[Delivery]:
    """Try a webhook

     Sends the receiver a `webhook.ping`, signed as everything else, once; the delivery says how that
    went. For maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        idempotency_key (str | Unset):

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
        idempotency_key=idempotency_key,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Delivery:
    """Try a webhook

     Sends the receiver a `webhook.ping`, signed as everything else, once; the delivery says how that
    went. For maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        idempotency_key (str | Unset):

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
            client=client,
            idempotency_key=idempotency_key,
        )
    ).parsed
