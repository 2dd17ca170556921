from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.approval import Approval
from ...models.approval_create import ApprovalCreate
from ...retries import new_idempotency_key
from ...types import UNSET, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    *,
    body: ApprovalCreate,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/apis/{api}/approvals".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Approval:
    if response.status_code == 200:
        response_200 = Approval.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Approval.from_dict(response.json())

        return response_201

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApprovalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Approval]:
    """Approve a change

     Accepts a change by its fingerprint: while the approval holds, no publication of the API is
    refused or held for it, whatever version it is compared with. For maintainers. A change that is
    approved already stays so; with another expiry, the new approval takes the place of the old
    one. An expiry in the past is refused with 409.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        api (str):
        idempotency_key (str | Unset):
        body (ApprovalCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Approval]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        body=body,
        idempotency_key=idempotency_key,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApprovalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Approval:
    """Approve a change

     Accepts a change by its fingerprint: while the approval holds, no publication of the API is
    refused or held for it, whatever version it is compared with. For maintainers. A change that is
    approved already stays so; with another expiry, the new approval takes the place of the old
    one. An expiry in the past is refused with 409.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        api (str):
        idempotency_key (str | Unset):
        body (ApprovalCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Approval
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApprovalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Response[Approval]:
    """Approve a change

     Accepts a change by its fingerprint: while the approval holds, no publication of the API is
    refused or held for it, whatever version it is compared with. For maintainers. A change that is
    approved already stays so; with another expiry, the new approval takes the place of the old
    one. An expiry in the past is refused with 409.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        api (str):
        idempotency_key (str | Unset):
        body (ApprovalCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Approval]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        body=body,
        idempotency_key=idempotency_key,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    body: ApprovalCreate,
    idempotency_key: str | Unset = UNSET,
) -> Approval:
    """Approve a change

     Accepts a change by its fingerprint: while the approval holds, no publication of the API is
    refused or held for it, whatever version it is compared with. For maintainers. A change that is
    approved already stays so; with another expiry, the new approval takes the place of the old
    one. An expiry in the past is refused with 409.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 500, 503.

    Args:
        group (str):
        api (str):
        idempotency_key (str | Unset):
        body (ApprovalCreate):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Approval
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
