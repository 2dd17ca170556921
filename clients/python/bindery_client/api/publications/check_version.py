from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.check import Check
from ...retries import HARMLESS
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    *,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(content_digest, Unset):
        headers["Content-Digest"] = content_digest

    params: dict[str, Any] = {}

    params["version"] = version

    params["base"] = base

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/apis/{api}/checks".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
        "params": params,
        "extensions": {HARMLESS: True},
    }

    _kwargs["content"] = body

    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Check:
    if response.status_code == 200:
        response_200 = Check.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Response[Check]:
    """Check whether a version could be published

     Says what publishing the document would come to, with the same comparison and the same
    decision, and publishes nothing.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Check]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        body=body,
        version=version,
        base=base,
        content_digest=content_digest,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Check:
    """Check whether a version could be published

     Says what publishing the document would come to, with the same comparison and the same
    decision, and publishes nothing.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Check
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
        body=body,
        version=version,
        base=base,
        content_digest=content_digest,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Response[Check]:
    """Check whether a version could be published

     Says what publishing the document would come to, with the same comparison and the same
    decision, and publishes nothing.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Check]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        body=body,
        version=version,
        base=base,
        content_digest=content_digest,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Check:
    """Check whether a version could be published

     Says what publishing the document would come to, with the same comparison and the same
    decision, and publishes nothing.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Check
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            client=client,
            body=body,
            version=version,
            base=base,
            content_digest=content_digest,
        )
    ).parsed
