from typing import Any
from urllib.parse import quote

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.comparison import Comparison
from ...models.direction import Direction
from ...models.level import Level
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
    base: str,
    revision: str,
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

    params["base"] = base

    params["revision"] = revision

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/comparisons".format(
            group=quote(str(group), safe=""),
            api=quote(str(api), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> Comparison:
    if response.status_code == 200:
        response_200 = Comparison.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
    base: str,
    revision: str,
) -> Response[Comparison]:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages; everything else is
    the same on each page.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Comparison]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        limit=limit,
        cursor=cursor,
        level=level,
        direction=direction,
        rule=rule,
        base=base,
        revision=revision,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
    base: str,
    revision: str,
) -> Comparison:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages; everything else is
    the same on each page.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Comparison
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
        limit=limit,
        cursor=cursor,
        level=level,
        direction=direction,
        rule=rule,
        base=base,
        revision=revision,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
    base: str,
    revision: str,
) -> Response[Comparison]:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages; everything else is
    the same on each page.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Comparison]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        limit=limit,
        cursor=cursor,
        level=level,
        direction=direction,
        rule=rule,
        base=base,
        revision=revision,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | Unset = UNSET,
    direction: Direction | Unset = UNSET,
    rule: str | Unset = UNSET,
    base: str,
    revision: str,
) -> Comparison:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages; everything else is
    the same on each page.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | Unset):
        direction (Direction | Unset):
        rule (str | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed; carries the envelope.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Comparison
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            client=client,
            limit=limit,
            cursor=cursor,
            level=level,
            direction=direction,
            rule=rule,
            base=base,
            revision=revision,
        )
    ).parsed
