from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.document_rendering import DocumentRendering
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    version: str,
    *,
    format_: DocumentRendering | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_format_: str | Unset = UNSET
    if not isinstance(format_, Unset):
        json_format_ = format_

    params["format"] = json_format_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/document".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> File:
    if response.status_code == 200:
        response_200 = response.content

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    format_: DocumentRendering | Unset = UNSET,
) -> Response[File]:
    """Get the document of a version

     As it was published, byte for byte, or written anew as JSON or YAML. A document that was
    withheld is a 404 `document_withheld` with its digest and checksum in `details`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        format_ (DocumentRendering | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[File]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        format_=format_,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    format_: DocumentRendering | Unset = UNSET,
) -> File:
    """Get the document of a version

     As it was published, byte for byte, or written anew as JSON or YAML. A document that was
    withheld is a 404 `document_withheld` with its digest and checksum in `details`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        format_ (DocumentRendering | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        File
    """

    return sync_detailed(
        group=group,
        api=api,
        version=version,
        client=client,
        format_=format_,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    format_: DocumentRendering | Unset = UNSET,
) -> Response[File]:
    """Get the document of a version

     As it was published, byte for byte, or written anew as JSON or YAML. A document that was
    withheld is a 404 `document_withheld` with its digest and checksum in `details`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        format_ (DocumentRendering | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[File]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        format_=format_,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    format_: DocumentRendering | Unset = UNSET,
) -> File:
    """Get the document of a version

     As it was published, byte for byte, or written anew as JSON or YAML. A document that was
    withheld is a 404 `document_withheld` with its digest and checksum in `details`.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        format_ (DocumentRendering | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        File
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            version=version,
            client=client,
            format_=format_,
        )
    ).parsed
