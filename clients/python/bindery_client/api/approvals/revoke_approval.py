from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...types import Response


def _get_kwargs(
    group: str,
    api: str,
    approval_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/api/v1/groups/{group}/apis/{api}/approvals/{approval_id}".format(
            group=path_segment(group),
            api=path_segment(api),
            approval_id=path_segment(approval_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    approval_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Revoke an approval

     Takes an approval back; it stays in the list, and versions that it let pass stay published. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        approval_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        approval_id=approval_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    approval_id: str,
    *,
    client: Client,
) -> None:
    """Revoke an approval

     Takes an approval back; it stays in the list, and versions that it let pass stay published. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        approval_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        group=group,
        api=api,
        approval_id=approval_id,
        client=client,
    )


async def asyncio_detailed(
    group: str,
    api: str,
    approval_id: str,
    *,
    client: Client,
) -> Response[None]:
    """Revoke an approval

     Takes an approval back; it stays in the list, and versions that it let pass stay published. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        approval_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        approval_id=approval_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    approval_id: str,
    *,
    client: Client,
) -> None:
    """Revoke an approval

     Takes an approval back; it stays in the list, and versions that it let pass stay published. For
    maintainers.

    Errors: 400, 401, 403, 404, 406, 500, 503.

    Args:
        group (str):
        api (str):
        approval_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        group=group,
        api=api,
        approval_id=approval_id,
        client=client,
    )
