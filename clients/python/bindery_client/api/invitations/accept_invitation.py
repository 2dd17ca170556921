from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.invitation_accept import InvitationAccept
from ...models.user import User
from ...types import Response


def _get_kwargs(
    *,
    body: InvitationAccept,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/invitations/accept",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> User:
    if response.status_code == 201:
        response_201 = User.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: InvitationAccept,
) -> Response[User]:
    """Accept an invitation

     Creates the user that the invitation is for, as a member of its group if it names one. An
    unknown secret and an invitation that was used, taken back, has expired, or comes from somebody
    who could not send it any more are answered alike.
    Needs no access token, and no Idempotency-Key: an invitation is accepted once.

    Errors: 400, 406, 409, 413, 415, 429, 500, 503.

    Args:
        body (InvitationAccept):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[User]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: InvitationAccept,
) -> User:
    """Accept an invitation

     Creates the user that the invitation is for, as a member of its group if it names one. An
    unknown secret and an invitation that was used, taken back, has expired, or comes from somebody
    who could not send it any more are answered alike.
    Needs no access token, and no Idempotency-Key: an invitation is accepted once.

    Errors: 400, 406, 409, 413, 415, 429, 500, 503.

    Args:
        body (InvitationAccept):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        User
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: InvitationAccept,
) -> Response[User]:
    """Accept an invitation

     Creates the user that the invitation is for, as a member of its group if it names one. An
    unknown secret and an invitation that was used, taken back, has expired, or comes from somebody
    who could not send it any more are answered alike.
    Needs no access token, and no Idempotency-Key: an invitation is accepted once.

    Errors: 400, 406, 409, 413, 415, 429, 500, 503.

    Args:
        body (InvitationAccept):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[User]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: InvitationAccept,
) -> User:
    """Accept an invitation

     Creates the user that the invitation is for, as a member of its group if it names one. An
    unknown secret and an invitation that was used, taken back, has expired, or comes from somebody
    who could not send it any more are answered alike.
    Needs no access token, and no Idempotency-Key: an invitation is accepted once.

    Errors: 400, 406, 409, 413, 415, 429, 500, 503.

    Args:
        body (InvitationAccept):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        User
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
