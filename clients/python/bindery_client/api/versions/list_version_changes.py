from typing import Any
from urllib.parse import quote

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.change_page import ChangePage
from ...models.direction import Direction
from ...models.level import Level
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    version: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_level: str | Unset = UNSET
    if not isinstance(level, Unset):
        json_level = level

    params["level"] = json_level

    json_direction: str | Unset = UNSET
    if not isinstance(direction, Unset):
        json_direction = direction

    params["direction"] = json_direction

    params["rule"] = rule

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions/{version}/changes".format(
            group=quote(str(group), safe=""),
            api=quote(str(api), safe=""),
            version=quote(str(version), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> ChangePage:
    if response.status_code == 200:
        response_200 = ChangePage.from_dict(response.json())

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
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
) -> Response[ChangePage]:
    """List what changed since the base of a version

     The base is the previous version, or the one that was named when it was published. The first
    version has no changes.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ChangePage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        limit=limit,
        cursor=cursor,
        level=level,
        direction=direction,
        rule=rule,
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
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
) -> ChangePage:
    """List what changed since the base of a version

     The base is the previous version, or the one that was named when it was published. The first
    version has no changes.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ChangePage
    """

    return sync_detailed(
        group=group,
        api=api,
        version=version,
        client=client,
        limit=limit,
        cursor=cursor,
        level=level,
        direction=direction,
        rule=rule,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    version: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
) -> Response[ChangePage]:
    """List what changed since the base of a version

     The base is the previous version, or the one that was named when it was published. The first
    version has no changes.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[ChangePage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        version=version,
        limit=limit,
        cursor=cursor,
        level=level,
        direction=direction,
        rule=rule,
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
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
) -> ChangePage:
    """List what changed since the base of a version

     The base is the previous version, or the one that was named when it was published. The first
    version has no changes.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        version (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        ChangePage
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            version=version,
            client=client,
            limit=limit,
            cursor=cursor,
            level=level,
            direction=direction,
            rule=rule,
        )
    ).parsed
