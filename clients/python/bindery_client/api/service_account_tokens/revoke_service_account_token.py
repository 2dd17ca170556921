from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...types import Response


def _get_kwargs(
    group: str,
    account: str,
    token_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/groups/{group}/service-accounts/{account}/access-tokens/{token_id}".format(
            group=path_segment(group),
            account=path_segment(account),
            token_id=path_segment(token_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    group: str,
    account: str,
    token_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Revoke an access token of a service account

     Ends it at once and for good; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        token_id=token_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    account: str,
    token_id: str,
    *,
    client: Client,
) -> None:
    """Revoke an access token of a service account

     Ends it at once and for good; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        group=group,
        account=account,
        token_id=token_id,
        client=client,
    )


async def asyncio_detailed(
    group: str,
    account: str,
    token_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Revoke an access token of a service account

     Ends it at once and for good; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        account=account,
        token_id=token_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    account: str,
    token_id: str,
    *,
    client: Client,
) -> None:
    """Revoke an access token of a service account

     Ends it at once and for good; for owners of the group.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        account (str):
        token_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        group=group,
        account=account,
        token_id=token_id,
        client=client,
    )
