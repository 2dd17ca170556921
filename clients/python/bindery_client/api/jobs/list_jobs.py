from typing import Any
from uuid import UUID

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.job_page import JobPage
from ...models.job_state import JobState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: JobState | Unset = UNSET,
    kind: str | Unset = UNSET,
    group_id: UUID | Unset = UNSET,
    api_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    params["kind"] = kind

    json_group_id: str | Unset = UNSET
    if not isinstance(group_id, Unset):
        json_group_id = str(group_id)
    params["group_id"] = json_group_id

    json_api_id: str | Unset = UNSET
    if not isinstance(api_id, Unset):
        json_api_id = str(api_id)
    params["api_id"] = json_api_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/jobs",
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> JobPage:
    if response.status_code == 200:
        response_200 = JobPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: JobState | Unset = UNSET,
    kind: str | Unset = UNSET,
    group_id: UUID | Unset = UNSET,
    api_id: UUID | Unset = UNSET,
) -> Response[JobPage]:
    """List jobs

     Returns the jobs of the groups that you belong to, the newest first; to administrators, all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (JobState | Unset):
        kind (str | Unset):
        group_id (UUID | Unset):
        api_id (UUID | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[JobPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        state=state,
        kind=kind,
        group_id=group_id,
        api_id=api_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: JobState | Unset = UNSET,
    kind: str | Unset = UNSET,
    group_id: UUID | Unset = UNSET,
    api_id: UUID | Unset = UNSET,
) -> JobPage:
    """List jobs

     Returns the jobs of the groups that you belong to, the newest first; to administrators, all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (JobState | Unset):
        kind (str | Unset):
        group_id (UUID | Unset):
        api_id (UUID | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        JobPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        state=state,
        kind=kind,
        group_id=group_id,
        api_id=api_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: JobState | Unset = UNSET,
    kind: str | Unset = UNSET,
    group_id: UUID | Unset = UNSET,
    api_id: UUID | Unset = UNSET,
) -> Response[JobPage]:
    """List jobs

     Returns the jobs of the groups that you belong to, the newest first; to administrators, all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (JobState | Unset):
        kind (str | Unset):
        group_id (UUID | Unset):
        api_id (UUID | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[JobPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        state=state,
        kind=kind,
        group_id=group_id,
        api_id=api_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: JobState | Unset = UNSET,
    kind: str | Unset = UNSET,
    group_id: UUID | Unset = UNSET,
    api_id: UUID | Unset = UNSET,
) -> JobPage:
    """List jobs

     Returns the jobs of the groups that you belong to, the newest first; to administrators, all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (JobState | Unset):
        kind (str | Unset):
        group_id (UUID | Unset):
        api_id (UUID | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        JobPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            state=state,
            kind=kind,
            group_id=group_id,
            api_id=api_id,
        )
    ).parsed
