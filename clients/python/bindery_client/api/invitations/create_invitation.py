from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.invitation_create import InvitationCreate
from ...models.sent_invitation import SentInvitation
from ...types import Response


def _get_kwargs(
    *,
    body: InvitationCreate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/invitations",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> SentInvitation:
    if response.status_code == 201:
        response_201 = SentInvitation.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: InvitationCreate,
) -> Response[SentInvitation]:
    """Invite somebody

     Returns a link with which one person may create a user, once, until it expires; whoever has the
    link can use it. Owners invite to their group; administrators also to no group. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (InvitationCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[SentInvitation]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: InvitationCreate,
) -> SentInvitation:
    """Invite somebody

     Returns a link with which one person may create a user, once, until it expires; whoever has the
    link can use it. Owners invite to their group; administrators also to no group. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (InvitationCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        SentInvitation
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: InvitationCreate,
) -> Response[SentInvitation]:
    """Invite somebody

     Returns a link with which one person may create a user, once, until it expires; whoever has the
    link can use it. Owners invite to their group; administrators also to no group. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (InvitationCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[SentInvitation]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: InvitationCreate,
) -> SentInvitation:
    """Invite somebody

     Returns a link with which one person may create a user, once, until it expires; whoever has the
    link can use it. Owners invite to their group; administrators also to no group. Takes no
    Idempotency-Key, since keeping the answer would keep the secret.

    Errors: 400, 401, 403, 404, 406, 413, 415, 500, 503.

    Args:
        body (InvitationCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        SentInvitation
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
