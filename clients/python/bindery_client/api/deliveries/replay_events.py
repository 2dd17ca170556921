from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.replay import Replay
from ...models.replay_result import ReplayResult
from ...types import Response


def _get_kwargs(
    group: str,
    webhook_id: str,
    *,
    body: Replay,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}/replays".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> ReplayResult:
    if response.status_code == 202:
        response_202 = ReplayResult.from_dict(response.json())

        return response_202

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: Replay,
) -> Response[ReplayResult]:
    """Send the events of a time again

     Puts everything that the webhook is subscribed to on its way again, with the same ids and in
    order; also what happened while it was disabled, or before it was created. At most 1000 events
    at once, and 30 days back. What is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        body (Replay):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ReplayResult]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: Replay,
) -> ReplayResult:
    """Send the events of a time again

     Puts everything that the webhook is subscribed to on its way again, with the same ids and in
    order; also what happened while it was disabled, or before it was created. At most 1000 events
    at once, and 30 days back. What is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        body (Replay):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ReplayResult
    """

    return sync_detailed(
        group=group,
        webhook_id=webhook_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: Replay,
) -> Response[ReplayResult]:
    """Send the events of a time again

     Puts everything that the webhook is subscribed to on its way again, with the same ids and in
    order; also what happened while it was disabled, or before it was created. At most 1000 events
    at once, and 30 days back. What is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        body (Replay):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ReplayResult]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: Replay,
) -> ReplayResult:
    """Send the events of a time again

     Puts everything that the webhook is subscribed to on its way again, with the same ids and in
    order; also what happened while it was disabled, or before it was created. At most 1000 events
    at once, and 30 days back. What is on its way already stays so; hence no Idempotency-Key. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        body (Replay):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ReplayResult
    """

    return (
        await asyncio_detailed(
            group=group,
            webhook_id=webhook_id,
            client=client,
            body=body,
        )
    ).parsed
