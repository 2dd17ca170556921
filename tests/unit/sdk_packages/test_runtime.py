"""Does what all generated clients share behave? Read where it stands, before it is copied."""

import asyncio
import datetime
from collections.abc import Callable

import httpx
import pytest

from service.sdk_packages.runtime.answers import answer_of, undocumented
from service.sdk_packages.runtime.client import Client, form_fields, path_segment
from service.sdk_packages.runtime.client_types import UNSET, NamedFile, Response, part_of
from service.sdk_packages.runtime.errors import ApiError, UnexpectedAnswer, Unreachable
from service.sdk_packages.runtime.retries import Retries, new_idempotency_key

QUICK = Retries(attempts=3, first_wait=0.001, longest_wait=0.01)


def answering(*statuses: int, **headers: str) -> tuple[Client, list[httpx.Request]]:
    """Return a client whose service answers with these statuses in turn, and what it is sent."""
    seen: list[httpx.Request] = []
    left = list(statuses)

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        status = left.pop(0) if len(left) > 1 else left[0]
        if status == 0:
            raise httpx.ConnectError("nobody there", request=request)
        return httpx.Response(status, headers=headers, json={"status": status})

    transport = httpx.MockTransport(respond)
    client = Client(
        "https://api.test/base/",
        token="secret",  # noqa: S106 - a made-up token
        headers={"X-Key": "k"},
        transport=transport,
        async_transport=transport,
        retries=QUICK,
    )
    return client, seen


def test_a_request_carries_who_asks_and_what_asks() -> None:
    client, seen = answering(200)

    with client:
        client.send(method="get", url="/pets", cookies={"a": "1"})

    headers = seen[0].headers
    assert str(seen[0].url) == "https://api.test/base/pets"
    assert headers["Authorization"] == "Bearer secret"
    assert (headers["X-Key"], headers["Cookie"]) == ("k", "a=1")
    assert "secret" not in repr(client)


@pytest.mark.parametrize(
    ("method", "statuses", "requests"),
    [
        ("get", (503, 200), 2),
        ("get", (502, 502, 502), 3),
        ("get", (0, 200), 2),
        ("get", (404,), 1),
        ("post", (502, 200), 1),
        ("post", (0, 200), 2),
    ],
)
def test_only_what_cannot_do_harm_twice_is_sent_again(
    method: str, statuses: tuple[int, ...], requests: int
) -> None:
    client, seen = answering(*statuses)

    client.send(method=method, url="/pets")

    assert len(seen) == requests


def test_a_request_with_a_key_is_sent_again_and_waits_as_told() -> None:
    client, seen = answering(503, 201, **{"Retry-After": "0"})

    client.send(method="post", url="/", headers={"Idempotency-Key": new_idempotency_key()})

    assert len(seen) == 2


def test_a_wait_that_is_too_long_is_not_waited_for() -> None:
    client, seen = answering(503, **{"Retry-After": "Fri, 31 Dec 2100 23:59:59 GMT"})

    client.send(method="get", url="/")

    assert len(seen) == 1


def test_a_service_that_never_answers_is_unreachable() -> None:
    client, seen = answering(0)

    with pytest.raises(Unreachable, match="nobody there"):
        client.send(method="get", url="/")

    assert len(seen) == 3


def test_async_code_gets_the_same() -> None:
    client, seen = answering(503, 200)

    async def act() -> httpx.Response:
        async with client:
            return await client.send_async(method="get", url="/", cookies={})

    response = asyncio.run(act())

    assert response.status_code == 200
    assert len(seen) == 2


def test_a_success_is_read_and_anything_else_raises() -> None:
    request = httpx.Request("GET", "https://api.test/")

    answer = answer_of(httpx.Response(200, json=1, request=request), lambda each: each.json())

    assert isinstance(answer, Response)
    assert answer.parsed == 1
    with pytest.raises(ApiError, match="500 Internal Server Error: no"):
        answer_of(httpx.Response(500, text="no", request=request), lambda each: each.json())
    with pytest.raises(UnexpectedAnswer, match="not what this version"):
        answer_of(httpx.Response(200, text="no", request=request), lambda each: each.json())
    with pytest.raises(LookupError):
        assert answer.etag


def test_an_undocumented_success_says_where_it_leads() -> None:
    request = httpx.Request("GET", "https://api.test/")
    response = httpx.Response(302, headers={"Location": "/x"}, request=request)

    assert "points to /x" in str(undocumented(response))


def test_an_error_shows_its_answer() -> None:
    error = ApiError.from_response(httpx.Response(499, json={"a": 1}))

    assert error.json() == {"a": 1}
    assert str(error) == '499 Unknown status: {"a":1}'


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("a/b", "a%2Fb"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (datetime.date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_a_value_becomes_one_part_of_the_path(value: object, told: str) -> None:
    assert path_segment(value) == told


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_value_that_would_lead_elsewhere_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="made of dots"):
        path_segment(value)


def test_a_form_is_flat() -> None:
    fields = {"a": {"b": {"c": 1}}, "d": [1, 2], "e": [{"f": 3}]}

    assert form_fields(fields) == {"a[b][c]": 1, "d": [1, 2], "e[0][f]": 3}


def test_files_have_names_where_they_are_given() -> None:
    assert part_of(b"x") == ("file", b"x", "application/octet-stream")
    assert part_of(NamedFile(b"x", "n", "text/plain")) == ("n", b"x", "text/plain")


def test_unset_is_falsy_and_says_its_name() -> None:
    assert not UNSET
    assert repr(UNSET) == "UNSET"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Client("ftp://api.test"),
        lambda: Client("https://"),
        lambda: Client("https://a:b@api.test"),
        lambda: Client("https://api.test", token=f"a{chr(10)}b"),
    ],
)
def test_what_cannot_work_is_refused_before_anything_is_sent(make: Callable[[], Client]) -> None:
    with pytest.raises(ValueError, match=r"The (address|access token)"):
        make()
