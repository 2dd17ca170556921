from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.service_account import ServiceAccount
from ...models.service_account_create import ServiceAccountCreate
from ...retries import new_idempotency_key
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    *,
    body: ServiceAccountCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/service-accounts".format(
            group=path_segment(group),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> ServiceAccount:
    if response.status_code == 201:
        response_201 = ServiceAccount.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
    body: ServiceAccountCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[ServiceAccount]:
    """Create a service account

     Gives the group a machine with a role in it, short of owner; for owners. It signs in with
    access tokens that owners make for it.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ServiceAccountCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ServiceAccount]
    """

    kwargs = _get_kwargs(
        group=group,
        body=body,
        idempotency_key=idempotency_key,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
    body: ServiceAccountCreate,
    idempotency_key: str | Unset = UNSET,
) -> ServiceAccount:
    """Create a service account

     Gives the group a machine with a role in it, short of owner; for owners. It signs in with
    access tokens that owners make for it.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ServiceAccountCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ServiceAccount
    """

    return sync_detailed(
        group=group,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
    body: ServiceAccountCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[ServiceAccount]:
    """Create a service account

     Gives the group a machine with a role in it, short of owner; for owners. It signs in with
    access tokens that owners make for it.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ServiceAccountCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ServiceAccount]
    """

    kwargs = _get_kwargs(
        group=group,
        body=body,
        idempotency_key=idempotency_key,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
    body: ServiceAccountCreate,
    idempotency_key: str | Unset = UNSET,
) -> ServiceAccount:
    """Create a service account

     Gives the group a machine with a role in it, short of owner; for owners. It signs in with
    access tokens that owners make for it.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ServiceAccountCreate):

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
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
