from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.version import Version
from ...retries import new_idempotency_key
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    group: str,
    api: str,
    *,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["Idempotency-Key"] = (
        new_idempotency_key() if isinstance(idempotency_key, Unset) else idempotency_key
    )
    if not isinstance(content_digest, Unset):
        headers["Content-Digest"] = content_digest

    params: dict[str, Any] = {}

    params["version"] = version

    params["base"] = base

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/groups/{group}/apis/{api}/versions".format(
            group=path_segment(group),
            api=path_segment(api),
        ),
        "params": params,
    }

    _kwargs["content"] = body

    headers["Content-Type"] = "application/octet-stream"

    _kwargs["headers"] = headers
    return _kwargs


def _parse(response: httpx.Response) -> Version:
    if response.status_code == 200:
        response_200 = Version.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Version.from_dict(response.json())

        return response_201

    if response.status_code == 202:
        response_202 = Version.from_dict(response.json())

        return response_202

    raise undocumented(response)


def sync_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Response[Version]:
    """Publish a version

     The body is the document itself. It is compared with the previous version, also with `base` if
    one is named, and the compatibility policy decides. What the policy refuses is a 409
    `publication_refused` with reasons and changes in `details`, and does not use up the name. A
    name stands for one content for ever: other content is a 409 `version_exists`. The same content
    again is a 200 if the version was accepted, a 202 while it is held, and a 409 if it was rejected
    or disabled. A document that is not acceptable is a 400 `document_invalid` with the problems in
    `details`.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        idempotency_key (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Version]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        body=body,
        version=version,
        base=base,
        idempotency_key=idempotency_key,
        content_digest=content_digest,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Version:
    """Publish a version

     The body is the document itself. It is compared with the previous version, also with `base` if
    one is named, and the compatibility policy decides. What the policy refuses is a 409
    `publication_refused` with reasons and changes in `details`, and does not use up the name. A
    name stands for one content for ever: other content is a 409 `version_exists`. The same content
    again is a 200 if the version was accepted, a 202 while it is held, and a 409 if it was rejected
    or disabled. A document that is not acceptable is a 400 `document_invalid` with the problems in
    `details`.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        idempotency_key (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Version
    """

    return sync_detailed(
        group=group,
        api=api,
        client=client,
        body=body,
        version=version,
        base=base,
        idempotency_key=idempotency_key,
        content_digest=content_digest,
    ).parsed


async def asyncio_detailed(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Response[Version]:
    """Publish a version

     The body is the document itself. It is compared with the previous version, also with `base` if
    one is named, and the compatibility policy decides. What the policy refuses is a 409
    `publication_refused` with reasons and changes in `details`, and does not use up the name. A
    name stands for one content for ever: other content is a 409 `version_exists`. The same content
    again is a 200 if the version was accepted, a 202 while it is held, and a 409 if it was rejected
    or disabled. A document that is not acceptable is a 400 `document_invalid` with the problems in
    `details`.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        idempotency_key (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Version]
    """

    kwargs = _get_kwargs(
        group=group,
        api=api,
        body=body,
        version=version,
        base=base,
        idempotency_key=idempotency_key,
        content_digest=content_digest,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    group: str,
    api: str,
    *,
    client: Client,
    body: File,
    version: str | Unset = UNSET,
    base: str | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    content_digest: str | Unset = UNSET,
) -> Version:
    """Publish a version

     The body is the document itself. It is compared with the previous version, also with `base` if
    one is named, and the compatibility policy decides. What the policy refuses is a 409
    `publication_refused` with reasons and changes in `details`, and does not use up the name. A
    name stands for one content for ever: other content is a 409 `version_exists`. The same content
    again is a 200 if the version was accepted, a 202 while it is held, and a 409 if it was rejected
    or disabled. A document that is not acceptable is a 400 `document_invalid` with the problems in
    `details`.

    Errors: 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503.

    Args:
        group (str):
        api (str):
        version (str | Unset):
        base (str | Unset):
        idempotency_key (str | Unset):
        content_digest (str | Unset):
        body (File):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Version
    """

    return (
        await asyncio_detailed(
            group=group,
            api=api,
            client=client,
            body=body,
            version=version,
            base=base,
            idempotency_key=idempotency_key,
            content_digest=content_digest,
        )
    ).parsed
