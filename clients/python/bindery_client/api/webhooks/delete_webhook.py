from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...types import Response


def _get_kwargs(
    group: str,
    webhook_id: str,
    *,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    if_match: str,
) -> Response[None]:
    """Delete a webhook

     Nothing is sent there any more, and its log of deliveries is gone; for maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    if_match: str,
) -> None:
    """Delete a webhook

     Nothing is sent there any more, and its log of deliveries is gone; for maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        group=group,
        webhook_id=webhook_id,
        client=client,
        if_match=if_match,
    )


async def asyncio_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    if_match: str,
) -> Response[None]:
    """Delete a webhook

     Nothing is sent there any more, and its log of deliveries is gone; for maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        webhook_id=webhook_id,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    if_match: str,
) -> None:
    """Delete a webhook

     Nothing is sent there any more, and its log of deliveries is gone; for maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        group=group,
        webhook_id=webhook_id,
        client=client,
        if_match=if_match,
    )
