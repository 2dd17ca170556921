from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.api import Api
from ...types import Response


def _get_kwargs(
    group: str,
    api: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> Api:
    if response.status_code == 200:
        response_200 = Api.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
) -> Response[Api]:
    """Get an API

     Returns the API, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Api]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
) -> Api:
    """Get an API

     Returns the API, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Api
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
) -> Response[Api]:
    """Get an API

     Returns the API, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Api]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
) -> Api:
    """Get an API

     Returns the API, if the caller may see it.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):

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
            api=api,
            client=client,
        )
    ).parsed
