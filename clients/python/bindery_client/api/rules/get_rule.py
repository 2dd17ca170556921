from typing import Any

import httpx

from ...answers import answer_of, undocumented
from ...client import Client, path_segment
from ...models.rule import Rule
from ...types import Response


def _get_kwargs(
    rule_id: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/rules/{rule_id}".format(
            rule_id=path_segment(rule_id),
        ),
    }

    return _kwargs


def _parse(response: httpx.Response) -> Rule:
    if response.status_code == 200:
        response_200 = Rule.from_dict(response.json())

        return response_200

    raise undocumented(response)


def sync_detailed(
    rule_id: str,
    *,
    client: Client,
) -> Response[Rule]:
    """Get a rule of comparison

     Ids are for ever: a rule that stands in a stored result can always be asked for.

    Errors: 400, 404, 406, 500, 503.

    Args:
        rule_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Rule]
    """

    kwargs = _get_kwargs(
        rule_id=rule_id,
    )

    return answer_of(client.send(**kwargs), _parse)


def sync(
    rule_id: str,
    *,
    client: Client,
) -> Rule:
    """Get a rule of comparison

     Ids are for ever: a rule that stands in a stored result can always be asked for.

    Errors: 400, 404, 406, 500, 503.

    Args:
        rule_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Rule
    """

    return sync_detailed(
        rule_id=rule_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    rule_id: str,
    *,
    client: Client,
) -> Response[Rule]:
    """Get a rule of comparison

     Ids are for ever: a rule that stands in a stored result can always be asked for.

    Errors: 400, 404, 406, 500, 503.

    Args:
        rule_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Response[Rule]
    """

    kwargs = _get_kwargs(
        rule_id=rule_id,
    )

    return answer_of(await client.send_async(**kwargs), _parse)


async def asyncio(
    rule_id: str,
    *,
    client: Client,
) -> Rule:
    """Get a rule of comparison

     Ids are for ever: a rule that stands in a stored result can always be asked for.

    Errors: 400, 404, 406, 500, 503.

    Args:
        rule_id (str):

    Raises:
        ApiError: The service refused or failed.
        UnexpectedAnswer: What answered does not speak this contract.
        Unreachable: Nothing answered, also after the retries.

    Returns:
        Rule
    """

    return (
        await asyncio_detailed(
            rule_id=rule_id,
            client=client,
        )
    ).parsed
