from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.comparison import Comparison
from ...models.direction import Direction
from ...models.judgement import Judgement
from ...models.level import Level
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    level: Level | list[Level] | Unset = UNSET,
    judgement: list[Judgement] | Unset = UNSET,
    direction: Direction | list[Direction] | Unset = UNSET,
    rule: list[str] | str | Unset = UNSET,
    area: list[str] | Unset = UNSET,
    operation: list[str] | Unset = UNSET,
    location: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    base: str,
    revision: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_level: list[str] | str | Unset
    if isinstance(level, Unset):
        json_level = UNSET
    elif isinstance(level, str):
        json_level = level
    else:
        json_level = []
        for level_type_1_item_data in level:
            level_type_1_item: str = level_type_1_item_data
            json_level.append(level_type_1_item)

    params["level"] = json_level

    json_judgement: list[str] | Unset = UNSET
    if not isinstance(judgement, Unset):
        json_judgement = []
        for judgement_item_data in judgement:
            judgement_item: str = judgement_item_data
            json_judgement.append(judgement_item)

    params["judgement"] = json_judgement

    json_direction: list[str] | str | Unset
    if isinstance(direction, Unset):
        json_direction = UNSET
    elif isinstance(direction, str):
        json_direction = direction
    else:
        json_direction = []
        for direction_type_1_item_data in direction:
            direction_type_1_item: str = direction_type_1_item_data
            json_direction.append(direction_type_1_item)

    params["direction"] = json_direction

    json_rule: list[str] | str | Unset
    if isinstance(rule, Unset):
        json_rule = UNSET
    elif isinstance(rule, list):
        json_rule = rule

    else:
        json_rule = rule
    params["rule"] = json_rule

    json_area: list[str] | Unset = UNSET
    if not isinstance(area, Unset):
        json_area = area

    params["area"] = json_area

    json_operation: list[str] | Unset = UNSET
    if not isinstance(operation, Unset):
        json_operation = operation

    params["operation"] = json_operation

    params["location"] = location

    params["approved"] = approved

    params["base"] = base

    params["revision"] = revision

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/comparisons".format(
            group=path_segment(group),
            api=path_segment(api),
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
    level: Level | list[Level] | Unset = UNSET,
    judgement: list[Judgement] | Unset = UNSET,
    direction: Direction | list[Direction] | Unset = UNSET,
    rule: list[str] | str | Unset = UNSET,
    area: list[str] | Unset = UNSET,
    operation: list[str] | Unset = UNSET,
    location: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    base: str,
    revision: str,
) -> Response[Comparison]:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages and may be filtered;
    everything else is the same whatever the page and the filters.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | list[Level] | Unset):
        judgement (list[Judgement] | Unset):
        direction (Direction | list[Direction] | Unset):
        rule (list[str] | str | Unset):
        area (list[str] | Unset):
        operation (list[str] | Unset):
        location (str | Unset):
        approved (bool | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed.
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
        judgement=judgement,
        direction=direction,
        rule=rule,
        area=area,
        operation=operation,
        location=location,
        approved=approved,
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
    level: Level | list[Level] | Unset = UNSET,
    judgement: list[Judgement] | Unset = UNSET,
    direction: Direction | list[Direction] | Unset = UNSET,
    rule: list[str] | str | Unset = UNSET,
    area: list[str] | Unset = UNSET,
    operation: list[str] | Unset = UNSET,
    location: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    base: str,
    revision: str,
) -> Comparison:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages and may be filtered;
    everything else is the same whatever the page and the filters.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | list[Level] | Unset):
        judgement (list[Judgement] | Unset):
        direction (Direction | list[Direction] | Unset):
        rule (list[str] | str | Unset):
        area (list[str] | Unset):
        operation (list[str] | Unset):
        location (str | Unset):
        approved (bool | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed.
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
        judgement=judgement,
        direction=direction,
        rule=rule,
        area=area,
        operation=operation,
        location=location,
        approved=approved,
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
    level: Level | list[Level] | Unset = UNSET,
    judgement: list[Judgement] | Unset = UNSET,
    direction: Direction | list[Direction] | Unset = UNSET,
    rule: list[str] | str | Unset = UNSET,
    area: list[str] | Unset = UNSET,
    operation: list[str] | Unset = UNSET,
    location: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    base: str,
    revision: str,
) -> Response[Comparison]:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages and may be filtered;
    everything else is the same whatever the page and the filters.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | list[Level] | Unset):
        judgement (list[Judgement] | Unset):
        direction (Direction | list[Direction] | Unset):
        rule (list[str] | str | Unset):
        area (list[str] | Unset):
        operation (list[str] | Unset):
        location (str | Unset):
        approved (bool | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed.
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
        judgement=judgement,
        direction=direction,
        rule=rule,
        area=area,
        operation=operation,
        location=location,
        approved=approved,
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
    level: Level | list[Level] | Unset = UNSET,
    judgement: list[Judgement] | Unset = UNSET,
    direction: Direction | list[Direction] | Unset = UNSET,
    rule: list[str] | str | Unset = UNSET,
    area: list[str] | Unset = UNSET,
    operation: list[str] | Unset = UNSET,
    location: str | Unset = UNSET,
    approved: bool | Unset = UNSET,
    base: str,
    revision: str,
) -> Comparison:
    """Compare two versions

     Any two versions of the API, in either order. The changes come in pages and may be filtered;
    everything else is the same whatever the page and the filters.

    Errors: 400, 401, 403, 404, 406, 409, 429, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        level (Level | list[Level] | Unset):
        judgement (list[Judgement] | Unset):
        direction (Direction | list[Direction] | Unset):
        rule (list[str] | str | Unset):
        area (list[str] | Unset):
        operation (list[str] | Unset):
        location (str | Unset):
        approved (bool | Unset):
        base (str):
        revision (str):

    Raises:
        ApiError: The service refused or failed.
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
            judgement=judgement,
            direction=direction,
            rule=rule,
            area=area,
            operation=operation,
            location=location,
            approved=approved,
            base=base,
            revision=revision,
        )
    ).parsed
