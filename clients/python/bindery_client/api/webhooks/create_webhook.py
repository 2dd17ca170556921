from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.webhook_create import WebhookCreate
from ...models.webhook_with_secret import WebhookWithSecret
from ...types import Response


def _get_kwargs(
    group: str,
    *,
    body: WebhookCreate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/webhooks".format(
            group=path_segment(group),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> WebhookWithSecret:
    if response.status_code == 201:
        response_201 = WebhookWithSecret.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
    body: WebhookCreate,
) -> Response[WebhookWithSecret]:
    """Create a webhook

     From now on, events of the group, or of one of its APIs, are sent to the address as POST
    requests, signed by Standard Webhooks with the secret that is returned this once. The address
    must be public and https, unless the operator has named its network. For maintainers; a group
    has as many as its quota allows. Takes no Idempotency-Key, since keeping the answer would keep
    the secret.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        body (WebhookCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[WebhookWithSecret]
    """

    kwargs = _get_kwargs(
        group=group,
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
    body: WebhookCreate,
) -> WebhookWithSecret:
    """Create a webhook

     From now on, events of the group, or of one of its APIs, are sent to the address as POST
    requests, signed by Standard Webhooks with the secret that is returned this once. The address
    must be public and https, unless the operator has named its network. For maintainers; a group
    has as many as its quota allows. Takes no Idempotency-Key, since keeping the answer would keep
    the secret.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        body (WebhookCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        WebhookWithSecret
    """

    return sync_detailed(
        group=group,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
    body: WebhookCreate,
) -> Response[WebhookWithSecret]:
    """Create a webhook

     From now on, events of the group, or of one of its APIs, are sent to the address as POST
    requests, signed by Standard Webhooks with the secret that is returned this once. The address
    must be public and https, unless the operator has named its network. For maintainers; a group
    has as many as its quota allows. Takes no Idempotency-Key, since keeping the answer would keep
    the secret.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        body (WebhookCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[WebhookWithSecret]
    """

    kwargs = _get_kwargs(
        group=group,
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
    body: WebhookCreate,
) -> WebhookWithSecret:
    """Create a webhook

     From now on, events of the group, or of one of its APIs, are sent to the address as POST
    requests, signed by Standard Webhooks with the secret that is returned this once. The address
    must be public and https, unless the operator has named its network. For maintainers; a group
    has as many as its quota allows. Takes no Idempotency-Key, since keeping the answer would keep
    the secret.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        body (WebhookCreate):

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
            client=client,
            body=body,
        )
    ).parsed
