from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.webhook import Webhook
from ...models.webhook_update import WebhookUpdate
from ...types import Response


def _get_kwargs(
    group: str,
    webhook_id: str,
    *,
    body: WebhookUpdate,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Webhook:
    if response.status_code == 200:
        response_200 = Webhook.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: WebhookUpdate,
    if_match: str,
) -> Response[Webhook]:
    """Change a webhook

     Changes the fields that are given; for maintainers. A disabled webhook is sent nothing, and what
    was on its way is cancelled; once it is enabled, it is sent what happens from then on, and a
    replay brings what it missed.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (WebhookUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Webhook]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: WebhookUpdate,
    if_match: str,
) -> Webhook:
    """Change a webhook

     Changes the fields that are given; for maintainers. A disabled webhook is sent nothing, and what
    was on its way is cancelled; once it is enabled, it is sent what happens from then on, and a
    replay brings what it missed.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (WebhookUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Webhook
    """

    return sync_detailed(
        group=group,
        webhook_id=webhook_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: WebhookUpdate,
    if_match: str,
) -> Response[Webhook]:
    """Change a webhook

     Changes the fields that are given; for maintainers. A disabled webhook is sent nothing, and what
    was on its way is cancelled; once it is enabled, it is sent what happens from then on, and a
    replay brings what it missed.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (WebhookUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Webhook]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: WebhookUpdate,
    if_match: str,
) -> Webhook:
    """Change a webhook

     Changes the fields that are given; for maintainers. A disabled webhook is sent nothing, and what
    was on its way is cancelled; once it is enabled, it is sent what happens from then on, and a
    replay brings what it missed.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (WebhookUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Webhook
    """

    return (
        await asyncio_detailed(
            group=group,
            webhook_id=webhook_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
