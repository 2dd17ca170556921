from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client
from ...models.policy import Policy
from ...models.policy_set import PolicySet
from ...types import Response


def _get_kwargs(
    *,
    body: PolicySet,
    if_match: str,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/instance/policy",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Policy:
    if response.status_code == 200:
        response_200 = Policy.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    *,
    client: Client,
    body: PolicySet,
    if_match: str,
) -> Response[Policy]:
    """Set the instance's policy

     Replaces what all groups inherit; what is left out, or null, takes the built-in default. For
    administrators. `If-Match: *` sets it whatever it was.

    Errors: 400, 401, 403, 406, 412, 413, 415, 428, 500, 503.

    Args:
        if_match (str):
        body (PolicySet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Policy]
    """

    kwargs = _get_kwargs(
        body=body,
        if_match=if_match,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    *,
    client: Client,
    body: PolicySet,
    if_match: str,
) -> Policy:
    """Set the instance's policy

     Replaces what all groups inherit; what is left out, or null, takes the built-in default. For
    administrators. `If-Match: *` sets it whatever it was.

    Errors: 400, 401, 403, 406, 412, 413, 415, 428, 500, 503.

    Args:
        if_match (str):
        body (PolicySet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Policy
    """

    return sync_detailed(
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    *,
    client: Client,
    body: PolicySet,
    if_match: str,
) -> Response[Policy]:
    """Set the instance's policy

     Replaces what all groups inherit; what is left out, or null, takes the built-in default. For
    administrators. `If-Match: *` sets it whatever it was.

    Errors: 400, 401, 403, 406, 412, 413, 415, 428, 500, 503.

    Args:
        if_match (str):
        body (PolicySet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Policy]
    """

    kwargs = _get_kwargs(
        body=body,
        if_match=if_match,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    *,
    client: Client,
    body: PolicySet,
    if_match: str,
) -> Policy:
    """Set the instance's policy

     Replaces what all groups inherit; what is left out, or null, takes the built-in default. For
    administrators. `If-Match: *` sets it whatever it was.

    Errors: 400, 401, 403, 406, 412, 413, 415, 428, 500, 503.

    Args:
        if_match (str):
        body (PolicySet):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Policy
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
