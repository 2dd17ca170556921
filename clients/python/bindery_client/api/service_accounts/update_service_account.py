from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.service_account import ServiceAccount
from ...models.service_account_update import ServiceAccountUpdate
from ...types import Response


def _get_kwargs(
    group: str,
    account: str,
    *,
    body: ServiceAccountUpdate,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/groups/{group}/service-accounts/{account}".format(
            group=path_segment(group),
            account=path_segment(account),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> ServiceAccount:
    if response.status_code == 200:
        response_200 = ServiceAccount.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    account: str,
    *,
    client: Client,
    body: ServiceAccountUpdate,
    if_match: str,
) -> Response[ServiceAccount]:
    """Change a service account

     Changes the fields that are given; for owners. The access tokens of a deactivated account stop
    at once.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        account (str):
        if_match (str):
        body (ServiceAccountUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ServiceAccount]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    account: str,
    *,
    client: Client,
    body: ServiceAccountUpdate,
    if_match: str,
) -> ServiceAccount:
    """Change a service account

     Changes the fields that are given; for owners. The access tokens of a deactivated account stop
    at once.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        account (str):
        if_match (str):
        body (ServiceAccountUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ServiceAccount
    """

    return sync_detailed(
        group=group,
        account=account,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    group: str,
    account: str,
    *,
    client: Client,
    body: ServiceAccountUpdate,
    if_match: str,
) -> Response[ServiceAccount]:
    """Change a service account

     Changes the fields that are given; for owners. The access tokens of a deactivated account stop
    at once.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        account (str):
        if_match (str):
        body (ServiceAccountUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ServiceAccount]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    account: str,
    *,
    client: Client,
    body: ServiceAccountUpdate,
    if_match: str,
) -> ServiceAccount:
    """Change a service account

     Changes the fields that are given; for owners. The access tokens of a deactivated account stop
    at once.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        account (str):
        if_match (str):
        body (ServiceAccountUpdate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ServiceAccount
    """

    return (
        await asyncio_detailed(
            group=group,
            account=account,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
