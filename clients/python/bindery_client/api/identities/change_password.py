from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.password_change import PasswordChange
from ...types import Response


def _get_kwargs(
    *,
    body: PasswordChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/me/password",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> None:
    if response.status_code == 204:
        return None

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: PasswordChange,
) -> Response[None]:
    """Change the own password

     A wrong old password is answered with 401 and the code `invalid_credentials`. The caller's
    other access tokens end, unless `keep_access_tokens` is true.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (PasswordChange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: PasswordChange,
) -> None:
    """Change the own password

     A wrong old password is answered with 401 and the code `invalid_credentials`. The caller's
    other access tokens end, unless `keep_access_tokens` is true.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (PasswordChange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    sync_detailed(
        client=client,
        body=body,
    )


async def asyncio_detailed(
    *,
    client: Client,
    body: PasswordChange,
) -> Response[None]:
    """Change the own password

     A wrong old password is answered with 401 and the code `invalid_credentials`. The caller's
    other access tokens end, unless `keep_access_tokens` is true.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (PasswordChange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[None]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: PasswordChange,
) -> None:
    """Change the own password

     A wrong old password is answered with 401 and the code `invalid_credentials`. The caller's
    other access tokens end, unless `keep_access_tokens` is true.

    Errors: 400, 401, 403, 406, 413, 415, 429, 500, 503.

    Args:
        body (PasswordChange):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        None
    """

    await asyncio_detailed(
        client=client,
        body=body,
    )
