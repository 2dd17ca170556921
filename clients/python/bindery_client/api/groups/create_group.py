from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.group import Group
from ...models.group_create import GroupCreate
from ...retries import new_idempotency_key
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: GroupCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Group:
    if response.status_code == 201:
        response_201 = Group.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: GroupCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Group]:
    """Create a group

     The user who creates a group becomes its owner. Names that differ only in `.`, `-` and `_`
    count as the same.

    Errors: 400, 401, 403, 406, 409, 413, 415, 500, 503.

    Args:
        idempotency_key (str | Unset):
        body (GroupCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Group]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: GroupCreate,
    idempotency_key: str | Unset = UNSET,
) -> Group:
    """Create a group

     The user who creates a group becomes its owner. Names that differ only in `.`, `-` and `_`
    count as the same.

    Errors: 400, 401, 403, 406, 409, 413, 415, 500, 503.

    Args:
        idempotency_key (str | Unset):
        body (GroupCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Group
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: GroupCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Group]:
    """Create a group

     The user who creates a group becomes its owner. Names that differ only in `.`, `-` and `_`
    count as the same.

    Errors: 400, 401, 403, 406, 409, 413, 415, 500, 503.

    Args:
        idempotency_key (str | Unset):
        body (GroupCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Group]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: GroupCreate,
    idempotency_key: str | Unset = UNSET,
) -> Group:
    """Create a group

     The user who creates a group becomes its owner. Names that differ only in `.`, `-` and `_`
    count as the same.

    Errors: 400, 401, 403, 406, 409, 413, 415, 500, 503.

    Args:
        idempotency_key (str | Unset):
        body (GroupCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Group
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
