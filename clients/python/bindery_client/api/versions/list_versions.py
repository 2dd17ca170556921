from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.verdict import Verdict
from ...models.version_page import VersionPage
from ...models.version_sort import VersionSort
from ...models.version_state import VersionState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: VersionState | Unset = UNSET,
    verdict: Verdict | Unset = UNSET,
    sort: VersionSort | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    json_verdict: str | Unset = UNSET
    if not isinstance(verdict, Unset):
        json_verdict = verdict

    params["verdict"] = json_verdict

    json_sort: str | Unset = UNSET
    if not isinstance(sort, Unset):
        json_sort = sort

    params["sort"] = json_sort

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/apis/{api}/versions".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> VersionPage:
    if response.status_code == 200:
        response_200 = VersionPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: VersionState | Unset = UNSET,
    verdict: Verdict | Unset = UNSET,
    sort: VersionSort | Unset = UNSET,
) -> Response[VersionPage]:
    """List the versions of an API

     The newest publication first, unless `sort` says otherwise. Pending and rejected versions are
    told of to members only.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (VersionState | Unset):
        verdict (Verdict | Unset):
        sort (VersionSort | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[VersionPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        limit=limit,
        cursor=cursor,
        state=state,
        verdict=verdict,
        sort=sort,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: VersionState | Unset = UNSET,
    verdict: Verdict | Unset = UNSET,
    sort: VersionSort | Unset = UNSET,
) -> VersionPage:
    """List the versions of an API

     The newest publication first, unless `sort` says otherwise. Pending and rejected versions are
    told of to members only.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (VersionState | Unset):
        verdict (Verdict | Unset):
        sort (VersionSort | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        VersionPage
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
        limit=limit,
        cursor=cursor,
        state=state,
        verdict=verdict,
        sort=sort,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: VersionState | Unset = UNSET,
    verdict: Verdict | Unset = UNSET,
    sort: VersionSort | Unset = UNSET,
) -> Response[VersionPage]:
    """List the versions of an API

     The newest publication first, unless `sort` says otherwise. Pending and rejected versions are
    told of to members only.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (VersionState | Unset):
        verdict (Verdict | Unset):
        sort (VersionSort | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[VersionPage]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        limit=limit,
        cursor=cursor,
        state=state,
        verdict=verdict,
        sort=sort,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: VersionState | Unset = UNSET,
    verdict: Verdict | Unset = UNSET,
    sort: VersionSort | Unset = UNSET,
) -> VersionPage:
    """List the versions of an API

     The newest publication first, unless `sort` says otherwise. Pending and rejected versions are
    told of to members only.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        limit (int | Unset):
        cursor (str | Unset):
        state (VersionState | Unset):
        verdict (Verdict | Unset):
        sort (VersionSort | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        VersionPage
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            client=client,
            limit=limit,
            cursor=cursor,
            state=state,
            verdict=verdict,
            sort=sort,
        )
    ).parsed
