from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.http_method import HttpMethod
from ...models.operation_page import OperationPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    version: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    method: HttpMethod | Unset = UNSET,
    deprecated: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_method: str | Unset = UNSET
    if not isinstance(method, Unset):
        json_method = method

    params["method"] = json_method

    params["deprecated"] = deprecated

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/operations".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> OperationPage:
    if response.status_code == 200:
        response_200 = OperationPage.from_dict(response.json())

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
    method: HttpMethod | Unset = UNSET,
    deprecated: bool | Unset = UNSET,
) -> Response[OperationPage]:
    """List the operations of a version

     Path by path, as in the document. A version whose document was withheld tells none: a 404
    `document_withheld`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        method (HttpMethod | Unset):
        deprecated (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[OperationPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        limit=limit,
        cursor=cursor,
        method=method,
        deprecated=deprecated,
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
    method: HttpMethod | Unset = UNSET,
    deprecated: bool | Unset = UNSET,
) -> OperationPage:
    """List the operations of a version

     Path by path, as in the document. A version whose document was withheld tells none: a 404
    `document_withheld`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        method (HttpMethod | Unset):
        deprecated (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        OperationPage
    """

    return sync_detailed(
        group=group,
        api=api,
        version=version,
        client=client,
        limit=limit,
        cursor=cursor,
        method=method,
        deprecated=deprecated,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    method: HttpMethod | Unset = UNSET,
    deprecated: bool | Unset = UNSET,
) -> Response[OperationPage]:
    """List the operations of a version

     Path by path, as in the document. A version whose document was withheld tells none: a 404
    `document_withheld`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        method (HttpMethod | Unset):
        deprecated (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[OperationPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        limit=limit,
        cursor=cursor,
        method=method,
        deprecated=deprecated,
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
    method: HttpMethod | Unset = UNSET,
    deprecated: bool | Unset = UNSET,
) -> OperationPage:
    """List the operations of a version

     Path by path, as in the document. A version whose document was withheld tells none: a 404
    `document_withheld`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        method (HttpMethod | Unset):
        deprecated (bool | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        OperationPage
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            version=version,
            client=client,
            limit=limit,
            cursor=cursor,
            method=method,
            deprecated=deprecated,
        )
    ).parsed
