from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.service_account import ServiceAccount
from ...types import Response


def _get_kwargs(
    group: str,
    account: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/service-accounts/{account}".format(
            group=path_segment(group),
            account=path_segment(account),
        ),
    }

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
) -> Response[ServiceAccount]:
    """Get a service account

     Returns the machine; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):

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
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    account: str,
    *,
    client: Client,
) -> ServiceAccount:
    """Get a service account

     Returns the machine; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):

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
    ).parsed


async def asyncio_detailed(
    group: str,
    account: str,
    *,
    client: Client,
) -> Response[ServiceAccount]:
    """Get a service account

     Returns the machine; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):

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
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    account: str,
    *,
    client: Client,
) -> ServiceAccount:
    """Get a service account

     Returns the machine; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):

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
        )
    ).parsed
