from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.version import Version
from ...models.version_withhold import VersionWithhold
from ...types import Response


def _get_kwargs(
    group: str,
    api: str,
    version: str,
    *,
    body: VersionWithhold,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/withhold".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Version:
    if response.status_code == 200:
        response_200 = Version.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    body: VersionWithhold,
    if_match: str,
) -> Response[Version]:
    """Withhold the document of a version

     For a document that leaked a secret: its bytes are erased, and everything that may quote them:
    title, operations, texts in comparisons. Version, digest, checksum and audit stay. There is no
    way back; whoever downloaded it still has it, so change the secret. For maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        if_match (str):
        body (VersionWithhold):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Version]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    body: VersionWithhold,
    if_match: str,
) -> Version:
    """Withhold the document of a version

     For a document that leaked a secret: its bytes are erased, and everything that may quote them:
    title, operations, texts in comparisons. Version, digest, checksum and audit stay. There is no
    way back; whoever downloaded it still has it, so change the secret. For maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        if_match (str):
        body (VersionWithhold):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Version
    """

    return sync_detailed(
        group=group,
        api=api,
        version=version,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    body: VersionWithhold,
    if_match: str,
) -> Response[Version]:
    """Withhold the document of a version

     For a document that leaked a secret: its bytes are erased, and everything that may quote them:
    title, operations, texts in comparisons. Version, digest, checksum and audit stay. There is no
    way back; whoever downloaded it still has it, so change the secret. For maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        if_match (str):
        body (VersionWithhold):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Version]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    body: VersionWithhold,
    if_match: str,
) -> Version:
    """Withhold the document of a version

     For a document that leaked a secret: its bytes are erased, and everything that may quote them:
    title, operations, texts in comparisons. Version, digest, checksum and audit stay. There is no
    way back; whoever downloaded it still has it, so change the secret. For maintainers.

    Errors: 400, 401, 403, 404, 406, 412, 413, 415, 428, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        if_match (str):
        body (VersionWithhold):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Version
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            version=version,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
