from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.refused_publication_page import RefusedPublicationPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
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
        "url": "/api/v1/groups/{group}/apis/{api}/refused-publications".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> RefusedPublicationPage:
    if response.status_code == 200:
        response_200 = RefusedPublicationPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[RefusedPublicationPage]:
    """List refused publications

     Attempts that the compatibility policy refused, the newest first; for members.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[RefusedPublicationPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> RefusedPublicationPage:
    """List refused publications

     Attempts that the compatibility policy refused, the newest first; for members.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        RefusedPublicationPage
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
        limit=limit,
        cursor=cursor,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> Response[RefusedPublicationPage]:
    """List refused publications

     Attempts that the compatibility policy refused, the newest first; for members.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[RefusedPublicationPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        limit=limit,
        cursor=cursor,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
) -> RefusedPublicationPage:
    """List refused publications

     Attempts that the compatibility policy refused, the newest first; for members.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        RefusedPublicationPage
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            client=client,
            limit=limit,
            cursor=cursor,
        )
    ).parsed
