from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.identity import Identity
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/me",
    }

    return _kwargs


def _parse(response: httpx.Response) -> Identity:
    if response.status_code == 200:
        response_200 = Identity.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
) -> Response[Identity]:
    """Get the own identity

     Returns who the access token in use stands for, what it may be used for, what it is bound to,
    and the roles that count with it at this moment.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Identity]
    """

    kwargs = _get_kwargs()

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
) -> Identity:
    """Get the own identity

     Returns who the access token in use stands for, what it may be used for, what it is bound to,
    and the roles that count with it at this moment.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Identity
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[Identity]:
    """Get the own identity

     Returns who the access token in use stands for, what it may be used for, what it is bound to,
    and the roles that count with it at this moment.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Identity]
    """

    kwargs = _get_kwargs()

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
) -> Identity:
    """Get the own identity

     Returns who the access token in use stands for, what it may be used for, what it is bound to,
    and the roles that count with it at this moment.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Identity
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
