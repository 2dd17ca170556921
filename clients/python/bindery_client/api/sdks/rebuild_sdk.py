from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.sdk import Sdk
from ...retries import new_idempotency_key
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    version: str,
    *,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/sdk/rebuild".format(
            group=path_segment(group),
            api=path_segment(api),
            version=path_segment(version),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Sdk:
    if response.status_code == 202:
        response_202 = Sdk.from_dict(response.json())

        return response_202

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Response[Sdk]:
    """Build the client of a version again

     For a version that has none yet, whose last build failed, or whose client an older generator
    made; otherwise a 409 `sdk_not_rebuildable`. The job in `Location` tells how far it is.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        idempotency_key (str | Unset):

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
        idempotency_key=idempotency_key,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Sdk:
    """Build the client of a version again

     For a version that has none yet, whose last build failed, or whose client an older generator
    made; otherwise a 409 `sdk_not_rebuildable`. The job in `Location` tells how far it is.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        idempotency_key (str | Unset):

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
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Response[Sdk]:
    """Build the client of a version again

     For a version that has none yet, whose last build failed, or whose client an older generator
    made; otherwise a 409 `sdk_not_rebuildable`. The job in `Location` tells how far it is.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        idempotency_key (str | Unset):

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
        idempotency_key=idempotency_key,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    idempotency_key: str | Unset = UNSET,
) -> Sdk:
    """Build the client of a version again

     For a version that has none yet, whose last build failed, or whose client an older generator
    made; otherwise a 409 `sdk_not_rebuildable`. The job in `Location` tells how far it is.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        idempotency_key (str | Unset):

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
            idempotency_key=idempotency_key,
        )
    ).parsed
