from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.sdk import Sdk
from ...types import Response


def _get_kwargs(
    group: str,
    api: str,
    version: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/sdk".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> Sdk:
    if response.status_code == 200:
        response_200 = Sdk.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
) -> Response[Sdk]:
    """Get the client of a version

     Every version that is published or released gets a typed Python client: a package that `pip`
    installs from `/simple/`. Tells how to install it, or which places in the document stand in the
    way; and what an upgrade from the client of the version's base breaks.

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
        Response[Sdk]
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
) -> Sdk:
    """Get the client of a version

     Every version that is published or released gets a typed Python client: a package that `pip`
    installs from `/simple/`. Tells how to install it, or which places in the document stand in the
    way; and what an upgrade from the client of the version's base breaks.

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
        Sdk
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
) -> Response[Sdk]:
    """Get the client of a version

     Every version that is published or released gets a typed Python client: a package that `pip`
    installs from `/simple/`. Tells how to install it, or which places in the document stand in the
    way; and what an upgrade from the client of the version's base breaks.

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
        Response[Sdk]
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
) -> Sdk:
    """Get the client of a version

     Every version that is published or released gets a typed Python client: a package that `pip`
    installs from `/simple/`. Tells how to install it, or which places in the document stand in the
    way; and what an upgrade from the client of the version's base breaks.

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
        Sdk
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            version=version,
            client=client,
        )
    ).parsed
