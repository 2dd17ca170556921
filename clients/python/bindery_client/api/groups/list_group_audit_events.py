from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.audit_event_page import AuditEventPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["action"] = action

    params["actor"] = actor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/groups/{group}/audit-events".format(
            group=path_segment(group),
        ),
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> AuditEventPage:
    if response.status_code == 200:
        response_200 = AuditEventPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
) -> Response[AuditEventPage]:
    """List the audit events of a group

     Returns who did what in the group, its APIs, its machines and their access tokens, the newest
    first; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        action (str | Unset):
        actor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[AuditEventPage]
    """

    kwargs = _get_kwargs(
        group=group,
        limit=limit,
        cursor=cursor,
        action=action,
        actor=actor,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
) -> AuditEventPage:
    """List the audit events of a group

     Returns who did what in the group, its APIs, its machines and their access tokens, the newest
    first; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        action (str | Unset):
        actor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        AuditEventPage
    """

    return sync_detailed(
        group=group,
        client=client,
        limit=limit,
        cursor=cursor,
        action=action,
        actor=actor,
    ).parsed


async def asyncio_detailed(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
) -> Response[AuditEventPage]:
    """List the audit events of a group

     Returns who did what in the group, its APIs, its machines and their access tokens, the newest
    first; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        action (str | Unset):
        actor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[AuditEventPage]
    """

    kwargs = _get_kwargs(
        group=group,
        limit=limit,
        cursor=cursor,
        action=action,
        actor=actor,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    action: str | Unset = UNSET,
    actor: str | Unset = UNSET,
) -> AuditEventPage:
    """List the audit events of a group

     Returns who did what in the group, its APIs, its machines and their access tokens, the newest
    first; for owners.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        limit (int | Unset):
        cursor (str | Unset):
        action (str | Unset):
        actor (str | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        AuditEventPage
    """

    return (
        await asyncio_detailed(
            group=group,
            client=client,
            limit=limit,
            cursor=cursor,
            action=action,
            actor=actor,
        )
    ).parsed
