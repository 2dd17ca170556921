from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.invitation_page import InvitationPage
from ...models.invitation_state import InvitationState
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: InvitationState | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/invitations",
        "params": params,
    }

    return _kwargs


def _parse(response: httpx.Response) -> InvitationPage:
    if response.status_code == 200:
        response_200 = InvitationPage.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: InvitationState | Unset = UNSET,
) -> Response[InvitationPage]:
    """List invitations

     Returns invitations to the groups that the caller owns, the newest first; to administrators,
    all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (InvitationState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[InvitationPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        state=state,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: InvitationState | Unset = UNSET,
) -> InvitationPage:
    """List invitations

     Returns invitations to the groups that the caller owns, the newest first; to administrators,
    all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (InvitationState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        InvitationPage
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        state=state,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: InvitationState | Unset = UNSET,
) -> Response[InvitationPage]:
    """List invitations

     Returns invitations to the groups that the caller owns, the newest first; to administrators,
    all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (InvitationState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[InvitationPage]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        state=state,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    limit: int | Unset = UNSET,
    cursor: str | Unset = UNSET,
    state: InvitationState | Unset = UNSET,
) -> InvitationPage:
    """List invitations

     Returns invitations to the groups that the caller owns, the newest first; to administrators,
    all.

    Errors: 400, 401, 403, 406, 500, 503.

    Args:
        limit (int | Unset):
        cursor (str | Unset):
        state (InvitationState | Unset):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        InvitationPage
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            state=state,
        )
    ).parsed
