from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...types import Response


def _get_kwargs(
    invitation_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/invitations/{invitation_id}".format(
            invitation_id=path_segment(invitation_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    invitation_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Take an invitation back

     The link stops working; a user who came in by it stays.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        invitation_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        invitation_id=invitation_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    invitation_id: str,
    *,
    client: Client,
) -> None:
    """Take an invitation back

     The link stops working; a user who came in by it stays.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        invitation_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        invitation_id=invitation_id,
        client=client,
    )


async def asyncio_detailed(
    invitation_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Take an invitation back

     The link stops working; a user who came in by it stays.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        invitation_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        invitation_id=invitation_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    invitation_id: str,
    *,
    client: Client,
) -> None:
    """Take an invitation back

     The link stops working; a user who came in by it stays.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        invitation_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        invitation_id=invitation_id,
        client=client,
    )
