from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.instance import Instance
from ...types import Response


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/instance",
    }

    return _kwargs


def _parse(response: httpx.Response) -> Instance:
    if response.status_code == 200:
        response_200 = Instance.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
) -> Response[Instance]:
    """Get the instance

     Returns which version of the service and of the comparison engine runs here.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Instance]
    """

    kwargs = _get_kwargs()

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
) -> Instance:
    """Get the instance

     Returns which version of the service and of the comparison engine runs here.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Instance
    """

    return sync_detailed(
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
) -> Response[Instance]:
    """Get the instance

     Returns which version of the service and of the comparison engine runs here.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Instance]
    """

    kwargs = _get_kwargs()

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
) -> Instance:
    """Get the instance

     Returns which version of the service and of the comparison engine runs here.

    Errors: 400, 401, 403, 406, 500, 503.

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Instance
    """

    return (
        await asyncio_detailed(
            client=client,
        )
    ).parsed
