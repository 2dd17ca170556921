"""Is a request sent again when that is safe and may help, and only then?"""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from bindery_client import ApiError, Bindery, Retries, Unreachable
from bindery_client.api.groups import create_group, get_group, set_member, update_group
from bindery_client.models import GroupCreate, GroupUpdate, MemberSet
from bindery_client.retries import Attempts
from tests.architecture.source_tree import ROOT
from tests.contract.test_generated_client_errors import GROUP

AT_ONCE = Retries(first_wait=0.0)
ENVELOPE = {"error": {"code": "unavailable", "message": "No.", "details": {}, "request_id": "r"}}
IN_FLIGHT = {"error": {**ENVELOPE["error"], "code": "idempotency_in_flight"}}
Outcome = httpx.Response | type[httpx.RequestError]

CREATE = ("POST", {"Idempotency-Key": "k"})
READ: tuple[str, dict[str, str]] = ("GET", {})
REMOVE: tuple[str, dict[str, str]] = ("DELETE", {})
CHANGE = ("PATCH", {"If-Match": '"1"'})
REPLACE = ("PUT", {"If-Match": '"1"'})
POST_WITHOUT_KEY: tuple[str, dict[str, str]] = ("POST", {})


class Answers:
    """Answers requests with these outcomes, one after the other, and remembers the requests."""

    def __init__(self, *outcomes: Outcome) -> None:
        self._outcomes = iter(outcomes)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return or raise the next outcome."""
        self.requests.append(request)
        outcome = next(self._outcomes)
        if isinstance(outcome, httpx.Response):
            return outcome
        raise outcome("lost", request=request)

    def client(self, retries: Retries = AT_ONCE) -> Bindery:
        """Return a client that gets these answers, in sync and async code."""
        transport = httpx.MockTransport(self)
        return Bindery(
            "https://bindery.test", transport=transport, async_transport=transport, retries=retries
        )


def found(status: int = 200) -> httpx.Response:
    """Return a success."""
    return httpx.Response(status, json=GROUP)


def unavailable(status: int = 503, **headers: str) -> httpx.Response:
    """Return an answer of a service that is busy or in trouble."""
    return httpx.Response(status, json=ENVELOPE, headers=headers)


def is_repeated(request: tuple[str, dict[str, str]], outcome: Outcome) -> bool:
    """Whether the request would be sent again after that outcome."""
    result = outcome if isinstance(outcome, httpx.Response) else outcome("lost")
    return Attempts(AT_ONCE, *request).wait_after(result) is not None


@pytest.mark.parametrize(
    ("request_", "outcome", "expected"),
    [
        (READ, httpx.ConnectError, True),
        (POST_WITHOUT_KEY, httpx.ConnectError, True),
        (CHANGE, httpx.ConnectTimeout, True),
        (READ, httpx.ReadTimeout, True),
        (READ, httpx.RemoteProtocolError, True),
        (CREATE, httpx.ReadTimeout, True),
        (REMOVE, httpx.ReadError, True),
        (POST_WITHOUT_KEY, httpx.ReadTimeout, False),
        (CHANGE, httpx.ReadTimeout, False),
        (REPLACE, httpx.ReadTimeout, False),
        (READ, httpx.DecodingError, False),
        (READ, unavailable(429), True),
        (CREATE, unavailable(503), True),
        (REPLACE, unavailable(503), True),
        (POST_WITHOUT_KEY, unavailable(503), False),
        (CHANGE, unavailable(503), False),
        (READ, unavailable(502), True),
        (CREATE, unavailable(504), True),
        (REPLACE, unavailable(504), False),
        (CREATE, httpx.Response(409, json=IN_FLIGHT), True),
        (CREATE, httpx.Response(409, json=ENVELOPE), False),
        (READ, unavailable(500), False),
        (READ, unavailable(404), False),
        (READ, found(), False),
    ],
)
def test_what_is_sent_again(
    request_: tuple[str, dict[str, str]], outcome: Outcome, *, expected: bool
) -> None:
    assert is_repeated(request_, outcome) is expected


def test_a_read_succeeds_after_trouble() -> None:
    answers = Answers(httpx.ConnectError, unavailable(), unavailable(429), found())

    group = get_group.sync("acme", client=answers.client())

    assert group.name == "acme"
    assert len(answers.requests) == 4


def test_a_read_succeeds_after_trouble_in_async_code() -> None:
    answers = Answers(httpx.ReadTimeout, unavailable(), found())

    group = asyncio.run(get_group.asyncio("acme", client=answers.client()))

    assert group.name == "acme"
    assert len(answers.requests) == 3


def test_a_creation_is_repeated_with_the_same_key_and_body() -> None:
    answers = Answers(httpx.ReadTimeout, httpx.Response(409, json=IN_FLIGHT), found(201))
    body = GroupCreate(name="acme", display_name="Acme")

    create_group.sync(client=answers.client(), body=body)

    keys = {request.headers["Idempotency-Key"] for request in answers.requests}
    assert (len(answers.requests), len(keys)) == (3, 1)
    assert len({request.content for request in answers.requests}) == 1


def test_a_check_is_repeated_since_it_changes_nothing() -> None:
    paths = json.loads((ROOT / "openapi" / "v1" / "openapi.json").read_text("utf-8"))["paths"]
    operation = paths["/api/v1/groups/{group}/apis/{api}/checks"]["post"]
    example = operation["responses"]["200"]["content"]["application/json"]["example"]
    answers = Answers(unavailable(), httpx.ReadTimeout, httpx.Response(200, json=example))

    checked = answers.client().check("acme/orders", b"{}")

    assert (checked.decision, len(answers.requests)) == (example["decision"], 3)


def test_two_creations_have_different_keys() -> None:
    answers = Answers(found(201), found(201))
    body = GroupCreate(name="acme", display_name="Acme")
    client = answers.client()

    create_group.sync(client=client, body=body)
    create_group.sync(client=client, body=body)

    assert len({request.headers["Idempotency-Key"] for request in answers.requests}) == 2


def test_a_change_is_not_repeated_when_it_may_have_been_done() -> None:
    answers = Answers(httpx.ReadTimeout, found())

    with pytest.raises(Unreachable):
        update_group.sync(
            "acme", client=answers.client(), body=GroupUpdate(display_name="A"), if_match='"1"'
        )

    assert len(answers.requests) == 1


def test_trouble_without_end_is_told_in_the_end() -> None:
    answers = Answers(*[unavailable() for _ in range(9)])

    with pytest.raises(ApiError) as caught:
        set_member.sync("acme", "bob", client=answers.client(), body=MemberSet(role="reader"))

    assert (caught.value.status, len(answers.requests)) == (503, 4)


def test_retries_can_be_switched_off() -> None:
    answers = Answers(httpx.ConnectError, found())

    with pytest.raises(Unreachable):
        get_group.sync("acme", client=answers.client(Retries(attempts=1)))

    assert len(answers.requests) == 1


def waits(retries: Retries, answer: Callable[[], Any]) -> list[float | None]:
    """Return the waits after each attempt of a read, until there is no next one."""
    attempts = Attempts(retries, *READ)
    return [attempts.wait_after(answer()) for _ in range(retries.attempts)]


def test_waits_double_and_are_bounded() -> None:
    given = waits(Retries(attempts=5, first_wait=1.0, longest_wait=3.0), unavailable)

    bounds = [(0.5, 1.0), (1.0, 2.0), (1.5, 3.0), (1.5, 3.0)]
    assert [
        low <= (wait or 0) <= high for wait, (low, high) in zip(given, bounds, strict=False)
    ] == [True] * 4
    assert given[-1] is None


def test_waits_differ_between_clients() -> None:
    given = {waits(Retries(), unavailable)[0] for _ in range(20)}

    assert len(given) > 10


def wait_if_told(retry_after: str) -> float:
    """Return the wait after an answer with this Retry-After."""
    wait = Attempts(Retries(), *READ).wait_after(unavailable(503, **{"Retry-After": retry_after}))
    assert wait is not None
    return wait


def test_the_service_says_after_how_many_seconds_to_come_back() -> None:
    assert 7.0 <= wait_if_told("7") <= 7.7


@pytest.mark.parametrize(("seconds", "lowest", "highest"), [(20, 15.0, 22.0), (-20, 0.0, 0.0)])
def test_the_service_says_at_what_time_to_come_back(
    seconds: int, lowest: float, highest: float
) -> None:
    instant = datetime.now(UTC) + timedelta(seconds=seconds)

    wait = wait_if_told(format_datetime(instant, usegmt=True))

    assert lowest <= wait <= highest


def test_nonsense_is_taken_for_silence() -> None:
    assert 0.0 < wait_if_told("soon") <= 0.5


def test_a_wait_that_is_too_long_is_the_callers_to_decide() -> None:
    wait = Attempts(Retries(), *READ).wait_after(unavailable(429, **{"Retry-After": "3600"}))

    assert wait is None
