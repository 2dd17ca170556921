from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.webhook_page import WebhookPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
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
        "url": "/api/v1/groups/{group}/webhooks".format(
            group=path_segment(group),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> WebhookPage:
    if response.status_code == 200:
        response_200 = WebhookPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[WebhookPage]:
    """List the webhooks of a group

     Returns where events are sent, the oldest webhook first; for maintainers, since addresses may be
    secret.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[WebhookPage]
    """

    kwargs = _get_kwargs(
        group=group,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> WebhookPage:
    """List the webhooks of a group

     Returns where events are sent, the oldest webhook first; for maintainers, since addresses may be
    secret.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        WebhookPage
    """

    return sync_detailed(
        group=group,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[WebhookPage]:
    """List the webhooks of a group

     Returns where events are sent, the oldest webhook first; for maintainers, since addresses may be
    secret.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[WebhookPage]
    """

    kwargs = _get_kwargs(
        group=group,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> WebhookPage:
    """List the webhooks of a group

     Returns where events are sent, the oldest webhook first; for maintainers, since addresses may be
    secret.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        WebhookPage
    """

    return (
        await asyncio_detailed(
            group=group,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
