from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.job import Job
from ...types import Response


def _get_kwargs(
    job_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/jobs/{job_id}/retry".format(
            job_id=path_segment(job_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> Job:
    if response.status_code == 200:
        response_200 = Job.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    job_id: str,
    *,
    client: Client,
) -> Response[Job]:
    """Retry a job

     Queues a job that failed or was cancelled as if it were new. Any other is refused with 409, and
    so is one whose subject another open job is about. For publishers of its group.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        job_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Job]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    job_id: str,
    *,
    client: Client,
) -> Job:
    """Retry a job

     Queues a job that failed or was cancelled as if it were new. Any other is refused with 409, and
    so is one whose subject another open job is about. For publishers of its group.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        job_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Job
    """

    return sync_detailed(
        job_id=job_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    job_id: str,
    *,
    client: Client,
) -> Response[Job]:
    """Retry a job

     Queues a job that failed or was cancelled as if it were new. Any other is refused with 409, and
    so is one whose subject another open job is about. For publishers of its group.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        job_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Job]
    """

    kwargs = _get_kwargs(
        job_id=job_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    job_id: str,
    *,
    client: Client,
) -> Job:
    """Retry a job

     Queues a job that failed or was cancelled as if it were new. Any other is refused with 409, and
    so is one whose subject another open job is about. For publishers of its group.

    Errors: 400, 401, 403, 404, 406, 409, 500, 503.

    Args:
        job_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Job
    """

    return (
        await asyncio_detailed(
            job_id=job_id,
            client=client,
        )
    ).parsed
