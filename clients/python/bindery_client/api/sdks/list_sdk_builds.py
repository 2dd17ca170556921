from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.sdk_page import SdkPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    version: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/sdk/builds".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> SdkPage:
    if response.status_code == 200:
        response_200 = SdkPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[SdkPage]:
    """List the builds of a version's client

     The newest first. A client is built again, as a post release, when a newer generator is asked
    to; what could be installed before stays for those who name it exactly.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[SdkPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> SdkPage:
    """List the builds of a version's client

     The newest first. A client is built again, as a post release, when a newer generator is asked
    to; what could be installed before stays for those who name it exactly.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        SdkPage
    """

    return sync_detailed(
        group=group,
        api=api,
        version=version,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[SdkPage]:
    """List the builds of a version's client

     The newest first. A client is built again, as a post release, when a newer generator is asked
    to; what could be installed before stays for those who name it exactly.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[SdkPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> SdkPage:
    """List the builds of a version's client

     The newest first. A client is built again, as a post release, when a newer generator is asked
    to; what could be installed before stays for those who name it exactly.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        SdkPage
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            version=version,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
