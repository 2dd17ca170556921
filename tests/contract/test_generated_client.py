"""Does the committed client speak with the application, in sync and async code alike?"""

import asyncio
from collections.abc import AsyncIterator
from typing import assert_type

import httpx
import pytest
from flask import Flask

from bindery_client import ApiError, Bindery, paginate, paginate_async
from bindery_client.api.groups import (
    create_group,
    delete_group,
    get_group,
    list_groups,
    update_group,
)
from bindery_client.models import Group, GroupCreate, GroupUpdate
from service.groups.models import Visibility
from tests.factories.world import World


class InProcess(httpx.WSGITransport, httpx.AsyncBaseTransport):
    """Hands requests of sync and async code to the application itself."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer as in sync code; blocking the loop does no harm in a test."""
        await request.aread()
        response = self.handle_request(request)
        return httpx.Response(
            response.status_code, headers=response.headers, content=response.read()
        )


@pytest.fixture
def bindery(app: Flask, world: World) -> Bindery:
    """Return a client with a token that may manage."""
    transport = InProcess(app)
    token = world.token(world.user("alice"))
    return Bindery("http://bindery", token=token, transport=transport, async_transport=transport)


def test_an_operation_returns_what_the_service_made(bindery: Bindery) -> None:
    body = GroupCreate(name="acme", display_name="Acme", visibility="public")

    created = create_group.sync(client=bindery, body=body)

    assert_type(created, Group)
    assert created == get_group.sync("acme", client=bindery)
    assert (created.name, created.visibility, created.created_at.tzname()) == (
        "acme",
        "public",
        "UTC",
    )


def test_async_code_gets_the_same(bindery: Bindery) -> None:
    async def create_and_get() -> tuple[Group, Group]:
        async with bindery:
            body = GroupCreate(name="acme", display_name="Acme")
            created = await create_group.asyncio(client=bindery, body=body)
            return created, await get_group.asyncio("acme", client=bindery)

    created, found = asyncio.run(create_and_get())

    assert created == found


def test_an_error_carries_the_envelope(bindery: Bindery) -> None:
    with pytest.raises(ApiError) as caught:
        get_group.sync("nowhere", client=bindery)

    error = caught.value
    assert (error.status, error.code, error.details) == (404, "not_found", {})
    assert error.request_id == error.headers["X-Request-ID"]


def test_an_error_in_async_code_is_the_same(bindery: Bindery) -> None:
    with pytest.raises(ApiError, match="404 not_found"):
        asyncio.run(get_group.asyncio("nowhere", client=bindery))


def test_a_validation_error_says_which_field(bindery: Bindery) -> None:
    with pytest.raises(ApiError) as caught:
        create_group.sync(client=bindery, body=GroupCreate(name="Not A Name", display_name="x"))

    assert caught.value.code == "validation_error"
    assert list(caught.value.details["json"]) == ["name"]


def test_the_etag_of_an_answer_is_what_a_change_is_based_on(bindery: Bindery) -> None:
    body = GroupCreate(name="acme", display_name="Acme")
    etag = create_group.sync_detailed(client=bindery, body=body).etag

    changed = update_group.sync(
        "acme", client=bindery, body=GroupUpdate(display_name="A"), if_match=etag
    )
    with pytest.raises(ApiError) as caught:
        update_group.sync("acme", client=bindery, body=GroupUpdate(display_name="B"), if_match=etag)

    assert changed.display_name == "A"
    assert caught.value.status == 412


def test_an_answer_without_an_etag_says_so(bindery: Bindery) -> None:
    answer = list_groups.sync_detailed(client=bindery)

    with pytest.raises(LookupError, match="has no ETag"):
        _ = answer.etag


def test_what_has_no_body_returns_none(bindery: Bindery) -> None:
    create_group.sync(client=bindery, body=GroupCreate(name="acme", display_name="Acme"))

    delete_group.sync("acme", client=bindery, if_match="*")

    with pytest.raises(ApiError, match="not_found"):
        get_group.sync("acme", client=bindery)


def test_pages_are_read_to_the_end(bindery: Bindery, world: World) -> None:
    for number in range(5):
        world.group(f"public-{number}", visibility=Visibility.PUBLIC)
    world.group("private-one")

    found = [group.name for group in paginate(list_groups.sync, client=bindery, limit=2)]

    assert found == [f"public-{number}" for number in range(5)]


def test_pages_are_read_to_the_end_in_async_code(bindery: Bindery, world: World) -> None:
    for number in range(3):
        world.group(f"public-{number}", visibility=Visibility.PUBLIC)

    async def names() -> list[str]:
        groups: AsyncIterator[Group] = paginate_async(list_groups.asyncio, client=bindery, limit=2)
        return [group.name async for group in groups]

    assert asyncio.run(names()) == [f"public-{number}" for number in range(3)]


def test_a_request_that_creates_carries_a_key_of_its_own(bindery: Bindery) -> None:
    body = GroupCreate(name="acme", display_name="Acme")

    create_group.sync(client=bindery, body=body)

    with pytest.raises(ApiError, match="name_taken"):
        create_group.sync(client=bindery, body=body)


def test_a_request_repeated_with_the_same_key_gets_the_same_answer(bindery: Bindery) -> None:
    body = GroupCreate(name="acme", display_name="Acme")

    first = create_group.sync(client=bindery, body=body, idempotency_key="once")
    second = create_group.sync_detailed(client=bindery, body=body, idempotency_key="once")

    assert second.parsed == first
    assert second.headers["Idempotency-Replayed"] == "true"


def test_without_a_token_the_caller_is_anonymous(app: Flask) -> None:
    anonymous = Bindery("http://bindery", transport=InProcess(app))

    with pytest.raises(ApiError) as caught:
        create_group.sync(client=anonymous, body=GroupCreate(name="acme", display_name="Acme"))

    assert (caught.value.status, caught.value.code) == (401, "not_authenticated")
