from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.secret_rotation import SecretRotation
from ...models.webhook_with_secret import WebhookWithSecret
from ...types import Response


def _get_kwargs(
    group: str,
    webhook_id: str,
    *,
    body: SecretRotation,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/webhooks/{webhook_id}/secret-rotations".format(
            group=path_segment(group),
            webhook_id=path_segment(webhook_id),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> WebhookWithSecret:
    if response.status_code == 200:
        response_200 = WebhookWithSecret.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    webhook_id: str,
    *,
    client: Client,
    body: SecretRotation,
    if_match: str,
) -> Response[WebhookWithSecret]:
    """Give a webhook a new secret

     Returns the new secret, this once. For 24 hours everything is signed with the former secret,
    too, so that receivers can change over; `ends_former` ends it at once, for one that leaked. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (SecretRotation):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[WebhookWithSecret]
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
    body: SecretRotation,
    if_match: str,
) -> WebhookWithSecret:
    """Give a webhook a new secret

     Returns the new secret, this once. For 24 hours everything is signed with the former secret,
    too, so that receivers can change over; `ends_former` ends it at once, for one that leaked. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (SecretRotation):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        WebhookWithSecret
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
    body: SecretRotation,
    if_match: str,
) -> Response[WebhookWithSecret]:
    """Give a webhook a new secret

     Returns the new secret, this once. For 24 hours everything is signed with the former secret,
    too, so that receivers can change over; `ends_former` ends it at once, for one that leaked. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (SecretRotation):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[WebhookWithSecret]
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
    body: SecretRotation,
    if_match: str,
) -> WebhookWithSecret:
    """Give a webhook a new secret

     Returns the new secret, this once. For 24 hours everything is signed with the former secret,
    too, so that receivers can change over; `ends_former` ends it at once, for one that leaked. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 409, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        webhook_id (str):
        if_match (str):
        body (SecretRotation):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        WebhookWithSecret
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
