from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.version import Version
from ...types import Response


def _get_kwargs(
    group: str,
    api: str,
    version: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
    }

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
) -> Response[Version]:
    """Get a version

     Tells its state, its verdict against its base, and why it was accepted. A version that is
    being retired says so in the headers Deprecation, Sunset and Link.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):

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
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
) -> Version:
    """Get a version

     Tells its state, its verdict against its base, and why it was accepted. A version that is
    being retired says so in the headers Deprecation, Sunset and Link.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):

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
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
) -> Response[Version]:
    """Get a version

     Tells its state, its verdict against its base, and why it was accepted. A version that is
    being retired says so in the headers Deprecation, Sunset and Link.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):

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
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
) -> Version:
    """Get a version

     Tells its state, its verdict against its base, and why it was accepted. A version that is
    being retired says so in the headers Deprecation, Sunset and Link.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):

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
        )
    ).parsed
