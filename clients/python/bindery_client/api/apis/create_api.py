from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.api import Api
from ...models.api_create import ApiCreate
from ...retries import new_idempotency_key
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    *,
    body: ApiCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/apis".format(
            group=path_segment(group),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Api:
    if response.status_code == 201:
        response_201 = Api.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
    body: ApiCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Api]:
    """Create an API

     Adds an API to the group, for maintainers. Names that differ only in `.`, `-` and `_` count as
    the same. A group holds as many APIs as its quota allows.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ApiCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Api]
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
    body: ApiCreate,
    idempotency_key: str | Unset = UNSET,
) -> Api:
    """Create an API

     Adds an API to the group, for maintainers. Names that differ only in `.`, `-` and `_` count as
    the same. A group holds as many APIs as its quota allows.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ApiCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Api
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
    body: ApiCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Api]:
    """Create an API

     Adds an API to the group, for maintainers. Names that differ only in `.`, `-` and `_` count as
    the same. A group holds as many APIs as its quota allows.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ApiCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Api]
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
    body: ApiCreate,
    idempotency_key: str | Unset = UNSET,
) -> Api:
    """Create an API

     Adds an API to the group, for maintainers. Names that differ only in `.`, `-` and `_` count as
    the same. A group holds as many APIs as its quota allows.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        idempotency_key (str | Unset):
        body (ApiCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Api
    """

    return (
        await asyncio_detailed(
            group=group,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
