from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.api import Api
from ...models.api_update import ApiUpdate
from ...types import Response


def _get_kwargs(
    group: str,
    api: str,
    *,
    body: ApiUpdate,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/api/v1/groups/{group}/apis/{api}".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: ApiUpdate,
    if_match: str,
) -> Response[Api]:
    """Change an API

     Changes the fields that are given; for maintainers. The name stays, since others refer to it.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        if_match (str):
        body (ApiUpdate):

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
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApiUpdate,
    if_match: str,
) -> Api:
    """Change an API

     Changes the fields that are given; for maintainers. The name stays, since others refer to it.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        if_match (str):
        body (ApiUpdate):

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
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApiUpdate,
    if_match: str,
) -> Response[Api]:
    """Change an API

     Changes the fields that are given; for maintainers. The name stays, since others refer to it.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        if_match (str):
        body (ApiUpdate):

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
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApiUpdate,
    if_match: str,
) -> Api:
    """Change an API

     Changes the fields that are given; for maintainers. The name stays, since others refer to it.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        if_match (str):
        body (ApiUpdate):

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
            body=body,
            if_match=if_match,
        )
    ).parsed
